"""Which time phrase of a sentence governs a happening that has none of its own."""

import re

from vedette.coding.document import Sentence
from vedette.coding.when_phrase import is_of_a_clause_before, is_of_one_of_them, is_of_the_cause, is_of_the_word
from vedette.coding.when_ranked import ranks
from vedette.model import Mark, Role, Span
from vedette.phrases.find import find_times

_BOUNDARY = re.compile(
    r"[;:]|,? (?:who|which|that|whose|where|when|while|after|before|because|since|as|although|though|but|"
    r"following|in response to|in retaliation for)\b|, (?:and|with)\b|[“”\"]",
    re.I,
)
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|added|warned|noted|according to|in a statement|on X|tweeted|posted|"
    r"wrote)\W+"
    r"(?:\w+\W+){0,6}$",
    re.I,
)


def governing(mark: Mark, sentence: Sentence) -> Span | None:
    """Give the time phrase that governs the mark: at the head of the sentence, or in the mark's own clause.

    The time of saying ("said on Saturday") governs no act that is told, and a phrase that another happening's time
    role holds governs only what is coordinated with it.
    """
    text, trigger = sentence.tagged.text, mark.trigger
    if held := _within(mark, sentence):
        return held
    free = [
        span
        for span in find_times(text)
        if not _taken(span, mark, sentence)
        and not is_of_the_word(span, mark, sentence)
        and not is_of_the_cause(span, mark)
        and not is_of_one_of_them(span, mark, sentence)
        and not is_of_a_clause_before(span, mark, sentence)
        and not (span.start > trigger.start and ranks(span, text))
    ]
    opening = [span for span in free if _opens(span, text) and span.end <= trigger.start]
    clause = [span for span in free if not _split(text, span, trigger) and not _of_saying(span, text, trigger)]
    nearest = sorted(clause, key=lambda span: min(abs(span.start - trigger.end), abs(trigger.start - span.end)))
    return nearest[0] if nearest else (opening[0] if opening else None)


def _within(mark: Mark, sentence: Sentence) -> Span | None:
    """Give the date of a happening that another one's time phrase holds: "after the outbreak of war on | Oct. 7"."""
    holding = [
        time
        for other in sentence.tagged.marks
        if other is not mark
        for time in other.of(Role.TIME)
        if time.holds(mark.trigger)
    ]
    inner = [
        span
        for span in find_times(sentence.tagged.text)
        for time in holding
        if time.holds(span) and span.start >= mark.trigger.end
    ]
    return inner[0] if inner else None


def _opens(span: Span, text: str) -> bool:
    return (
        re.fullmatch(
            r"\W*(?:[A-Z\s,./()-]+[-–—]\s*)?(?:(?:Meanwhile|Later|Then|Earlier|Also),?\s+)?(?:on|in|at|during|"
            r"by|early|late)?\s*(?:the )?",
            text[: span.start],
            re.I,
        )
        is not None
    )


def _split(text: str, span: Span, trigger: Span) -> bool:
    between = text[span.end : trigger.start] if span.end <= trigger.start else text[trigger.end : span.start]
    return _BOUNDARY.search(between) is not None


def _of_saying(span: Span, text: str, trigger: Span) -> bool:
    """Say whether the phrase dates a statement that reports the trigger rather than the trigger itself."""
    return (
        _SAID.search(text[: span.start]) is not None
        and _SAID.match(trigger.text) is None
        and re.search(r"\b(?:said|says|told|announced|reported|added|warned|noted)\b", trigger.text) is None
    )


def _taken(span: Span, mark: Mark, sentence: Sentence) -> bool:
    """Say whether the phrase is another happening's time and that happening stands in another clause."""
    for other in sentence.tagged.marks:
        if other is not mark and any(time.overlaps(span) for time in other.of(Role.TIME)):
            return _split(sentence.tagged.text, other.trigger, mark.trigger) and not _opens(span, sentence.tagged.text)
    return False
