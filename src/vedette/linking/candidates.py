"""Pairs of claims worth comparing, found without comparing all with all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from vedette.linking.facts import Facts

_WIDE = 21              # days: beyond this a claim is no longer looked for day by day
_CROWDED = 120          # claims in a block before it is cut smaller
_NEIGHBOURS = 24        # claims compared on each side within a crowded block
_RARE = 24              # claims that share a word before the word stops telling anything


def pairs(facts: Sequence[Facts]) -> list[tuple[int, int]]:
    """Give the pairs (i < j) to compare: of one family, and near in time and country, or in one report, or sharing a
    rare word where one has no date. Near-linear in the number of claims."""
    found: set[tuple[int, int]] = set()
    for block in _blocks(facts):
        found.update(_within(block, facts))
    return sorted(found)


def _blocks(facts: Sequence[Facts]) -> Iterator[list[int]]:
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, one in enumerate(facts):
        for key in _keys(one):
            blocks[key].append(i)
    limits = {"word": _RARE}
    for key in sorted(blocks, key=repr):
        if len(blocks[key]) > 1 and len(blocks[key]) <= limits.get(str(key[0]), len(facts)):
            yield blocks[key]


def _keys(one: Facts) -> Iterator[tuple[object, ...]]:
    yield ("report", one.claim.report_id, one.family)
    days = _days(one)
    for country in sorted(one.countries) or ["?"]:
        yield from (("day", one.family, day, country) for day in days)
    if not days or not one.countries or not one.dated:
        yield from (("word", one.family, word) for word in _telling(one))
    elif one.exact_day:
        yield from (("word", one.family, word) for word in _telling(one)[:4])


def _days(one: Facts) -> Iterable[int]:
    """Give the days to look under: one day more on each side, for reports from another time zone."""
    if one.from_ is None or one.to is None or one.to - one.from_ > _WIDE:
        edge = one.to if one.to is not None else one.from_
        return () if edge is None or not one.dated else range(edge - 1, edge + 2)
    return range(one.from_ - 1, one.to + 2)


def _telling(one: Facts) -> list[str]:
    return sorted(one.words, key=lambda word: (-one.words[word], word))[:10]


def _within(block: list[int], facts: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    if len(block) <= _CROWDED:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda i: (facts[i].claim.place.adm1 or "", facts[i].claim.place.name or "",
                                           facts[i].claim.mode or "", facts[i].key))
    for at, i in enumerate(ordered):
        yield from ((min(i, j), max(i, j)) for j in ordered[at + 1 : at + 1 + _NEIGHBOURS])
