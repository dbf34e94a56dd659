"""Words that tell an act elsewhere, but none where they stand: a clip that was shot, bodies that were pulled out."""

import re

from vedette.model import Mark, Role

_PHYSICAL = frozenset(("ASSAULT", "COERCE"))
_PICTURES = r"\b(?:clips?|videos?|footage|films?|photos?|photographs?|pictures?|images?)\b"
_FILMED = re.compile(_PICTURES, re.I)
_PICTURE_OF = re.compile(rf"{_PICTURES}\s+of\s+(?:an?|the|its|their)\s+(?:[\w-]+\s+)?$", re.I)
_SHOT = re.compile(r"(?:shot|shoot(?:ing|s)?|captur(?:ed|ing|es))", re.I)
_LOST = re.compile(r"(?:lost|loses?|losing)", re.I)
_KIN = re.compile(
    r"\s+(?:an?|his|her|their|one|two|three|four|both|several)\s+(?:of\s+(?:his|her|their)\s+)?(?:[a-z]+\s+){0,2}?"
    r"(?:brothers?|sisters?|sons?|daughters?|fathers?|mothers?|parents?|husband|wife|cousins?|uncles?|aunts?|"
    r"nephews?|nieces?|relatives?|friends?|child|children)\b"
)
_FOUND = re.compile(
    r"(?:pull|dig|dug|recover|retriev|exhum|unearth|find|found|bur|remov|collect|identif|bring|brought|hand|return)\w*"
    r"(?:\s+(?:out|up|over|back))?",
    re.I,
)
_BODIES = re.compile(r"\b(?:body|bodies|remains|corpses?)\b", re.I)
_AGAINST = re.compile(r"(?:ran|runs?|running|went|goes|going|stood|stands?)", re.I)
_AGAINST_WHAT = re.compile(r"\s+(?:counter\s+to|(?:directly\s+|clearly\s+)?against)\b", re.I)
_CARRIED = re.compile(r"(?:flew|flown|airlift\w*|evacuat\w+|rush\w+|ferr\w+|transport\w*|took|taken|carr\w+)", re.I)
_THE_HURT = re.compile(
    r"\s+(?:the\s+|several\s+|two\s+|three\s+|dozens\s+of\s+)?(?:[\w-]+ly\s+|critically\s+)?(?:wounded|injured|patients|casualties|survivors)\b"
)
_SANK = re.compile(r"sank|sunk|sinks?|capsized|burned|collapsed", re.I)
_HAD_BEEN_HIT = re.compile(
    r"\bhad\s+(?:been\s+)?(?:holed|hit|struck|damaged|torpedoed|mined|rammed)\b[^.;]*,\s*(?:\w+ly\s+)?$"
)
_MOVED = re.compile(
    r"\b(?:carried|sat|lay|settled|calmed|wound|written|handed|walked|climbed|ran|slowed|stepped|cut)\s+$"
)
_RAN = re.compile(r"ran|runs?|running", re.I)
_WHAT_IS_RUN = re.compile(r"\s+(?:its|the|a|an|his|her|their|this|that|all|several)\s+(?!over\b|into\b|down\b)")
_COMMANDED = re.compile(r"headed|commanded|chaired|founded", re.I)
_CALLED = re.compile(r"(?:re)?named|called|dubbed|nicknamed", re.I)


def tells_no_act(mark: Mark, text: str) -> bool:
    """Say whether the word that is taken for an act of force tells none in its sentence."""
    if mark.type not in _PHYSICAL:
        return False
    word, start, end = mark.trigger.text, mark.trigger.start, mark.trigger.end
    if _CALLED.fullmatch(word) or _COMMANDED.fullmatch(word):
        return True
    if _RAN.fullmatch(word) and _WHAT_IS_RUN.match(text, end):
        return True
    if _SANK.fullmatch(word) and _HAD_BEEN_HIT.search(text, 0, start):
        return True
    if word == "down" and _MOVED.search(text, 0, start):
        return True
    if _CARRIED.fullmatch(word) and _THE_HURT.match(text, end):
        return True
    if _PICTURE_OF.search(text, 0, start):
        return not any(mark.of(role) for role in (Role.PLACE, Role.TARGET, Role.KILLED, Role.TIME))
    if _SHOT.fullmatch(word):
        hurt = mark.of(Role.KILLED) or mark.of(Role.INJURED) or mark.of(Role.WEAPON)
        return not hurt and _FILMED.search(text, 0, start) is not None
    if _LOST.fullmatch(word):
        return _KIN.match(text, end) is not None
    if _AGAINST.fullmatch(word):
        return _AGAINST_WHAT.match(text, end) is not None
    return _FOUND.fullmatch(word) is not None and any(_BODIES.search(span.text) for span in mark.of(Role.TARGET))
