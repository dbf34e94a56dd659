"""The benchmark of VIEWS: what history its files hold, and that a window is forecast from that alone."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from benchmarks import views
from benchmarks.views_history import history
from vedette.forecasting import panel_of

FIRST, UNITS = 360, 15  # January 2010
TRUE = np.random.default_rng(6).negative_binomial(0.3, 0.02, (UNITS, 48)).astype(float)


def _year(folder: Path, year: int) -> None:
    start = (year - 1980) * 12 + 1
    rows = [(int(TRUE[u, m - FIRST - 1]), m, u) for m in range(start, start + 12) for u in range(UNITS)]
    frame = pl.DataFrame(rows, schema=["outcome", "month_id", "country_id"], orient="row")
    frame.write_parquet(folder / f"cm_actuals_{year}.parquet")


def _features(folder: Path, *, months: range) -> None:
    rows = [
        {"country_id": u, "month_id": m, "ged_sb": TRUE[u, m - FIRST - 1]}
        | {f"ged_sb_tlag_{lag}": TRUE[u, m - FIRST - 1 - lag] for lag in range(1, 7)}
        | {"ged_sb_tsum_24": TRUE[u, m - FIRST - 24 : m - FIRST].sum()}
        for m in months
        for u in range(UNITS)
    ]
    pl.DataFrame(rows).write_parquet(folder / "cm_features_to_oct2012.parquet")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for year in (2012, 2013):
        _year(tmp_path, year)
    return tmp_path


def test_features_tell_lags_and_what_sums_lose(folder: Path) -> None:
    _features(folder, months=range(FIRST + 25, FIRST + 35))
    panel = panel_of(history(folder), gaps=True)
    for period in (*range(FIRST + 2, FIRST + 11), *range(FIRST + 19, FIRST + 49)):
        assert panel.at(period).tolist() == TRUE[:, period - FIRST - 1].tolist()
    assert np.isnan(panel.at(FIRST + 15)).all()  # neither a lag nor a difference reaches there


def test_a_window_without_history_is_left_out(folder: Path) -> None:
    panel = panel_of(history(folder), gaps=True)
    assert list(views.windows(panel, [2012, 2013])) == [2013]


def test_a_window_starts_three_months_after_what_is_known(folder: Path) -> None:
    window = views.windows(panel_of(history(folder), gaps=True), [2013])[2013]
    assert (window.origin, window.steps) == ((2012 - 1980) * 12 + 10, tuple(range(3, 15)))
    assert (window.came == TRUE[:, 36:]).all()


def test_scores_each_window_beside_conflictology_and_the_published(folder: Path) -> None:
    _features(folder, months=range(FIRST + 25, FIRST + 35))
    result = views.measure("x", panel_of(history(folder), gaps=True), "hurdle", [2012, 2013])
    assert {"crps_2012", "ign_2013", "mis_2013", "cover80_2013", "skill_2013"} <= set(result.scores)
    assert result.n == 2 * 12 * UNITS
    assert "crps_2012" not in result.baseline  # ten of its twelve months are known


def test_the_published_rows_of_conflictology_are_met(shared: Path) -> None:
    data = shared / "bench/forecast"
    panel = panel_of(history(data), gaps=True)
    met = views.measure("x", panel, "conflictology", [2019, 2020, 2021]).baseline
    assert [round(met[f"crps_{year}"], 4) for year in (2020, 2021)] == [21.3393, 76.8495]
    assert [round(met[f"ign_{year}"], 4) for year in (2019, 2020, 2021)] == [0.6101, 0.5665, 0.6856]
    assert met["crps_2019"] == pytest.approx(9.1463, abs=0.0005)  # two of its months are of an older vintage
