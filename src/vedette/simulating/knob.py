"""The nouns of a change: a knob with its fields, and a change as a scenario writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from vedette.simulating.plan import Effect, Shock, Start

Kind = Literal["number", "side", "sides", "text", "flag", "choice", "matrix"]
Dose = Literal["factor", "share", "amount"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a knob: what it takes, from `low` to `high`, `default` (None: must be given, "": may be left out).

    `dose`: how the field is halved and doubled in the sensitivity table (None: not at all).
    """

    kind: Kind = "number"
    low: float = 0.0
    high: float = 1.0
    default: Any = None
    choices: tuple[str, ...] = ()
    dose: Dose | None = None
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of a scenario, checked: the knob, its values (sides by name), and when it holds."""

    knob: str
    name: str
    values: Mapping[str, Any]
    start: Start


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What a change must know of the sides: their names, who hits whom (target, by), and their tolls' greatest."""

    names: tuple[str, ...]
    hit: Mapping[str, tuple[float, ...]]

    def index(self, name: str) -> int:
        """Give the number of a side."""
        return self.names.index(name)


Made = tuple[tuple[Effect, ...], tuple[Shock, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knob:
    """A kind of change: what it does, its fields, and how it becomes effects and shocks."""

    name: str
    about: str
    fields: Mapping[str, Field]
    made: Callable[[Change, Sides], Made]
    assumes: str = ""
