"""The history of deaths by country and month that the files of a VIEWS folder hold, as a long table."""

from pathlib import Path

import polars as pl

from benchmarks.files import files
from vedette.model.errors import UsageError

LAGS, SUM = range(1, 7), 24
FEATURES = ("ged_sb", "ged_sb_tsum_24", *(f"ged_sb_tlag_{lag}" for lag in LAGS))


def history(folder: Path) -> pl.DataFrame:
    """Give unit, time (months, 1 = January 1980), y: the actuals, and before them what the features files tell.

    Where several files know a month, actuals come first, then features as such, then their lags, then differences.
    """
    told = [actuals(path).with_columns(rank=pl.lit(0)) for path in years(folder).values()]
    for path in files(folder, "cm_features_to_oct*.parquet"):
        told.extend(_features(_columns(path, "country_id", "month_id", *FEATURES)))
    rows = pl.concat(told).sort("rank", maintain_order=True).unique(["unit", "time"], keep="first", maintain_order=True)
    units: list[int] = told[0]["unit"].unique().to_list() if told else []
    return rows.filter(pl.col("unit").is_in(units)).select("unit", "time", "y").sort("unit", "time")


def years(folder: Path) -> dict[int, Path]:
    """Give the files of actuals by year, in the folder or, where it has none, at any depth."""
    return {int(path.stem[-4:]): path for path in files(folder, "cm_actuals_[0-9][0-9][0-9][0-9].parquet")}


def actuals(path: Path) -> pl.DataFrame:
    """Read a file of actuals as unit, time, y."""
    return _long(_columns(path, "country_id", "month_id", "outcome"))


def _columns(path: Path, *names: str) -> pl.DataFrame:
    """Read columns of a file; UsageError where it cannot be read or lacks one."""
    try:
        frame = pl.read_parquet(path)
    except pl.exceptions.PolarsError as error:
        raise UsageError(f"{path.name}: cannot be read as Parquet; fetch it anew") from error
    if lacking := [name for name in names if name not in frame.columns]:
        raise UsageError(f"{path.name}: has no column {', '.join(lacking)}; give VIEWS' own file")
    return frame.select(names)


def _features(frame: pl.DataFrame) -> list[pl.DataFrame]:
    """Give what a features file tells of deaths: its months, six before, and what 24-month sums differ by."""
    now = [_long(frame.select("country_id", "month_id", "ged_sb")).with_columns(rank=pl.lit(1))]
    lags = [
        _long(frame.select("country_id", pl.col("month_id") - lag, f"ged_sb_tlag_{lag}")).with_columns(rank=pl.lit(2))
        for lag in LAGS
    ]
    # A sum over 24 months gains this month and loses that of two years ago: sum(t) - sum(t-1) = y(t) - y(t-24).
    change = pl.col("ged_sb_tsum_24").diff().over("country_id")
    lost = frame.sort("country_id", "month_id").with_columns(lost=pl.col("ged_sb") - change).drop_nulls("lost")
    dropped = _long(lost.select("country_id", pl.col("month_id") - SUM, "lost")).with_columns(rank=pl.lit(3))
    return [*now, *lags, dropped]


def _long(frame: pl.DataFrame) -> pl.DataFrame:
    renamed = dict(zip(frame.columns, ("unit", "time", "y"), strict=True))
    return frame.rename(renamed).select(pl.col("unit", "time").cast(pl.Int64), pl.col("y").cast(pl.Float64))
