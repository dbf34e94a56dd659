"""The sides of a simulation: roles of a scenario, each bound to actors of the record."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vedette.measuring.events import Floats, Ints
from vedette.model.errors import UsageError
from vedette.simulating.record import LONG, Act, Record
from vedette.simulating.tolls import Figure

UNKNOWN = "?"
UNNAMED = ("armed groups", "civilians")  # what event tables call parties without a name, with "(XX)" for a country
HOME = 0.1  # a country with at least this share of the acts is where the crisis is at home


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A role and the parties that play it: names as the record has them, or parts of names; `?` are acts whose doer is
    not told, unless they hit this side itself."""

    role: str
    members: tuple[str, ...]

    def holds(self, name: str) -> bool:
        """Say whether a party belongs to the side."""
        return self.rank(name) > 0

    def rank(self, name: str) -> int:
        """Give 2 for a member by its whole name, 1 by a part of it, 0 for a stranger."""
        given, members = name.casefold(), [one.casefold() for one in self.members if one != UNKNOWN]
        return 2 if given in members else int(any(one in given for one in members))


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """The acts of the sides: which act is whose (-1: nobody's), and the record they are from."""

    sides: tuple[Side, ...]
    record: Record
    whose: Ints

    @property
    def names(self) -> tuple[str, ...]:
        """The roles, in order."""
        return tuple(side.role for side in self.sides)

    @property
    def own(self) -> list[list[Act]]:
        """The acts of each side."""
        return [
            [act for act, who in zip(self.record.acts, self.whose, strict=True) if who == i]
            for i in range(len(self.sides))
        ]

    @property
    def figures(self) -> list[list[Figure]]:
        """The figures of the dead of each side's acts; an act of which no dead are told killed nobody."""
        return [[act.killed or Figure(low=0, best=0, high=0) for act in acts] for acts in self.own]

    def counts(self) -> Floats:
        """Count acts (days, sides); one that may have been on several days counts a part on each."""
        made = np.zeros((self.record.days, len(self.sides)))
        for i, acts in enumerate(self.own):
            for act in acts:
                at = (act.first - self.record.first).days
                if act.days <= LONG and at >= 0:
                    made[at : at + act.days, i] += 1 / act.days
        return made

    @property
    def vague(self) -> int:
        """How many acts of the sides have too vague a day to count."""
        return sum(act.days > LONG for acts in self.own for act in acts)

    def against(self, i: int) -> Floats:
        """Give the share of each side's acts, of those whose target is a side, that hit side i."""
        shares = []
        for acts in self.own:
            hit = [
                next((n for n, side in enumerate(self.sides) if any(map(side.holds, act.targets))), None)
                for act in acts
            ]
            told = [n for n in hit if n is not None]
            shares.append((told.count(i) + 0.5) / (len(told) + 1) if told else 1.0)
        return np.array(shares)

    @property
    def home(self) -> tuple[str, ...]:
        """The countries where at least a tenth of all sides' acts were, the busiest first."""
        seen = Counter(act.country for acts in self.own for act in acts if act.country)
        return tuple(country for country, n in seen.most_common() if n >= HOME * sum(seen.values()))

    def abroad(self, *, country: str | None, home: Sequence[str]) -> tuple[Floats, Floats]:
        """Give for each side its acts in a country (None: in any that is not home), and those of a known country."""
        told = [[act.country for act in acts if act.country] for acts in self.own]
        there = [sum(one == country if country else one not in home for one in own) for own in told]
        return np.array(there, dtype=np.float64), np.array([len(own) for own in told], dtype=np.float64)

    def level(self) -> Floats:
        """Give the mean acts a day of each side; of an act of vague date the part that the watched days can hold."""
        record, vague = self.record, np.zeros(len(self.sides))
        for i, acts in enumerate(self.own):
            for act in acts:
                held = (min(act.last, record.last) - max(act.first, record.first)).days + 1
                vague[i] += max(held, 0) / act.days if act.days > LONG else 0.0
        return np.asarray((self.counts().sum(axis=0) + vague) / record.days)


def bind(record: Record, sides: Mapping[str, Sequence[str]], *, known: Callable[[str], bool]) -> Acts:
    """Give each act to the side whose member did it, else (doer not told) to the one that holds "?".

    Raises UsageError for a name that neither the record nor `known` (a registry) knows, with the nearest names, and
    for a side without any act.
    """
    made = tuple(Side(role=role, members=tuple(members)) for role, members in sides.items())
    for side in made:
        _check(side, record, known)
    whose = np.array([_whose(act, made) for act in record.acts], dtype=np.int64)
    for i, side in enumerate(made):
        if not (whose == i).any():
            said = ", ".join(side.members)
            raise UsageError(f"side {side.role}: no act of {said} in {record.source}; bind it to others")
    return Acts(sides=made, record=record, whose=whose)


def _whose(act: Act, sides: tuple[Side, ...]) -> int:
    ranks = [max((side.rank(name) for name in act.actors), default=0) for side in sides]
    if max(ranks) > 0:
        return ranks.index(max(ranks))
    if act.actors:
        return -1
    open_ = [i for i, side in enumerate(sides) if UNKNOWN in side.members and not any(map(side.holds, act.targets))]
    return open_[0] if open_ else -1


def _check(side: Side, record: Record, known: Callable[[str], bool]) -> None:
    for member in side.members:
        alone = Side(role=side.role, members=(member,))
        seen = member == UNKNOWN or member.startswith(UNNAMED) or any(map(alone.holds, record.names))
        if not seen and not known(member):
            raise UsageError(f"side {side.role}: no actor {member!r} in {record.source}{nearest(member, record.names)}")


def nearest(given: str, names: Sequence[str]) -> str:
    """Name what is spelt most like `given`, for the end of an error."""
    lower = {name.casefold(): name for name in reversed(names)}
    near = [lower[name] for name in difflib.get_close_matches(given.casefold(), lower, n=3, cutoff=0.4)]
    return f"; nearest: {', '.join(near)}" if near else f"; there are {', '.join(list(names)[:5])}" if names else ""


def two_busiest(record: Record) -> dict[str, tuple[str, ...]]:
    """Give challenger and defender where nobody has bound them: the two that act most against each other.

    The challenger is the one that acts more. Raises UsageError where no two act on each other.
    """
    seen = Counter((a, t) for act in record.acts for a in act.actors[:1] for t in act.targets if a != t)
    pairs = {frozenset(pair): n + seen.get((pair[1], pair[0]), 0) for pair, n in seen.items()}
    both = [pair for pair in pairs if all(seen.get(order) for order in _orders(pair))]
    if not pairs:
        raise UsageError(f"{record.source}: no two actors act on each other; name the sides with --side ROLE=NAME,NAME")
    best = max(both or pairs, key=lambda pair: (pairs[pair], sorted(pair)))
    acts = Counter(act.actors[0] for act in record.acts if act.actors)
    first, second = sorted(best, key=lambda name: (-acts[name], name))
    return {"challenger": (first,), "defender": (second,)}


def _orders(pair: frozenset[str]) -> list[tuple[str, str]]:
    a, b = sorted(pair)
    return [(a, b), (b, a)]
