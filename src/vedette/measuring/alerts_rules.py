"""What alerts are asked for: rules in TOML, each checked before any is used."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib.resources import files
from pathlib import Path
from typing import Any

from vedette.codebook import codebook
from vedette.model.errors import UsageError

MEASURES = ("count", "killed", "hostility", "tension")
KINDS = ("type", "mode", "actor", "target", "country", "adm1", "place")
PER = ("pair", "country", "adm1", "all")
_CHOICE = frozenset({"name", "when", "per", "types", "pair", "country"})
_TAKES = {
    "above_baseline": _CHOICE | {"measure", "sigmas", "baseline", "window", "least"},
    "above": _CHOICE | {"measure", "limit", "window"},
    "first_of_kind": _CHOICE | {"kind", "quiet"},
    "chain": (_CHOICE - {"per"}) | {"length", "days"},
}
_NUMBERS = {"sigmas": 0.1, "baseline": 14, "window": 1, "least": 0, "quiet": 1, "length": 2, "days": 1}  # at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: `when` says which of the other fields it uses (the head of alerts.toml tells them all)."""

    name: str
    when: str
    per: str = "pair"
    types: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    country: str | None = None
    measure: str = "count"
    sigmas: float = 3.0
    baseline: int = 90
    window: int = 1
    least: float = 3.0
    limit: float | None = None
    kind: tuple[str, ...] = ("type", "mode")
    quiet: int = 90
    length: int = 3
    days: int = 5


def rules_of(path: Path | None = None) -> tuple[Rule, ...]:
    """Load rules from a file, those that the package ships unless one is given; UsageError names what is wrong."""
    if path is None:
        return parse_rules(files("vedette.measuring").joinpath("alerts.toml").read_text("utf-8"), "alerts.toml")
    try:
        return parse_rules(path.read_text("utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no text in UTF-8; give a TOML file of rules") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); give a TOML file of rules") from error


def parse_rules(text: str, name: str) -> tuple[Rule, ...]:
    """Read rules from TOML; UsageError names `name`, the rule and the reason."""
    try:
        form = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name}: not readable as TOML: {error}") from error
    given = form.get("rule")
    if not isinstance(given, list) or not given or set(form) != {"rule"}:
        raise UsageError(f"{name}: holds no rules; write each as a table [[rule]]")
    made = tuple(_rule(one, f"{name}: rule {number}") for number, one in enumerate(given, 1))
    names = [one.name for one in made]
    if double := next((one for one in names if names.count(one) > 1), None):
        raise UsageError(f"{name}: two rules are called {double!r}; give each a name of its own")
    return made


def _rule(form: Mapping[str, Any], where: str) -> Rule:
    when = form.get("when")
    if not isinstance(form.get("name"), str) or not form["name"].strip():
        raise UsageError(f'{where}: has no name; add name = "..."')
    if when not in _TAKES:
        raise UsageError(f"{where}: when = {when!r}; choose one of {', '.join(_TAKES)}")
    if strange := sorted(set(form) - _TAKES[when]):
        raise UsageError(f"{where}: {when} takes no {strange[0]!r}; it takes {', '.join(sorted(_TAKES[when]))}")
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in form.items()}
    _check(values, where)
    return Rule(**values)


def _check(values: Mapping[str, Any], where: str) -> None:
    kinds = {field.name: field for field in fields(Rule)}
    for key, value in values.items():
        listed = str(kinds[key].type).startswith("tuple")
        if listed != isinstance(value, tuple) or isinstance(value, bool) or not _typed(key, value):
            raise UsageError(f"{where}: {key} = {value!r} is no {'list of texts' if listed else 'such value'}; mend it")
    for key, allowed in (("measure", MEASURES), ("per", PER)):
        if values.get(key, allowed[0]) not in allowed:
            raise UsageError(f"{where}: {key} = {values[key]!r}; choose one of {', '.join(allowed)}")
    if strange := sorted(set(values.get("kind", ())) - set(KINDS)):
        raise UsageError(f"{where}: kind {strange[0]!r}; choose among {', '.join(KINDS)}")
    if strange := sorted(set(values.get("types", ())) - set(codebook().types)):
        raise UsageError(f"{where}: type {strange[0]!r} is not in the codebook")
    if values["when"] == "above" and "limit" not in values:
        raise UsageError(f"{where}: above asks for a limit; add limit = ...")
    if len(values.get("pair", ("", ""))) != 2:
        raise UsageError(f"{where}: a pair has two names")


def _typed(key: str, value: Any) -> bool:
    if isinstance(value, tuple):
        return bool(value) and all(isinstance(one, str) for one in value)
    if key in _NUMBERS or key == "limit":
        whole = key in ("baseline", "window", "quiet", "length", "days")
        return isinstance(value, int if whole else (int, float)) and value >= _NUMBERS.get(key, float("-inf"))
    return isinstance(value, str)
