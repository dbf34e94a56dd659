"""Killings with a figure that a tagger passed over: "Two bombers, all of them boys, killed at least 18 people"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from vedette.coding.clauses import noun_phrase
from vedette.coding.document import Sentence
from vedette.model import Label, Mark, Role, RoleMark, cut
from vedette.phrases.find import find_times
from vedette.phrases.numbers import quantities

_SEEN = 0.6  # the probability of a mark that only its words speak for
_KILLED = re.compile(
    r"\b(?P<verb>killed|shot\s+dead)\s+(?=(?:at\s+least\s+|more\s+than\s+|some\s+|about\s+|nearly\s+|up\s+to\s+)*[\w\d])"
)
_NOT_DONE = re.compile(
    r"\b(?:had|have|has|was|were|been|be|being|not|if|would|could|who|which|that|and)\s+(?:\w+ly\s+)?$"
)
_ARMED = re.compile(
    r"\b(?:(?:suicide )?bombers?|"
    r"gunmen|gunman|militants?|soldiers?|troops|fighters?|insurgents?|rebels?|jihadists?|bandits?|"
    r"attackers?|assailants?|extremists?|militiamen|militia|paramilitar(?:y|ies)|police|"
    r"gang|army|air ?strikes?|strikes?|"
    r"shelling|drones?|missiles?|rockets?|shells?|bombs?|mines?|explosions?|blasts?|attacks?|raids?|ambush|bombing|snipers?)\b",
    re.I,
)
_NO_ATTACK = re.compile(
    r"\b(?:accidents?|earthquake|quake|flood\w*|cyclone|storm|landslide|typhoon|hurricane|crash\w*|collid\w+|disease|cholera|"
    r"measles|malaria|fire\b(?!\s+on)|heatwave|stampede|capsiz\w+|derail\w+|lightning|virus|avalanche|film|match|team)\b",
    re.I,
)
_LONGEST = 160  # characters from the doer to the verb


def with_killings(sentence: Sentence) -> Sentence:
    """Mark a killing that a sentence without any act of force tells in the active, by whom and of how many."""
    text = sentence.tagged.text
    if sentence.caption or not ("killed" in text or "shot dead" in text):
        return sentence
    if any(mark.type == "ASSAULT" for mark in sentence.tagged.marks) or _NO_ATTACK.search(text):
        return sentence
    mark = next(_killings(sentence), None)
    if mark is None:
        return sentence
    marks = sorted((*sentence.tagged.marks, mark), key=lambda one: one.trigger.start)
    return replace(sentence, tagged=replace(sentence.tagged, marks=tuple(marks)))


def _killings(sentence: Sentence) -> Iterator[Mark]:
    text = sentence.tagged.text
    for found in _KILLED.finditer(text):
        doer = _doer(text, found.start())
        number = next((one for one in quantities(text) if found.end() - 1 <= one.start <= found.end()), None)
        people = noun_phrase(text, number.end) if number else None
        if doer is None or number is None or _NOT_DONE.search(text, 0, found.start()):
            continue
        whom = cut(text, number.start, people[1] if people else number.end)
        roles = [
            RoleMark(role=Role.ACTOR, span=cut(text, *doer)),
            RoleMark(role=Role.TARGET, span=whom),
            RoleMark(role=Role.KILLED, span=whom),
            *_scene(sentence, found.end()),
        ]
        trigger = cut(text, *found.span("verb"))
        mode = "suicide" if "suicide" in text[slice(*doer)].lower() else None
        yield Mark(trigger=trigger, type="ASSAULT", mode=mode, status="actual", probability=_SEEN, roles=tuple(roles))


def _doer(text: str, verb: int) -> tuple[int, int] | None:
    """Give the phrase of the armed that kill: the last in the sentence before the verb, with the words before it."""
    armed = list(_ARMED.finditer(text, max(0, verb - _LONGEST), verb))
    if not armed:
        return None
    lead = re.search(
        r"(?:^|[,;:–—-]\s+|\b(?:said|when|as|after|and|by)\s+)((?:\w[\w’'-]*\s+){0,4})$", text[: armed[0].start()]
    )
    return (lead.start(1) if lead else armed[0].start()), armed[0].end()


def _scene(sentence: Sentence, start: int) -> Iterator[RoleMark]:
    """Give the first place named after the verb and the first day in the sentence that no saying has."""
    text = sentence.tagged.text
    places = [name.span for name in sentence.tagged.names if name.label == Label.PLACE and name.span.start >= start]
    if places:
        yield RoleMark(role=Role.PLACE, span=places[0])
    days = [span for span in find_times(text) if not re.search(r"\bsaid\s+(?:on\s+)?$", text[: span.start])]
    if days:
        yield RoleMark(role=Role.TIME, span=next((day for day in days if day.start >= start), days[0]))
