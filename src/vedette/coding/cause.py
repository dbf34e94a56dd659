"""What an act responds to, as far as the text says so."""

import re

from vedette.coding.clauses import noun_phrase, strip
from vedette.coding.cues import pattern
from vedette.coding.document import Sentence
from vedette.model import Mark, Role, Span, cut

FILE = "cause.toml"
_ANSWERS = frozenset(
    ("ASSAULT", "COERCE", "THREATEN", "ACCUSE", "MOBILIZE", "SANCTION", "REQUEST", "REJECT", "PROTEST")
)
_OF = re.compile(r"\s+(?:on|against|in|at|by|to|near|of|upon|from|over|for|targeting|that|which|who)\s+", re.I)
_LONG = 12  # words


def cause_of(mark: Mark, sentence: Sentence, *, others: tuple[Mark, ...] = ()) -> Span | None:
    """Give the phrase (offsets in the body) that says what an act answers, or None.

    Cue words come first ("in retaliation for X"), then the tagger's cause, then what makes the one acted against
    responsible ("fighters behind the attack"), then "after" and "following" an act, then a cue that stands alone
    ("In retaliation,"), which points back to the text before. `others` are the sentence's marks: the cause goes to
    the act nearest before or after it.
    """
    if mark.type not in _ANSWERS:
        return None
    for find in (_led, _tagged, _blamed, _after, _alone):
        if (span := find(mark, sentence, others)) is not None and not _is_self(span, mark):
            return sentence.in_body(span)
    return None


def _is_self(span: Span, mark: Mark) -> bool:
    return span.overlaps(mark.trigger)


def _tagged(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    return next(iter(mark.of(Role.CAUSE)), None)


def _led(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    text = sentence.tagged.text
    for cue in pattern(FILE, "before").finditer(text):
        phrase = whole_phrase(text, cue.end())
        if phrase is not None and _nearest(mark, cue.start(), cut(text, *phrase), others):
            return cut(text, *phrase)
    return None


def _blamed(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    """Read "an airstrike against fighters responsible for a missile attack on a base"."""
    text = sentence.tagged.text
    for cue in pattern(FILE, "blamed").finditer(text, mark.trigger.end):
        later = [other for other in others if other.trigger.start >= cue.end() and other.type == "ASSAULT"]
        between = [other for other in others if mark.trigger.start < other.trigger.start < cue.start()]
        if mark.type not in {"ASSAULT", "COERCE", "SANCTION"} or between or not later:
            continue
        if later[0].trigger.start - cue.end() > 60 or re.search(r"[;.]\s", text[mark.trigger.end : cue.start()]):
            continue
        phrase = whole_phrase(text, cue.end())
        if phrase is not None:
            return cut(text, *phrase)
    return None


def _after(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    text = sentence.tagged.text
    for cue in pattern(FILE, "after").finditer(text):
        phrase = whole_phrase(text, cue.end())
        if phrase is None or not pattern(FILE, "acts").search(text, phrase[0], min(phrase[1], phrase[0] + 60)):
            continue
        if cue.group().lower().endswith("after") and mark.type not in {
            "ASSAULT",
            "THREATEN",
            "ACCUSE",
            "SANCTION",
            "COERCE",
        }:
            continue
        if _nearest(mark, cue.start(), cut(text, *phrase), others):
            return cut(text, *phrase)
    return None


def _alone(mark: Mark, sentence: Sentence, others: tuple[Mark, ...]) -> Span | None:
    text = sentence.tagged.text
    for cue in pattern(FILE, "alone").finditer(text):
        span = cut(text, cue.start(), cue.end())
        if _nearest(mark, cue.start(), span, others):
            return span
    return None


def _nearest(mark: Mark, cue: int, phrase: Span, others: tuple[Mark, ...]) -> bool:
    """Say whether `mark` is the act that a cause belongs to: the last before its cue, else the first after it."""
    acts = [other for other in (*others, mark) if other.type in _ANSWERS and not phrase.overlaps(other.trigger)]
    before = [other for other in acts if other.trigger.start <= cue]
    own = (
        max(before, key=lambda other: other.trigger.start)
        if before
        else min(acts, key=lambda other: other.trigger.start, default=None)
    )
    return own is not None and own.trigger == mark.trigger


def whole_phrase(text: str, start: int) -> tuple[int, int] | None:
    """Give the noun phrase at `start` with the prepositional phrases that hang on it."""
    phrase = noun_phrase(text, start)
    while (
        phrase is not None and (more := _OF.match(text, phrase[1])) and len(text[phrase[0] : phrase[1]].split()) < _LONG
    ):
        onward = noun_phrase(text, more.end())
        if onward is None or onward[1] <= phrase[1]:
            break
        phrase = (phrase[0], onward[1])
    return strip(text, phrase) if phrase else None
