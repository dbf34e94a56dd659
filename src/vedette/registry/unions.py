"""Unions taken apart: "Russian and Ukrainian forces" are two parties."""

import re
from datetime import date

from vedette.registry.describing import describe
from vedette.registry.nations import nations_in
from vedette.registry.phrase import core, kind_of
from vedette.registry.registry import Registry

_AND = re.compile(r"\s*,?\s+(?:and|&|as well as|along with|together with)\s+|\s*,\s+")


def members(registry: Registry, name: str, *, context: str = "", on: date | None = None) -> tuple[str, ...]:
    """Give the parties of a union, each with the head word that they share; a phrase that names one party is its own
    only member."""
    whole = registry.find(name, context=context, on=on)
    parts = [part for part in _AND.split(name) if part.strip()]
    if len(parts) == 1 or (whole and whole.score == 1.0):
        return (name,)
    last = parts[-1]
    head = core(last).split()[-1] if kind_of(last) else ""
    full = [f"{part} {head}" if head and _only_a_nation(registry, part) else part for part in parts[:-1]] + [last]
    meant = [_meant(registry, part, context, on) for part in full]
    return tuple(full) if None not in meant and len(set(meant)) == len(meant) else (name,)


def _only_a_nation(registry: Registry, part: str) -> bool:
    text = core(part)
    found = nations_in(registry.index, text)
    return len(found) == 1 and found[0][:2] == (0, len(text))


def _meant(registry: Registry, part: str, context: str, on: date | None) -> str | None:
    """Give whom a part means, or its kind and country; None where it says neither."""
    if match := registry.find(part, context=context, on=on):
        return match.actor.id
    said = describe(registry, part, context=context)
    return f"{said.kind} {said.country}" if said.kind and any(letter.isupper() for letter in part) else None
