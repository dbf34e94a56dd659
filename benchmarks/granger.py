"""Granger's test both ways on the weekly Goldstein sums of Israel and the Palestinians, at lag 6.

python -m benchmarks.granger --data ../shared/bench/dynamics/israel_palestine_weekly_goldstein.csv
"""

import numpy as np

from benchmarks.files import file, readable
from benchmarks.report import Result, arguments, show
from vedette.measuring.reciprocity import reciprocity

PUBLISHED = {"published": {"f_p2i_to_i2p": 17.631, "f_i2p_to_p2i": 10.912}}


def main() -> None:
    """Test and show."""
    options = arguments(__doc__, data="../shared/bench/dynamics/israel_palestine_weekly_goldstein.csv")
    path = file(options.data, "israel_palestine*.csv")
    with readable(path, "a CSV of two columns, i2p and p2i"):
        series = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
        found = reciprocity(series, names=("i2p", "p2i"), lag=6)
    result = Result(
        benchmark="granger",
        data="Israel and the Palestinians, weekly",
        n=found.n,
        scores={f"f_{test.cause}_to_{test.effect}": round(test.f, 4) for test in found.tests},
        peers=PUBLISHED,
        notes={"verdict": found.verdict},
    )
    show(result, as_json=options.json, keep=options.keep)


if __name__ == "__main__":
    main()
