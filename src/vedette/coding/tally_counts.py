"""Counts of happenings in a sentence: "60 attacks since May", "was hit over 90 times", "have overrun nine posts"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from vedette.coding.cues import any_of, pattern, table
from vedette.coding.document import Sentence
from vedette.coding.tally_nouns import noun_of
from vedette.coding.tally_verbs import type_told, verb_of
from vedette.model import Span, cut
from vedette.phrases.needed import Sought
from vedette.phrases.numbers import Quantity, quantities

FILE = "tally.toml"
TIMES = re.compile(r"\s+(?:(?:separate|different|more|other|further)\s+)?(?:times|occasions)\b", re.I)
_FEW = 2  # "twice" and "two attacks since" are told one by one as often as counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A count in a sentence: the quantity, the word for what is counted, its type and the whole quote; `told` where
    the sentence also tells what is counted as one, with its toll; `by_noun` where a noun tells it ("the toll")."""

    quantity: Quantity
    word: Span
    quote: Span
    type: str
    told: bool = False
    by_noun: bool = False


def counts(sentence: Sentence) -> tuple[Counted, ...]:
    """Give the counts of happenings in a sentence; where it names no stretch of time only what happened "N times"."""
    return _counts(sentence.tagged.text)


@lru_cache(maxsize=4096)
def _counts(text: str) -> tuple[Counted, ...]:
    if stretch().search(text):
        found = (counted for quantity in quantities(text) if (counted := _counted(text, quantity)) is not None)
        return tuple(counted for counted in found if counted.quantity.low >= _FEW)
    if "times" not in text and "occasions" not in text:
        return ()
    often = (counted for quantity in quantities(text) if (counted := _occasions(text, quantity)) is not None)
    return tuple(counted for counted in often if counted.quantity.low > _FEW)


@cache
def stretch() -> Sought:
    return any_of(table(FILE)["stretch"])


@cache
def _kinds() -> Mapping[str, re.Pattern[str]]:
    gap = r"(?:\s+(?:[\w'’.-]+)){0,5}?\s+"
    return {
        type_: re.compile(rf"{gap}(?P<word>{'|'.join(sorted(words, key=len, reverse=True))})\b", re.I)
        for type_, words in table(FILE)["counted"].items()
    }


def _counted(text: str, quantity: Quantity) -> Counted | None:
    return _occasions(text, quantity) or _nouns(text, quantity) or _verbs(text, quantity) or _by_noun(text, quantity)


def _by_noun(text: str, quantity: Quantity) -> Counted | None:
    """Read "the death toll since May has risen to 430"."""
    noun = noun_of(text, quantity)
    if noun is None or quantity.low <= _FEW:
        return None
    return Counted(
        quantity=quantity,
        word=cut(text, *noun),
        quote=cut(text, noun[0], quantity.end),
        type="ASSAULT",
        told=True,
        by_noun=True,
    )


def _verbs(text: str, quantity: Quantity) -> Counted | None:
    """Read "have overrun nine posts": what was done to so many is told as one too."""
    verb = verb_of(text, quantity)
    if verb is None or quantity.low <= _FEW:
        return None
    low, high = min(verb[0], quantity.start), max(verb[1], quantity.end)
    return Counted(
        quantity=quantity,
        word=cut(text, *verb),
        quote=cut(text, low, high),
        type=type_told(text[slice(*verb)]),
        told=True,
    )


def _occasions(text: str, quantity: Quantity) -> Counted | None:
    """Read "have been targeted over 90 times"."""
    times = TIMES.match(text, quantity.end)
    if times is None:
        return None
    hits = list(pattern(FILE, "hit").finditer(text))
    if not hits:
        return None
    near = min(hits, key=lambda hit: abs(hit.start() - quantity.start))
    low, high = min(near.start(), quantity.start), max(near.end(), times.end())
    return Counted(
        quantity=quantity, word=cut(text, near.start(), near.end()), quote=cut(text, low, high), type="ASSAULT"
    )


def _nouns(text: str, quantity: Quantity) -> Counted | None:
    """Read "more than 60 attacks"; a word of people or a break between number and noun makes it none."""
    for type_, kind in _kinds().items():
        found = kind.match(text, quantity.end)
        if found and not found["word"].endswith("ing") and not _broken(text[quantity.end : found.start("word")]):
            return Counted(
                quantity=quantity,
                word=cut(text, found.start("word"), found.end("word")),
                type=type_,
                quote=cut(text, quantity.start, found.end("word")),
            )
    return None


_BREAK = re.compile(
    r"\b(?:people|civilians|soldiers|troops|members|fighters|men|women|children|years?|months?|weeks?|days?|"
    r"hours?|killed|"
    r"in|on|of|to|for|at|by|from|with|and|after|during|since|were|was|have|has|that|which|who|would|will|could|jan\w*|feb\w*|"
    r"march|april|may|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*|rockets?|missiles?|drones?|\d+|km|"
    r"kilomet\w+|miles|officers|militants|rebels|villages?|towns?|countries|ships?|vessels?|dead)\b",
    re.I,
)


def _broken(between: str) -> bool:
    bare = re.sub(r"\b(?:rocket|missile|drone|and)\b", "", between, flags=re.I)
    return bool(_BREAK.search(bare))
