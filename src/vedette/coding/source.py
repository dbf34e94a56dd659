"""According to whom."""

import re
from dataclasses import dataclass

from vedette.coding.anaphor import is_anaphor
from vedette.coding.apposition import with_name
from vedette.coding.clauses import noun_phrase
from vedette.coding.cues import pattern
from vedette.coding.document import Document, Sentence
from vedette.coding.source_phrase import speaks_not, whole_source
from vedette.coding.speech import Speech, speech_at, speeches
from vedette.coding.who import parties
from vedette.model import Label, Mark, Role, Source, Span, cut
from vedette.registry import Registry

BY_TAGGER = "the tagger's role head"
_BACK = 6  # sentences that "he" may point back over
_PASSING = re.compile(r",\s+(?:which|who|whom)\s+(?:[\w.]+\s+){0,2}$")
_ITS_OWN = re.compile(r",\s+(?:which|who)\s+(?:has\s+|have\s+|had\s+)?(?:say|said|claim|insist|den)\w*\b", re.I)
_NOBODY = re.compile(r"(?:no\s+(?:one|group|other)|nobody|none|neither)\b", re.I)
_NOT_SAID = re.compile(r"(?:\b(?:not|never)|n['’]t)\s+(?:yet\s+)?$", re.I)
_PERSON = re.compile(r"(?:he|she)", re.IGNORECASE)
_SELF = re.compile(r"(?:he|she|they|it|i|we|who|which|that)", re.IGNORECASE)


def source_of(mark: Mark, sentence: Sentence, document: Document, *, registry: Registry) -> Source | None:
    """Say whom the report names for a happening, with the sources behind that one; None if the report itself says so.

    The tagger's source comes first, then who speaks in the sentence, then who spoke last in the paragraph where the
    sentence is wholly a quotation.
    """
    span = source_span(mark, sentence, document)
    if span is None:
        return None
    text = document.report.text
    return named(cut(text, span.start, span.end), sentence, document, registry=registry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The phrase (offsets in the body) that names a source, and how it was found."""

    span: Span
    rule: str


def source_span(mark: Mark, sentence: Sentence, document: Document) -> Span | None:
    """Give the phrase (offsets in the body) that names the source of a mark."""
    found = source_found(mark, sentence, document)
    return found.span if found else None


def source_found(mark: Mark, sentence: Sentence, document: Document) -> Found | None:
    """Find the phrase that names the source of a mark, and say by which rule."""
    text = sentence.tagged.text
    told = (
        whole_source(span, text)
        for span in mark.of(Role.SOURCE)
        if not _in_passing(span, mark, text) and not speaks_not(span, sentence)
    )
    if spans := [span for span in told if span is not None]:
        return Found(span=sentence.in_body(spans[0]), rule=BY_TAGGER)
    speech = speech_at(sentence, mark.trigger.start)
    if speech is not None and not _is_trigger(speech, mark) and not speaks_not(speech.who, sentence):
        if (
            _NOBODY.match(speech.who.text)
            or _NOT_SAID.search(text, 0, speech.cue.start)
            or _in_passing(speech.who, mark, text)
        ):
            return None
        who = whole_source(speech.who, text) or speech.who
        return Found(span=sentence.in_body(who), rule=f'who speaks here ("{speech.cue.text}")')
    running = running_speaker(sentence, document)
    return Found(span=running, rule="who speaks the quotation that the sentence goes on with") if running else None


def _in_passing(span: Span, mark: Mark, text: str) -> bool:
    """Say whether a source speaks only in a clause about a party ("X, which police say is armed by Y, fled"; "the
    militia, which says it fights for the poor, fled")."""
    said = _PASSING.search(text[: span.start]) or _ITS_OWN.match(text, span.end)
    close = text.find(",", max(span.end + 1, said.end() if said else 0))
    return said is not None and not said.start() <= mark.trigger.start < (close if close >= 0 else len(text))


def named(span: Span, sentence: Sentence, document: Document, *, registry: Registry) -> Source:
    """Build the source that a phrase of the body names."""
    who = parties(span, sentence, document, registry=registry)
    if len(who) > 1 and is_anaphor(span.text):  # "the two sides said"
        names = " and ".join(party.name or party.text for party in who)
        return Source(text=span.text, start=span.start, end=span.end, name=names, via=behind(sentence))
    first = next((party for party in who if party.actor_id), who[0] if who else None)
    return Source(
        text=span.text,
        start=span.start,
        end=span.end,
        actor_id=first.actor_id if first else None,
        name=first.name if first else None,
        via=behind(sentence),
    )


def behind(sentence: Sentence) -> tuple[Span, ...]:
    """Give the sources that the sentence's source relies on ("citing a hospital"), in the body."""
    text = sentence.tagged.text
    cues = pattern("speech.toml", "behind").finditer(text)
    phrases = (noun_phrase(text, cue.end()) for cue in cues)
    return tuple(sentence.in_body(cut(text, *phrase)) for phrase in phrases if phrase is not None)


def running_speaker(sentence: Sentence, document: Document) -> Span | None:
    """Give who speaks a sentence of a longer quotation: named before it in its paragraph, else after it."""
    if not _goes_on(sentence, document):
        return None
    same = [
        other for other in document.sentences if other.paragraph == sentence.paragraph and other.index != sentence.index
    ]
    before = [other for other in same if other.index < sentence.index][::-1]
    for other in (*before, *(other for other in same if other.index > sentence.index)):
        if (span := speaker_span(other, document)) is not None:
            return span
    return None


def speaker_span(sentence: Sentence, document: Document) -> Span | None:
    """Give who speaks in a sentence, in the body; "he said" is whoever spoke last before, by name."""
    said = speeches(sentence)
    if not said:
        return None
    who = next((speech for speech in said if speech.free), said[0]).who
    if not _SELF.fullmatch(who.text):
        return sentence.in_body(with_name(who, sentence.tagged.text, sentence.tagged.names))
    for earlier in document.before(sentence, _BACK):
        named_before = [speech.who for speech in speeches(earlier) if not _SELF.fullmatch(speech.who.text)]
        if named_before:
            return earlier.in_body(with_name(named_before[-1], earlier.tagged.text, earlier.tagged.names))
        if (person := _of_whom(earlier)) is not None and _PERSON.fullmatch(who.text):
            return earlier.in_body(person)
    return sentence.in_body(who)


def _of_whom(sentence: Sentence) -> Span | None:
    """Give the person whom a sentence is about: the one whose name it begins with ("Ana Ruiz, a retired colonel")."""
    people = (name.span for name in sentence.tagged.names if name.label == Label.PERSON and name.span.start == 0)
    return next((span for span in people if " " in span.text), None)


def _goes_on(sentence: Sentence, document: Document) -> bool:
    start = next(s.span.start for s in document.sentences if s.paragraph == sentence.paragraph)
    before = document.report.text[start : sentence.span.start]
    text = sentence.tagged.text
    inside = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return inside or text[:1] in '“"'


def _is_trigger(speech: Speech, mark: Mark) -> bool:
    return speech.cue.overlaps(mark.trigger)
