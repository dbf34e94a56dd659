"""How two parties stand to each other, as far as names, countries and the registry say."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Protocol

from vedette.model import Actor, Office, Party

ORGANS = frozenset({"state", "government", "military", "police", "intelligence", "ministry"})
_PART = frozenset({"part_of", "successor_of"})
_ALLIED = frozenset({"backed_by", "allied_with", "linked_to"})
_GENERIC_WORDS = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "in",
        "at",
        "on",
        "and",
        "its",
        "their",
        "his",
        "two",
        "three",
        "several",
        "some",
        "unknown",
        "local",
    }
)


class Actors(Protocol):
    """What linking asks of the registry."""

    def actor(self, actor_id: str, /) -> Actor | None:
        """Give the entry with this id."""


class Kin(IntEnum):
    """How near two parties are, the nearest first; UNKNOWN says that the words do not tell."""

    SAME = 5
    PART = 4
    ALLIED = 3
    COUNTRY = 2
    UNKNOWN = 1
    APART = 0


class Kinship:
    """Relations of parties; remembers what it was asked, since the same few actors come again and again."""

    def __init__(self, actors: Actors | None = None) -> None:
        self._actors = actors
        self._wholes: dict[str, frozenset[str]] = {}
        self._allies: dict[str, frozenset[str]] = {}
        self._seen: dict[tuple[object, ...], Kin] = {}

    def of(self, party: Party, other: Party) -> Kin:
        """Say how `party` and `other` stand to each other."""
        key = (
            party.actor_id,
            party.kind,
            party.country,
            label(party),
            other.actor_id,
            other.kind,
            other.country,
            label(other),
        )
        if key not in self._seen:
            self._seen[key] = self._compare(party, other)
        return self._seen[key]

    def nearest(self, parties: Iterable[Party], others: Iterable[Party]) -> Kin:
        """Give the nearest relation between two groups of parties; UNKNOWN when one of them is empty."""
        found = [self.of(party, other) for party in parties for other in others]
        return max(found) if found else Kin.UNKNOWN

    def _compare(self, party: Party, other: Party) -> Kin:
        if party.actor_id and other.actor_id:
            return self._by_id(party, other)
        if words(party) and words(party) == words(other):
            return Kin.SAME
        if _one_noun(party, other):
            return Kin.PART
        if party.country and other.country and party.country != other.country:
            return Kin.APART
        if "civilians" in (party.kind, other.kind) and _armed(party) != _armed(other):
            return Kin.APART
        if _organ(party) != _organ(other) and (party.kind and other.kind):
            return Kin.UNKNOWN if party.country is None or other.country is None else Kin.APART
        return Kin.COUNTRY if party.country and party.country == other.country else Kin.UNKNOWN

    def _by_id(self, party: Party, other: Party) -> Kin:
        left, right = str(party.actor_id), str(other.actor_id)
        if left == right:
            return Kin.SAME
        if left in self._whole(right) or right in self._whole(left):
            return Kin.PART
        if party.country and party.country == other.country and _organ(party) and _organ(other):
            return Kin.PART
        if left in self._allied(right) or right in self._allied(left):
            return Kin.ALLIED
        return Kin.COUNTRY if self._share_country(party, other) else Kin.APART

    def _share_country(self, party: Party, other: Party) -> bool:
        return bool(party.country) and party.country == other.country and _organ(party) == _organ(other)

    def _whole(self, actor_id: str) -> frozenset[str]:
        """Give what an actor is part of, or serves, at any remove."""
        if actor_id not in self._wholes:
            self._wholes[actor_id] = frozenset()
            found = self._related(actor_id, _PART) | {office.of for office in self._offices(actor_id)}
            self._wholes[actor_id] = frozenset(found.union(*(self._whole(one) for one in found)))
        return self._wholes[actor_id]

    def _allied(self, actor_id: str) -> frozenset[str]:
        if actor_id not in self._allies:
            self._allies[actor_id] = frozenset(self._related(actor_id, _ALLIED))
        return self._allies[actor_id]

    def _related(self, actor_id: str, rels: frozenset[str]) -> set[str]:
        actor = self._actors.actor(actor_id) if self._actors else None
        return {link.of for link in actor.memberships if link.rel in rels} if actor else set()

    def _offices(self, actor_id: str) -> tuple[Office, ...]:
        actor = self._actors.actor(actor_id) if self._actors else None
        return actor.offices if actor else ()


def label(party: Party) -> str:
    """Give the name of a party, or its words."""
    return party.name or party.text


def words(party: Party) -> frozenset[str]:
    """Give the words that tell a party apart: its name less articles and numbers."""
    return frozenset(label(party).casefold().split()) - _GENERIC_WORDS


def _one_noun(party: Party, other: Party) -> bool:
    """Say whether of two nameless parties one is called by the other's noun alone ("the convoy", "a supply convoy")."""
    if any(identified(one) or label(one)[1:] != label(one)[1:].casefold() for one in (party, other)):
        return False
    left, right = (label(one).casefold().split() for one in (party, other))
    shorter, longer = sorted((words(party), words(other)), key=len)
    return bool(shorter) and left[-1] == right[-1] and shorter < longer


def identified(party: Party) -> bool:
    """Say whether a party is one that the registry knows."""
    return party.actor_id is not None


def _armed(party: Party) -> bool:
    return party.kind in ("military", "police", "armed group")


def _organ(party: Party) -> bool:
    return (party.kind or "") in ORGANS
