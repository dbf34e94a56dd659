"""The years of dates written without one, in a text that tells history: the cheapest way through the whole story.

A story mostly goes forward, in small steps. Each date stands at one or more places in time, going from one to the next
has a cost, and a written year that lies beside the way ("unlike in 1812") may be left aside for a price. The cheapest
way gives each date its year (Viterbi's algorithm) and tells which written years the story does not stand in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_MONTH = 30.44
_BACK, _BACK_RATE = 0.3, 2.5  # what a step back costs, and every year of it
_AHEAD_RATE = 1.7  # what a year ahead costs
_JUMP_BACK, _JUMP_BACK_RATE, _JUMP_BACK_MOST = 0.6, 0.2, 2.0  # the same where the year is written, so that it may
_JUMP_RATE, _JUMP_MOST = 0.2, 1.0  # lie anywhere
_TURN = 0.3  # what going to another year costs a date that does not say so
_NEW_PARAGRAPH = 0.6  # the part of it in a new paragraph
_ASIDE = (1.0, 0.4, 2.2, 3.0)  # the price of leaving aside a season, a year, a month, a day
_YEARLESS_ASIDE = (0.1, 0.4, 1.5, 4.0)  # the same without a year: such a date then goes by the one before it
_BOUND = 0.4  # the part of it where the words bound something ("since 1954")
_FAR = 6  # written dates in a row that may be left aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A date as written: its year if it has one, month and day, whether it only bounds something, its paragraph.

    A season is given by the month in its middle.
    """

    year: int | None
    month: int | None
    day: int | None
    season: bool = False
    bounds: bool = False
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class _Way:
    cost: float
    before: tuple[int, int] | None  # the item before on this way, and its year


def years_of(dates: Sequence[Written]) -> list[int | None]:
    """Give each date the year it has in the story; None for a date that the story leaves aside."""
    known = sorted({year for one in dates if one.year is not None for year in (one.year - 1, one.year, one.year + 1)})
    ways: list[dict[int, _Way]] = []
    for index, one in enumerate(dates):
        near = _near(dates, index, known)
        ways.append(
            {year: _cheapest(dates, ways, index, year) for year in ([one.year] if one.year is not None else near)}
        )
    return _back(dates, ways)


def _near(dates: Sequence[Written], index: int, known: list[int]) -> list[int]:
    """Give the years that a date can be of: those written within some dates of it, and those beside them."""
    around = {one.year for one in dates[max(0, index - 25) : index + 12] if one.year is not None}
    return sorted({year + step for year in around for step in (-1, 0, 1)}) or known


def _cheapest(dates: Sequence[Written], ways: list[dict[int, _Way]], index: int, year: int) -> _Way:
    if index == 0:
        return _Way(0.0, None)
    best, aside, here = _Way(20.0 * index, None), 0.0, dates[index]
    for back in range(index - 1, max(-1, index - 2 - _FAR), -1):
        there = dates[back]
        for other, way in ways[back].items():
            cost = way.cost + aside + _step(there, other, here, year)
            if cost < best.cost:
                best = _Way(cost, (back, other))
        aside += _price(there)
    return best


def _price(one: Written) -> float:
    """Give the price of leaving a date aside."""
    exact = 0 if one.season else 1 + (one.month is not None) + (one.day is not None)
    return (_ASIDE if one.year is not None else _YEARLESS_ASIDE)[exact] * (_BOUND if one.bounds else 1.0)


def _step(there: Written, other: int, here: Written, year: int) -> float:
    """Give the cost of going from one date to the next: nothing within a year that is all that is known."""
    first, last = _reach(there, other)
    begin, end = _reach(here, year)
    new = _NEW_PARAGRAPH if here.paragraph != there.paragraph else 1.0
    if begin > last:
        years = (begin - last) / 12
        return (
            _AHEAD_RATE * years + _TURN * (other != year)
            if here.year is None
            else new * min(_JUMP_MOST, _JUMP_RATE * years)
        )
    if end < first:
        years = (first - end) / 12
        if here.year is None:
            return new * _BACK + _BACK_RATE * years + _TURN * (other != year)
        return new * min(_JUMP_BACK_MOST, _JUMP_BACK + _JUMP_BACK_RATE * years)
    return 0.0


def _reach(one: Written, year: int) -> tuple[float, float]:
    """Give a date as months since the year 0."""
    if one.month is None:
        return year * 12.0, year * 12 + 11.9
    month = year * 12 + one.month - 1
    if one.season:
        return month - 1.0, month + 1.95
    return (month + (one.day - 1) / _MONTH,) * 2 if one.day else (float(month), month + 0.95)


def _back(dates: Sequence[Written], ways: list[dict[int, _Way]]) -> list[int | None]:
    years: list[int | None] = [None] * len(dates)
    if not dates:
        return years
    ends = []
    aside = 0.0
    for index in range(len(dates) - 1, max(-1, len(dates) - 2 - _FAR), -1):
        ends += [(way.cost + aside, (index, year)) for year, way in ways[index].items()]
        aside += _price(dates[index])
    at: tuple[int, int] | None = min(ends)[1] if ends else None
    while at is not None:
        index, year = at
        years[index] = year
        at = ways[index][year].before
    return years
