"""Who reacts to whom in a record of days: a Hawkes model for each pair, believed only if it passes its test."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from vedette.measuring.draws import Acts, acts_of
from vedette.measuring.events import Floats, Ints
from vedette.measuring.table import Choice, EventTable, Source, event_table, violent
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from vedette.measuring.baseline import Baseline
    from vedette.measuring.binned import Binned
    from vedette.measuring.covariates import Covariates

LEAST_ACTS, WIDEST = 10, 7  # acts of each side; days that an act's date may leave open
DRAWS = 5  # fits of the days that open dates leave; five are enough for errors (Rubin 1987)
_DAYS_A_PIECE, _MOST_PIECES = 90, 8
_NOT_SHOWN = "no reaction shown: the interval reaches 0"
_LEVEL = 1.959963984540054


def reactions(
    source: Source,
    *,
    top: int = 3,
    covariates: Covariates | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    **choice: Unpack[Choice],
) -> pl.DataFrame:
    """Fit for the `top` pairs that strike at each other how many acts of one an act of the other sets off.

    A row for each kind of act and what it answers: pair, act ("A → B"), answers ("B → A"), sets_off (acts by an act,
    low and high at 95 %), share (of the acts that are such reactions), days (mean time to a reaction, low and high),
    n, residual_p, trusted, verdict, note. Where the residual test fails, `trusted` is false and the verdict says so:
    then these figures are no reactions and not to be called retaliation. Open dates of up to a week are drawn `draws`
    times and the fits pooled, so that the intervals hold them; acts whose date leaves more open are left out.
    `covariates` (a war next door, the season) let the baseline follow what is given, in place of a drift. Violent and
    coercive acts are counted unless `types` asks for others. Raises UsageError where no pair has enough acts both ways.
    """
    import polars as pl

    table = violent(event_table(source, **choice), asked=bool(choice.get("types")))
    near, note = dated(table)
    note = "; ".join(filter(None, [note, _uncovered(table)]))
    pairs = mutual(near)[:top]
    if not pairs:
        raise UsageError(
            f"reactions: no two parties act at each other {LEAST_ACTS} times or more each way; {_most(near)}"
        )
    base = covariates.baseline(table.first, table.days) if covariates else None
    told = [row for pair in pairs for row in _rows(near, pair, note, base, draws=draws, seed=seed)]
    return pl.DataFrame(told, infer_schema_length=None)


def dated(table: EventTable) -> tuple[EventTable, str]:
    """Keep acts whose day is known well enough to say what came first; the note says how many were left out."""
    import polars as pl

    kept = table.rows.filter((pl.col("to") - pl.col("from")).dt.total_days() < WIDEST)
    gone = table.rows.height - kept.height
    note = f"{gone} acts whose date is open by more than {WIDEST} days were left out" if gone else ""
    return replace(table, rows=kept), note


def _uncovered(table: EventTable) -> str:
    """Say how many days are counted as quiet of which nothing is known."""
    days = (table.first + timedelta(days=n) for n in range(table.days if table.levels else 0))
    silent = sum(table.coverage(day, day) == "none" for day in days)
    return f"{silent} days that no report covers are counted as quiet" if silent else ""


def mutual(table: EventTable, least: int = LEAST_ACTS) -> list[tuple[str, str]]:
    """Give the pairs of parties with `least` acts each way, those whose lesser side acts most first."""
    counted = {(actor, target): rows.height for (actor, target), rows in _directed(table).items()}
    both = [(one, other) for one, other in counted if one < other and (other, one) in counted]
    ranked = sorted(both, key=lambda pair: (-min(counted[pair], counted[pair[::-1]]), pair))
    return [pair for pair in ranked if min(counted[pair], counted[pair[::-1]]) >= least]


def daily(table: EventTable, ways: Sequence[tuple[str, str]]) -> Floats:
    """Count the acts of each direction by day, (days, directions), an open date taken in its middle."""
    return _counted(table, ways, lambda acts: (acts.first + acts.last) // 2)


def daily_drawn(table: EventTable, ways: Sequence[tuple[str, str]], *, draws: int, seed: int) -> Iterator[Floats]:
    """Count the acts of each direction by day `draws` times, each on a day drawn from those that its date leaves."""
    rng = np.random.default_rng([seed, zlib.crc32(repr(ways).encode())])
    for _ in range(draws):
        yield _counted(table, ways, lambda acts: rng.integers(acts.first, acts.last, endpoint=True))


def way(pair: tuple[str, str]) -> str:
    """Name a direction."""
    return f"{pair[0]} → {pair[1]}"


def _directed(table: EventTable) -> dict[tuple[str, str], pl.DataFrame]:
    known = set(table.pairs())
    parts = table.rows.unique(["id", "actor", "target"], maintain_order=True).partition_by(
        "actor", "target", as_dict=True, maintain_order=True
    )
    return {(str(key[0]), str(key[1])): part for key, part in parts.items() if key in known and key[0] != key[1]}


def _counted(table: EventTable, ways: Sequence[tuple[str, str]], placed: Callable[[Acts], Ints]) -> Floats:
    directed, made = _directed(table), np.zeros((table.days, len(ways)))
    for column, one in enumerate(ways):
        day = placed(acts_of(directed[one], table.first))
        inside = (day >= 0) & (day < table.days)
        made[:, column] = np.bincount(day[inside], minlength=table.days)
    return made


def _rows(
    table: EventTable, pair: tuple[str, str], note: str, base: Baseline | None, *, draws: int, seed: int
) -> Iterator[dict[str, Any]]:
    from vedette.measuring.binned import fit_binned
    from vedette.measuring.pooled import pooled

    ways = [pair, pair[::-1]]
    counts, names = daily(table, ways), tuple(way(one) for one in ways)
    pieces = min(table.days // _DAYS_A_PIECE, _MOST_PIECES)
    fit = fit_binned(counts, names=names, pieces=pieces, baseline=base)
    if number := _open(table, ways):
        worlds = daily_drawn(table, ways, draws=draws, seed=seed)
        fit = pooled([fit_binned(one, names=names, pieces=pieces, baseline=base, near=fit) for one in worlds])
        note = "; ".join(filter(None, [f"{number} acts whose date is open were drawn {draws} times", note]))
    yield from _told(fit, " – ".join(pair), counts.sum(axis=0), note)


def _open(table: EventTable, ways: Sequence[tuple[str, str]]) -> int:
    """Count the acts whose date leaves more than a day."""
    directed = _directed(table)
    return sum(directed[one].filter(directed[one]["from"] != directed[one]["to"]).height for one in ways)


def _told(fit: Binned, pair: str, n: Floats, note: str) -> Iterator[dict[str, Any]]:
    low, high = fit.branching_interval
    spread = np.exp(_LEVEL * fit.decay_error / fit.decay)
    for i, act in enumerate(fit.names):
        for j, cause in enumerate(fit.names):
            yield {
                "pair": pair,
                "act": act,
                "answers": cause,
                "sets_off": float(fit.branching[i, j]),
                "low": float(low[i, j]),
                "high": float(high[i, j]),
                "share": float(min(fit.branching[i, j] * n[j] / n[i], 1.0)),
                "days": 1 / fit.decay,
                "days_low": 1 / fit.decay / spread,
                "days_high": 1 / fit.decay * spread,
                "n": int(n[i]),
                "residual_p": float(fit.residual_p[i]),
                "trusted": fit.passed and bool(low[i, j] > 0),
                "verdict": fit.verdict if low[i, j] > 0 or not fit.passed else _NOT_SHOWN,
                "note": note,
            }


def _most(table: EventTable) -> str:
    found = mutual(table, least=1)
    if not found:
        return "no pair acts both ways"
    pair = found[0]
    counts = daily(table, [pair, pair[::-1]]).sum(axis=0)
    return f"at most {way(pair)} {counts[0]:.0f} times and {way(pair[::-1])} {counts[1]:.0f} times"
