"""Who: the entries of the registry, and the parties that a text names."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A relation of an actor to another: "part_of", "backed_by", "allied_with", "successor_of", "split_from" or
    "linked_to"."""

    rel: str
    of: str
    from_: date | None = None
    to: date | None = None
    hedge: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that a person holds or held for an actor: "prime minister" of "state:IQ", from..to (None: open)."""

    title: str
    of: str
    from_: date | None = None
    to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An entry of the registry. `kind`: state, government, military, police, intelligence, ministry, armed group,
    coalition, party, igo, ngo, media, person, civilians. `country` is ISO 3166-1 alpha-2 or None. `sort` tells armed
    groups apart: rebel, militia, identity, gang, private. `native` are names in other scripts or tongues."""

    id: str
    name: str
    kind: str
    country: str | None = None
    names: tuple[str, ...] = ()
    memberships: tuple[Membership, ...] = ()
    offices: tuple[Office, ...] = ()
    note: str | None = None
    sort: str | None = None
    native: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor or target as one text names it. `text`, `start`, `end` quote the phrase in the body.

    `actor_id` is None for a generic or unknown actor ("an unknown armed group"), whose kind and country are kept as
    far as the words give them. `basis` says in words how it was resolved ("name", "pronoun: al-Sudani", "generic").
    """

    text: str
    start: int
    end: int
    actor_id: str | None = None
    name: str | None = None
    kind: str | None = None
    country: str | None = None
    basis: str = "text"
