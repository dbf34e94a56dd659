"""Things that only bear a town's name: ships do not stand in it, hotels and offices mostly do."""

import re

from vedette.model import Span
from vedette.registry import Gazetteer

_VESSEL = re.compile(
    r"\b(?:(?:land\w+|war|patrol|cargo|container|research|naval|supply|spy|merchant|missile)?\s?ships?|vessels?|frigates?|"
    r"destroyers?|corvettes?|cruisers?|submarines?|(?:aircraft )?carriers?|tankers?|ferry|freighters?|trawlers?|boats?|"
    r"bulkers?|warships?|flagship|USS|HMS|INS|MV|MT|SS|M/V|M/T)\s+[“\"'‘]?$",
)
_STREET = re.compile(r"^\s+(?:Street|St\.?|Avenue|Ave\.?|Road|Boulevard|Highway|Lane|Drive)\b")
_INSTITUTION = re.compile(
    r"^(?:['’]s?)?(?:\s+(?:[A-Z][\w&’'.-]*|of|and|for|the|de|la))*?\s+(?:palace|hotel|inn|plaza|mall|cent(?:er|re)|market|bazaar|hospital|"
    r"clinic|university|college|school|academy|institute|stadium|arena|theat(?:er|re)|cathedral|church|mosque|temple|"
    r"monastery|synagogue|museum|library|tower|stations?|airport|airbase|base|barracks|garrison|prison|jail|"
    r"penitentiary|port|harbou?r|refinery|plant|factory|depot|bridge|dam|zoo|park|garden|court|courthouse|embassy|"
    r"consulate|headquarters|police|governorate|municipality|authority|council|command|corps|brigade|division|"
    r"office|bureau|restaurant|club|residence|compound|complex|cemetery|circus|opera)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?<![\w-])(?:(?:[AaEe]l|Ash|Ar|Az|Ad)[ -]|a(?:[nst]|sh|r|z|d)-)$")
_CAPITAL_WORD = re.compile(r"(?P<word>[A-Z][\w’'-]*)\s$")
_FREE = frozenset(
    "north south east west northern southern eastern western central upper lower greater inner outer old near in at on "
    "of from to the around outside inside off across over throughout between and downtown rural coastal mainland "
    "province city town village district region state port capital president governor mayor general minister mr mrs "
    "northeast northwest southeast southwest northeastern northwestern southeastern southwestern occupied neighbouring "
    "neighboring".split()
)


def names_a_vessel(before: str) -> bool:
    """Say whether the words before a name make it a ship's: "the frigate | Makarov"."""
    return _VESSEL.search(before) is not None


def is_street(after: str) -> bool:
    """Say whether the words after a name make it a street's: "Baghdad | Street"."""
    return _STREET.match(after) is not None


def names_an_institution(after: str) -> bool:
    """Say whether the words after a name make it a building's or an office's: "Kharkiv | Palace hotel"."""
    return _INSTITUTION.match(after) is not None


def is_tail_of_a_name(before: str) -> bool:
    """Say whether the word before is a part of the same, longer name: "Wharf | Jérémie", not "Northern | Kosovo",
    not "Ethiopia's | Amhara"."""
    found = _CAPITAL_WORD.search(before)
    return found is not None and not found["word"].endswith(("'s", "’s")) and found["word"].lower() not in _FREE


def called_after(name: str, gazetteer: Gazetteer) -> str | None:
    """Give the town that a building or an office is called after ("Odesa Opera House" -> "Odesa"), or None."""
    words = name.split()
    for size in range(min(3, len(words) - 1), 0, -1):
        head = " ".join(words[:size])
        rest = name[len(head) :]
        if names_an_institution(rest) and any(spot.exact and spot.kind == "city" for spot in gazetteer.find(head)):
            return head
    return None


def _with_article(name: Span, text: str) -> Span:
    found = _ARTICLE.search(text[: name.start])
    if found is None or not name.text[:1].isupper():
        return name
    return Span(text=text[found.start() : name.end], start=found.start(), end=name.end)


def joined(names: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Join names that stand side by side, which a tagger parted: "Wharf" and "Jérémie", "Al" and "Udeid"."""
    whole: list[Span] = []
    for name in sorted((_with_article(name, text) for name in names), key=lambda name: name.start):
        beside = whole and text[whole[-1].end : name.start] in (" ", "-")
        start = whole.pop().start if beside else name.start
        whole.append(Span(text=text[start : name.end], start=start, end=name.end))
    return tuple(whole)
