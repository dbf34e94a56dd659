"""Phrases that take up what was told before: "the building", "one of them", "the other"."""

import re
from collections.abc import Iterable

from vedette.model import Party

_PART = re.compile(
    r"(?:(?:about|at\s+least|nearly|over)\s+)?(?:\d[\d,]*|four|five|six|seven|eight|nine|ten|dozens)\s+of\s+(?:them|these|those)|"
    r"(?:one|two|three|some|most|all|none|several|both|either|neither|another|others|each|"
    r"the (?:rest|others?|first|second|third|last))"
    r"(?:\s+of\s+(?:them|these|those|the\s+\w+))?|all\s+(?:the|these|those)\s+\w+",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:it|its|them|they|this|these|those|him|her|he|she|itself|themselves)", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that|these|those|its|their|his|her)\s+(?:\w+\s+)?[\w-]+", re.IGNORECASE)
_NO_NAME = re.compile(r"[^A-Z]*")


def is_part(text: str) -> bool:
    """Say whether a phrase counts some of what was told before ("one of them", "the other", "most")."""
    return _PART.fullmatch(text.strip(" ,.;:")) is not None


def refers_to_it(parties: Iterable[Party]) -> bool:
    """Say whether a pronoun stands for one of the parties ("rockets at it")."""
    return any(_PRONOUN.fullmatch(party.text.strip()) for party in parties)


def refers(text: str) -> bool:
    """Say whether a phrase without a name takes up something told before, at most two words after its article."""
    phrase = text.strip(" ,.;:")
    if _PART.fullmatch(phrase) or _PRONOUN.fullmatch(phrase):
        return True
    return _DEFINITE.fullmatch(phrase) is not None and _NO_NAME.fullmatch(phrase[1:]) is not None


def party_refers(party: Party) -> bool:
    """Say whether a party is nameless and only takes up somebody or something told before."""
    return party.actor_id is None and party.kind is None and refers(party.text)
