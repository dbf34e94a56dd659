"""A scenario: what is changed, what is asked, and from which record; read from TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from vedette.model.errors import UsageError
from vedette.simulating import checked
from vedette.simulating.bargain import Bargain, bargain_of
from vedette.simulating.change import changes_of
from vedette.simulating.knob import Change
from vedette.simulating.record import TYPES
from vedette.simulating.threshold import DEFAULTS, Threshold, thresholds_of

KEYS = (
    "title",
    "about",
    "asked_by",
    "assumptions",
    "roles",
    "sides",
    "run",
    "record",
    "reaction",
    "change",
    "threshold",
    "brinkmanship",
)
SOURCES = ("auto", "fit", "blend", "assume", "given")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Given by the scenario: `side` answers each act of `to` with so many acts on the mean."""

    side: str
    to: str
    acts: float
    error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """What a scenario says of the reactions: where they come from, and those that it gives itself."""

    source: str = "auto"
    answers: tuple[Answer, ...] = ()
    response_days: float | None = None
    steepness: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A scenario as its file says it, checked. `sides` binds roles to actors; roles without any are bound later."""

    source: str
    title: str
    about: str = ""
    asked_by: str = ""
    assumptions: tuple[str, ...] = ()
    roles: Mapping[str, str]
    sides: Mapping[str, tuple[str, ...]]
    days: int = 90
    runs: int = 5000
    seed: int = 1
    uncertain: bool = True
    types: tuple[str, ...] = TYPES
    first: date | None = None
    last: date | None = None
    home: tuple[str, ...] = ()
    capacity: int | None = None
    reaction: Assumed = Assumed()
    changes: tuple[Change, ...] = ()
    thresholds: tuple[Threshold, ...] = DEFAULTS
    bargain: Bargain | None = None


def read_scenario(path: Path, **run: int) -> Scenario:
    """Read a scenario file; UsageError says in a line what is wrong where. `run`: as for `scenario_of`."""
    try:
        content = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no text in UTF-8; a scenario is a TOML file") from error
    return scenario_of(content, source=str(path), **run)


def scenario_of(content: str, *, source: str, **run_: int) -> Scenario:
    """Make a scenario of the text of a TOML file; `source` names it in errors.

    `run_` (runs, days, seed) goes before what the file says of the same.
    """
    try:
        given = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{source}: is no TOML ({error}); mend that line") from error
    checked.only(given, KEYS, source)
    run, record = (checked.table(given.get(key, {}), f"{source}, {key}") for key in ("run", "record"))
    run = {**run, **run_}
    checked.only(run, ("days", "runs", "seed", "uncertain", "capacity"), f"{source}, run")
    checked.only(record, ("types", "from", "to", "home"), f"{source}, record")
    roles, sides = _roles(given, source)
    names = [*roles, *_entering(given)]
    bargain = bargain_of(given["brinkmanship"], names, f"{source}, brinkmanship") if "brinkmanship" in given else None
    days = checked.whole(run.get("days", 90), f"{source}, run: days", low=1, high=730)
    if bargain is not None and bargain.day >= days:
        raise UsageError(f"{source}, brinkmanship: from: day {bargain.day} is not among the {days} days of the runs")
    return Scenario(
        source=source,
        title=checked.text(given.get("title", Path(source).stem), f"{source}: title"),
        about=str(given.get("about", "")).strip(),
        asked_by=str(given.get("asked_by", "")).strip(),
        assumptions=checked.texts(given["assumptions"], f"{source}: assumptions") if "assumptions" in given else (),
        roles=roles,
        sides=sides,
        days=days,
        runs=checked.whole(run.get("runs", 5000), f"{source}, run: runs", low=100, high=200_000),
        seed=checked.whole(run.get("seed", 1), f"{source}, run: seed", low=0, high=2**32 - 1),
        uncertain=checked.flag(run.get("uncertain", True), f"{source}, run: uncertain"),
        capacity=checked.whole(run["capacity"], f"{source}, run: capacity", low=1, high=1000)
        if "capacity" in run
        else None,
        types=checked.texts(record.get("types", list(TYPES)), f"{source}, record: types"),
        first=checked.day(record["from"], f"{source}, record: from") if "from" in record else None,
        last=checked.day(record["to"], f"{source}, record: to") if "to" in record else None,
        home=checked.texts(record["home"], f"{source}, record: home") if "home" in record else (),
        reaction=_reaction(checked.table(given.get("reaction", {}), f"{source}, reaction"), list(roles), source),
        changes=changes_of(given.get("change", []), names, days=days, source=source),
        thresholds=thresholds_of(given["threshold"], names, days=days, source=source)
        if "threshold" in given
        else DEFAULTS,
        bargain=bargain,
    )


def _roles(given: Mapping[str, Any], source: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    told = checked.table(given.get("roles", {}), f"{source}, roles")
    bound = checked.table(given.get("sides", {}), f"{source}, sides")
    sides = {role: checked.texts(names, f"{source}, sides: {role}") for role, names in bound.items()}
    roles = {role: checked.text(about, f"{source}, roles: {role}") for role, about in told.items()}
    for role in sides:
        if roles and told and role not in roles:
            checked.side(role, list(roles), f"{source}, sides")
        roles.setdefault(role, "")
    return roles or {"challenger": "", "defender": ""}, sides


def _entering(given: Mapping[str, Any]) -> list[str]:
    changes = given.get("change", [])
    told = (
        [one for one in changes if isinstance(one, dict) and one.get("knob") == "entry"]
        if isinstance(changes, list)
        else []
    )
    return [one["side"] for one in told if isinstance(one.get("side"), str)]


def _reaction(given: Mapping[str, Any], roles: list[str], source: str) -> Assumed:
    where = f"{source}, reaction"
    checked.only(given, ("source", "answer", "response_days", "steepness"), where)
    answers = tuple(
        _answer(one, roles, f"{where}, answer") for one in checked.tables(given.get("answer", []), f"{where} answer")
    )
    chosen = checked.one_of(given.get("source", "given" if answers else "auto"), SOURCES, f"{where}: source")
    if (chosen == "given") != bool(answers):
        raise UsageError(f'{where}: [[reaction.answer]] and source = "given" go together; give both or neither')
    days, steep = given.get("response_days"), given.get("steepness")
    return Assumed(
        source=chosen,
        answers=answers,
        response_days=None if days is None else checked.number(days, f"{where}: response_days", low=0.25, high=60),
        steepness=None if steep is None else checked.number(steep, f"{where}: steepness", low=0, high=1),
    )


def _answer(given: Mapping[str, Any], roles: list[str], where: str) -> Answer:
    checked.only(given, ("side", "to", "acts", "error"), where)
    if missing := [key for key in ("side", "to", "acts") if key not in given]:
        raise UsageError(f"{where}: {missing[0]} is missing; an answer has side, to and acts")
    return Answer(
        side=checked.side(given["side"], roles, f"{where}: side"),
        to=checked.side(given["to"], roles, f"{where}: to"),
        acts=checked.number(given["acts"], f"{where}: acts", low=0, high=10),
        error=checked.number(given.get("error", 0.1), f"{where}: error", low=0, high=5),
    )
