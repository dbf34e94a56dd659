"""Acts whose type the words settle, whatever the tagger took them for."""

import re
from dataclasses import replace

from vedette.coding.document import Sentence
from vedette.model import Mark, Role

_SANCTION = re.compile(r"(?:sanctions?|sanctioned|embargo|blacklist\w*)", re.I)
_RAID = re.compile(r"(?:raided|stormed|overran|overrun|storming|raiding|raids?|attacked)", re.I)
_FIGHTERS = re.compile(
    r"\b(?:gunmen|militants|fighters|rebels|insurgents|jihadists|militia(?:s|men)?|attackers|assailants|legion|gang|"
    r"gangs|bandits|terrorists|settlers|extremists|paramilitar(?:y|ies))\b",
    re.I,
)
_ARREST = re.compile(r"\b(?:arrest|detain|search|seiz|confiscat|question)\w*", re.I)


def as_called(mark: Mark, sentence: Sentence) -> Mark:
    """Give a mark the type that its words settle: sanctions are SANCTION, a raid by armed men is an ASSAULT."""
    if mark.type == "COERCE" and _SANCTION.fullmatch(mark.trigger.text):
        return replace(mark, type="SANCTION", mode=None)
    if mark.type == "COERCE" and _is_armed_raid(mark, sentence):
        return replace(mark, type="ASSAULT", mode="firearms", mode_probability=0.5)
    return mark


def _is_armed_raid(mark: Mark, sentence: Sentence) -> bool:
    armed = any(_FIGHTERS.search(span.text) for span in mark.of(Role.ACTOR))
    raid = _RAID.fullmatch(mark.trigger.text) is not None
    return armed and raid and _ARREST.search(sentence.tagged.text) is None
