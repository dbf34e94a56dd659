"""Evidence from the figures: the same toll speaks for one happening, a rising one does not speak against it."""

import re
from collections.abc import Iterator

from vedette.linking.facts import Facts
from vedette.linking.features.feature import Feature
from vedette.model import Toll

_FEW = 2
_ATTACKERS = re.compile(
    r"\b(?:assailants?|attackers?|gunmen|militants?|insurgents?|terrorists?|jihadists?|fighters?|rebels?|bombers?|raiders?|"
    r"mercenaries|bandits?|extremists?|infiltrators?)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\bof\s+(?:them|these|those|whom|the\s+(?:dead|killed|victims))\b", re.IGNORECASE)
_COUNTED = re.compile(r"\d|\b(?:an?|one|two|both|couple|pair|second|only|single)\b", re.IGNORECASE)


def tolls(one: Facts, two: Facts) -> Iterator[Feature]:
    """Compare killed and injured."""
    yield from _compare("killed", one, two, 1.0)
    yield from _compare("injured", one, two, 0.6)


def _compare(name: str, one: Facts, two: Facts, scale: float) -> Iterator[Feature]:
    left, right = _figure(one, name), _figure(two, name)
    if left is None or right is None or _of_attackers(left) != _of_attackers(right):
        return
    said = f"{left.best} and {right.best} {name}"
    if left.best == right.best:
        yield Feature(name, scale * (1.2 if left.best > 2 else 0.7 if left.best else 0.3), said)
    elif left.fits(right):
        yield Feature(name, scale * 0.3, said + ", which fit")
    else:
        yield Feature(name, -scale * _clash(left, right, _no_wonder(left, right, one, two)), said)


def _figure(one: Facts, name: str) -> Toll | None:
    """Give a figure that is counted; one or two that only follow from the wording ("civilians died") are no count, and
    those "of them" are but a part."""
    toll = one.claim.killed if name == "killed" else one.claim.injured
    if toll is not None and _OF_THEM.search(toll.text or ""):
        return None
    implied = toll is not None and 0 < toll.best <= _FEW and not _COUNTED.search(toll.text or "")
    return None if implied else toll


def _of_attackers(toll: Toll) -> bool:
    """Say whether a figure counts fighters alone: beside one of others it is no figure of the same people."""
    return _ATTACKERS.search(toll.text or "") is not None


def _clash(left: Toll, right: Toll, mild: bool) -> float:
    """Weigh how far two figures disagree: by their ratio, half of it where a disagreement is no wonder."""
    low, high = sorted((left.best, right.best))
    ratio = (high + 1) / (low + 1)
    worst = 0.3 if ratio <= 1.5 else 0.7 if ratio <= 3 else 1.8 if ratio <= 8 else 2.6
    return worst * (0.5 if mild else 1.0)


def _no_wonder(left: Toll, right: Toll, one: Facts, two: Facts) -> bool:
    """Say whether the later report has the higher figure, or one is a party's own claim or an open one."""
    if "claimed" in (one.claim.status, two.claim.status) or None in (left.high, right.high):
        return True
    first, second = one.claim.published, two.claim.published
    if first is None or second is None or first == second:
        return False
    return (left.best < right.best) == (first < second)
