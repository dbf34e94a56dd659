"""Counts of happenings over a stretch of time: compared with the record, never an incident of their own.

An ordinal ("the tenth attack this month", "its 25th since June") tells of one happening and is no tally.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from vedette.coding.clauses import noun_phrase, subject_of
from vedette.coding.cues import any_of, table
from vedette.coding.document import Document, Sentence
from vedette.coding.source import named, source_span
from vedette.coding.tally_verbs import type_told, verb_of
from vedette.coding.when import resolve, when_of
from vedette.coding.where import places_of
from vedette.coding.who import parties
from vedette.model import Mark, Party, Role, RoleMark, Span, Tally, When, cut
from vedette.model.ids import content_id
from vedette.phrases.find import find_times
from vedette.phrases.numbers import Quantity, quantities
from vedette.registry import Gazetteer, Registry

FILE = "tally.toml"
_TIMES = re.compile(r"\s+(?:(?:separate|different|more|other|further)\s+)?(?:times|occasions)\b", re.I)
_ON = re.compile(r"\s+(?:\w+\s+){0,2}?(?:against|on|at|upon|targeting|aimed at|directed at)\s+", re.I)
_BY = re.compile(r"\s+(?:\w+\s+){0,2}?by\s+", re.I)
_CLAUSE_END = re.compile(r"[;:]|,\s+(?:and|but|while|which|who)\b")
_TELLS = re.compile(
    r".*\b(?:says?|said|adds?|added|claims?|claimed|believes?|believed|estimates?)\s+(?:that\s+)?", re.I | re.S
)
_MORE = re.compile(
    r"\s+(?:(?:more|less|fewer|at|nearly|over|about|some|almost|around|up)(?:\s+(?:than|least|to))?)$", re.I
)
_ARMS = re.compile(
    r"(?:the\s+)?(?:[\w-]+\s+)?(?:drones?|rockets?|missiles?|shells?|mortars?|bombs?|gunfire|artillery)", re.I
)
_HARMS = re.compile(
    r"\b(?:wars?|conflicts?|fighting|violence|insurgency|clashes|attacks?|strikes?|raids?|drones?|offensive|campaign|unrest|"
    r"shelling|bombardments?|rebellion|uprising|crackdown|crisis)\b",
    re.I,
)  # kill, but are nobody
_FEW = 2  # "twice" and "two attacks since" are told one by one as often as counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A count in a sentence: the quantity, the word for what is counted, its type and the whole quote; `told` where
    the sentence also tells what is counted as one, with its toll."""

    quantity: Quantity
    word: Span
    quote: Span
    type: str
    told: bool = False


def tallies_of(
    sentence: Sentence, document: Document, *, registry: Registry, gazetteer: Gazetteer
) -> tuple[Tally, ...]:
    """Give the tallies that a sentence states."""
    return tuple(
        _tally(counted, sentence, document, registry=registry, gazetteer=gazetteer) for counted in counts(sentence)
    )


def counts(sentence: Sentence) -> tuple[Counted, ...]:
    """Give the counts of happenings in a sentence; where it names no stretch of time only what happened "N times"."""
    return _counts(sentence.tagged.text)


@lru_cache(maxsize=4096)
def _counts(text: str) -> tuple[Counted, ...]:
    if _stretch().search(text):
        found = (counted for quantity in quantities(text) if (counted := _counted(text, quantity)) is not None)
        return tuple(counted for counted in found if counted.quantity.low >= _FEW)
    if "times" not in text and "occasions" not in text:
        return ()
    often = (counted for quantity in quantities(text) if (counted := _occasions(text, quantity)) is not None)
    return tuple(counted for counted in often if counted.quantity.low > _FEW)


def swallowed(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a mark is only what a tally of its sentence counts, and so no happening of its own."""
    return any(not counted.told and _within_tally(mark, counted, sentence) for counted in counts(sentence))


def is_told(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a mark tells as one what its sentence counts by a verb ("have overrun nine posts this year")."""
    return any(counted.told and counted.word.overlaps(mark.trigger) for counted in counts(sentence))


def _within_tally(mark: Mark, counted: Counted, sentence: Sentence) -> bool:
    return mark.type == counted.type and (
        counted.quote.overlaps(mark.trigger)
        or any(span.start <= counted.quantity.start < span.end for span in mark.of(Role.COUNT))
    )


@cache
def _stretch() -> re.Pattern[str]:
    return any_of(table(FILE)["stretch"])


@cache
def _kinds() -> Mapping[str, re.Pattern[str]]:
    gap = r"(?:\s+(?:[\w'’.-]+)){0,5}?\s+"
    return {
        type_: re.compile(rf"{gap}(?P<word>{'|'.join(sorted(words, key=len, reverse=True))})\b", re.I)
        for type_, words in table(FILE)["counted"].items()
    }


def _counted(text: str, quantity: Quantity) -> Counted | None:
    return _occasions(text, quantity) or _nouns(text, quantity) or _verbs(text, quantity)


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
    times = _TIMES.match(text, quantity.end)
    if times is None:
        return None
    hits = list(any_of(table(FILE)["hit"]).finditer(text))
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
    r"in|on|of|to|for|at|by|from|with|and|after|during|since|were|was|have|has|rockets?|missiles?|drones?|\d+|km|"
    r"kilomet\w+|miles|officers|militants|rebels|villages?|towns?|countries|ships?|vessels?|dead)\b",
    re.I,
)


def _broken(between: str) -> bool:
    bare = re.sub(r"\b(?:rocket|missile|drone|and)\b", "", between, flags=re.I)
    return bool(_BREAK.search(bare))


def _tally(
    counted: Counted, sentence: Sentence, document: Document, *, registry: Registry, gazetteer: Gazetteer
) -> Tally:
    mark = _mark(counted, sentence)
    when = when_of(mark, sentence, document)
    start, end = _bounds(when, sentence, document)
    actor, target = (
        [
            party
            for span in mark.of(role)
            for party in parties(sentence.in_body(span), sentence, document, registry=registry)
        ]
        for role in (Role.ACTOR, Role.TARGET)
    )
    source = source_span(mark, sentence, document)
    quote = sentence.in_body(counted.quote)
    report = document.report
    return Tally(
        tally_id=content_id("t", report.id, quote.start, quote.end, counted.type),
        report_id=report.id,
        low=counted.quantity.low,
        high=counted.quantity.high,
        from_=start,
        to=end,
        of=counted.word.text,
        type=counted.type,
        quote=quote,
        sentence=sentence.span,
        actor=_once(actor),
        target=_once(target),
        places=places_of(mark, sentence, document, gazetteer=gazetteer, registry=registry),
        source=named(cut(report.text, source.start, source.end), sentence, document, registry=registry)
        if source
        else None,
    )


def _once(found: list[Party]) -> tuple[Party, ...]:
    return tuple({party.start: party for party in found}.values())


def _mark(counted: Counted, sentence: Sentence) -> Mark:
    """Give the tagger's mark on what is counted, its open roles filled from the clause."""
    text = sentence.tagged.text
    own = [mark for mark in sentence.tagged.marks if _within_tally(mark, counted, sentence)]
    mark = own[0] if own else Mark(trigger=counted.word, type=counted.type, mode=None, status="actual")
    roles = [role for role in mark.roles if role.role != Role.SOURCE or len(own) == 1]
    if (over := _over(text, counted)) is not None:
        roles = [RoleMark(role=Role.TIME, span=over), *(role for role in roles if role.role != Role.TIME)]
    for role, span in _fillers(text, counted):
        if not any(known.role == role for known in roles):
            roles.append(RoleMark(role=role, span=span))
    return Mark(trigger=mark.trigger, type=mark.type, mode=mark.mode, status=mark.status, roles=tuple(roles))


def _over(text: str, counted: Counted) -> Span | None:
    """Give the stretch of time of a count where the sentence names several: the next one after it in its clause."""
    times = find_times(text)
    after = [span for span in times if span.start >= counted.quote.end] if len(times) > 1 else []
    if not after or not _stretch().match(after[0].text):
        return None
    return None if _CLAUSE_END.search(text, counted.quote.end, after[0].start) else after[0]


def _told_fillers(text: str, counted: Counted) -> Iterator[tuple[Role, Span]]:
    """Give who did it and to whom, where a verb tells the count: "rebels have overrun | nine posts"."""
    if (thing := noun_phrase(text, counted.quantity.end)) is not None:
        yield Role.TARGET, cut(text, counted.quantity.start, thing[1])
    who = subject_of(text, counted.word.start) if counted.quantity.start > counted.word.start else None
    if who is not None and not _HARMS.search(text, *who):
        said = _TELLS.match(text, *who)
        yield Role.ACTOR, cut(text, said.end() if said else who[0], who[1])


def _fillers(text: str, counted: Counted) -> Iterator[tuple[Role, Span]]:
    if counted.told:
        yield from _told_fillers(text, counted)
        return
    passive = (
        re.search(
            r"\b(?:been|were|was|come under|"
            r"came under)\s+(?:\w+\s+)?$",
            text[: counted.word.start],
        )
        is not None
    )
    passive |= counted.word.text.lower().startswith(("come under", "came under"))
    if counted.quote.start == counted.word.start or _TIMES.match(text, counted.quantity.end):
        subject = subject_of(text, counted.word.start)
        if subject is not None:
            said = _TELLS.match(text, *subject)
            who = cut(text, said.end() if said else subject[0], subject[1])
            if passive or not _ARMS.fullmatch(who.text):  # "drones have struck": who sent them is not told
                yield (Role.TARGET if passive else Role.ACTOR), who
        after_count = counted.quantity.start > counted.word.end
        limit = counted.quantity.start if after_count else None
        if not passive and (thing := noun_phrase(text, counted.word.end, limit=limit)) is not None:
            less = _MORE.search(text[: thing[1]])
            yield Role.TARGET, cut(text, thing[0], max(thing[0] + 1, less.start()) if less else thing[1])
    for role, lead in ((Role.TARGET, _ON), (Role.ACTOR, _BY)):
        found = lead.match(text, counted.quote.end)
        phrase = noun_phrase(text, found.end()) if found else None
        if phrase is not None:
            yield role, cut(text, *phrase)


def _bounds(when: When, sentence: Sentence, document: Document) -> tuple[date | None, date | None]:
    """Close a stretch that runs up to the report: at the day of "as of Dec. 12", else at the report's."""
    for phrase in find_times(sentence.tagged.text):
        if phrase.text.lower().startswith("as of"):
            until = resolve(phrase.text, start=sentence.in_body(phrase).start, published=document.report.published)
            start = when.from_ if until.to is None or when.from_ is None or when.from_ < until.to else None
            return start, until.to or document.report.day
    return when.from_, when.to or (document.report.day if when.from_ else None)
