"""The scores of change points, and the benchmark on a series of our own."""

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.breaks import left_out, load, measure
from benchmarks.breaks_score import covering, f_measure


@pytest.mark.parametrize(
    ("people", "found", "score"),
    [
        ({"a": [], "b": []}, [], 1.0),
        ({"a": [50]}, [52], 1.0),
        ({"a": [50]}, [60], 0.5),
        ({"a": [50], "b": []}, [], 2 * 0.75 / 1.75),
        ({"a": [50]}, [49, 51], 2 * (2 / 3) / (5 / 3)),
    ],
)
def test_f_measure(people: dict[str, list[int]], found: list[int], score: float) -> None:
    assert f_measure(people, found, margin=5) == pytest.approx(score)


@pytest.mark.parametrize(("found", "score"), [([50], 1.0), ([], 0.5), ([25], (1 / 2 + 2 / 3) / 2)])
def test_covering(found: list[int], score: float) -> None:
    assert covering({"a": [50]}, found, n=100) == pytest.approx(score)


def _folder(path: Path) -> Path:
    for seed, at in enumerate((20, 24)):
        rng = np.random.default_rng(seed)
        raw = [*rng.normal(size=at), *rng.normal(8, 1, 44 - at)]
        raw[5] = None
        held = {"name": f"step{seed}", "n_dim": 1, "series": [{"raw": raw}]}
        (path / f"step{seed}.json").write_text(json.dumps(held), "utf-8")
    (path / "annotations.json").write_text(json.dumps({"step0": {"1": [20]}, "step1": {"1": [24]}}), "utf-8")
    return path


def test_scores_a_folder(tmp_path: Path) -> None:
    result = measure(*load(_folder(tmp_path)))
    assert result.n == 2
    assert result.scores["f1"] == 1.0
    assert result.baseline["f1"] == pytest.approx(2 / 3)
    assert result.peers["PELT, ruptures"]["f1"] == 1.0


def test_chooses_settings_on_the_other_series(tmp_path: Path) -> None:
    found = left_out(*load(_folder(tmp_path)), grid=[(2.0, 0.1), (1e6, 0.1)])
    assert found["f1 with the settings chosen on the other series"] == 1.0
