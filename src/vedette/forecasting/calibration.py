"""Whether what was said with 80 % came in 80 % of cases: the data of calibration plots, for any set of forecasts."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from vedette.forecasting import score
from vedette.forecasting.score import Floats

BINS = 10
LEVELS = (50.0, 80.0, 95.0)
SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """How often a central interval of `level` per cent held what came: `cover`, where a bound that many draws share
    counts by chance (randomised, so that a right forecast of counts gives its level), and `closed`, where a bound
    counts as inside (for counts at least as high: an interval of zeros always holds a quiet day)."""

    level: float
    cover: float
    closed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Forecasts whose probability lies in a bin: their mean, how often it came with its 95 % interval (Wilson), n."""

    forecast: float
    observed: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Cover by level; the histogram of the randomised probability transform (each bin 0.1 if right); reliability."""

    n: int
    cover: tuple[Cover, ...]
    pit: tuple[float, ...]
    reliability: tuple[Bin, ...]

    def form(self) -> dict[str, Any]:
        """Give plain data, lists of rows as plotting libraries (Observable Plot, d3) take them."""
        step = 1 / len(self.pit)
        return {
            "n": self.n,
            "cover": [asdict(one) for one in self.cover],
            "pit": [
                {"from": i * step, "to": (i + 1) * step, "share": share, "expected": step}
                for i, share in enumerate(self.pit)
            ],
            "reliability": [asdict(one) for one in self.reliability],
        }


def calibration(told: Iterable[tuple[ArrayLike, ArrayLike]], *, levels: Sequence[float] = LEVELS) -> Calibration:
    """Judge pairs of draws (..., m) and what came (...); reliability is that of "more than 0".

    Raises ValueError where there is none.
    """
    pairs = [(np.asarray(draws, dtype=np.float64), np.asarray(came, dtype=np.float64)) for draws, came in told]
    if not pairs:
        raise ValueError("no forecast to judge")
    ranks = np.concatenate([pit(draws, came).ravel() for draws, came in pairs])
    said = np.concatenate([(draws > 0).mean(axis=-1).ravel() for draws, _ in pairs])
    came = np.concatenate([(came > 0).ravel() for _, came in pairs])
    return Calibration(
        n=len(ranks),
        cover=tuple(_cover(pairs, level) for level in levels),
        pit=tuple(float(one) for one in np.histogram(ranks, bins=BINS, range=(0, 1))[0] / len(ranks)),
        reliability=reliability(said, came),
    )


def pit(draws: ArrayLike, actual: ArrayLike, *, seed: int = SEED) -> Floats:
    """Give the randomised probability transform: an even draw between the shares of draws below, and up to, what came.

    Even on 0..1 if the forecasts are right (Czado, Gneiting and Held 2009).
    """
    made, came = np.asarray(draws, dtype=np.float64), np.asarray(actual, dtype=np.float64)
    below = (made < came[..., None]).mean(axis=-1)
    upto = (made <= came[..., None]).mean(axis=-1)
    return np.asarray(below + np.random.default_rng(seed).random(below.shape) * (upto - below))


def closed_cover(draws: ArrayLike, actual: ArrayLike, *, level: float = 80) -> Floats:
    """Say (1 or 0) whether what came lies in the central interval of `level` per cent, bounds included."""
    made, came = np.asarray(draws, dtype=np.float64), np.asarray(actual, dtype=np.float64)
    low, high = np.quantile(made, (0.5 - level / 200, 0.5 + level / 200), axis=-1)
    return np.asarray((came >= low) & (came <= high), dtype=np.float64)


def reliability(said: Floats, came: ArrayLike, *, bins: int = BINS) -> tuple[Bin, ...]:
    """Sort probabilities into bins, and set how often it came beside what was said; empty bins are left out."""
    happened = np.asarray(came, dtype=np.float64)
    at = np.minimum((said * bins).astype(int), bins - 1)
    return tuple(_bin(said[at == i], happened[at == i]) for i in range(bins) if (at == i).any())


def _bin(said: Floats, came: Floats) -> Bin:
    n, share, z = len(came), float(came.mean()), 1.959963984540054
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * float(np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2)))
    return Bin(
        forecast=float(said.mean()), observed=share, low=max(middle - half, 0.0), high=min(middle + half, 1.0), n=n
    )


def _cover(pairs: Sequence[tuple[Floats, Floats]], level: float) -> Cover:
    even = np.concatenate([score.covered(draws, came, level=level).ravel() for draws, came in pairs])
    closed = np.concatenate([closed_cover(draws, came, level=level).ravel() for draws, came in pairs])
    return Cover(level=level, cover=float(even.mean()), closed=float(closed.mean()))
