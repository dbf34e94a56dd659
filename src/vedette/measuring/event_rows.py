"""The rows of a file of events made acts: what is none left out, days and tolls read, parties told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from vedette.measuring.days import interval_of, read_day
from vedette.measuring.table import UNKNOWN, schema
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

_MOST = 10_000_000  # killed by one act: a figure above was typed or joined wrong
_BAD_SHARE = 0.1  # of dates or figures that cannot be read: more, and the file is not what it seems
_BAD_FEW = 2  # figures that are words may stand in any file
_SILENT, _UNUSUAL = 30, 20
_NOTHING = ("", "na", "n/a", "nan", "null", "none", "-", "unknown", "?")  # how spreadsheets leave a figure open
_HAPPENED = ("actual", "claimed", "thwarted", "")


def single(told: pl.DataFrame, named: Mapping[str, str], notes: list[str]) -> pl.DataFrame:
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


def dated(told: pl.DataFrame, notes: list[str], today: date) -> pl.DataFrame:
    """Read the days of each row; leave out what cannot be read and what is still to come."""
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
        worst = told.filter(pl.Series([one is None for one in days])).row(0, named=True)
        raise UsageError(f"{bad} of {made.height} dates cannot be read, such as {_undated(worst)}")
    _note(notes, bad, "rows without a readable date")
    late = made.filter(told["from"].fill_null("") == "", pl.col("from").is_not_null()).height
    _note(notes, late, "rows of which only the last day is known, within a month before it", what="taken as read")
    past = made.filter(pl.col("from") <= today)
    _note(notes, made.height - bad - past.height, f"rows dated after today ({today})")
    if past.is_empty():
        raise UsageError("no act has happened yet; a measure takes only what is past")
    return past


def _undated(row: Mapping[str, str | None]) -> str:
    """Say of a row why its date cannot be read, and what to do."""
    first, last = row["from"], row.get("to")
    if read_day(first) and read_day(last):
        return f"from {first} to {last}: ends before it begins; put the earlier day first"
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", first or ""):
        return f"{first!r}, whose day and month cannot be told apart; write them as YYYY-MM-DD"
    return f"{first!r}; write them as YYYY-MM-DD"


def tolled(told: pl.DataFrame, notes: list[str]) -> pl.DataFrame:
    """Read the killed of each row: low, best and high, null where nobody tells."""
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
    made = made.set(~made.is_finite().fill_null(False), None)
    wrong = text.filter(made.is_null())
    wrong = wrong.filter(~wrong.str.to_lowercase().is_in(_NOTHING))
    filled = len(made) - made.null_count() + len(wrong)
    if len(wrong) > max(_BAD_SHARE * filled, _BAD_FEW) or 0 < len(wrong) == filled:
        raise UsageError(
            f"{len(wrong)} of {filled} figures of {name} are no numbers, such as {wrong[0]!r}; mend them, leave "
            f"them blank where unknown, or name another column with --columns {name}=NAME"
        )
    _note(notes, len(wrong), f"figures of {name} that are no number", what="taken as unknown")
    if (made.drop_nulls() < 0).any():
        raise UsageError(f"{name} is below 0 in {made.lt(0).sum()} rows; mend or remove those rows")
    if (made.drop_nulls() > _MOST).any():
        worst = text[int(made.arg_max() or 0)]
        raise UsageError(f"{name} is {worst[:20]} in a row: no act kills over {_MOST:,}; mend or remove such rows")
    return made.rename(name)


def laid_out(made: pl.DataFrame, notes: list[str]) -> pl.DataFrame:
    """Lay rows out in the columns of an event table, one for each actor and target of an act."""
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


def silences(rows: pl.DataFrame) -> list[str]:
    """Tell of the longest silence where it is half a year or more, and twenty times what is usual between acts."""
    days = rows["from"].unique().sort()
    gaps = days.diff().dt.total_days().drop_nulls()
    longest = int(gaps.max() or 0)  # type: ignore[arg-type]
    if longest < _SILENT or longest < _UNUSUAL * float(gaps.median() or 0):  # type: ignore[arg-type]
        return []
    at = int(gaps.arg_max() or 0)
    return [f"taken as read: no act from {days[at]} to {days[at + 1]} ({longest} days) may be silence, not peace"]


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
