"""Coverage of 80 % intervals in back-tests: attacks by pair and day, their totals over two weeks, deaths by month.

    python -m benchmarks.calibration [--data FOLDER] [--windows N] [--json] [--keep]

FOLDER holds, at any depth, UCDP GED tables (ucdp*.csv, .gz or not), sigacts*.csv and VIEWS' cm_actuals_YYYY.parquet;
what is missing is left out. It may also be one such table.
Counts tie with the bounds of intervals, so coverage is told twice: `cover80` counts a bound that many draws share by
chance (the randomised probability transform: a right forecast gives 0.80), `closed80` counts bounds as inside (a right
forecast of counts gives 0.80 or more). Baseline: the last twelve days, windows or months as draws. Aim: 0.75 to 0.85.
"""

import gzip
import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from benchmarks.files import readable
from benchmarks.report import Result, arguments, show
from benchmarks.views import windows as months_of
from benchmarks.views_history import history, years
from vedette.forecasting import panel_of, score
from vedette.forecasting.acts import Acts, acts_of_table
from vedette.forecasting.backtest import window_draws
from vedette.forecasting.calibration import closed_cover
from vedette.forecasting.daily import ATTACKS, DEADLY, KILLED
from vedette.forecasting.snapshots import Trial, trials
from vedette.measuring.imported import of_frame
from vedette.model.errors import UsageError

Floats = NDArray[np.float64]
Pair = tuple[Floats, Floats]
TABLES = ("ucdp*.csv", "ucdp*.csv.gz", "sigacts*.csv", "sigacts*.csv.gz")
DAYS, APART = 14, 60  # length of a window, and the days from one to the next


def main() -> None:
    """Run the benchmark."""
    number = {"type": int, "default": 6, "help": "past windows of each table (default 6)"}
    options = arguments(__doc__, data="../shared/bench", extra={"--windows": number})
    scores: dict[str, float] = {}
    baseline: dict[str, float] = {}
    n = 0
    for name, ours, plain in _told(options.data, options.windows):
        scores |= _judged(name, ours)
        baseline |= _judged(name, plain)
        n += sum(came.size for _, came in ours)
    if not scores:
        raise SystemExit(f"{options.data}: no table of events or VIEWS actuals there; name their folder with --data")
    result = Result(benchmark="calibration", data=options.data.name, n=n, scores=scores, baseline=baseline)
    show(result, as_json=options.json, keep=options.keep)


def _told(folder: Path, windows: int) -> Iterator[tuple[str, list[Pair], list[Pair]]]:
    """Give each kind of forecast by name, with ours and the baseline's draws beside what came."""
    tables = [folder] if folder.is_file() else sorted(path for name in TABLES for path in folder.rglob(name))
    for path in tables:
        with readable(path, "a table of events (date_start or time)"):
            acts = table(path)
            told = trials(acts.until, acts, DAYS, windows=windows, apart=APART)
        yield from _daily("_".join(path.name.split(".")[0].split("_")[:3]), told)
    for months in sorted({path.parent for path in folder.rglob("cm_actuals_*.parquet")}):
        with readable(months, "VIEWS' actuals"):
            found = _monthly(months)
        if found[1]:
            yield found


def table(path: Path) -> Acts:
    """Read a table of events; rows without a day (headers, tags) are left out, SIGACTs are all by insurgents."""
    content = path.read_bytes()
    rows = pl.read_csv(io.BytesIO(gzip.decompress(content) if path.suffix == ".gz" else content), infer_schema=False)
    day = "date_start" if "date_start" in rows.columns else "time"
    if day not in rows.columns:
        raise UsageError("has no column date_start or time; give UCDP's or SIGACTs' own table")
    dated = rows.filter(pl.col(day).str.contains(r"^\d{4}-\d\d-\d\d"))
    if "side_a" not in dated.columns:
        dated = dated.select("time", "event_type", "target", actor=pl.lit("insurgents"))
    return acts_of_table(of_frame(dated, today=date.today())).on_days()


def _daily(name: str, told: Sequence[Trial]) -> Iterator[tuple[str, list[Pair], list[Pair]]]:
    kinds = {"attacks": (ATTACKS, DEADLY), "deaths": (KILLED,), "types": None}
    for kind, of in kinds.items():
        rows = [_rows(one, of) for one in told]
        if not any(len(some) for some in rows):
            continue
        both = list(zip(told, rows, strict=True))
        yield (
            f"{name}_{kind}_day",
            [(one.paths[some], one.came[some]) for one, some in both],
            [(np.repeat(one.plain[some, None], DAYS, axis=1), one.came[some]) for one, some in both],
        )
        yield (
            f"{name}_{kind}_total",
            [(one.paths[some].sum(axis=1), one.came[some].sum(axis=1)) for one, some in both],
            [(one.plain_sums[some], one.came[some].sum(axis=1)) for one, some in both],
        )


def _rows(one: Trial, of: tuple[str, ...] | None) -> list[int]:
    known = (ATTACKS, DEADLY, KILLED)
    return [i for i, series in enumerate(one.series) if (series.of in of if of else series.of not in known)]


def _monthly(folder: Path) -> tuple[str, list[Pair], list[Pair]]:
    whole = panel_of(history(folder), gaps=True)
    cut = months_of(whole, list(years(folder))).values()
    ours, plain = (
        [(window_draws(whole, model, one), one.came) for one in cut] for model in ("mixture", "conflictology")
    )
    return "views_deaths_month", ours, plain


def _judged(name: str, told: list[Pair]) -> dict[str, float]:
    even = np.concatenate([score.covered(draws, came).ravel() for draws, came in told])
    closed = np.concatenate([closed_cover(draws, came).ravel() for draws, came in told])
    found = {f"cover80_{name}": even.mean(), f"closed80_{name}": closed.mean()}
    if name.endswith("total"):
        found[f"brier_{name}"] = np.concatenate([score.brier(draws, came).ravel() for draws, came in told]).mean()
    found[f"crps_{name}"] = np.concatenate([score.crps(draws, came).ravel() for draws, came in told]).mean()
    return {key: round(float(value), 4) for key, value in found.items()}


if __name__ == "__main__":
    main()
