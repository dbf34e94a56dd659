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
_OPENS = re.compile(r"\b(?:after|when|as|before|said|says|that)\s+|[;:]\s+")
_CLAUSE = re.compile(r"\b(?:after|when|as|before)\s+$")
_WAR_KILLED = re.compile(
    r"\b(?:wars?|conflicts?|insurgency|fighting|violence|rebellion|uprising|offensive|unrest|clashes)\b(?:\s+(?:in|between|across)\s[\w\s]{2,40}?)?"
    r"\s+(?:has|have)\s+(?:already\s+|so\s+far\s+|now\s+)?(?P<verb>killed)\s+"
)
_PEOPLE = re.compile(r"(?:\s+(?:people|civilians|soldiers|men|women|children|others))+")
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
_WORDS = re.compile(r"(?:\w[\w’'-]*\s+){0,4}")
_BEFORE = re.compile(r"(?:[,;:–—-]\s+|\b(?:and|by)\s+)((?:\w[\w’'-]*\s+){0,4})$")
_LONGEST = 160  # characters from the doer to the verb


def with_killings(sentence: Sentence) -> Sentence:
    """Mark a killing that a sentence without any act of force tells in the active, by whom and of how many."""
    text = sentence.tagged.text
    if sentence.caption or not ("killed" in text or "shot dead" in text):
        return sentence
    if _NO_ATTACK.search(text):
        return sentence
    force = [mark for mark in sentence.tagged.marks if mark.type == "ASSAULT"]
    found = (
        mark for mark in (*_killings(sentence), *_of_a_war(sentence)) if not force or _told_apart(mark, force, text)
    )
    mark = next(found, None)
    if mark is None:
        return sentence
    marks = sorted((*sentence.tagged.marks, mark), key=lambda one: one.trigger.start)
    return replace(sentence, tagged=replace(sentence.tagged, marks=tuple(marks)))


def _told_apart(mark: Mark, force: list[Mark], text: str) -> bool:
    """Say whether a killing has a clause of its own ("after troops killed 11 men") with no other act marked in it."""
    doer = next(iter(mark.of(Role.ACTOR)), None)
    if doer is None or not _CLAUSE.search(text, 0, doer.start):
        return False
    end = max(span.end for span in mark.of(Role.KILLED))
    return not any(
        doer.start <= one.trigger.start < end
        or any(span.overlaps(mark.trigger) for span in one.of(Role.CAUSE))
        or any(dead.start >= doer.start for dead in one.of(Role.KILLED))
        for one in force
    )


def _of_a_war(sentence: Sentence) -> Iterator[Mark]:
    """Mark what a war has cost: "the conflict has killed more than 4,000 people since 2017"."""
    text = sentence.tagged.text
    for found in _WAR_KILLED.finditer(text):
        number = next((one for one in quantities(text) if found.end() - 1 <= one.start <= found.end()), None)
        if number is None:
            continue
        people = _PEOPLE.match(text, number.end)
        whom = cut(text, number.start, people.end() if people else number.end)
        roles = (RoleMark(role=Role.TARGET, span=whom), RoleMark(role=Role.KILLED, span=whom), *_scene(sentence, 0))
        trigger = cut(text, *found.span("verb"))
        yield Mark(trigger=trigger, type="ASSAULT", mode="other", status="actual", probability=_SEEN, roles=roles)


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
    opened = max((found.end() for found in _OPENS.finditer(text, 0, verb)), default=0)
    start = max(0, verb - _LONGEST, opened)
    armed = list(_ARMED.finditer(text, start, verb))
    if not armed:
        return None
    lead = _BEFORE.search(text, opened, armed[0].start())
    if lead is None and _WORDS.fullmatch(text, opened, armed[0].start()):
        return opened, armed[0].end()
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
