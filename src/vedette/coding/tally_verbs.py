"""Counts told by a verb: "have overrun nine posts this year", "130 soldiers have been killed since July"."""

import re

from vedette.phrases.numbers import Quantity

_DONE = (
    r"(?:attacked|ambushed|targeted|struck|hit|shelled|bombed|raided|stormed|overrun|captured|seized|taken|burned|burnt|torched|"
    r"destroyed|sunk|shot\s+down|downed|hijacked|boarded|looted|besieged|demolished|razed|killed|murdered|slain|executed|wounded|"
    r"injured|abducted|kidnapped|arrested|detained|beheaded|massacred|assassinated|neutrali[sz]ed|eliminated|"
    r"displaced|fired|launched|dropped)"
)
_AUX = r"\b(?:has|have)\s+(?:(?:already|also|now|so\s+far|since|together|\w+ly)\s+)*"
_HAD = _AUX.replace("has|have", "has|have|had")  # "said that 40 men had been killed since May"
_QUICK = re.compile(r"\b(?:has|have|had)\b")
_DOES = re.compile(
    rf"{_AUX}(?P<verb>{_DONE}|left|claimed|cost|taken)\s+(?:the\s+lives\s+of\s+|(?:an\s+estimated|as\s+many\s+as)\s+)?$"
)
_LOSS = re.compile(r"(?:left|claimed|cost|taken)$")
_LIVES = re.compile(r"\s+(?:[\w’'-]+\s+){0,3}?(?:lives|dead)\b")
_SUFFERS = re.compile(
    rf"\s+(?:(?!has\b|have\b|had\b)[\w’'-]+\s+){{1,7}}?{_HAD}"
    rf"(?:been\s+(?:\w+ly\s+)?[“\x22‘']?(?P<verb>{_DONE})|(?P<died>died|lost\s+their\s+lives|perished))\b"
)
_NO_COUNT = re.compile(
    r"\s*(?:%|per\s?cent|years?\b|months?\b|weeks?\b|days?\b|times\b|kilomet|miles\b|of\s+(?:the|its|their)\b)"
)


def verb_of(text: str, quantity: Quantity) -> tuple[int, int] | None:
    """Give where the verb stands that says what was done to so many, in the present perfect; None where none does."""
    if not _QUICK.search(text) or _NO_COUNT.match(text, quantity.end):
        return None
    if does := _DOES.search(text, 0, quantity.start):
        if _SENT.match(does["verb"]) and not _MUNITIONS.match(text, quantity.end):
            return None
        lost = _LOSS.match(does["verb"]) is not None and "the lives of" not in does.group()
        return None if lost and not _LIVES.match(text, quantity.end) else does.span("verb")
    suffers = _SUFFERS.match(text, quantity.end)
    if suffers is None:
        return None
    return suffers.span("verb") if suffers["verb"] else suffers.span("died")


_SENT = re.compile(r"(?:fired|launched|dropped)$")
_MUNITIONS = re.compile(
    r"\s+(?:(?!at\b|on\b|against\b)[\w-]+\s+){0,3}?(?:missiles?|rockets?|drones?|shells?|bombs?|mortars?|projectiles?|munitions?|"
    r"warheads?|rounds|strikes|raids|attacks|(?:missiles?|rockets?|drones?)\s+and\s+(?:missiles?|rockets?|drones?))\b"
)
_AT = re.compile(
    r"(?:\s+(?:have|has)\s+been\s+(?:fired|launched|dropped))?\s+(?:at|on|against|towards?|into)\s+(?=(?:the|its|their|an?)\s|[A-Z])"
)


def aim_of(text: str, quantity: Quantity) -> int | None:
    """Give where the phrase stands that says at whom so many munitions were sent, or None."""
    sent = _MUNITIONS.match(text, quantity.end)
    at = _AT.match(text, sent.end()) if sent else None
    return at.end() if at else None


_TAKES = re.compile(r"(?:captured|seized|taken|arrested|detained)$")


def type_told(verb: str) -> str:
    """Give the type of what a verb counts: taking a place or a person is COERCE."""
    return "COERCE" if _TAKES.match(verb) else "ASSAULT"
