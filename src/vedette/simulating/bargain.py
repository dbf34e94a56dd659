"""A brinkmanship crisis within a scenario, or in a file of its own: its game, and what its endings change."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from vedette.model.errors import UsageError
from vedette.simulating import checked
from vedette.simulating.brinkmanship import Game, Solved, resolve, solve
from vedette.simulating.plan import Effect, Start, no_effect

_KEYS = ("challenger", "defender", "first_risk", "step", "resolve", "payoffs", "from", "escalation", "yielding")
_LUCK = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bargain:
    """A crisis between two sides on day `day`: disaster multiplies both sides' reactions by `escalation`; who yields
    holds back the share `yielding` of its own."""

    challenger: str
    defender: str
    game: Game
    day: int = 0
    escalation: float = 3.0
    yielding: float = 0.5

    def effects(self, names: Sequence[str]) -> tuple[Effect, ...]:
        """Give what each ending of the crisis changes, each in its share of the runs."""
        solved = solve(self.game)
        own, other = names.index(self.challenger), names.index(self.defender)
        first = solved.disaster
        second = first + solved.challenger_prevails
        third = second + solved.defender_prevails
        return (
            self._after((0.0, first), (own, other), self.escalation, len(names)),
            self._after((first, second), (other,), 1 - self.yielding, len(names)),
            self._after((second, third), (own,), 1 - self.yielding, len(names)),
        )

    def _after(self, share: tuple[float, float], sides: tuple[int, ...], factor: float, n: int) -> Effect:
        effect = no_effect(n, start=Start(day=self.day, share=share, luck=_LUCK))
        effect.reaction[list(sides), :] *= factor
        return effect


def read_bargain(path: Path) -> Bargain:
    """Read a brinkmanship file: a TOML file with a table [brinkmanship], or with its keys alone."""
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is no TOML ({error}); mend that line") from error
    told = given.get("brinkmanship", given)
    names = [str(told[who]) for who in ("challenger", "defender") if isinstance(told, dict) and who in told]
    return bargain_of(told, names or ["challenger", "defender"], f"{path}, brinkmanship")


def bargain_of(given: Any, sides: Sequence[str], where: str) -> Bargain:
    """Check the table of a crisis; `sides` are the names that it may use."""
    told = checked.table(given, where)
    checked.only(told, _KEYS, where)
    own, other = (checked.side(told.get(who, who), sides, f"{where}: {who}") for who in ("challenger", "defender"))
    if own == other:
        raise UsageError(f"{where}: challenger and defender are both {own}; a crisis has two sides")
    if ("resolve" in told) == ("payoffs" in told):
        raise UsageError(f"{where}: give resolve or payoffs for challenger and defender, one of the two")
    key = "resolve" if "resolve" in told else "payoffs"
    intervals = [_interval(told[key], who, f"{where}, {key}") for who in ("challenger", "defender")]
    game = Game(
        challenger=intervals[0],
        defender=intervals[1],
        first=checked.number(told.get("first_risk", 0.05), f"{where}: first_risk", low=0.001, high=0.99),
        step=checked.number(told.get("step", 0.05), f"{where}: step", low=0.01, high=1),
    )
    return Bargain(
        challenger=own,
        defender=other,
        game=game,
        day=checked.whole(told.get("from", 0), f"{where}: from", low=0, high=729),
        escalation=checked.number(told.get("escalation", 3.0), f"{where}: escalation", low=1, high=20),
        yielding=checked.number(told.get("yielding", 0.5), f"{where}: yielding", low=0, high=1),
    )


def _interval(given: Any, who: str, where: str) -> tuple[float, float]:
    """Read a resolve: a number, [low, high], or payoffs { prevail, yield, disaster }; disaster may be an interval."""
    told = checked.table(given, where)
    checked.only(told, ("challenger", "defender"), where)
    value, at = told.get(who), f"{where}: {who}"
    if isinstance(value, dict):
        checked.only(value, ("prevail", "yield", "disaster"), at)
        if missing := [key for key in ("prevail", "yield", "disaster") if key not in value]:
            raise UsageError(f"{at}: {missing[0]} is missing; payoffs are prevail, yield and disaster")
        prevail, give_in = (
            checked.number(value[key], f"{at}: {key}", low=-1e6, high=1e6) for key in ("prevail", "yield")
        )
        ends = _pair(value["disaster"], f"{at}: disaster", low=-1e6, high=1e6)
        made = sorted(resolve(prevail=prevail, give_in=give_in, disaster=one) for one in ends)
        return made[0], made[-1]
    return _pair(value, at, low=0.001, high=0.999)


def _pair(value: Any, where: str, *, low: float, high: float) -> tuple[float, float]:
    ends = value if isinstance(value, list) else [value, value]
    if len(ends) != 2:
        raise UsageError(f"{where}: give a number or [low, high]")
    first, second = (checked.number(one, where, low=low, high=high) for one in ends)
    if second < first:
        raise UsageError(f"{where}: {first:g} to {second:g} ends before it begins")
    return first, second


STATICS = ("resolve of the challenger", "resolve of the defender", "autonomous risk")


def statics(game: Game, *, by: float = 0.1) -> list[tuple[str, Solved, Solved]]:
    """Give the endings with each of three things a tenth lower and a tenth higher."""
    return [(name, solve(_moved(game, name, 1 - by)), solve(_moved(game, name, 1 + by))) for name in STATICS]


def _moved(game: Game, what: str, times: float) -> Game:
    if what == "autonomous risk":
        return replace(game, first=min(game.first * times, 0.98), step=min(game.step * times, 1.0))
    who = "challenger" if what.endswith("challenger") else "defender"
    low, high = np.clip(np.array(getattr(game, who)) * times, 0.001, 0.995)
    return replace(game, challenger=(low, high)) if who == "challenger" else replace(game, defender=(low, high))


def form(solved: Solved, bargain: Bargain) -> Mapping[str, Any]:
    """Give a solved crisis as JSON takes it."""
    return {
        "challenger": bargain.challenger,
        "defender": bargain.defender,
        "resolve": {"challenger": list(bargain.game.challenger), "defender": list(bargain.game.defender)},
        "first_risk": bargain.game.first,
        "step": bargain.game.step,
        "closed_form": solved.exact,
        "cuts": list(solved.cuts),
        "regret": solved.regret,
        "no_challenge": solved.no_challenge,
        "challenger_prevails": solved.challenger_prevails,
        "defender_prevails": solved.defender_prevails,
        "disaster": solved.disaster,
        "rounds": solved.rounds,
    }
