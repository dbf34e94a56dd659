"""The acts that a simulation starts from: who did what to whom when, from a case or any file of events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vedette.measuring.table import UNKNOWN, Source, event_table
from vedette.model.errors import UsageError
from vedette.simulating.tolls import Figure

if TYPE_CHECKING:
    import polars as pl

LONG = 7  # an act that may have been on more days than these tells nothing of who reacts to whom
TYPES = ("ASSAULT",)
UNTYPED = "ACT"  # what event tables call the acts of a file that tells no types


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act, within `first`..`last` (days, both included); no doers: nobody tells who did it."""

    first: date
    last: date
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    country: str | None
    killed: Figure | None

    @property
    def days(self) -> int:
        """How many days it may have been on."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The acts of a source, and the days that it watches (both included); `notes`: what was left out or taken as read;
    `others`: parties that the source names in acts of other types alone."""

    source: str
    acts: tuple[Act, ...]
    first: date
    last: date
    notes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def days(self) -> int:
        """How many days are watched."""
        return (self.last - self.first).days + 1

    @property
    def names(self) -> list[str]:
        """All names of parties, the most frequent first."""
        seen = Counter(name for act in self.acts for name in (*act.actors, *act.targets))
        return [*sorted(seen, key=lambda name: (-seen[name], name)), *(one for one in self.others if one not in seen)]


def read_record(
    source: Source,
    *,
    name: str,
    types: Sequence[str] = TYPES,
    first: date | None = None,
    last: date | None = None,
    as_of: date | None = None,
    columns: Mapping[str, str] | None = None,
) -> Record:
    """Take the acts of these types (all, of a file that tells no types) from whatever `event_table` reads;
    `columns` say how a file calls a field.

    Raises UsageError where no act is left.
    """
    import polars as pl

    table = event_table(source, as_of=as_of, from_=first, to=last, columns=columns)
    untold = set(table.rows["type"].drop_nulls()) <= {UNTYPED}
    wanted = {UNTYPED} if untold else {one.upper() for one in types}
    rows = table.rows.filter(pl.col("type").fill_null(UNTYPED).is_in(sorted(wanted)))
    if rows.is_empty():
        span = f"from {table.first} to {table.last}"
        there = ", ".join(str(one) for one in table.rows["type"].drop_nulls().unique().sort())
        raise UsageError(f"{name}: no act of type {', '.join(types)} {span}; there are {there or 'none at all'}")
    acts = tuple(_act(group) for _, group in rows.group_by("id", maintain_order=True))
    kept = tuple(act for act in acts if act.last >= table.first and act.first <= table.last)
    begins = first or min((act.first for act in kept if act.days <= LONG), default=table.first)
    return Record(
        source=name,
        acts=tuple(sorted(kept, key=lambda act: (act.first, act.last))),
        first=max(begins, table.first),
        last=table.last,
        notes=table.notes,
        others=tuple(sorted({*_known(table.rows["actor"]), *_known(table.rows["target"])})),
    )


def _act(group: pl.DataFrame) -> Act:
    row = group.row(0, named=True)
    best = row["killed_best"]
    killed = None
    if best is not None:
        low = row["killed_low"] if row["killed_low"] is not None else best
        killed = Figure(low=low, best=best, high=row["killed_high"])
    return Act(
        first=row["from"],
        last=row["to"],
        actors=_known(group["actor"]),
        targets=_known(group["target"]),
        country=row["country"],
        killed=killed,
    )


def _known(names: pl.Series) -> tuple[str, ...]:
    return tuple(str(name) for name in names.unique(maintain_order=True) if name and name != UNKNOWN)
