"""Change points of the Turing Change Point Dataset with default settings, beside BINSEG and PELT of `ruptures`.

    python -m benchmarks.breaks --data ../shared/bench/dynamics/tcpd [--cross-validate]

Univariate series, gaps filled by a line, margin 5, F1 and covering as in van den Burg and Williams 2020. The peers
run with the defaults there: standardised series, changes of the mean, normal cost, modified BIC penalty 3 log n, BINSEG
with at most 5 cuts (and without that bound). --cross-validate chooses the price of a cut and the floor of the spread
on all series but one, scores that one, and gives the mean: what choosing on these series would be worth.
"""

import json
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.breaks_score import covering, f_measure
from benchmarks.files import file, files, readable
from benchmarks.report import Result, arguments, show
from vedette.measuring.breaks import change_points
from vedette.measuring.events import Floats
from vedette.model.errors import UsageError

MARGIN = 5
DEFAULT_CUTS = 5
PUBLISHED = {
    "BINSEG, published": {"f1": 0.698},
    "PELT, published": {"f1": 0.674},
    "BOCPD, published": {"f1": 0.662},
}
GRID = tuple(product((1.0, 2.0, 3.0), (0.05, 0.1, 0.2)))  # the price of a place, the floor of the spread
Annotations = dict[str, list[int]]


def main() -> None:
    """Score our change points and the peers' on every univariate series of the folder."""
    flag = {"action": "store_true", "help": "also choose the two settings with one series left out (slow)"}
    options = arguments(__doc__, data="../shared/bench/dynamics/tcpd", extra={"--cross-validate": flag})
    annotated, series = load(options.data)
    if not series:
        raise SystemExit(f"{options.data}: no univariate series with annotations there; give TCPD's folder with --data")
    result = measure(annotated, series)
    if options.cross_validate:
        result.notes.update(left_out(annotated, series))
    show(result, as_json=options.json, keep=options.keep)


def load(folder: Path) -> tuple[dict[str, Annotations], dict[str, Floats]]:
    """Read annotations.json and every univariate series that it speaks of, each a file or in a folder of its own."""
    if folder.is_file():
        raise SystemExit(f"{folder}: is a file; give the folder of TCPD's series with --data")
    held = file(folder, "annotations.json")
    with readable(held, "TCPD's annotations"):
        annotated = dict(json.loads(held.read_text("utf-8")))
    found = {}
    for path in [path for path in files(folder, "*.json") if path != held] or sorted(folder.rglob("*.json")):
        with readable(path, "a series of TCPD"):
            one: Any = json.loads(path.read_text("utf-8"))
            if isinstance(one, dict) and one.get("n_dim") == 1 and annotated.get(one.get("name")):
                found[str(one["name"])] = _filled(one["series"][0]["raw"])
    return annotated, found


def measure(annotated: dict[str, Annotations], series: dict[str, Floats]) -> Result:
    """Score each method on each series."""
    methods: dict[str, Callable[[Floats], list[int]]] = {
        "Vedette": ours,
        "none": lambda _: [],
        "BINSEG, ruptures": lambda one: peer("Binseg", one, DEFAULT_CUTS),
        "BINSEG, unbounded": lambda one: peer("Binseg", one),
        "PELT, ruptures": lambda one: peer("Pelt", one),
    }
    found = {method: {name: find(one) for name, one in series.items()} for method, find in methods.items()}
    means = {method: _means(annotated, series, cuts) for method, cuts in found.items()}
    each = {name: round(f_measure(annotated[name], cuts, margin=MARGIN), 3) for name, cuts in found["Vedette"].items()}
    return Result(
        benchmark="breaks",
        data="TCPD, univariate",
        n=len(series),
        scores=means["Vedette"],
        baseline=means["none"],
        peers={**{method: means[method] for method in list(methods)[2:]}, **PUBLISHED},
        notes={"f1 of each series": each},
    )


def left_out(
    annotated: dict[str, Annotations], series: dict[str, Floats], grid: Sequence[tuple[float, float]] = GRID
) -> dict[str, Any]:
    """Choose price and floor on all series but one and score that one, for each."""
    table = np.array(
        [
            [f_measure(annotated[n], ours(y, place=place, floor=floor), margin=MARGIN) for n, y in series.items()]
            for place, floor in grid
        ]
    )
    chosen = [int(np.argmax(np.delete(table, at, axis=1).mean(axis=1))) for at in range(table.shape[1])]
    return {
        "f1 with the settings chosen on the other series": round(float(np.mean(table[chosen, range(len(chosen))])), 4),
        "f1 of each setting (price of a place, floor)": {
            f"{place:g}, {floor:g}": round(float(row.mean()), 4)
            for (place, floor), row in zip(grid, table, strict=True)
        },
    }


def ours(series: Floats, **settings: float) -> list[int]:
    """Find change points by the package's defaults; none where a series cannot be searched."""
    try:
        return list(change_points(series, **settings).places)  # type: ignore[arg-type]
    except UsageError:
        return []


def peer(method: str, series: Floats, most: int | None = None) -> list[int]:
    """Run one of `ruptures` as TCPDBench's defaults."""
    import ruptures  # type: ignore[import-untyped]

    standard = (series - series.mean()) / (series.std() or 1.0)
    made = getattr(ruptures, method)(model="l2", min_size=1, jump=1).fit(standard[:, None])
    cuts = made.predict(pen=3 * np.log(len(series)))[:-1]
    if most is not None and len(cuts) > most:
        cuts = made.predict(n_bkps=most)[:-1]
    return [int(cut) for cut in cuts]


def _means(
    annotated: dict[str, Annotations], series: dict[str, Floats], cuts: dict[str, Sequence[int]] | dict[str, list[int]]
) -> dict[str, float]:
    f1 = [f_measure(annotated[name], found, margin=MARGIN) for name, found in cuts.items()]
    cover = [covering(annotated[name], found, n=len(series[name])) for name, found in cuts.items()]
    return {"f1": float(np.mean(f1)), "covering": float(np.mean(cover))}


def _filled(raw: list[float | None]) -> Floats:
    values = np.array([np.nan if value is None else value for value in raw], dtype=np.float64)
    known = np.flatnonzero(np.isfinite(values))
    if not len(known):
        raise ValueError("no step has a value")
    return np.interp(np.arange(len(values)), known, values[known])


if __name__ == "__main__":
    main()
