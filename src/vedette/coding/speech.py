"""Who speaks in a sentence, and by which words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vedette.coding.clauses import Stretch, main_subject, noun_phrase, quoted, subject_of
from vedette.coding.cues import pattern
from vedette.coding.document import Sentence
from vedette.model import Part, Span, cut

_PRONOUN_OR_NAME = re.compile(
    r"\s*(?:[A-Z“]|the\b|an?\b|his\b|its\b|their\b|one\b|two\b|some\b|al-|senior\b|"
    r"former\b|local\b|(?!(?:in|on|at|of|by|that|to|from|during|after|it|he|she|they|there|if)\b)(?:[a-z][\w-]+\s){1,3}[A-Z]\w)"
)


_ASIDE = re.compile(
    r"\b(?:which|who|whom|that)\s+$"
)  # "X, which police say is armed by Y, fled": not said of the flight
_WHOM = re.compile(r",\s+(?:which|whom?)\s+(?P<who>(?:[\w.]+\s+){0,2}[\w.]+)\s+$")  # "X, which the police say ..."
_OF_WHOM = re.compile(r"(?<=accused)\s+(?:of|by)\b")  # "a man accused of the murder" accuses nobody
_EXAMINED = frozenset(
    ("assessed", "questioned", "observed", "judged", "recalled", "asked", "urged", "accused", "condemned")
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?$")
_IS = re.compile(r"\s+(?:is|are|was|were|has|have|had)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Somebody speaking in a sentence: the phrase that names the speaker and the word of saying (sentence offsets).

    `free` tells a main verb or "according to" from a participle, which only goes on with somebody's speech.
    """

    who: Span
    cue: Span
    free: bool = True


def speeches(sentence: Sentence) -> tuple[Speech, ...]:
    """Give everybody who speaks in the sentence, in the order of the words of saying."""
    return _spoken(sentence.tagged.text) or tuple(sorted(_tagged(sentence), key=lambda speech: speech.cue.start))


@lru_cache(maxsize=4096)
def _spoken(text: str) -> tuple[Speech, ...]:
    return tuple(sorted((*_verbs(text), *_before(text), *_participles(text)), key=lambda speech: speech.cue.start))


def speech_at(sentence: Sentence, position: int) -> Speech | None:
    """Give the speech that a word at `position` belongs to: the last that began before it, else the first after it."""
    found = [speech for speech in speeches(sentence) if not speech.who.start <= position < speech.who.end]
    free = [speech for speech in found if speech.free] or found
    before = [speech for speech in free if speech.cue.start <= position]
    return before[-1] if before else next(iter(free), None)


def _verbs(text: str) -> Iterator[Speech]:
    for verb in pattern("speech.toml", "verbs").finditer(text):
        if quoted(text, verb.start()) or verb.group()[0].isupper() or _OF_WHOM.match(text, verb.end()):
            continue
        if verb.group() in _EXAMINED and _PASSIVE.search(text, 0, verb.start()):
            continue
        if said := _WHOM.search(text, 0, verb.start()):
            yield Speech(who=cut(text, *said.span("who")), cue=cut(text, verb.start(), verb.end()), free=False)
            continue
        who = _subject(text, verb)
        if who is not None:
            aside = _ASIDE.search(text[: who[0]]) is not None and _IS.match(text, verb.end()) is not None
            yield Speech(who=cut(text, *who), cue=cut(text, verb.start(), verb.end()), free=not aside)


def _subject(text: str, verb: re.Match[str]) -> Stretch | None:
    lead = text[: verb.start()].rstrip()
    if lead.endswith((",", "”", '"', ",’")) and _PRONOUN_OR_NAME.match(text, verb.end()):
        phrase = noun_phrase(text, verb.end())
        if phrase is not None and (
            not lead.endswith(",")
            or re.match(r"\s*(?:[,.;:]|$|(?:on|in|at|of|from|after|during)\b)", text[phrase[1] :])
        ):
            return phrase
    subject = subject_of(text, verb.start())
    return (
        None
        if subject
        and re.fullmatch(
            r"(?:it|there|what|who|which|"
            r"that)",
            text[slice(*subject)],
            re.I,
        )
        else subject
    )


def _before(text: str) -> Iterator[Speech]:
    for cue in pattern("speech.toml", "before").finditer(text):
        if (who := noun_with_author(text, cue.end())) is not None:
            yield Speech(who=cut(text, *who), cue=cut(text, cue.start(), cue.end()))


def noun_with_author(text: str, start: int) -> Stretch | None:
    """Give the noun phrase at `start`, with "by X" or "from X" where it is a paper that carries a source."""
    phrase = noun_phrase(text, start)
    if phrase is None or not pattern("speech.toml", "papers").search(text, *phrase):
        return phrase
    by = re.match(r"\s+(?:by|from|in)\s+", text[phrase[1] :])
    author = noun_phrase(text, phrase[1] + by.end()) if by else None
    return (phrase[0], author[1]) if author else phrase


def _participles(text: str) -> Iterator[Speech]:
    for cue in pattern("speech.toml", "participles").finditer(text):
        before = text[: cue.start()].rstrip()
        if quoted(text, cue.start()) or not re.search(r"(?:,|”|\"|\bwhile|\band)$", before):
            continue
        if (who := main_subject(text, cue.start())) is not None:
            yield Speech(who=cut(text, *who), cue=cut(text, cue.start(), cue.end()), free=False)


def _tagged(sentence: Sentence) -> Iterator[Speech]:
    parts = sentence.tagged.attributions
    cues = [part.span for part in parts if part.part == Part.CUE]
    for part in parts:
        if part.part == Part.SOURCE:
            nearest = min(cues, key=lambda cue: abs(cue.start - part.span.start), default=part.span)
            yield Speech(who=part.span, cue=nearest)
