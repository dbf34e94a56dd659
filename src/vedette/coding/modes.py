"""By which means."""

import re
from functools import cache

from vedette.coding.cues import any_of, table
from vedette.coding.document import Sentence
from vedette.model import Mark, Role
from vedette.phrases.needed import Sought

_ASIDE = 24  # characters after the trigger that may tell a talk from a call
_REMOTE = frozenset(("aerial", "drone", "heavy-weapons"))
_GROUND = re.compile(
    r"raid(?:s|ed|ing)?|bl[eo]w(?:n|s|ing)?(?: up)?|storm(?:s|ed|ing)?|ambush(?:es|ed|ing)?|overr[au]n\w*", re.I
)
_LAID = re.compile(r"\b(?:improvised|home-?made|planted|hidden|roadside|parcel|car|lorry|truck|pipe|petrol)\b", re.I)
_AIR = re.compile(
    r"\b(?:air|aerial|air-?(?:strike|raid|borne|craft)s?|(?:war)?planes?|jets?|helicopters?|gunships?|bombers?|drones?|"
    r"bombard\w*|sorties?|missiles?|f-\d+s?|pilots?|dropped|skies|overhead)\b",
    re.I,
)
_SUICIDE = re.compile(
    r"\bsuicide(?:[- ](?:bomb\w*|attack\w*|car|truck|vehicle|belts?|vests?|drone))?(?:[- ]bombs?)?\s*$|"
    r"\bsuicide[- ](?:bomb|attack)ers?\b",
    re.I,
)
_HIMSELF = re.compile(
    r"(?:blew|blow(?:s|n|ing)?)\s+(?:himself|herself|themselves)\s+up|"
    r"(?:detonat|set\s+off|trigger)\w*\s+(?:his|her|their|an?)\s+(?:explosives?[- ]?(?:laden\s+)?)?(?:vests?|belts?)",
    re.I,
)
UNSURE = 0.6  # below this the tagger's mode gives way to a word that tells it


def mode_of(mark: Mark, sentence: Sentence) -> str | None:
    """Give the mode of a happening: the tagger's where it is sure, else what trigger and weapons tell."""
    if mark.type == "ASSAULT" and _by_suicide(mark, sentence):
        return "suicide"
    if mark.type == "ASSAULT" and mark.mode in _REMOTE and (told := _told_by_weapons(mark)) is not None:
        return told
    if mark.mode == "aerial" and _on_the_ground(mark, sentence):
        return _told(mark, sentence) or "other"
    if mark.mode is not None and mark.mode_probability >= UNSURE and mark.mode != "other":
        return mark.mode
    return _told(mark, sentence) or mark.mode


def _by_suicide(mark: Mark, sentence: Sentence) -> bool:
    """Say whether the words that lead to the trigger, the doer or the weapon tell of a suicide attack."""
    told = [span.text for role in (Role.ACTOR, Role.WEAPON) for span in mark.of(role)]
    lead = sentence.tagged.text[: mark.trigger.start]
    if _HIMSELF.match(sentence.tagged.text, mark.trigger.start):
        return True
    return any(_SUICIDE.search(words) for words in (lead, *told))


def _on_the_ground(mark: Mark, sentence: Sentence) -> bool:
    """Say whether an act taken for one from the air is told by a word of the ground, and no word of the air with it."""
    bombs = [span.text for span in mark.of(Role.WEAPON) if _LAID.search(span.text)]
    if not bombs and not _GROUND.fullmatch(mark.trigger.text):
        return False
    return _AIR.search(sentence.tagged.text) is None


def _told_by_weapons(mark: Mark) -> str | None:
    """Give the mode that the weapons tell, where they all tell one; the first one's where none tells the tagger's."""
    modes = [
        mode
        for span in (*mark.of(Role.WEAPON), mark.trigger)
        for type_, mode, found in _rows()
        if type_ == mark.type and found.search(span.text)
    ]
    return modes[0] if modes and set(modes) <= _REMOTE and (len(set(modes)) == 1 or mark.mode not in modes) else None


@cache
def _rows() -> tuple[tuple[str, str, Sought], ...]:
    return tuple((row["type"], row["mode"], any_of(row["words"])) for row in table("modes.toml")["mode"])


def _told(mark: Mark, sentence: Sentence) -> str | None:
    text = sentence.tagged.text
    near = text[max(0, mark.trigger.start - 24) : mark.trigger.end + (_ASIDE if mark.type == "CONSULT" else len(" up"))]
    weapons = " | ".join(span.text for span in mark.of(Role.WEAPON))
    for words in (weapons, mark.trigger.text, near):
        for type_, mode, found in _rows():
            if type_ == mark.type and found.search(words):
                return mode
    return None
