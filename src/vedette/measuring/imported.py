"""The acts of any file of events: CSV, TSV or Parquet, of Vedette's own or ACLED's, UCDP's, CAMEO's column names."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vedette.measuring.columns import columns_of
from vedette.measuring.days import interval_of
from vedette.measuring.intensity import cameo_code, coded, goldstein, intensity_of, of_cameo
from vedette.measuring.table import UNKNOWN, EventTable, schema
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

_BAD_SHARE = 0.1  # of rows without a readable date: more, and the file is not what it seems
_HAPPENED = ("actual", "claimed", "thwarted", "")


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
        from vedette.measuring.recorded import of_case
        from vedette.store import open_case

        with open_case(str(path)) as case:
            return of_case(case, as_of=as_of, recorded_by=recorded_by)
    if recorded_by:
        raise UsageError(f"{path}: --recorded-by asks a case what it held; a file of events does not know")
    try:
        return of_frame(_read(Path(path)), columns=columns, today=date.today())
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error


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
    told = _events(told, named, notes)
    told = _dated(told, notes, today)
    made = _typed(_tolled(told, notes), notes)
    rows = _acts(made, notes)
    if "violence" in named.get("type", ""):
        notes.append("UCDP names the two sides of a fight, not who attacked: side a -> side b is no direction")
    return EventTable(
        rows=rows,
        first=rows["from"].min(),  # type: ignore[arg-type]
        last=min(rows["to"].max(), today),  # type: ignore[type-var,arg-type]
        scale="Goldstein" if {"cameo", "intensity"} & set(named) else "PLOVER",
        notes=tuple(notes),
    )


def _read(path: Path) -> pl.DataFrame:
    import polars as pl

    try:
        with path.open("rb") as file:
            magic = file.read(4)
        if magic == b"PAR1":
            return pl.read_parquet(path)
        content = path.read_bytes()
        head = content[:2]
        if head != b"\x1f\x8b" and b"\x00" in content[:4096]:
            raise UsageError("is neither a case nor a CSV or Parquet file; give one of these")
        mark = "\t" if head != b"\x1f\x8b" and b"\t" in content.partition(b"\n")[0] else ","
        return pl.read_csv(io.BytesIO(content), separator=mark, infer_schema=False, encoding="utf8-lossy")
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        raise UsageError(
            f"cannot be read as a table ({str(error).splitlines()[0][:120]}); give a CSV with a header"
        ) from error


def _events(told: pl.DataFrame, named: Mapping[str, str], notes: list[str]) -> pl.DataFrame:
    """Leave out rows that are no acts (tag rows, headings once more), what did not happen, and doubles."""
    import polars as pl

    date_column = named["from"]
    kept = told.filter(~pl.col("from").fill_null("").str.starts_with("#"), pl.col("from").fill_null("") != date_column)
    if "status" in named:
        happened = kept.filter(pl.col("status").fill_null("").str.to_lowercase().is_in(_HAPPENED))
        _note(notes, kept.height - happened.height, "rows of acts that are planned, denied or hypothetical")
        kept = happened
    for column in ("aggregate", "background"):
        if column in kept.columns:
            single = kept.filter(pl.col(column).fill_null("").str.to_lowercase() != "true")
            _note(notes, kept.height - single.height, f"rows marked {column}")
            kept = single
    known = kept.filter(pl.col("id").fill_null("") != "") if "id" in named else kept.head(0)
    doubles = kept.height - kept.unique(maintain_order=True).height
    if "id" in named and known.height == kept.height:
        once = kept.unique(["id", *(name for name in ("actor", "target") if name in named)], maintain_order=True)
        _note(notes, kept.height - once.height, "rows whose id stands twice")
        return once
    if doubles:
        _note(notes, doubles, "rows that stand twice in every column (give them an id if they are different acts)")
    return kept.unique(maintain_order=True)


def _dated(told: pl.DataFrame, notes: list[str], today: date) -> pl.DataFrame:
    import polars as pl

    names = [name for name in ("from", "to", "precision", "acled_precision") if name in told.columns]
    said = [name.replace("from", "from_") for name in names]
    days = [interval_of(**dict(zip(said, row, strict=True))) for row in told.select(names).iter_rows()]
    made = told.with_columns(
        pl.Series("from", [one and one[0] for one in days], dtype=pl.Date),
        pl.Series("to", [one and one[1] for one in days], dtype=pl.Date),
    )
    bad = made.filter(pl.col("from").is_null()).height
    if bad > _BAD_SHARE * made.height:
        worst = told.filter(pl.Series([one is None for one in days]))["from"][0]
        raise UsageError(f"{bad} of {made.height} dates cannot be read, such as {worst!r}; write them as YYYY-MM-DD")
    _note(notes, bad, "rows without a readable date")
    past = made.filter(pl.col("from") <= today)
    _note(notes, made.height - bad - past.height, f"rows dated after today ({today})")
    if past.is_empty():
        raise UsageError("no act has happened yet; a measure takes only what is past")
    return past


def _tolled(told: pl.DataFrame, notes: list[str]) -> pl.DataFrame:
    import polars as pl

    best = _number(told, "killed_best", notes)
    low = _number(told, "killed_low", notes) if "killed_low" in told.columns else best
    high = _number(told, "killed_high", notes) if "killed_high" in told.columns else best
    made = told.with_columns(killed_low=low, killed_best=best, killed_high=high)
    if "killed_best" not in told.columns:
        notes.append("no column of killed: tolls are unknown, not zero")
    wrong = made.filter(
        (pl.col("killed_low") > pl.col("killed_best")) | (pl.col("killed_best") > pl.col("killed_high"))
    )
    if wrong.height:
        notes.append(
            f"taken as read: {wrong.height} rows whose best figure lies outside low and high; the range was widened"
        )
    best_col = pl.col("killed_best").fill_null(pl.col("killed_low")).fill_null(pl.col("killed_high"))
    return made.with_columns(
        killed_best=best_col,
        killed_low=pl.min_horizontal(pl.col("killed_low").fill_null(best_col), best_col),
        killed_high=pl.when(pl.col("killed_high").is_not_null()).then(pl.max_horizontal("killed_high", best_col)),
    )


def _number(told: pl.DataFrame, name: str, notes: list[str]) -> pl.Series:
    import polars as pl

    if name not in told.columns:
        return pl.Series(name, [None] * told.height, dtype=pl.Float64)
    text = told[name].fill_null("")
    made = text.str.replace_all(",", "").cast(pl.Float64, strict=False)
    _note(notes, made.filter(text != "").null_count(), f"figures of {name} that are no number", what="taken as unknown")
    if (made.drop_nulls() < 0).any():
        raise UsageError(f"{name} is below 0 in {made.lt(0).sum()} rows; mend or remove those rows")
    return made.rename(name)


def _typed(told: pl.DataFrame, notes: list[str]) -> pl.DataFrame:
    import polars as pl

    names = [name for name in ("type", "subtype", "mode", "cameo") if name in told.columns]
    kinds = {row: _kind(**dict(zip(names, row, strict=True))) for row in told.select(names).unique().iter_rows()}
    found = [kinds[row] for row in told.select(names).iter_rows()] if names else [("ACT", None, None)] * told.height
    made = told.with_columns(
        pl.Series("type", [one[0] for one in found], dtype=pl.String),
        pl.Series("mode", [one[1] for one in found], dtype=pl.String),
        pl.Series("scale", [one[2] for one in found], dtype=pl.Float64),
    )
    given = _given_intensity(made, notes)
    made = made.with_columns(intensity=given.fill_null(made["scale"]))
    unrated = made["intensity"].null_count()
    if unrated:
        notes.append(
            f"without an intensity: {unrated} of {made.height} rows whose type is not known; tension leaves them out"
        )
    return made


def _given_intensity(made: pl.DataFrame, notes: list[str]) -> pl.Series:
    import polars as pl

    if "intensity" not in made.columns:
        return pl.Series("intensity", [None] * made.height, dtype=pl.Float64)
    given = made["intensity"].cast(pl.Float64, strict=False)
    outside = given.abs() > 10
    if outside.any():
        raise UsageError(
            f"intensity lies outside -10 to 10 in {outside.sum()} rows; give Goldstein's or PLOVER's scale"
        )
    return given


def _kind(
    type: str | None = None, subtype: str | None = None, mode: str | None = None, cameo: str | None = None
) -> tuple[str, str | None, float | None]:
    """Give an act's type, mode and intensity by what the file says of it."""
    code = cameo_code(cameo or (type if type and type.isdecimal() and len(type) > 1 else ""))
    if code:
        return of_cameo(code) or f"CAMEO {code[:2]}", None, goldstein(code)
    found, by_name = coded(_violence(type or ""), subtype or "")
    if found:
        return found, mode or by_name, intensity_of(found)
    return (type or subtype or "ACT"), mode, None


def _violence(type_: str) -> str:
    """Name UCDP's types of violence, which are numbers."""
    number = type_.removesuffix(".0")
    return {"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}.get(number, type_)


def _acts(made: pl.DataFrame, notes: list[str]) -> pl.DataFrame:
    import polars as pl

    if made["actor"].fill_null("").eq("").all():
        raise UsageError("no row has an actor; nothing can be measured")
    have = set(made.columns)
    rows = made.with_columns(
        pl.col("id").fill_null("") if "id" in have else pl.lit("").alias("id"),
        *(
            pl.col(name).replace("", None).fill_null(UNKNOWN) if name in have else pl.lit(UNKNOWN).alias(name)
            for name in ("actor", "target")
        ),
        *(pl.lit(None, pl.String).alias(name) for name in ("country", "adm1", "place", "text") if name not in have),
    )
    numbers = pl.int_range(pl.len()).cast(pl.String)
    rows = rows.with_columns(pl.when(pl.col("id") == "").then("row " + numbers).otherwise(pl.col("id")).alias("id"))
    if "target" not in have:
        notes.append("no column of targets: whom an act was against is unknown, so there are no pairs")
    for name in ("actor", "target"):  # "A; B" did it together
        if rows[name].str.contains("; ", literal=True).any():
            rows = rows.with_columns(pl.col(name).str.split("; ")).explode(name)
    causes = _causes(rows)
    return (
        rows.with_columns(because_of=causes)
        .select(pl.col(name).cast(kind) for name, kind in schema().items())
        .sort("from", "to", "id")
    )


def _causes(rows: pl.DataFrame) -> pl.Series:
    import polars as pl

    if "because_of" not in rows.columns:
        return pl.Series("because_of", [[]] * rows.height, dtype=pl.List(pl.String))
    return (
        rows["because_of"]
        .fill_null("")
        .map_elements(lambda text: [one for one in re.split(r"[;,]\s*", text) if one], return_dtype=pl.List(pl.String))
    )


def _note(notes: list[str], number: int, which: str, *, what: str = "left out") -> None:
    if number:
        notes.append(f"{what}: {number} {which}")
