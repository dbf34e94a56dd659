"""Who plays which role: what the user says goes before a file, that before the scenario, and that before the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vedette.model.errors import UsageError
from vedette.simulating import checked
from vedette.simulating.record import Record
from vedette.simulating.scenario import Scenario
from vedette.simulating.shipped import read_sides
from vedette.simulating.sides import two_busiest

_PAIR = frozenset({"challenger", "defender"})


def settled(
    scenario: Scenario, record: Record, *, bound: Sequence[str] = (), file: str | None = None
) -> tuple[Scenario, Mapping[str, Sequence[str]]]:
    """Give the actors of each role, and the scenario with a note where nobody but the record has chosen them.

    `bound` are texts such as "defender=United States,Global Coalition". Roles that stay open are refused, but for
    challenger and defender both: these become the two parties that act most against each other.
    """
    chosen: dict[str, Sequence[str]] = dict(scenario.sides)
    if file is not None:
        chosen |= {role: names for role, names in read_sides(file).items() if role in scenario.roles}
    chosen |= dict(_bound(one, scenario) for one in bound)
    open_ = [role for role in scenario.roles if role not in chosen]
    if not open_:
        return scenario, chosen
    if set(open_) != _PAIR:
        raise UsageError(
            f"{scenario.source}: nobody plays {', '.join(open_)}; bind it with --side {open_[0]}=NAME,NAME"
        )
    found = two_busiest(record)
    names = ", ".join(f"{role}: {', '.join(who)}" for role, who in found.items())
    note = f"CHOSEN BY THE RECORD, as the two that act most against each other: {names}; --side says otherwise"
    return replace(scenario, assumptions=(note, *scenario.assumptions)), {**chosen, **found}


def _bound(text: str, scenario: Scenario) -> tuple[str, tuple[str, ...]]:
    role, equals, names = text.partition("=")
    told = tuple(name.strip() for name in names.split(",") if name.strip())
    if not equals or not told:
        raise UsageError(f"--side {text}: write it as ROLE=NAME,NAME")
    return checked.side(role.strip(), list(scenario.roles), f"--side {text}"), told


def known_actor(name: str) -> bool:
    """Say whether the registry knows an actor of this name; such a one may be bound though the record lacks it."""
    from vedette.registry import load

    return load().find(name) is not None
