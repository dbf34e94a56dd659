"""Thresholds: what would be a war, a spillover, a calm, and in which runs it came to pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vedette.measuring.events import Ints
from vedette.model.errors import UsageError
from vedette.simulating import checked
from vedette.simulating.runs import Runs

WAR = 1000 / 365  # deaths a day at which a year has 1,000: a war by the Uppsala Conflict Data Program's definition
MEASURES = {
    "war": "deaths within `days` at the pace of 1,000 a year (UCDP's war), or `at_least` times that pace",
    "deaths": "at least so many dead within `days`",
    "acts": "at least so many acts within `days`",
    "worst": "an act with at least so many dead",
    "abroad": "at least so many acts in `country`, or where it is left out in any country that is not home",
    "quiet": "at least so many days in a row without an act",
    "entry": "a third party has entered",
}
_DAYS = {"war": 30}


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A line that a run may cross: at least so much of a measure within a window of days (None: all the time)."""

    name: str
    measure: str
    at_least: float = 1.0
    days: int | None = None
    by: tuple[str, ...] = ()
    country: str | None = None

    @property
    def needed(self) -> float:
        """The number that must be reached."""
        return self.at_least * WAR * (self.days or 30) if self.measure == "war" else self.at_least


DEFAULTS = (
    Threshold(name="war-like intensity", measure="war", days=30),
    Threshold(name="25 dead in 30 days", measure="deaths", at_least=25, days=30),
    Threshold(name="an act with 10 dead", measure="worst", at_least=10),
    Threshold(name="spillover to another country", measure="abroad"),
    Threshold(name="two quiet weeks", measure="quiet", at_least=14),
)


def thresholds_of(given: Any, sides: Sequence[str], *, days: int, source: str) -> tuple[Threshold, ...]:
    """Check the thresholds of a scenario."""
    told = checked.tables(given, f"{source}, threshold")
    made = tuple(_threshold(one, sides, days, f"{source}, threshold {n}") for n, one in enumerate(told, 1))
    names = [one.name for one in made]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"{source}: two thresholds are called {name!r}; give each a name of its own")
    return made


def _threshold(given: Mapping[str, Any], sides: Sequence[str], days: int, where: str) -> Threshold:
    checked.only(given, ("name", "measure", "at_least", "days", "by", "country"), where)
    measure = checked.one_of(given.get("measure"), list(MEASURES), f"{where}: measure")
    window = given.get("days", _DAYS.get(measure))
    by = checked.texts(given["by"], f"{where}: by") if "by" in given else ()
    least = checked.number(given.get("at_least", 1), f"{where}: at_least", low=0.01, high=1e6)
    name = given.get("name", f"{measure} {least:g}")
    return Threshold(
        name=checked.text(name, f"{where}: name"),
        measure=measure,
        at_least=least,
        days=None if window is None else min(checked.whole(window, f"{where}: days", low=1, high=730), days),
        by=tuple(checked.side(one, sides, f"{where}: by") for one in by),
        country=checked.text(given["country"], f"{where}: country") if "country" in given else None,
    )


def crossed(
    runs: Runs, line: Threshold, *, names: Sequence[str], question: int | None, entries: Sequence[int]
) -> NDArray[np.bool_]:
    """Say which runs cross a threshold. `question`: its row in `abroad`; `entries`: the effects that are entries."""
    sides = [names.index(one) for one in line.by] or list(range(len(names)))
    if line.measure in ("war", "deaths"):
        return _reached(runs.deaths[:, :, sides].sum(axis=2), line)
    if line.measure == "acts":
        return _reached(runs.acts[:, :, sides].sum(axis=2), line)
    if line.measure == "worst":
        return np.asarray((runs.worst >= line.needed).any(axis=1))
    if line.measure == "abroad" and question is not None:
        return _reached(runs.abroad[question], line)
    if line.measure == "quiet":
        return _longest(runs.acts[:, :, sides].sum(axis=2) == 0) >= line.needed
    days = runs.acts.shape[1]
    return (
        np.asarray((runs.began[list(entries)] < days).any(axis=0)) if entries else np.zeros(len(runs.acts), dtype=bool)
    )


def _reached(daily: Ints, line: Threshold) -> NDArray[np.bool_]:
    """Say where the greatest sum of any window of days reaches the number."""
    days = daily.shape[1]
    window = min(line.days or days, days)
    whole = np.concatenate([np.zeros((len(daily), 1), dtype=np.int64), daily.cumsum(axis=1)], axis=1)
    return np.asarray((whole[:, window:] - whole[:, :-window]).max(axis=1) >= line.needed)


def _longest(quiet: NDArray[np.bool_]) -> Ints:
    """Give the length of each run's longest stretch of true days."""
    now = longest = np.zeros(len(quiet), dtype=np.int64)
    for day in quiet.T:
        now = (now + 1) * day
        longest = np.maximum(longest, now)
    return longest
