"""Acts as a daily forecast takes them: the rows of an event table laid out, and the days that the record covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vedette.forecasting.score import Floats
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    from vedette.measuring.table import EventTable

Days = NDArray[np.int64]

WIDEST = 31  # days: an act that is dated less exactly is of no use day by day
ATTACK = "ASSAULT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """Rows, one for each actor and target of an act: first and last day (ordinals), deaths (rows, 3: low, best, high).

    `act` numbers the acts, alike for rows of one. The record covers `start`..`end` (ordinals) but for the `blank` days;
    `attack` are the types that count as attacks, `notes` what was left out or taken as read.
    """

    act: Days
    first: Days
    last: Days
    killed: Floats
    actor: tuple[str, ...]
    target: tuple[str, ...]
    type: tuple[str, ...]
    country: tuple[str, ...]
    start: int
    end: int
    attack: frozenset[str]
    blank: frozenset[int] = frozenset()
    notes: tuple[str, ...] = field(default=())

    @property
    def one_each(self) -> NDArray[np.bool_]:
        """Mark one row of each act."""
        marked = np.zeros(len(self.act), dtype=bool)
        marked[np.unique(self.act, return_index=True)[1]] = True
        return marked

    def until(self, day: int) -> Acts:
        """Give the acts that had begun by a day, ranges cut there: what a file kept day by day would have told."""
        return replace(self._taken(self.first <= day), last=np.minimum(self.last, day)[self.first <= day], end=day)

    def on_days(self) -> Acts:
        """Leave out acts that are dated too widely for a day, and say so."""
        near = self.last - self.first < WIDEST
        left = int(self.one_each[~near].sum())
        made = self._taken(near)
        return replace(made, notes=(*self.notes, f"left out: {left} acts dated to no {WIDEST} days")) if left else made

    def _taken(self, kept: NDArray[np.bool_]) -> Acts:
        def some(texts: Sequence[str]) -> tuple[str, ...]:
            return tuple(text for text, keep in zip(texts, kept, strict=True) if keep)

        return replace(
            self,
            act=self.act[kept],
            first=self.first[kept],
            last=self.last[kept],
            killed=self.killed[kept],
            actor=some(self.actor),
            target=some(self.target),
            type=some(self.type),
            country=some(self.country),
        )


def acts_of_table(
    table: EventTable, *, attack: Sequence[str] = (), blank: frozenset[int] = frozenset(), notes: Sequence[str] = ()
) -> Acts:
    """Lay out an event table; `attack` names the types that are attacks (default: ASSAULT if any is, or else all).

    An unknown toll counts as nobody killed. Raises UsageError for a table without acts, and a type that no act has.
    """
    from vedette.measuring.draws import acts_of

    rows = table.rows
    if rows.is_empty():
        raise UsageError("no act; there is nothing to forecast from")
    types = tuple(rows["type"].fill_null("").to_list())
    if strange := sorted(set(attack) - set(types)):
        raise UsageError(f"no act is of type {strange[0]}; there are {', '.join(sorted(set(types)))}")
    laid, start = acts_of(rows, table.first), table.first.toordinal()
    killed = np.stack([np.minimum(laid.low, laid.best), laid.best, laid.high], axis=1)
    if not np.isfinite(killed).all() or (killed < 0).any():
        raise UsageError("a number of deaths is below 0 or not finite; mend that row")
    return Acts(
        act=np.unique(rows["id"].to_numpy(), return_inverse=True)[1].astype(np.int64),
        first=laid.first + start,
        last=np.minimum(laid.last + start, table.last.toordinal()),
        killed=killed,
        actor=tuple(rows["actor"].to_list()),
        target=tuple(rows["target"].to_list()),
        type=types,
        country=tuple(rows["country"].fill_null("").to_list()),
        start=start,
        end=table.last.toordinal(),
        attack=frozenset(attack) or (frozenset({ATTACK}) if ATTACK in types else frozenset(types)),
        blank=blank,
        notes=(*table.notes, *notes),
    )


def drawn(acts: Acts, times: int, *, seed: int = 0) -> list[tuple[Days, Floats]]:
    """Draw day and deaths of each row `times` times; once is enough where no range is open.

    Days are drawn evenly within an act's range, the same for all its rows; deaths err together, all low or all high, as
    in `vedette.measuring.draws`.
    """
    chance = np.random.default_rng(seed)
    low, best, high = acts.killed.T
    sure = bool((acts.first == acts.last).all() and (low == high).all())
    made = []
    for i in range(1 if sure else times):
        part = chance.random(int(acts.act.max()) + 1 if len(acts.act) else 0)[acts.act]
        days = acts.first + (part * (acts.last - acts.first + 1)).astype(np.int64)
        u = (i + 0.5) / times
        deaths = low + (best - low) * min(2 * u, 1.0) + (high - best) * max(2 * u - 1, 0.0)
        made.append((days, np.rint(deaths)))
    return made
