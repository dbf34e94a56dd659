"""The acts of any file of events: CSV, TSV or Parquet, of Vedette's own or ACLED's, UCDP's, CAMEO's column names."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vedette.measuring.columns import columns_of
from vedette.measuring.event_rows import dated, laid_out, silences, single, tolled
from vedette.measuring.event_types import typed
from vedette.measuring.sheet import sheet
from vedette.measuring.table import EventTable
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl


def is_case(path: str | Path) -> bool:
    """Say whether a path or address is a case and not a file of events."""
    if "://" in str(path):
        return True
    with Path(path).open("rb") as file:
        return file.read(15) == b"SQLite format 3"


def of_file(
    path: str | Path, *, as_of: date | None = None, recorded_by: date | None = None, columns: Mapping[str, str]
) -> EventTable:
    """Give the acts of a case or a file of events; UsageError says in a line what is wrong with it."""
    if "://" not in str(path) and Path(path).is_dir():
        raise UsageError(f"{path}: is a folder; give a case or a file of events (CSV or Parquet)")
    if "://" not in str(path) and not Path(path).exists():
        raise UsageError(f"{path}: there is no such file; give a case or a file of events (CSV or Parquet)")
    if is_case(path):
        if columns:
            raise UsageError(f"{path}: --columns names the columns of a file of events; a case needs none")
        from vedette.measuring.recorded import of_case
        from vedette.store import open_case

        with open_case(str(path)) as case:
            return of_case(case, as_of=as_of, recorded_by=recorded_by)
    if recorded_by:
        raise UsageError(f"{path}: --recorded-by asks a case what it held; a file of events does not know")
    try:
        frame, notes = _read(Path(path))
        made = of_frame(frame, columns=columns, today=date.today())
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error
    return replace(made, notes=(*notes, *made.notes))


def of_frame(frame: pl.DataFrame, *, columns: Mapping[str, str] | None = None, today: date) -> EventTable:
    """Give the acts of a frame; what is left out or taken as read stands in the table's notes.

    Raises UsageError for missing columns, no rows, days or figures that are none, and acts of the future alone.
    """
    import polars as pl

    named, notes = columns_of(frame, columns or {}), list[str]()
    if frame.is_empty():
        raise UsageError("holds no rows; a file of events has a row for each act")
    told = frame.select(
        pl.col(column).list.join("; ") if frame.schema[column] == pl.List(pl.String) else pl.col(column).cast(pl.String)
        for column in dict.fromkeys(named.values())
    ).select(pl.col(column).str.strip_chars().alias(name) for name, column in named.items())
    told = single(told, named, notes)
    told = dated(told, notes, today)
    made = typed(tolled(told, notes), notes)
    rows = laid_out(made, notes)
    if "violence" in named.get("type", ""):
        notes.append("UCDP names the two sides of a fight, not who attacked: side a -> side b is no direction")
    notes += silences(rows)
    return EventTable(
        rows=rows,
        first=rows["from"].min(),  # type: ignore[arg-type]
        last=min(rows["to"].max(), today),  # type: ignore[type-var,arg-type]
        scale="Goldstein" if {"cameo", "intensity"} & set(named) else "PLOVER",
        notes=tuple(notes),
    )


def _read(path: Path) -> tuple[pl.DataFrame, list[str]]:
    import polars as pl

    content = path.read_bytes()
    if not content.startswith(b"PAR1"):
        return sheet(content)
    try:
        return pl.read_parquet(io.BytesIO(content)), []
    except pl.exceptions.PolarsError as error:
        raise UsageError(f"is a damaged Parquet file ({str(error).splitlines()[0][:120]}); write it anew") from error
