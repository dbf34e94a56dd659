"""Checks of what a scenario file says; every error is one line: which table, which key, what it may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from vedette.model.errors import UsageError
from vedette.simulating.knob import Field
from vedette.simulating.sides import nearest


def only(table: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    """Refuse keys that mean nothing, with those nearest in spelling."""
    for key in table:
        if key not in known:
            raise UsageError(f"{where}: unknown key {key!r}{nearest(key, list(known))}")


def table(value: Any, where: str) -> Mapping[str, Any]:
    """Give a table; refuse anything else."""
    if not isinstance(value, dict):
        raise UsageError(f"{where}: must be a table")
    return value


def tables(value: Any, where: str) -> list[Mapping[str, Any]]:
    """Give a list of tables; refuse anything else."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise UsageError(f"{where}: write it as [[{where.rpartition(' ')[2]}]], once for each")
    return value


def number(value: Any, where: str, *, low: float, high: float) -> float:
    """Give a number within its range."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UsageError(f"{where}: {value!r} is no number; give one from {low:g} to {high:g}")
    if not low <= value <= high:
        raise UsageError(f"{where}: {value:g} is out of range; give {low:g} to {high:g}")
    return float(value)


def whole(value: Any, where: str, *, low: int, high: int) -> int:
    """Give a whole number within its range."""
    made = number(value, where, low=low, high=high)
    if made != int(made):
        raise UsageError(f"{where}: {value:g} must be a whole number")
    return int(made)


def flag(value: Any, where: str) -> bool:
    """Give true or false."""
    if not isinstance(value, bool):
        raise UsageError(f"{where}: {value!r} must be true or false")
    return value


def text(value: Any, where: str) -> str:
    """Give a text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"{where}: {value!r} must be a text that is not empty")
    return value


def texts(value: Any, where: str) -> tuple[str, ...]:
    """Give a list of texts; one alone stands for a list of one."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not given:
        raise UsageError(f"{where}: {value!r} must be a text or a list of texts")
    return tuple(text(one, where) for one in given)


def day(value: Any, where: str) -> date:
    """Give a day, written as TOML writes dates or as a text."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise UsageError(f"{where}: {value!r} is no day; write it as YYYY-MM-DD") from error


def one_of(value: Any, choices: Sequence[str], where: str) -> str:
    """Give one of a few words."""
    if value not in choices:
        raise UsageError(f"{where}: {value!r} is none of {', '.join(choices)}{nearest(str(value), list(choices))}")
    return str(value)


def side(value: Any, sides: Sequence[str], where: str) -> str:
    """Give the name of a side."""
    if value not in sides:
        raise UsageError(f"{where}: no side is called {value!r}{nearest(str(value), list(sides))}")
    return str(value)


def field(given: Mapping[str, Any], name: str, kind: Field, sides: Sequence[str], where: str) -> Any:
    """Give the value of a field of a knob, its default if it is left out."""
    at = f"{where}: {name}"
    if name not in given:
        if kind.default is None:
            raise UsageError(f"{at} is missing ({kind.about})")
        return kind.default
    value = given[name]
    if kind.kind == "number":
        return number(value, at, low=kind.low, high=kind.high)
    if kind.kind == "side":
        return side(value, sides, at)
    if kind.kind == "sides":
        return tuple(side(one, sides, at) for one in texts(value, at))
    if kind.kind == "flag":
        return flag(value, at)
    return one_of(value, kind.choices, at) if kind.kind == "choice" else text(value, at)
