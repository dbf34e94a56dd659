"""Tension between two parties, or in a country or province: one number a day that opens up to the acts behind it.

    tension(d) = sum over acts i by day d of  w_i * 2 ** -((d - day_i) / half_life)
    w_i = -intensity_i / 10 * (1 + ln(1 + killed_i))

An assault without dead adds 1 on its day, one with 20 dead 4; threats add .6, aid takes .7 away; what an act adds
halves every `half_life` days (14). Below 0 there is more give than take. The sum over acts is exact: `contributions`
gives its terms. An act whose day is open counts in equal parts on each day of its interval, with its best toll.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal, Unpack

import numpy as np

from vedette.measuring.draws import Acts, acts_of, bounds, drawn, expected
from vedette.measuring.events import Floats
from vedette.measuring.table import UNKNOWN, Choice, EventTable, Source, event_table
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

By = Literal["pair", "country", "adm1", "all"]
HALF_LIFE = 14.0
LONGEST_HALF = 100_000  # days; beyond that nothing fades
TOP = 12  # units that are measured unless more are asked


def tension(
    source: Source,
    *,
    by: By = "pair",
    half_life: float = HALF_LIFE,
    top: int = TOP,
    draws: int = 200,
    level: float = 0.9,
    seed: int = 0,
    **choice: Unpack[Choice],
) -> pl.DataFrame:
    """Give the tension of each day: unit, day, tension, low, high, acts, coverage.

    A unit is two parties either way ("A – B"), a country, a first-level division, or all; the `top` of most acts are
    measured. `low` and `high` bound `level` of `draws` of dates and tolls; `acts` is how many still add a tenth of
    what they added at first. Raises UsageError for what cannot be measured.
    """
    import polars as pl

    table = event_table(source, **choice)
    _check(half_life, draws, level)
    made = [
        _days(table, by, unit, rows, half_life=half_life, draws=draws, level=level, seed=seed)
        for unit, rows in units_of(table, by)[:top]
    ]
    return pl.concat(made)


def contributions(
    source: Source, *, on: date | None = None, by: By = "pair", unit: str | None = None, half_life: float = HALF_LIFE,
    **choice: Unpack[Choice],
) -> pl.DataFrame:  # fmt: skip
    """Open the tension of a day (the last one, unless given) up: an act a row, what moved it most first.

    Columns: unit, id, from, to, actor, target, type, killed, place, text, adds. The sum of `adds` in a unit is its
    tension; acts of no weight any more (below a thousandth of the largest) are summed in a last row without an id.
    """
    import polars as pl

    _fading(half_life)
    table = event_table(source, **choice)
    day = on or table.last
    if not table.first <= day <= table.last:
        raise UsageError(f"{day}: nothing was watched then; choose a day from {table.first} to {table.last}")
    found = [one for one in units_of(table, by) if unit in (None, one[0])]
    if not found:
        there = "; ".join(name for name, _ in units_of(table, by)[:8])
        raise UsageError(f"{unit}: no such unit; there are {there}")
    return pl.concat([_terms(table, name, rows, day, half_life) for name, rows in found])


def units_of(table: EventTable, by: By) -> list[tuple[str, pl.DataFrame]]:
    """Give the acts of each unit, each act once, those with most acts first; unknown parties and places are no unit.

    Raises UsageError where no unit is left.
    """
    import polars as pl

    if by not in ("pair", "country", "adm1", "all"):
        raise UsageError(f"by {by}: choose pair, country, adm1 or all")
    rows = table.rows.with_columns(pl.Series("unit", list(_names(table.rows, by)), dtype=pl.String))
    rows = rows.filter(pl.col("unit").is_not_null(), pl.col("intensity").is_not_null()).unique(
        ["unit", "id"], maintain_order=True
    )
    if rows.is_empty():
        raise UsageError(f"no act has a known {by} and intensity; choose another division: pair, country, adm1 or all")
    parts = {str(key[0]): part for key, part in rows.partition_by("unit", as_dict=True, maintain_order=True).items()}
    return sorted(parts.items(), key=lambda item: (-item[1].height, item[0]))


def pair_name(one: str, other: str) -> str:
    """Name two parties either way."""
    return " – ".join(sorted((one, other)))


def _names(rows: pl.DataFrame, by: By) -> Iterator[str | None]:
    for actor, target, country, adm1 in rows.select("actor", "target", "country", "adm1").iter_rows():
        if by == "pair":
            yield None if UNKNOWN in (actor, target) or actor == target else pair_name(actor, target)
        elif by == "adm1":
            yield f"{adm1}, {country}" if adm1 and country else adm1
        else:
            yield country if by == "country" else "all"


def weights(acts: Acts, killed: Floats) -> Floats:
    """Give what each act adds on its day."""
    return np.asarray(-acts.intensity / 10 * (1 + np.log1p(killed)))


def _days(
    table: EventTable, by: By, unit: str, rows: pl.DataFrame, *, half_life: float, draws: int, level: float, seed: int
) -> pl.DataFrame:
    import polars as pl

    acts, keep = acts_of(rows, table.first), 0.5 ** (1 / half_life)
    value = faded(expected(acts, table.days, [weights(acts, acts.best)]), keep)[0]
    low = high = value
    if not acts.exact:
        made = drawn(acts, table.days, lambda u: [weights(acts, acts.killed(u))], draws=draws, seed=seed, name=unit)
        low, high = bounds(faded(made[:, 0], keep), level)
    window = round(half_life * np.log2(10))
    seen = np.cumsum(expected(acts, table.days, [np.ones(rows.height)])[0])
    days = [table.first + timedelta(days=n) for n in range(table.days)]
    country = str(rows["country"][0]) if by in ("country", "adm1") else None
    return pl.DataFrame(
        {
            "unit": [unit] * table.days,
            "day": days,
            "tension": value.round(6),
            "low": np.minimum(low, value).round(6),
            "high": np.maximum(high, value).round(6),
            "acts": (seen - np.concatenate([np.zeros(window), seen])[: len(seen)]).round(3),
            "coverage": pl.Series([table.coverage(day, day, country) for day in days], dtype=pl.String),
        }
    )


def faded(added: Floats, keep: float) -> Floats:
    """Sum what was added on each day and what is left of the days before."""
    from scipy.signal import lfilter

    return np.asarray(lfilter([1.0], [1.0, -keep], added, axis=-1))


def _terms(table: EventTable, unit: str, rows: pl.DataFrame, day: date, half_life: float) -> pl.DataFrame:
    import polars as pl

    acts, at = acts_of(rows, table.first), (day - table.first).days
    adds = weights(acts, acts.best) * left(acts, at, 0.5 ** (1 / half_life))
    terms = rows.select(
        pl.lit(unit).alias("unit"), "id", "from", "to", "actor", "target", "type",
        pl.col("killed_best").alias("killed"), "place", "text",
    ).with_columns(adds=pl.Series(adds))  # fmt: skip
    felt = terms.filter(pl.col("adds").abs() >= max(float(np.abs(adds).max()) / 1000, 1e-12))
    rest = float(adds.sum()) - float(felt["adds"].sum())
    ordered = felt.sort(pl.col("adds").abs(), "id", descending=[True, False])
    if felt.height == terms.height or abs(rest) < 1e-12:
        return ordered
    blank: dict[str, Any] = dict.fromkeys(terms.columns) | {"unit": unit, "text": "all other acts", "adds": rest}
    return pl.concat([ordered, pl.DataFrame([blank], schema=terms.schema)])


def left(acts: Acts, at: int, keep: float) -> Floats:
    """Give the share of each act's weight that is left on a day: the mean over the days of its interval until then."""
    first, last = np.maximum(acts.first, 0), np.minimum(acts.last, at)
    days = np.maximum(last - first + 1, 0)
    newest = keep ** np.maximum(at - last, 0)
    return np.asarray(newest * (1 - keep**days) / (1 - keep) / (acts.last - acts.first + 1))


def _fading(half_life: float) -> None:
    if not 0 < half_life < LONGEST_HALF:
        raise UsageError(f"half-life {half_life:g}: give days above 0 and below {LONGEST_HALF:,}")


def _check(half_life: float, draws: int, level: float) -> None:
    _fading(half_life)
    if draws < 20 or not 0 < level < 1:
        raise UsageError(f"{draws} draws, level {level}: give 20 draws at least and a level between 0 and 1")
