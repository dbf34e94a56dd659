"""Changes as a scenario writes them, checked against their knobs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vedette.model.errors import UsageError
from vedette.simulating import checked
from vedette.simulating.knob import Change
from vedette.simulating.knobs import KNOBS
from vedette.simulating.plan import NEVER, Start, Trigger

_WHEN = ("from", "until", "over", "chance", "when")
_SHOCKS = ("mass_casualty", "accident")


def changes_of(given: Any, sides: Sequence[str], *, days: int, source: str) -> tuple[Change, ...]:
    """Check the changes of a scenario; `sides` are the names that they may use."""
    told = checked.tables(given, f"{source}, change")
    made = tuple(_change(one, number, sides, days=days, source=source) for number, one in enumerate(told, 1))
    entering = [change.values["side"] for change in made if change.knob == "entry"]
    for name in entering:
        if entering.count(name) > 1:
            raise UsageError(f"{source}: {name} enters twice; give each new side a name of its own")
    return made


def _change(given: Mapping[str, Any], number: int, sides: Sequence[str], *, days: int, source: str) -> Change:
    if "knob" not in given:
        raise UsageError(f"{source}, change {number}: knob is missing; knobs are {', '.join(KNOBS)}")
    name = given["knob"]
    if name not in KNOBS:
        from vedette.simulating.sides import nearest

        raise UsageError(f"{source}, change {number}: no knob is called {name!r}{nearest(str(name), list(KNOBS))}")
    where = f"{source}, change {number} ({name})"
    knob = KNOBS[name]
    checked.only(given, ("knob", "name", *knob.fields, *_WHEN), where)
    values = {key: checked.field(given, key, kind, sides, where) for key, kind in knob.fields.items()}
    label = checked.text(given["name"], f"{where}: name") if "name" in given else _label(name, values)
    return Change(knob=name, name=label, values=values, start=_start(given, name, sides, days=days, where=where))


def _label(knob: str, values: Mapping[str, Any]) -> str:
    who = next((values[key] for key in ("side", "target", "blamed", "patron") if values.get(key)), "")
    return f"{knob} {who}".strip().replace("_", " ")


def _start(given: Mapping[str, Any], knob: str, sides: Sequence[str], *, days: int, where: str) -> Start:
    first = checked.whole(given.get("from", 0), f"{where}: from", low=0, high=days - 1)
    until = checked.whole(given["until"], f"{where}: until", low=first + 1, high=NEVER) if "until" in given else NEVER
    chance = checked.number(given["chance"], f"{where}: chance", low=0, high=1) if "chance" in given else None
    if knob in _SHOCKS and ("when" in given or "over" in given):
        raise UsageError(
            f"{where}: a shock has a day (from) or a daily chance, no {'when' if 'when' in given else 'over'}"
        )
    if "when" in given and chance is not None:
        raise UsageError(f"{where}: give a daily chance or a trigger (when), not both")
    return Start(
        day=first,
        until=until,
        over=checked.whole(given.get("over", 0), f"{where}: over", low=0, high=365),
        chance=chance,
        trigger=_trigger(given["when"], sides, f"{where}: when") if "when" in given else None,
    )


def _trigger(given: Any, sides: Sequence[str], where: str) -> Trigger:
    told = checked.table(given, where)
    checked.only(told, ("acts", "deaths", "days", "by"), where)
    measures = [key for key in ("acts", "deaths") if key in told]
    if len(measures) != 1:
        raise UsageError(f"{where}: give acts or deaths, such as {{ deaths = 25, days = 30 }}")
    by = (
        [checked.side(one, sides, f"{where}: by") for one in checked.texts(told["by"], f"{where}: by")]
        if "by" in told
        else None
    )
    return Trigger(
        measure=measures[0],
        at_least=checked.number(told[measures[0]], f"{where}: {measures[0]}", low=1, high=1e6),
        days=checked.whole(told.get("days", 30), f"{where}: days", low=1, high=365),
        sides=None if by is None else tuple(sides.index(one) for one in by),
    )
