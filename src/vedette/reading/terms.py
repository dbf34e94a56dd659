"""What the offices of people say of the age of a text that names them with their office."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from vedette.phrases.calendar import add_days
from vedette.reading.evidence import Bound

if TYPE_CHECKING:
    from vedette.model import Actor, Office
    from vedette.registry import Registry

_WORD = re.compile(r"\w+")


def terms_of_office(text: str, registry: "Registry") -> Iterator[Bound]:
    """Give the terms of the office-holders whom the text names with their office ("Prime Minister X Y")."""
    low = text.replace("’", "'").lower()
    words = frozenset(_WORD.findall(low))
    for names, name, office in _terms(registry):
        if any(last in words and known in low and _holds(low, known, office.title) for known, last in names):
            yield _bound(name, office)


@lru_cache(maxsize=1)
def _terms(registry: "Registry") -> tuple[tuple[tuple[tuple[str, str], ...], str, "Office"], ...]:
    """Give who held an office once and since when: full names in small letters, each with its last word, the name to
    tell, the office."""
    return tuple(
        (_full_names(person), person.name, office)
        for person, office in registry.offices()
        if office.from_ is not None and not _held_again(person, office)
    )


def _full_names(person: "Actor") -> tuple[tuple[str, str], ...]:
    full = (name.lower().replace("’", "'") for name in person.names if " " in name)
    return tuple((name, (_WORD.findall(name) or [""])[-1]) for name in full)


def _held_again(person: "Actor", office: "Office") -> bool:
    return sum((other.title, other.of) == (office.title, office.of) for other in person.offices) > 1


def _bound(name: str, office: "Office") -> Bound:
    assert office.from_ is not None
    since = (
        f"{office.from_.isoformat()} to {office.to.isoformat()}" if office.to else f"since {office.from_.isoformat()}"
    )
    return Bound(
        start=office.from_,
        end=office.to and add_days(office.to, 14),
        kind="office",
        reason=f"{name} is {office.title} ({since})",
    )


def _holds(text: str, name: str, title: str) -> bool:
    """Say whether the text names the person right beside the office and does not call it a former one."""
    from vedette.registry.titles import titles_in

    for found in re.finditer(rf"\b{re.escape(name)}\b", text):
        before = re.split(r"[.;,\n]\s", text[max(0, found.start() - 60) : found.start()])[-1].strip()
        if title in titles_in(before):
            return not _FORMER.search(before)
        after = re.match(r"\s*,\s*(?:who is |the |an? )?([^,.;\n]{3,50})", text[found.end() : found.end() + 70])
        if after and any(title in titles_in(" ".join(after[1].split()[:n])) for n in range(1, 6)):
            return not _FORMER.search(after[1])
    return False


_FORMER = re.compile(r"\b(?:former|ex|late|then|ousted|deposed|toppled|previous|elect|designate|outgoing|candidate)\b")
