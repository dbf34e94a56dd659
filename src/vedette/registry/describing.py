"""Unnamed actors: of what kind and country they are."""

from dataclasses import dataclass

from vedette.phrases.needed import sought
from vedette.registry.matching import member_of, named
from vedette.registry.nations import nations_in
from vedette.registry.phrase import core, kind_of, tidy, without_backers
from vedette.registry.registry import Registry

_RUN = sought(r"\b([A-Z][\w'’]+)[-‑–](?:run|controlled|led|held|appointed)\b")


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
    country = nations[0][2] if nations else _seat(registry, text) or _run_by(registry, text, context)
    return Description(kind=kind_of(phrase), country=country, reason="generic")


def _seat(registry: Registry, text: str) -> str | None:
    """Give the state whose seat says whose person is meant: "a Kremlin spokesman"."""
    found = nations_in(registry.index, core(text), seats=True) if kind_of(text) == "person" else ()
    return found[0][2] if found else None


def _run_by(registry: Registry, text: str, context: str) -> str | None:
    """Give the country of the body that runs something: "the Houthi-run health ministry"."""
    found = _RUN.search(text)
    body = named(registry, found[1], context) if found else None
    return body.country if body else None
