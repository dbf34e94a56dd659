"""Times that hang on a happening: "since then", "soon afterwards", "during the raid", "the attack of Oct. 9"."""

import re

from vedette.coding.document import Document, Sentence
from vedette.coding.timeline import clock_at
from vedette.model import Mark, Role, Span
from vedette.phrases.calendar import add_days
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.find import find_times
from vedette.phrases.needed import sought
from vedette.phrases.times import read_time

_THEN = sought(
    r"\b(?:(?P<since>since then|ever since|from then on|in the (?:days|weeks|months) since)|"
    r"(?:shortly|soon|immediately|not long|moments) (?:afterwards?|thereafter|after(?=[,.])))",
    re.IGNORECASE,
)
_SINCE = re.compile(r"since\s", re.I)
_EVENT = sought(
    r"\b(?:(?:hours|minutes|moments|shortly|soon|immediately|just|a day|two days|three days|a week|days)\s+)?"
    r"(?:after|during|before|following)\s+(?:the|that|those|these|this)\s+[^,.;]{3,60}",
    re.IGNORECASE,
)


def then(mark: Mark, sentence: Sentence, document: Document) -> tuple[Span, Stretch] | None:
    """Read "since then" or "soon afterwards" in the clause of a mark, counted from the last date that was told."""
    found = _THEN.search(sentence.tagged.text)
    if not found or re.search(r"[;:]", sentence.tagged.text[found.end() : mark.trigger.start]):
        return None
    clock = clock_at(sentence, document, found.start())
    if found["since"] and (named := _named_since(sentence, found.start(), clock)):
        return named
    if clock.anchor is None:
        return None
    span = Span(text=found[0], start=found.start(), end=found.end())
    basis = f"{found[0].lower()}, from the text's last date ({clock.anchor.isoformat()})"
    end = clock.published.end if found["since"] else add_days(clock.anchor, 1)
    to = end if end is None or end >= clock.anchor else None
    return span, Stretch(from_=clock.anchor, to=to, value=clock.anchor.isoformat(), basis=basis)


def _named_since(sentence: Sentence, before: int, clock: Clock) -> tuple[Span, Stretch] | None:
    """Read "since then" as "since May 10" where the sentence has just said so."""
    spans = [span for span in find_times(sentence.tagged.text) if span.end <= before and _SINCE.match(span.text)]
    read = read_time(spans[-1].text, clock) if spans else None
    return (spans[-1], read) if read is not None and read.known else None


def beside_event(mark: Mark, sentence: Sentence) -> Span | None:
    """Give the phrase after a mark that dates it by another happening: "scrambled jets | during the raid"."""
    if mark.of(Role.TIME) or mark.of(Role.CAUSE):
        return None
    text = sentence.tagged.text
    found = _EVENT.search(text, mark.trigger.end)
    if not found or re.search(r"[;:.“”\"]|, ", text[mark.trigger.end : found.start()]):
        return None
    return Span(text=found[0], start=found.start(), end=found.end())


_NOUN = re.compile(r"\b(?:the|that|this|those|these|an?|its|their|his|[A-Z][\w-]*)\s+(?:[\w-]+\s+){0,3}$")
_HANGS = re.compile(r",?\s+(?:(?:on|of|in|at|early on|late on|early|late)\s+)?(?:the\s+)?$")


def attached(mark: Mark, sentence: Sentence) -> Span | None:
    """Give the date that hangs on a happening named by a noun: "That attack, on the night of Oct. 9, was condemned"."""
    text, trigger = sentence.tagged.text, mark.trigger
    if mark.of(Role.TIME) or not _NOUN.search(text[: trigger.start]):
        return None
    for span in find_times(text):
        after = text[trigger.end : span.start]
        if span.start >= trigger.end and _HANGS.fullmatch(after) and ("," not in after or text[span.end :][:1] == ","):
            return span
        if span.end <= trigger.start and re.fullmatch(r"(?:['’]s)?\s+(?:[a-z-]+\s+)?", text[span.end : trigger.start]):
            return span if re.search(r"\b(?:the|that|this|its|their)\s+$", text[: span.start], re.I) else None
    return None


_OWNS = re.compile(r"['’]s\s+(?:[a-z-]+\s+){0,3}")


def owning(mark: Mark, sentence: Sentence) -> Span | None:
    """Give the day that owns a happening: "Sunday's air raid" was on Sunday, whenever it was spoken of."""
    text, trigger = sentence.tagged.text, mark.trigger
    owners = (span for span in find_times(text) if span.end <= trigger.start)
    return next((span for span in owners if _OWNS.fullmatch(text[span.end : trigger.start])), None)
