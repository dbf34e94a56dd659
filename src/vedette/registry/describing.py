"""Unnamed actors: of what kind and country they are."""

from dataclasses import dataclass

from vedette.registry.matching import member_of
from vedette.registry.nations import nations_in
from vedette.registry.phrase import core, kind_of, tidy, without_backers
from vedette.registry.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the words say of an actor without identity: kind, country (ISO 3166-1), and why."""

    kind: str | None
    country: str | None
    reason: str


def describe(registry: Registry, phrase: str, *, context: str = "") -> Description:
    """Say the kind and country of an actor that no name identifies ("Iranian-backed Iraqi militias" -> armed
    group, IQ)."""
    if body := member_of(registry, phrase, context=context):
        return Description(kind="person", country=body.country, reason=f"member of {body.name}")
    text = tidy(phrase)
    nations = nations_in(registry.index, core(phrase)) or nations_in(registry.index, without_backers(text))
    return Description(kind=kind_of(phrase), country=nations[0][2] if nations else None, reason="generic")
