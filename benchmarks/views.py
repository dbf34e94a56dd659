"""Deaths by country and month, forecast as draws: the VIEWS prediction challenge of 2023/24.

    python -m benchmarks.views [--data FOLDER] [--model NAME] [--json] [--keep]

FOLDER holds cm_actuals_YYYY.parquet for any years, and cm_features_to_octYYYY.parquet where there are any. The window
of a year is forecast from the months to October of the year before (3 to 14 steps ahead) and nothing later; a year
without at least six months of history by then is left out. Baseline: conflictology, where its twelve months are known.
"""

import numpy as np

from benchmarks.report import Result, arguments, show
from benchmarks.views_history import history, years
from vedette.forecasting import MODELS, Panel, panel_of
from vedette.forecasting.backtest import Window, window_of, window_scores
from vedette.model.errors import UsageError

STEPS = range(3, 15)
LEAST = 6
KEYS = ("crps", "ign", "mis", "cover80")
# Published, or computed from published predictions; vintage of 2024.
PUBLISHED = {
    "conflictology (published)": {
        "crps": {2018: 14.4829, 2019: 9.1463, 2020: 21.3393, 2021: 76.8495, 2022: 123.9952, 2023: 50.3567},
        "ign": {2018: 0.6403, 2019: 0.6101, 2020: 0.5665, 2021: 0.6856, 2022: 0.6947, 2023: 0.6823},
        "mis": {2018: 186.55, 2019: 89.06, 2020: 344.96, 2021: 1435.55, 2022: 2142.13, 2023: 1042.92},
    },
    "negative binomial team": {
        "crps": {2018: 14.090, 2019: 9.337, 2020: 21.884, 2021: 78.200},
        "ign": {2018: 0.617, 2019: 0.554, 2020: 0.575, 2021: 0.722},
    },
    "last, Poisson": {
        "crps": {2018: 20.1735, 2019: 9.4800, 2020: 23.6981, 2021: 85.6055, 2022: 131.0171, 2023: 678.9598}
    },
    "bootstrap of 240 months": {
        "crps": {2018: 23.5773, 2019: 22.4576, 2020: 31.4174, 2021: 86.6263, 2022: 120.2492, 2023: 52.7221}
    },
    "zero": {"crps": {2018: 24.1305, 2019: 23.0188, 2020: 32.0406, 2021: 87.3390, 2022: 120.9682, 2023: 53.5432}},
}


def october_before(year: int) -> int:
    """Give the number of the last month that a window's forecasts may know."""
    return (year - 1980) * 12 - 2


def windows(whole: Panel, of: list[int]) -> dict[int, Window]:
    """Give the windows that have a history: October known and at least six months known by then."""
    found = {}
    for year in of:
        origin = october_before(year)
        known = [column for column in whole.known if column <= origin - whole.start]
        if len(known) >= LEAST and known[-1] == origin - whole.start:
            found[year] = window_of(whole, origin, STEPS)
    return found


def full_year(whole: Panel, origin: int) -> bool:
    """Say whether the twelve months to an origin are all known."""
    return not any(np.isnan(whole.at(origin - back)).any() for back in range(12))


def measure(folder: str, whole: Panel, model: str, of: list[int]) -> Result:
    """Score a model and conflictology on every window that has a history."""
    scores: dict[str, float] = {}
    baseline: dict[str, float] = {}
    found = windows(whole, of)
    for year, window in found.items():
        ours = window_scores(whole, model, window)
        scores |= {f"{key}_{year}": round(ours[key], 4) for key in KEYS}
        if full_year(whole, window.origin):
            plain = window_scores(whole, "conflictology", window)
            baseline |= {f"{key}_{year}": round(plain[key], 4) for key in KEYS}
            scores[f"skill_{year}"] = round(1 - ours["crps"] / plain["crps"], 4)
    peers = {
        name: {f"{key}_{year}": by[year] for key, by in keyed.items() for year in found if year in by}
        for name, keyed in PUBLISHED.items()
    }
    if not found:
        raise UsageError(f"no history for {', '.join(map(str, of))}: add the actuals, or features, of the years before")
    left = [year for year in of if year not in found]
    notes = {"model": model} | ({"left out, no history in the files": left} if left else {})
    n = sum(window.came.size for window in found.values())
    return Result(benchmark="views", data=folder, n=n, scores=scores, baseline=baseline, peers=peers, notes=notes)


def main() -> None:
    """Run the benchmark."""
    model = {"choices": list(MODELS), "default": "mixture", "help": "the model that is scored (default mixture)"}
    options = arguments(__doc__, data="../shared/bench/forecast", extra={"--model": model})
    folder = options.data.parent if options.data.is_file() else options.data
    found = years(folder)
    if not found:
        raise SystemExit(f"{options.data}: no cm_actuals_YYYY.parquet there; give their folder with --data")
    try:
        whole = panel_of(history(folder), gaps=True)
        result = measure(folder.name, whole, options.model, list(found))
    except UsageError as error:
        raise SystemExit(f"{options.data}: {error}") from error
    name = "views" if options.model == "mixture" else f"views_{options.model}"
    show(result, as_json=options.json, keep=options.keep, name=name)


if __name__ == "__main__":
    main()
