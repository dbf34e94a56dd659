"""Why an act was done, told in a sentence after it: "The group called the raid revenge for the bombing"."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from vedette.codebook.acts import act_noun
from vedette.coding.act_phrase import FILE, act_in, whole_phrase
from vedette.coding.cues import pattern
from vedette.coding.document import Document, Sentence
from vedette.model import Mark, Role, RoleMark, Span, cut
from vedette.phrases.needed import sought

_Fits = Callable[[Mark], bool]
_FORCE = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
_ANY_ACT = frozenset(("action", "actions", "operation", "operations", "move", "step", "measure"))
_REACH, _FAR = 3, 9  # sentences back in which the act may stand; "said it had acted" speaks of the whole report's
_CHEAP = sought(
    r"\b(?:retaliation|revenge|reprisal|response|retribution|vengeance|punishment|answer|reply|reaction|behind|"
    r"responsible|mastermind\w*|involved|accused|linked|planned|ordered|carried|directed|organi[sz]ed|led)\b"
)
_WITHIN = re.compile(
    r"\b(?:it|this|the\s+(?!retaliation|revenge|reprisal|response|retribution|vengeance|punishment|answer|reply|reaction)"
    r"(?P<noun>\w+))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:it|this|that|they|which|(?:the|this|that|its|their)\s+(?:[\w-]+\s+){0,2}?"
    r"(?P<noun>(?!(?:it|this|that|they|which)\b)[\w-]+))\s*$",
    re.IGNORECASE,
)
_CALLING = re.compile(r"\b(?:the|this|that|its|their)\s+$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_NAMES = re.compile(r"\b[A-Z][\w’'-]{2,}")


def with_told_causes(document: Document) -> Document:
    """Give acts without a cause the one that a sentence shortly after them states.

    Either the sentence says it of the act ("It was a response to the raid"), or of the one whom the act hit ("The army
    said the commander was behind the ambush"). The cause's offsets count from the start of the act's sentence.
    """
    sentences = list(document.sentences)
    for sentence in document.sentences:
        cause = _stated(sentence) if _CHEAP.search(sentence.tagged.text) else None
        found = _act_before(sentence, *cause, sentences) if cause else None
        if cause and found:
            act, told = found
            role = RoleMark(role=Role.CAUSE, span=cause[0].shift(sentence.span.start - told.span.start))
            sentences[told.index] = _changed(told, act, replace(act, roles=(*act.roles, role)))
    return replace(document, sentences=tuple(sentences))


def _stated(sentence: Sentence) -> tuple[Span, _Fits, int] | None:
    """Give the cause that a sentence states of an act told before, what tells if an act is the one it speaks of, and in
    how many sentences back that may stand."""
    text = sentence.tagged.text
    for cue in pattern(FILE, "said_why").finditer(text):
        phrase = whole_phrase(text, cue.end())
        subject = _WITHIN.search(cue.group()) or _BEFORE.search(text[: cue.start()])
        if phrase is not None and subject is not None and (subject["noun"] is None or _can_call(subject["noun"])):
            reach = _FAR if "acted" in cue.group() else _REACH
            return cut(text, *phrase), partial(_called_so, subject["noun"]), reach
    for cue in pattern(FILE, "said_guilty").finditer(text):
        span = act_in(text, whole_phrase(text, cue.end()))
        who = _guilty(text, cue.start())
        if span is not None and who is not None:
            return span, partial(_hit, who), _REACH
    return None


def _can_call(noun: str) -> bool:
    return act_noun(noun) is not None or noun.casefold() in _ANY_ACT


def _called_so(noun: str | None, mark: Mark) -> bool:
    """Say whether a noun can call the act; "it" can call any."""
    called = act_noun(noun) if noun else None
    if called is None:
        return True
    if mark.trigger.text[:4].casefold() == called.noun[:4]:
        return True
    fits = not called.modes or mark.mode in (None, "other") or mark.mode in called.modes
    return fits and mark.type == called.type and not called.named


def _guilty(text: str, verb: int) -> str | None:
    """Give the words right before a verb that can name a person: "said Karim had planned ..."."""
    lead = re.search(r"(?:[\w’'.-]+\s+){1,4}$", text[:verb])
    return lead.group() if lead else None


def _act_before(
    sentence: Sentence, cause: Span, fits: _Fits, reach: int, sentences: list[Sentence]
) -> tuple[Mark, Sentence] | None:
    for earlier in sentences[max(0, sentence.index - reach) : sentence.index][::-1]:
        acts = [
            mark
            for mark in earlier.tagged.marks
            if mark.type in _FORCE and mark.status == "actual" and not earlier.caption and not _points(mark, earlier)
        ]
        fitting = [mark for mark in acts if fits(mark) and not _is_the_cause(cause, mark)]
        if fitting:
            free = [mark for mark in fitting if not mark.of(Role.CAUSE)]
            return (free[0], earlier) if free else None
    return None


def _is_the_cause(cause: Span, mark: Mark) -> bool:
    """Say whether an act is rather what the cause speaks of: a phrase of its doer or weapon stands in that."""
    words = {word.casefold() for word in _WORD.findall(cause.text)}
    own = " ".join(span.text for span in (*mark.of(Role.ACTOR), *mark.of(Role.WEAPON)))
    return bool(words & {word.casefold() for word in _WORD.findall(own)})


def _points(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a mark only calls an act again ("the raid")."""
    called = _CALLING.search(sentence.tagged.text[: mark.trigger.start])
    return called is not None and act_noun(mark.trigger.text) is not None


def _hit(who: str, mark: Mark) -> bool:
    """Say whether the act hit the one named."""
    named = set(_NAMES.findall(who))
    hit = " ".join(span.text for span in (*mark.of(Role.TARGET), *mark.of(Role.KILLED)))
    return bool(named & set(_NAMES.findall(hit)))


def _changed(sentence: Sentence, old: Mark, new: Mark) -> Sentence:
    marks = tuple(new if mark is old else mark for mark in sentence.tagged.marks)
    return replace(sentence, tagged=replace(sentence.tagged, marks=marks))
