"""What a user asks of a forecast, read and checked, and how the answer is written."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from vedette.cli.exits import complain
from vedette.cli.written import whole
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from vedette.cli.table import Head

Kind = Literal["case", "acts", "counts"]
COUNTS = ("unit", "time", "y")
LEAST_SKILL = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A forecast that is asked for."""

    source: str
    kind: Kind
    every: Literal["month", "day"]
    steps: int
    as_of: date | None
    columns: dict[str, str]
    attack: tuple[str, ...]
    pairs: int
    model: str
    levels: tuple[float, ...]
    windows: int
    plot: Path | None
    test: bool
    format: str
    file: Path | None


def kind_of(source: str, columns: str | None) -> Kind:
    """Say whether a source is a case, a file of acts, or one of counts by period (unit, time, y or so named)."""
    from vedette.measuring.imported import is_case

    if "://" not in source and Path(source).is_dir():
        raise UsageError(f"{source}: is a folder; give a case, a file of events or a CSV of counts")
    if "://" not in source and not Path(source).exists():
        raise UsageError(f"{source}: there is no such file; give a case, a file of events or a CSV of counts")
    if is_case(source):
        return "case"
    if columns is not None:
        return "acts" if "=" in columns else "counts"
    return "counts" if set(COUNTS) <= _head(Path(source)) else "acts"


def _head(path: Path) -> set[str]:
    """Give the names of a file's columns, as far as its first line tells them."""
    from vedette.measuring.sheet import mark_of

    with path.open("rb") as file:
        line = file.readline()
    return {name.strip('" ') for name in line.decode("utf-8-sig", "replace").strip().split(mark_of(line))}


def named_columns(columns: str | None, kind: Kind) -> dict[str, str]:
    """Read --columns: three names of a table of counts, FIELD=NAME pairs of one of events."""
    if kind == "counts":
        names = (columns or ",".join(COUNTS)).split(",")
        if len(names) != 3:
            raise UsageError(f"--columns {columns}: name three columns, for unit, time and count")
        return dict(zip(COUNTS, names, strict=True))
    parts = [part.partition("=") for part in (columns or "").split(",") if part]
    if any(not (field and name) for field, _, name in parts):
        raise UsageError(f"--columns {columns}: of events write FIELD=NAME, such as from=happened_on")
    return {field.strip(): name.strip() for field, _, name in parts}


def levels_of(text: str) -> tuple[float, ...]:
    """Read --level."""
    try:
        made = tuple(float(part) for part in text.split(","))
    except ValueError as error:
        raise UsageError(f"--level {text}: write per cents with commas between, such as 50,80,95") from error
    if not all(0 < one < 100 for one in made):
        raise UsageError(f"--level {text}: each must lie between 0 and 100")
    return made


def write(made: "pl.DataFrame", asked: Asked) -> None:
    """Write a forecast as CSV or JSON lines."""
    import polars as pl

    if asked.format == "csv":
        text = made.write_csv()
    else:
        days = [name for name, kind in made.schema.items() if kind == pl.Date]
        text = made.with_columns(pl.col(days).cast(pl.String)).write_ndjson()
    if asked.file is not None:
        with whole(asked.file) as path:
            path.write_text(text, "utf-8-sig" if asked.format == "csv" else "utf-8")
    else:
        sys.stdout.write(text)


def scored(made: "pl.DataFrame", asked: Asked) -> None:
    """Write how past forecasts did: a row a kind of series, or a model and window."""
    from vedette.cli.table import Head, show

    if asked.format != "table":
        write(made, asked)
        return
    heads = [Head(name=name, least=7, right=name not in ("of", "model")) for name in made.columns]
    rows = [tuple(_figure(value) for value in row) for row in made.iter_rows()]
    show(heads, rows, nothing="the past is too short to test any forecast", file=asked.file)


def _figure(value: object) -> str:
    return "" if value is None else f"{value:,.3f}" if isinstance(value, float) else str(value)


def plotted(told: Iterable[tuple[Any, Any]], asked: Asked) -> None:
    """Write how well past forecasts were calibrated to the file asked for; say so where no past tells."""
    from vedette.forecasting.calibration import calibration
    from vedette.forecasting.plot import svg

    pairs = list(told)
    if asked.plot is None:
        return
    if not pairs:
        complain(f"{asked.plot}: not written, the past is too short to test any forecast")
        return
    made = calibration(pairs, levels=asked.levels)
    drawn = asked.plot.suffix == ".svg"
    title = f"{Path(asked.source).name}, {asked.model}"
    with whole(asked.plot) as path:
        path.write_text(svg(made, title=title) if drawn else json.dumps(made.form(), indent=2) + "\n", "utf-8")


def note(notes: Sequence[str], asked: Asked) -> None:
    """Tell what was left out or taken as read, on standard error."""
    for one in notes:
        complain(f"{asked.source}: {one}")


def explained(
    heads: "Sequence[Head]", rows: "Sequence[Sequence[str]]", asked: Asked, *, chance: str, flags: str
) -> None:
    """Print a forecast as a table, and below it what its figures mean."""
    from vedette.cli import screen
    from vedette.cli.table import put

    spans = ", ".join(f"{one:g} %" for one in asked.levels)
    told = (
        f"{chance} {spans}: the number lies within with that chance. Skill, on past windows: above 0 better than "
        f'"one of the last twelve again", below 0 worse.{flags}'
    )
    with screen.sink(asked.file) as console:
        put(console, heads, rows, "nothing to forecast")
        console.print(f"\n{told}", markup=False, style="dim")


def skill_words(skill: float | None) -> str:
    """Write a skill, or that the past is too short for one."""
    if skill is None:
        return "untested"
    return f"{skill:+.2f}" if skill > -LEAST_SKILL else "worse"  # where the plain forecast was all but perfect
