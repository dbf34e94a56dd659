"""All knobs: what may be changed in a scenario, and what each change means for baselines, reactions and tolls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import sqrt

import numpy as np

from vedette.measuring.events import Floats
from vedette.simulating.knob import Change, Field, Knob, Made, Sides
from vedette.simulating.plan import Effect, Shock, no_effect

_SIDE = Field(kind="side", about="whose")
_FACTOR = Field(low=0, high=20, dose="factor", about="times as much; 1 changes nothing")
_TO = Field(kind="side", default="", about="only what answers this side's acts")


def _one(effect: Effect) -> Made:
    return (effect,), ()


def _scaled(
    change: Change, sides: Sides, factor: float, *, row: Iterable[str] = (), base: Iterable[str] = ()
) -> Effect:
    """Scale the reactions (rows) and baselines of these sides."""
    effect = no_effect(len(sides.names), start=change.start)
    for name in row:
        effect.reaction[sides.index(name), :] *= factor
    for name in base:
        effect.base[sides.index(name)] *= factor
    return effect


def _row(change: Change, sides: Sides, factor: float) -> Made:
    """Scale how strongly a side reacts, to all or to one side."""
    effect = no_effect(len(sides.names), start=change.start)
    to = change.values["toward"]
    effect.reaction[sides.index(change.values["side"]), sides.index(to) if to else slice(None)] *= factor
    return _one(effect)


def _restraint(change: Change, sides: Sides) -> Made:
    return _row(change, sides, 1 - change.values["by"])


def _harshness(change: Change, sides: Sides) -> Made:
    return _row(change, sides, change.values["factor"])


def _provocation(change: Change, sides: Sides) -> Made:
    effect = no_effect(len(sides.names), start=change.start)
    own = sides.index(change.values["side"])
    effect.reaction[[i for i in range(len(sides.names)) if i != own], own] *= change.values["factor"]
    return _one(effect)


def _baseline(change: Change, sides: Sides) -> Made:
    return _one(_scaled(change, sides, change.values["factor"], base=[change.values["side"]]))


def _withdrawal(change: Change, sides: Sides) -> Made:
    """Take away what hits the target: acts on it stop by the share that leaves, its own too unless it strikes on."""
    target, share = change.values["target"], change.values["share"]
    effect = no_effect(len(sides.names), start=change.start)
    left = 1 - share * np.array(sides.hit[target])
    left[sides.index(target)] = 1.0 if change.values["strikes_on"] else 1 - share
    return _one(replace(effect, base=left, reaction=effect.reaction * left[:, None]))


def _pressure(change: Change, sides: Sides) -> Made:
    clients, on = change.values["clients"], change.values["on"]
    rows = clients if on in ("both", "reaction") else ()
    bases = clients if on in ("both", "baseline") else ()
    return _one(_scaled(change, sides, change.values["factor"], row=rows, base=bases))


def _war(change: Change, sides: Sides) -> Made:
    return _one(_scaled(change, sides, change.values["factor"], base=change.values["sides"] or sides.names))


def _casualties(change: Change, sides: Sides) -> Made:
    values = change.values
    weight = values["weight"] if values["weight"] != "" else sqrt(1 + values["killed"])
    side = sides.index(values["side"])
    return (), (Shock(start=change.start, side=side, weight=weight, killed=round(values["killed"]), counted=True),)


def _accident(change: Change, sides: Sides) -> Made:
    values = change.values
    side = sides.index(values["blamed"])
    shock = Shock(start=change.start, side=side, weight=values["weight"], killed=round(values["killed"]), counted=False)
    return (), (shock,)


def _entry(change: Change, sides: Sides) -> Made:
    """Keep a side out until it enters; how it acts once in is told by the world that was made for it."""
    effect = no_effect(len(sides.names), start=change.start, before=True)
    own = sides.index(change.values["side"])
    base, reaction = effect.base.copy(), effect.reaction.copy()
    base[own], reaction[own, :] = 0.0, 0.0
    return _one(replace(effect, base=base, reaction=reaction))


def _toll(change: Change, sides: Sides) -> Made:
    effect = no_effect(len(sides.names), start=change.start)
    effect.toll[sides.index(change.values["side"])] *= change.values["factor"]
    return _one(effect)


def _reach(change: Change, sides: Sides) -> Made:
    effect = no_effect(len(sides.names), start=change.start)
    effect.reach[sides.index(change.values["side"])] *= change.values["factor"]
    return _one(effect)


def factors(effect: Effect) -> Floats:
    """Give all factors of an effect in one row, for tests and tables."""
    return np.concatenate([effect.base, effect.reaction.ravel(), effect.toll, effect.reach])


KNOBS = {
    knob.name: knob
    for knob in (
        Knob(
            name="restraint",
            about="a side answers less: its reactions (a row of the branching matrix) times 1 - by",
            fields={"side": _SIDE, "by": Field(low=0, high=1, dose="share", about="share held back"), "toward": _TO},
            made=_restraint,
        ),
        Knob(
            name="harshness",
            about="a side answers more: its reactions times factor",
            fields={"side": _SIDE, "factor": replace(_FACTOR, low=1), "toward": _TO},
            made=_harshness,
        ),
        Knob(
            name="provocation",
            about="a side's acts are answered more or less by the others (a column of the branching matrix)",
            fields={"side": _SIDE, "factor": _FACTOR},
            made=_provocation,
        ),
        Knob(
            name="baseline",
            about="a side acts more or less of its own accord",
            fields={"side": _SIDE, "factor": _FACTOR},
            made=_baseline,
        ),
        Knob(
            name="withdrawal",
            about="a target leaves: acts on it cease by that share, and its own",
            fields={
                "target": Field(kind="side", about="who leaves"),
                "share": Field(low=0, high=1, default=1.0, dose="share", about="share that leaves"),
                "strikes_on": Field(kind="flag", default=False, about="it goes on acting from afar"),
            },
            made=_withdrawal,
            assumes="acts on the target have the share that they have in the record; nothing takes its place",
        ),
        Knob(
            name="pressure",
            about="a patron urges its clients on (factor above 1) or holds them back (below 1)",
            fields={
                "patron": Field(kind="text", default="the patron", about="who presses; need not be a side"),
                "clients": Field(kind="sides", about="the sides that obey"),
                "factor": _FACTOR,
                "on": Field(
                    kind="choice", default="both", choices=("both", "baseline", "reaction"), about="what it acts on"
                ),
            },
            made=_pressure,
            assumes="clients obey at once and all alike",
        ),
        Knob(
            name="war_next_door",
            about="a war next door widens (factor above 1) or ends (below 1): baselines times factor",
            fields={
                "factor": _FACTOR,
                "sides": Field(kind="sides", default=(), about="whom it moves; all unless given"),
            },
            made=_war,
            assumes="how much of the baseline is owed to that war is the scenario's guess, not measured",
        ),
        Knob(
            name="mass_casualty",
            about="an attack with many dead, felt as `weight` ordinary acts",
            fields={
                "side": Field(kind="side", about="who did it"),
                "killed": Field(low=1, high=1e6, dose="amount", about="dead"),
                "weight": Field(
                    low=0, high=1000, default="", dose="amount", about="ordinary acts; sqrt(1 + killed) if left out"
                ),
            },
            made=_casualties,
            assumes="unless weight is given it is the square root of 1 + killed, a guess",
        ),
        Knob(
            name="accident",
            about="an accident or false attribution: the others react to an act that `blamed` did not do",
            fields={
                "blamed": Field(kind="side", about="who is held responsible"),
                "weight": Field(
                    low=0, high=1000, default=3.0, dose="amount", about="ordinary acts that it is taken for"
                ),
                "killed": Field(low=0, high=1e6, default=0.0, about="dead"),
            },
            made=_accident,
            assumes="nobody finds out in time to stop the reaction",
        ),
        Knob(
            name="entry",
            about="a third party enters, on a day, by a daily chance or after a trigger, and acts like a side",
            fields={
                "side": Field(kind="text", about="name of the new side"),
                "like": Field(kind="side", about="whose acts, reactions and tolls it takes over"),
                "strength": Field(low=0, high=20, default=1.0, about="times as active as that side"),
                "against": Field(
                    kind="side", default="", about="whom it answers and who answers it; all others unless given"
                ),
            },
            made=_entry,
            assumes="it acts, answers, kills and is answered as the side that it is likened to",
        ),
        Knob(
            name="toll",
            about="a side's acts kill more or fewer",
            fields={"side": _SIDE, "factor": _FACTOR},
            made=_toll,
        ),
        Knob(
            name="reach",
            about="a side's acts are in other countries more or less often",
            fields={"side": _SIDE, "factor": _FACTOR},
            made=_reach,
        ),
    )
}
