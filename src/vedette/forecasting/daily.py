"""Day by day and pair by pair: counts of attacks, of attacks with deaths, of deaths, and of acts of each type."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vedette.forecasting.acts import Acts, Days, drawn
from vedette.forecasting.deaths import Tolls
from vedette.forecasting.panel import Panel
from vedette.forecasting.score import Floats
from vedette.model.errors import UsageError

ATTACKS, DEADLY, KILLED = "attacks", "deadly attacks", "killed"
LEAST_DAYS, LEAST_ACTS = 30, 5  # days that a daily forecast needs, and acts of a pair that is forecast by itself
MOST_PAIRS, MOST_TYPES = 10, 6
LONGEST = 730  # days back that are laid out
IMPUTED = 3  # times that uncertain days and deaths are drawn

ANYONE, UNKNOWN = "anyone", "unknown"
Pair = tuple[str, str]
WORLD: Pair = (ANYONE, ANYONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One thing that is counted: by whom, to whom, and what (attacks, deadly attacks, killed, or a type)."""

    pair: Pair
    of: str

    @property
    def name(self) -> str:
        """The series in words."""
        return f"{self.pair[0]} -> {self.pair[1]}: {self.of}"


def series_of(acts: Acts, *, pairs: int = MOST_PAIRS) -> list[Series]:
    """Give what is counted: for all acts together, and for the pairs that acted most in the last two years.

    Each has attacks, attacks with deaths, and deaths (where any are told), and the types of which it has five acts.
    """
    recent = acts.last > acts.end - LONGEST
    once = acts.one_each & recent
    rows = list(zip(acts.actor, acts.target, acts.type, strict=True))
    pairs_, kinds = Counter[Pair](), Counter[tuple[Pair, str]]()
    for (actor, target, kind), new, single in zip(rows, recent, once, strict=True):
        if new and UNKNOWN not in (actor, target):
            pairs_[actor, target] += 1
            kinds[(actor, target), kind] += 1
        if single:
            kinds[WORLD, kind] += 1
    ordered = sorted(pairs_, key=lambda pair: (-pairs_[pair], pair))
    chosen = [WORLD, *[pair for pair in ordered if pairs_[pair] >= LEAST_ACTS][:pairs]]
    measures = (ATTACKS, DEADLY, KILLED) if acts.killed[recent].any() else (ATTACKS,)
    made = [Series(pair=pair, of=of) for pair in chosen for of in measures]
    many = {kind for _, kind in kinds} != acts.attack or len(acts.attack) > 1
    often = sorted((one for one, n in kinds.items() if many and n >= LEAST_ACTS), key=lambda one: (-kinds[one], one))
    return made + [
        Series(pair=pair, of=kind)
        for pair in chosen
        for kind in [kind for one, kind in often if one == pair and {kind} != acts.attack][:MOST_TYPES]
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A record as it may have been: counts of each series by day, and past attacks with their deaths."""

    panel: Panel
    tolls: tuple[Tolls, ...]


def drawings_of(acts: Acts, series: Sequence[Series], *, seed: int = 0) -> list[Drawing]:
    """Lay acts out as counts (series, days), once for each drawing of the days and deaths that are uncertain.

    Raises UsageError for a record of fewer than thirty known days.
    """
    start = max(acts.start, acts.end - LONGEST + 1)
    days = np.arange(start, acts.end + 1)
    blank = np.isin(days, list(acts.blank)) if acts.blank else np.zeros(len(days), dtype=bool)
    blank[-1:] = False  # the day the forecast starts from is one that was reported on
    if (known := int((~blank).sum())) < LEAST_DAYS:
        raise UsageError(f"the record covers {known} days; a daily forecast needs {LEAST_DAYS}: add earlier reports")
    names, partners = tuple(one.name for one in series), _partners(series)
    wanted = [_chosen(acts, one) for one in series]
    made = []
    for day, deaths in drawn(acts, IMPUTED, seed=seed):
        counts = _counts(series, wanted, day - start, deaths, len(days))
        counts[:, blank] = np.nan
        panel = Panel(units=names, start=start, counts=counts, daily=True, partners=partners)
        tolls = tuple(Tolls(deaths=deaths[rows], age=(acts.end - day[rows]).astype(np.float64)) for rows in wanted)
        made.append(Drawing(panel=panel, tolls=tolls))
    return made


def _chosen(acts: Acts, one: Series) -> Days:
    """Give the acts that a series counts."""
    kinds = acts.attack if one.of in (ATTACKS, DEADLY, KILLED) else {one.of}
    single = acts.one_each if one.pair == WORLD else np.ones(len(acts.act), dtype=bool)
    told = enumerate(zip(acts.actor, acts.target, acts.type, single, strict=True))
    return np.array([i for i, (a, t, k, s) in told if s and k in kinds and one.pair in (WORLD, (a, t))], dtype=np.int64)


def _counts(series: Sequence[Series], wanted: Sequence[Days], day: Days, deaths: Floats, length: int) -> Floats:
    counts = np.zeros((len(series), length))
    inside = (day >= 0) & (day < length)
    for row, (one, chosen) in enumerate(zip(series, wanted, strict=True)):
        rows = chosen[inside[chosen]]
        weights = deaths[rows] if one.of == KILLED else deaths[rows] > 0 if one.of == DEADLY else np.ones(len(rows))
        np.add.at(counts[row], day[rows], weights)
    return counts


def _partners(series: Sequence[Series]) -> tuple[int, ...]:
    """Give for each series the place of the same the other way round, -1 for none."""
    place = {(one.pair, one.of): i for i, one in enumerate(series)}
    return tuple(
        place.get((one.pair[::-1], one.of), -1) if one.pair[0] != one.pair[1] and one.of != KILLED else -1
        for one in series
    )
