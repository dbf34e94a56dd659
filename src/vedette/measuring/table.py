"""The common noun of all measures: acts of one party on another, from a case or from any file of events."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict

from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from vedette.store.case import Case

UNKNOWN = "unknown"
Source: TypeAlias = "Case | EventTable | pl.DataFrame | str | Path"
_WORST = ("none", "thin", "covered")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTable:
    """Acts, a row for each actor and target of an act (`rows`, columns of `schema()`), watched from `first` to `last`.

    An act lies on one day of `from` to `to`; a toll is null where nobody tells it, its high null where it is open.
    `scale` names the intensity scale; `notes` say what was left out or taken as read; `levels` tells how well a
    country (None: all) and month was covered, and is empty where that is not known.
    """

    rows: pl.DataFrame
    first: date
    last: date
    scale: str = "PLOVER"
    notes: tuple[str, ...] = ()
    levels: Mapping[tuple[str | None, str], str] = field(default_factory=dict)

    @property
    def days(self) -> int:
        """Days watched."""
        return (self.last - self.first).days + 1

    def pairs(self) -> list[tuple[str, str]]:
        """Give the ordered pairs who -> whom, those of most acts first; no unknown parties, no party on itself."""
        import polars as pl

        known = self.rows.filter(
            pl.col("actor") != UNKNOWN, pl.col("target") != UNKNOWN, pl.col("actor") != pl.col("target")
        )
        counted = (
            known.group_by("actor", "target").len().sort(["len", "actor", "target"], descending=[True, False, False])
        )
        return [(actor, target) for actor, target, _ in counted.iter_rows()]

    def coverage(self, start: date, end: date, country: str | None = None) -> str | None:
        """Give how well the days were covered, by the worst month among them: none, thin, covered; None: not known."""
        if not self.levels:
            return None
        months = {f"{start + timedelta(days=n):%Y-%m}" for n in range(0, (end - start).days + 1, 28)} | {f"{end:%Y-%m}"}
        held = {self.levels.get((country, month), "none") for month in months}
        return min(held, key=_WORST.index)


class Choice(TypedDict, total=False):
    """The keywords by which all measures choose their acts, as `event_table` takes them."""

    as_of: date | None
    recorded_by: date | None
    from_: date | None
    to: date | None
    types: Collection[str]
    country: str | None
    pair: Sequence[str]
    sides: Mapping[str, str] | None
    columns: Mapping[str, str] | None


def schema() -> dict[str, Any]:
    """Give the columns of an event table's rows."""
    import polars as pl

    texts = ("actor", "target", "type", "mode", "country", "adm1", "place", "text")
    return {
        "id": pl.String,
        "from": pl.Date,
        "to": pl.Date,
        **dict.fromkeys(texts, pl.String),
        "intensity": pl.Float64,
        "killed_low": pl.Float64,
        "killed_best": pl.Float64,
        "killed_high": pl.Float64,
        "because_of": pl.List(pl.String),
    }


def event_table(
    source: Source,
    *,
    as_of: date | None = None,
    recorded_by: date | None = None,
    from_: date | None = None,
    to: date | None = None,
    types: Collection[str] = (),
    country: str | None = None,
    pair: Sequence[str] = (),
    sides: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
) -> EventTable:
    """Give the acts of a case, a file (CSV, TSV, Parquet), a frame or another table.

    `as_of` and `recorded_by` take a case as it was known then; of a file, `as_of` leaves out later acts. `from_` and
    `to` set the days watched. `types`, `country` and `pair` (two parties, either way) choose among the acts. `sides`
    puts parties together (name -> side), `columns` says how a file calls a field. Raises UsageError for what cannot be
    used.
    """
    made = _loaded(source, as_of=as_of, recorded_by=recorded_by, columns=columns or {})
    if sides:
        made = joined(made, sides)
    if from_ or to or (as_of and not made.levels):
        made = within(made, from_ or made.first, min(to or made.last, as_of or date.max))
    return chosen(made, types=types, country=country, pair=pair)


def _loaded(source: Source, *, as_of: date | None, recorded_by: date | None, columns: Mapping[str, str]) -> EventTable:
    if isinstance(source, EventTable):
        return source
    if isinstance(source, str | Path):
        from vedette.measuring.imported import of_file

        return of_file(source, as_of=as_of, recorded_by=recorded_by, columns=columns)
    import polars as pl

    if isinstance(source, pl.DataFrame):
        from vedette.measuring.imported import of_frame

        return of_frame(source, columns=columns, today=date.today())
    from vedette.measuring.recorded import of_case

    return of_case(source, as_of=as_of, recorded_by=recorded_by)


def within(table: EventTable, first: date, last: date) -> EventTable:
    """Give the acts that can have happened between two days, both included."""
    import polars as pl

    if last < first:
        raise UsageError(f"from {first} to {last}: ends before it begins; give the earlier day first")
    kept = table.rows.filter(pl.col("to") >= first, pl.col("from") <= last)
    return replace(table, rows=kept, first=first, last=last)


def joined(table: EventTable, sides: Mapping[str, str]) -> EventTable:
    """Put parties together into sides, acts of a side on itself left out; UsageError for a name that is nobody's."""
    import polars as pl

    known = set(table.rows["actor"]) | set(table.rows["target"])
    if strange := sorted(set(sides) - known):
        raise UsageError(f"{strange[0]}: no party has this name; there are {', '.join(sorted(known)[:8])} ...")
    rows = table.rows.with_columns(pl.col("actor", "target").replace(dict(sides)))
    rows = rows.filter((pl.col("actor") != pl.col("target")) | ~pl.col("actor").is_in(list(sides.values())))
    return replace(table, rows=rows.unique(["id", "actor", "target"], maintain_order=True))


def chosen(
    table: EventTable, *, types: Collection[str] = (), country: str | None = None, pair: Sequence[str] = ()
) -> EventTable:
    """Choose acts by type, country and two parties; UsageError where a choice leaves nothing, naming what there is."""
    import polars as pl

    rows = table.rows
    for column, wanted in (("type", {one.upper() for one in types}), ("country", {country} if country else set())):
        if wanted:
            left = rows.filter(pl.col(column).is_in(sorted(wanted)))
            _some(left, column, sorted(wanted), rows)
            rows = left
    if pair:
        left = rows.filter(pl.col("actor").is_in(list(pair)), pl.col("target").is_in(list(pair)))
        _some(left, "actor", list(pair), rows)
        rows = left
    return replace(table, rows=rows)


def _some(left: pl.DataFrame, column: str, wanted: Sequence[str], rows: pl.DataFrame) -> None:
    if left.is_empty():
        there = ", ".join(str(one) for one in rows[column].drop_nulls().value_counts(sort=True)[column].head(8))
        raise UsageError(f"no act has {column} {', '.join(wanted)}; there are {there or 'none at all'}")


def violent(table: EventTable, *, asked: bool = False) -> EventTable:
    """Keep protest, sanction, mobilization, coercion and assault, unless types were asked for or there are none.

    Acts of a type that the codebook does not know are kept.
    """
    from vedette.codebook import codebook
    from vedette.measuring.intensity import hostile

    kinds = codebook().types
    kept = [kind is None or kind not in kinds or hostile(kind) for kind in table.rows["type"]]
    return table if asked or not any(kept) else replace(table, rows=table.rows.filter(kept))
