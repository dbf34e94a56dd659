"""An outcome as JSON takes it: everything that is shown, and the data of the charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from vedette.measuring.events import Ints
from vedette.simulating.assumptions import assumptions, warnings
from vedette.simulating.bargain import form as bargain_form
from vedette.simulating.brinkmanship import solve
from vedette.simulating.compared import Crossing, Share
from vedette.simulating.fan import LEVELS, Fan, Pair, fans
from vedette.simulating.reactions import Reactions
from vedette.simulating.sensitivity import Turn
from vedette.simulating.study import Outcome


def outcome_form(outcome: Outcome, turns: Sequence[Turn]) -> dict[str, Any]:
    """Give the whole outcome; probabilities from 0 to 1, days counted from 1, the day after the record."""
    study = outcome.study
    scenario = study.scenario
    return {
        "title": scenario.title,
        "about": scenario.about,
        "scenario": scenario.source,
        "seed": scenario.seed,
        "runs": scenario.runs,
        "days": scenario.days,
        "begins_after": study.acts.record.last.isoformat(),
        "warnings": warnings(study),
        "reactions": _reactions(study.reactions),
        "sides": {side.role: list(side.members) for side in study.acts.sides},
        "changes": [{"knob": one.knob, "name": one.name, **_plain(one.values)} for one in scenario.changes],
        "thresholds": [_crossing(one) for one in outcome.crossings],
        "dead": {"no_change": _spread(outcome.still.deaths), "scenario": _spread(outcome.changed.deaths)},
        "acts": {"no_change": _spread(outcome.still.acts), "scenario": _spread(outcome.changed.acts)},
        "fans": {pair.key: _pair(pair) for pair in fans(outcome)},
        "sensitivity": [asdict(one) for one in turns],
        "brinkmanship": bargain_form(solve(scenario.bargain.game), scenario.bargain) if scenario.bargain else None,
        "assumptions": assumptions(outcome),
    }


def _plain(values: Any) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items() if value != ""}


def _reactions(told: Reactions) -> dict[str, Any]:
    return {
        "source": told.source,
        "trusted": told.trusted,
        "verdict": told.verdict,
        "names": list(told.names),
        "branching": told.branching.tolist(),
        "branching_error": told.branching_error.tolist(),
        "response_days": 1 / told.decay,
        "steepness": told.steepness,
        "baseline_a_day": told.baseline.tolist(),
    }


def _crossing(one: Crossing) -> dict[str, Any]:
    return {
        "name": one.line.name,
        "measure": one.line.measure,
        "at_least": one.line.needed,
        "days": one.line.days,
        "no_change": _share(one.still),
        "scenario": _share(one.changed),
        "difference": one.difference,
        "difference_error": one.difference_error,
    }


def _share(one: Share) -> dict[str, float]:
    return {"p": one.p, "error": one.error, "low": one.low, "high": one.high}


def _spread(daily: Ints) -> dict[str, float]:
    """Give mean and percentiles of the whole of each run."""
    whole = daily.sum(axis=(1, 2))
    found = np.percentile(whole, LEVELS)
    return {
        "mean": float(whole.mean()),
        **{f"p{level}": float(value) for level, value in zip(LEVELS, found, strict=True)},
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {"title": pair.still.title, "no_change": _fan(pair.still), "scenario": _fan(pair.changed)}


def _fan(fan: Fan) -> dict[str, Any]:
    bands = {f"p{level}": band.tolist() for level, band in zip(LEVELS, fan.bands, strict=True)}
    return {"days": list(fan.days), "mean": fan.mean.tolist(), **bands}
