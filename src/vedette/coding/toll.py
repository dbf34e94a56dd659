"""How many people a victim phrase means."""

import re

from vedette.coding.heads import COLLECTIVE, core, head, is_plural, plain
from vedette.model import Toll
from vedette.phrases.numbers import Quantity, quantities

_NOBODY = re.compile(
    r"^(?:(?:caus|inflict|suffer|report)(?:ed|ing) )?(?:no|none|nobody|zero|nil|neither|without)\b"
    r"(?! fewer| less| more than)",
    re.I,
)
_UNKNOWN = re.compile(
    r"\b(?:unknown|unspecified|undetermined|undisclosed|unconfirmed) number\b|\bnumbers? nobody knows\b|"
    r"\bsame number\b|^\s*whoever\b|%|^\s*any(?:one|body)?\b|^\s*(?:the\s+)?(?:number|toll|count|tally) of\b(?!.*\d)",
    re.I,
)
_PART = re.compile(
    r",?\s*(?:\bincluding\b|\bamong them\b|\bamong whom\b|\bmostly\b|\bmost of them\b|\bout of\b|\bincl\.).*$", re.I
)
_AGES = re.compile(
    r"\b(?:\w+ ?-)?\w+ ?[- ] ?years? ?[- ] ?olds?\b|,\s*(?:aged\s+)?\d{1,3}(?=\s*(?:,|$))|\baged? \d+\b|"
    r"\b(?:father|mother|parent|grandfather|grandmother) of \w+\b|\((?:aged )?\d{1,2}\)",
    re.I,
)
_MONEY = re.compile(
    r"[$€£¥]\s?[\d.,]+(?:\s?(?:thousand|million|billion))?|\b[\d.,]+(?:\s?(?:thousand|million|billion))?\s?"
    r"(?:dollars|euros|rupees|pounds sterling|rubles|hryvnias|shekels)\b",
    re.I,
)
MEASURES = re.compile(
    r"\b[\d.,]+(?:st|nd|rd|th)\b|\b[\d.,]+[- ]?(?:mm|cm|km|kms|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|"
    r"feet|kg|tons?|tonnes|days?|hours?|weeks?|months?|years?|minutes)\b|"
    r"\b(?:19|20)\d\d\b(?=\s*$|,)|\b\w-\d+\b",
    re.I,
)
OF_WHOM = re.compile(r"^(?P<n>.+?) (?:of whom|of whose|of which)\b", re.I)
_FAMILY = re.compile(r"\b(?:family|group|band|crew|party|team) of (?P<n>\w+)\b", re.I)
ORDINAL = re.compile(
    r"^(?:the|a|an|another)?\s*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"\d+(?:st|nd|rd|th))\b",
    re.I,
)
_ONE_OF = re.compile(
    r"^(?:(?:the\s+)?(?:first|last|rest)\s+)?of\s+(?:the\s+)?", re.I
)  # "the first of six people killed"
_ONE = re.compile(r"^(?:an?|another|the|his|her|its|their|our|my|one|this|that|each|every)\b", re.I)
_LEFT_DEAD = re.compile(r"^((?:an?|the|his|her|their|one)\s+.+?)\s+dead$", re.I)  # "shot a monk dead"
_THEM = re.compile(r"^(?:a number(?: of)?|them|they|others|those|these|people|we|us|several|scores|some)$", re.I)
_HIM = re.compile(r"^(?:he|him|she|her|his|it|me|i|himself|herself)$", re.I)
_MASS = re.compile(
    r"\b(?:casualt(?:y|ies)|causalities|loss(?:es)?|deaths?|injur(?:y|ies)|fatalit(?:y|ies)|wounds?|"
    r"bloodshed)\s*$",
    re.I,
)
_AND = re.compile(r"\s*(?:,\s+(?:and\s+)?|\s+and\s+|\s*;\s*|\s+as well as\s+|\s+plus\s+|\s*&\s*)", re.I)
_NOT_NUMBERS = (_AGES, _MONEY, MEASURES)


def toll(text: str) -> Toll | None:
    """Read how many people a victim phrase means, or None when it gives no figure ("an unknown number").

    Coordinated people are added ("two children and their mother": 3); parts are not ("35 people, including 10
    children": 35). A bare plural is two or more, best 2; "casualties" without a figure is one or more, best 1.
    """
    phrase = _bare(text)
    if not phrase or _UNKNOWN.search(phrase):
        return None
    if _NOBODY.match(phrase):
        return Toll(low=0, best=0, high=0, of=_who(phrase))
    if part := OF_WHOM.match(phrase):
        phrase = part["n"]
    tolls = [found for item in _items(phrase) if (found := _item_toll(item)) is not None]
    if not tolls:
        return None
    total = tolls[0]
    for more in tolls[1:]:
        total = total + more
    return Toll(low=total.low, best=total.best, high=total.high, of=_who(phrase))


def _bare(text: str) -> str:
    """Cut from a victim phrase what holds numbers that count no victims: parts, ages, money, measures."""
    phrase = plain(text)
    for pattern in (*_NOT_NUMBERS, _PART):
        phrase = pattern.sub("", phrase)
    phrase = _LEFT_DEAD.sub(r"\1", phrase)
    return " ".join(phrase.split()).strip(" ,;:-")


def _items(phrase: str) -> list[str]:
    """Split a coordination where the second part counts for itself; "nine soldiers and militiamen" stay together."""
    first = next(quantities(phrase), None)
    held = first.end if first and first.start == 0 else 0
    pieces = _AND.split(phrase[held:])
    pieces[0] = phrase[:held] + pieces[0]
    items = pieces[:1]
    for piece in pieces[1:]:
        if _counts_for_itself(piece, items[-1]):
            items.append(piece)
        else:
            items[-1] = f"{items[-1]} and {piece}"
    return items


def _counts_for_itself(piece: str, before: str) -> bool:
    numbered_before = any(quantities(before))
    if any(True for found in quantities(piece) if found.start == 0):
        return True
    if _HIM.match(piece) or _THEM.match(piece):
        return _HIM.match(piece) is not None
    if _ONE.match(piece):
        return not is_plural(piece) or not numbered_before
    indefinite = re.match(r"an? |the ", before, re.I) is not None
    return not (numbered_before or indefinite or is_plural(before) or _MASS.search(piece)) and len(piece.split()) <= 4


def _item_toll(item: str) -> Toll | None:
    if (family := _FAMILY.search(item)) and (inner := next(quantities(family["n"]), None)):
        return _from(inner)
    if (
        (several := _ONE_OF.match(item))
        and (inner := next(quantities(item[several.end() :]), None))
        and not inner.start
    ):
        return _from(inner)
    if ORDINAL.match(item):
        return Toll(low=1, best=1, high=1)
    if number := _number(item):
        return _floored(item, _from(number))
    return _uncounted(item)


def _number(item: str) -> Quantity | None:
    """Give the first quantity that stands before the head noun; numbers in a later "of ..." count something else."""
    return next(
        (
            found
            for found in quantities(item)
            if not re.search(r"\b(?:of|in|from|near|at|to)\b [^,]*$", item[: found.start], re.I)
            or re.search(r"\b(?:total|toll|number) of(?: \w+)? $", item[: found.start])
        ),
        None,
    )


def _floored(item: str, read: Toll) -> Toll:
    """Apply a limit that follows its number: "three people at least", "50 at most"."""
    if re.search(r"\bat least\b", item, re.I):
        return Toll(low=read.best, best=read.best, high=None)
    if re.search(r"\bat most\b", item, re.I):
        return Toll(low=min(read.low, 1), best=read.best, high=read.best)
    return read


def _from(number: Quantity) -> Toll:
    return Toll(low=number.low, best=number.best, high=number.high)


def _uncounted(item: str) -> Toll:
    if _HIM.match(item):
        return Toll(low=1, best=1, high=1)
    if _MASS.search(item) or _MASS.search(head(item)):
        return Toll(low=1, best=1, high=None)
    if re.search(COLLECTIVE, core(item)) or _THEM.match(item) or is_plural(item):
        return Toll(low=2, best=2, high=None)
    return Toll(low=1, best=1, high=1) if item.lower() != "more" else Toll(low=1, best=1, high=None)


def _who(phrase: str) -> str | None:
    """Give the words that say who they were, without the number."""
    first = next(quantities(phrase), None)
    rest = phrase[first.end :] if first and first.start == 0 else re.sub(r"^(?:no|an?|the)\b", "", phrase, flags=re.I)
    rest = re.sub(r"^(?:\s*(?:of|more|other|others|the|its|their|his|her)\b)+", "", rest.strip(), flags=re.I)
    return re.sub(r"\s*\bat (?:least|most)\b", "", rest).strip(" ,") or None
