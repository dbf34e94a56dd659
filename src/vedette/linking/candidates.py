"""Pairs of claims worth comparing, found without comparing all with all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import floor

from vedette.linking.facts import Facts
from vedette.linking.features.where import called
from vedette.model import WherePrecision

_WIDE = 21  # days: beyond this a claim is no longer looked for day by day
_CROWDED = 120  # claims in a block before it is cut smaller
_NEIGHBOURS = 24  # claims compared on each side within a crowded block
_RARE = 24  # claims that share a word before the word stops telling anything


def pairs(facts: Sequence[Facts]) -> list[tuple[int, int]]:
    """Give the pairs (i < j) to compare: of one family, and near in time and country, or in one report, or sharing a
    rare word where one has no date. Near-linear in the number of claims."""
    found: set[tuple[int, int]] = set()
    for kind, block in _blocks(facts):
        found.update(_within(kind, block, facts))
    return sorted(found)


def _blocks(facts: Sequence[Facts]) -> Iterator[tuple[str, list[int]]]:
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, one in enumerate(facts):
        for key in _keys(one):
            blocks[key].append(i)
    limits = {"word": _RARE}
    for key in sorted(blocks, key=repr):
        if len(blocks[key]) > 1 and len(blocks[key]) <= limits.get(str(key[0]), len(facts)):
            yield str(key[0]), blocks[key]


def _keys(one: Facts) -> Iterator[tuple[object, ...]]:
    yield ("report", one.claim.report_id, one.family)
    days, cells = _days(one), _cells(one)
    for country in sorted(one.countries | _of_parties(one)) or ["?"]:
        yield from (("day", one.family, day, country) for day in days)
    yield from (("anywhere", one.family, day) for day in days if one.exact_day)
    yield from (("cell", one.family, day, cell) for day in days for cell in cells)
    if one.exact_day and _fine(one):
        yield from (("name", one.family, day, word) for day in days for word in sorted(called(one.claim.place)))
    if not days or not one.countries or not one.dated:
        yield from (("word", one.family, word) for word in _telling(one))
    elif one.exact_day:
        yield from (("word", one.family, word) for word in _telling(one)[:4])


def _of_parties(one: Facts) -> frozenset[str]:
    """Give the countries of a claim's sides: what names no place is only known by these."""
    return frozenset(party.country for party in (*one.claim.actor, *one.claim.target) if party.country)


def _days(one: Facts) -> Iterable[int]:
    """Give the windows of two days that touch the claim's days: claims a day apart share one (time zones)."""
    if one.from_ is None or one.to is None or one.to - one.from_ > _WIDE:
        edge = one.to if one.to is not None else one.from_
        return () if edge is None or not one.dated else range(edge - 1, edge + 1)
    return range(one.from_ - 1, one.to + 1)


def _fine(one: Facts) -> bool:
    """Say whether a claim has a place exact enough to be looked for by where it lies."""
    place = one.claim.place
    return place.located and place.precision is not None and place.precision <= WherePrecision.SECOND_ORDER


def _cells(one: Facts) -> list[tuple[int, int]]:
    """Give the four one-degree squares, of four grids half a degree apart, that hold the claim's place: two places
    less than half a degree apart share one."""
    if not _fine(one):
        return []
    lat, lon = one.claim.place.lat or 0.0, one.claim.place.lon or 0.0
    return [(2 * floor(lat + up) + bool(up), 2 * floor(lon + on) + bool(on)) for up in (0, 0.5) for on in (0, 0.5)]


def _telling(one: Facts) -> list[str]:
    return sorted(one.words, key=lambda word: (-one.words[word], word))[:10]


def _within(kind: str, block: list[int], facts: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    if kind == "anywhere":
        yield from _with_unplaced(block, facts)
        return
    if kind == "day":
        yield from _with_coarse(block, facts)
        return
    if len(block) <= _CROWDED:
        yield from combinations(block, 2)
        return
    ordered = sorted(
        block,
        key=lambda i: (
            facts[i].claim.place.adm1 or "",
            facts[i].claim.place.name or "",
            facts[i].claim.mode or "",
            facts[i].key,
        ),
    )
    for at, i in enumerate(ordered):
        yield from ((min(i, j), max(i, j)) for j in ordered[at + 1 : at + 1 + _NEIGHBOURS])


def _with_coarse(block: list[int], facts: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    """Pair the claims that have no exact place with each other and with all the rest of their day and country; two
    with exact places have met already, by where these lie."""
    coarse = [i for i in block if not _fine(facts[i])]
    yield from combinations(coarse[:_CROWDED], 2)
    fine = [i for i in block if _fine(facts[i])]
    yield from ((min(i, j), max(i, j)) for i in coarse[:_CROWDED] for j in fine[:_CROWDED])


def _with_unplaced(block: list[int], facts: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    """Pair the claims that name no place at all with some of their day, whatever country these are in."""
    lost = [i for i in block if not facts[i].claim.place.known][:_NEIGHBOURS]
    yield from ((min(i, j), max(i, j)) for i in lost for j in block[: 3 * _NEIGHBOURS] if i != j)
