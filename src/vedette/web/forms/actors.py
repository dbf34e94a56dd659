"""The forms of actors, and of who stands to whom."""

from datetime import date
from typing import Literal

from vedette.web.forms.incidents import Brief
from vedette.web.forms.nouns import Actor, Affiliation, Form, Membership, Office
from vedette.web.forms.reports import Head


class Met(Form):
    """An entry of the registry that the case meets."""

    actor_id: str
    name: str
    kind: str | None
    country: str | None
    as_actor: int
    as_target: int
    first: date | None
    last: date | None


class Actors(Form):
    """The entries met."""

    items: list[Met]


class Holder(Office):  # type: ignore[misc]
    """Who holds or held an office."""

    actor_id: str
    name: str


class Member(Membership):  # type: ignore[misc]
    """Who belongs to an actor."""

    actor_id: str
    name: str


class CitedAffiliation(Affiliation):  # type: ignore[misc]
    """A relation that a report states."""

    report: Head | None


class ActorWhole(Form):
    """An entry of the registry with its incidents."""

    actor: Actor
    names: dict[str, str]
    holders: list[Holder]
    members: list[Member]
    affiliations: list[CitedAffiliation]
    as_actor: list[Brief]
    as_target: list[Brief]


class Node(Form):
    """An actor of the network."""

    id: str
    name: str | None
    kind: str | None
    country: str | None
    n: int


class Edge(Form):
    """Who acts against, with or under whom."""

    who: str
    whom: str
    kind: Literal["against", "with", "under"]
    n: int
    killed: int


class Network(Form):
    """Who stands to whom."""

    nodes: list[Node]
    edges: list[Edge]
