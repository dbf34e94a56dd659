"""The head of a noun phrase and its number: enough grammar to tell one victim from several."""

import re

_TAIL = re.compile(
    r"\s+(?:of|in|from|who|whom|whose|which|that|aboard|visiting|with|within|loyal|at|on|near|for|to|by|belonging|"
    r"inside|outside|among|suspected of|accused|guilty|allied (?:to|with)|backed by|during|after|under|around|between|"
    r"were|was)\b.*$",
    re.I,
)
_PLURALS = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "troops",
        "police",
        "personnel",
        "forces",
        "dead",
        "wounded",
        "injured",
        "missing",
        "infantry",
        "them",
        "others",
        "those",
        "these",
        "both",
        "cattle",
        "folk",
        "clergy",
        "crew",
        "staff",
        "taliban",
        "seniors",
        "elderly",
        "faithful",
        "prey",
        "youth",
        "dozens",
        "hundreds",
        "thousands",
        "military",
    ]
)
_SINGULARS = frozenset(
    [
        "boss",
        "corps",
        "series",
        "species",
        "chaos",
        "congress",
        "press",
        "access",
        "hostess",
        "actress",
        "witness",
        "business",
        "princess",
        "waitress",
        "isis",
        "daesh",
        "damascus",
        "hamas",
        "campus",
        "virus",
        "status",
        "bus",
        "gas",
    ]
)
COLLECTIVE = re.compile(
    r"\b(?:squad|platoon|unit|crew|patrol|convoy|family|couple|group|battalion|brigade|number of)\s*$", re.I
)


def plain(text: str) -> str:
    """Take quotation marks, brackets and doubled spaces off a phrase."""
    return " ".join(re.sub(r"[“”\"„«»()\[\]]|^['‘’]|['’]$", "", text.replace("’", "'")).split()).strip(" ,;:")


def core(phrase: str) -> str:
    """Give a noun phrase up to its first preposition or clause."""
    return _TAIL.sub("", plain(phrase))


def head(phrase: str) -> str:
    """Give the head noun of a noun phrase: the last word of its core."""
    words = core(phrase).split()
    return words[-1] if words else ""


def is_plural(phrase: str) -> bool:
    """Say whether the phrase's head noun is plural ("two of the guards", "the women and children", "Hamas gunmen")."""
    noun = head(phrase).lower().strip(".,")
    if noun in _SINGULARS or noun.endswith(("ss", "us", "is", "'s")):
        return False
    return noun in _PLURALS or (noun.endswith(("men", "s")) and len(noun) > 3)
