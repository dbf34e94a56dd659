"""The toll of an act that a later sentence tells: "Five people died, the governor said"."""

import re
from dataclasses import replace

from vedette.coding.document import Document, Sentence
from vedette.coding.speech import speeches
from vedette.coding.statements import ADDED
from vedette.coding.tolling import victims_in
from vedette.model import Mark, Role, RoleMark, Span, cut
from vedette.phrases.find import find_times
from vedette.phrases.needed import sought

_EFFECT = re.compile(
    r"(?:killed|wounded|injured|hurt|died|dead|deaths?|casualties|toll|death toll|perished|killings?|victims?)", re.I
)
_COUNTED = re.compile(
    r"\b(?:(?:death )?toll|number of (?:the )?dead|(?<=the )dead(?=(?:\s[\w’'-]+){0,3}\s(?:at|to)\s))\b", re.I
)
_OWN = (Role.ACTOR, Role.WEAPON)
_HURTS = re.compile(r"(?:killed|wounded|injured|hurt)", re.I)
_CALLED_IT = re.compile(
    r"\b(?:called|calls|described|branded|termed|denounced|labelled)\s+(?:it|this|them|the\s+\w+)\s+(?:as\s+)?(?:an?|the)\s+(?:[\w-]+\s+)?$"
)
_THE_ACT = re.compile(
    r"(?:it|(?:the|this|that)\s+(?:attack|blast|explosion|bomb|bombing|(?:air\s?)?strike|raid|shelling|assault|ambush|device|shell|"
    r"rocket|missile|drone))",
    re.I,
)
_SAID = re.compile(r"\b(?:said|says|told|announced|reported|added|according to)\b[^,;]*$", re.I)
_AS_OF = re.compile(r"(?:as of|as at|by|until|up to)\b", re.I)
_OPENERS = sought(r"\b(?:while|when|in (?:an?|another|separate)|elsewhere|another attack)\b", re.I)
_SUPERLATIVE = re.compile(
    r",\s+(?:making\s+(?:it|this)|in\s+what|which\s+(?:is|was|makes|made))\b(?=.*?\b(?:\w+iest|worst|most|largest|biggest|first)\b)",
    re.I,
)  # what follows ranks the act and tells no other one
_REACH = 3  # sentences back in which the act may stand


def with_aftermath(document: Document) -> Document:
    """Give acts without a toll the one that a sentence after them tells, and its source; that sentence's own mark,
    which tells nothing else, goes. A second figure for the same act stays a claim of its own."""
    sentences = list(document.sentences)
    for sentence in document.sentences:
        toll = _told_only(sentences[sentence.index])
        found = _act_before(sentence, sentences) if toll else None
        if toll and found:
            act, told = found
            sentences[told.index] = _changed(told, act, _attached(act, told, sentence, toll))
            sentences[sentence.index] = _without_effect(sentences[sentence.index])
        elif toll and (act_again := _retold(sentence, sentences, toll)):
            sentences[sentence.index] = _with(sentences[sentence.index], act_again)
    return replace(document, sentences=tuple(sentences))


def _retold(sentence: Sentence, sentences: list[Sentence], toll: tuple[RoleMark, ...]) -> Mark | None:
    """Give the act before, told again with another figure, where the tagger found none in the sentence itself
    ("Rescuers raised the toll to nine")."""
    word = _COUNTED.search(sentence.tagged.text)
    found = _act_before(sentence, sentences, free=False) if word else None
    if word is None or found is None or any(mark.type == "ASSAULT" for mark in sentence.tagged.marks):
        return None
    trigger = cut(sentence.tagged.text, word.start(), word.end())
    return Mark(
        trigger=trigger, type="ASSAULT", mode=found[0].mode, status="actual", probability=ADDED, roles=tuple(toll)
    )


def _with(sentence: Sentence, mark: Mark) -> Sentence:
    marks = sorted((*sentence.tagged.marks, mark), key=lambda one: one.trigger.start)
    return replace(sentence, tagged=replace(sentence.tagged, marks=tuple(marks)))


def _told_only(sentence: Sentence) -> tuple[RoleMark, ...]:
    """Give the victims of a sentence that tells nothing but a toll: no act, weapon, doer or date of its own."""
    text = _SUPERLATIVE.split(sentence.tagged.text)[0]
    assaults = [mark for mark in sentence.tagged.marks if mark.type == "ASSAULT" and mark.trigger.start < len(text)]
    if sentence.caption or any(not _is_effect(mark) for mark in assaults) or _OPENERS.search(text):
        return ()
    if any(_dates(text, span) for span in find_times(sentence.tagged.text) if span.end <= len(text)):
        return ()
    return victims_in(text) or _hurt_by_it(assaults)


def _hurt_by_it(assaults: list[Mark]) -> tuple[RoleMark, ...]:
    """Give the victims of "It killed a conductor": what the act told before is the subject."""
    if len(assaults) != 1 or not _by_the_act(assaults[0]):
        return ()
    return tuple(role for role in assaults[0].roles if role.role in (Role.KILLED, Role.INJURED))


def _by_the_act(mark: Mark) -> bool:
    actors = mark.of(Role.ACTOR)
    told = bool(actors) and not mark.of(Role.WEAPON) and all(_THE_ACT.fullmatch(span.text) for span in actors)
    return told and _HURTS.fullmatch(mark.trigger.text) is not None


def _dates(text: str, time: Span) -> bool:
    """Say whether a time phrase dates what happened, and not the saying ("said on Friday") or the count ("as of")."""
    return not _SAID.search(text[: time.start]) and not _AS_OF.match(time.text)


def _is_effect(mark: Mark) -> bool:
    if _by_the_act(mark):
        return True
    return _EFFECT.fullmatch(mark.trigger.text) is not None and not any(mark.of(role) for role in _OWN)


def _act_before(sentence: Sentence, sentences: list[Sentence], *, free: bool = True) -> tuple[Mark, Sentence] | None:
    """Give the last act told before in the paragraph, or in the one before where this one tells of none yet; `free`: if
    it has no toll."""
    for earlier in sentences[max(0, sentence.index - _REACH) : sentence.index][::-1]:
        if earlier.caption or sentence.paragraph - earlier.paragraph > 1:
            return None
        actual = (mark for mark in earlier.tagged.marks if mark.type == "ASSAULT" and mark.status == "actual")
        acts = [mark for mark in actual if not _CALLED_IT.search(earlier.tagged.text, 0, mark.trigger.start)]
        if acts:
            told = any(acts[0].of(role) for role in (Role.KILLED, Role.INJURED))
            return None if free and told else (acts[0], earlier)
    return None


def _attached(act: Mark, told: Sentence, sentence: Sentence, toll: tuple[RoleMark, ...]) -> Mark:
    shift = sentence.span.start - told.span.start
    roles = [replace(role, span=role.span.shift(shift)) for role in toll]
    if not act.of(Role.SOURCE) and not speeches(told) and (who := _teller(sentence)) is not None:
        roles.append(RoleMark(role=Role.SOURCE, span=who.shift(shift)))
    return replace(act, roles=(*act.roles, *roles))


def _teller(sentence: Sentence) -> Span | None:
    named = [span for mark in sentence.tagged.marks for span in mark.of(Role.SOURCE)]
    said = speeches(sentence)
    return said[0].who if said else next(iter(named), None)


def _changed(sentence: Sentence, old: Mark, new: Mark) -> Sentence:
    marks = tuple(new if mark is old else mark for mark in sentence.tagged.marks)
    return replace(sentence, tagged=replace(sentence.tagged, marks=marks))


def _without_effect(sentence: Sentence) -> Sentence:
    marks = tuple(mark for mark in sentence.tagged.marks if mark.type != "ASSAULT")
    return replace(sentence, tagged=replace(sentence.tagged, marks=marks))
