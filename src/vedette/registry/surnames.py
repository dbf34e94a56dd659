"""A person known by last name: only where the text names them in full, or an office fits."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from vedette.model import Actor
from vedette.phrases.needed import sought
from vedette.registry.choosing import spoken_of
from vedette.registry.nations import countries_of
from vedette.registry.phrase import core, words_of
from vedette.registry.spelling import fold, loose
from vedette.registry.titles import titles_in

if TYPE_CHECKING:
    from vedette.registry.registry import Match, Registry


_FORMER = sought(r"\b(?:former|ex|ousted|deposed|then|late|one-time)\b", re.IGNORECASE)
_RANK = re.compile(
    r"\b(?:capt(?:ain)?|col(?:onel)?|lt|lieutenant|maj(?:or)?|brig(?:adier)?|gen(?:eral)?|admiral|commander|sheikh|mullah|"
    r"maulana|ayatollah|mr|mrs|ms|dr|sayyed)\b\.?",
    re.IGNORECASE,
)


def last_name(registry: "Registry", phrase: str, name: str, *, context: str, on: date | None) -> "Match | None":
    """Find a person by last name, if the text names the person in full or the office fits the day and the country."""
    words = words_of(core(phrase))
    if not words or not words[-1].text[0].isalpha():
        return None
    tail = core(phrase)[words[-1].start :]
    if not (tail[0].isupper() or "-" in tail) or len(words) > 6:
        return None
    ids = registry.index.last.get(fold(tail)) or registry.index.last.get(loose(tail)) or ()
    people = [registry.index.actors[id_] for id_ in ids]
    given = " ".join(word.text for word in words[:-1])
    fitting = [(person, reason) for person in people if (reason := _why(registry, person, given, context, on))]
    if not fitting and _FORMER.search(name):
        fitting = [(person, reason) for person in people if (reason := _once(person, given, on))]
    if len(fitting) != 1:
        return None
    from vedette.registry.registry import Match

    return Match(actor=fitting[0][0], score=0.85, reason=f"last name: {tail}, {fitting[0][1]}")


def _why(registry: "Registry", person: Actor, given: str, context: str, on: date | None) -> str | None:
    from vedette.registry.registry import holds

    if spoken_of(person, context) and not _other_given(person, given):
        return "named in full in the text"
    if given and not titles_in(given) and _RANK.sub("", given).strip():
        return None
    titles = titles_in(given) if given else ()
    if titles and on and any(holds(office, on) and office.title == titles[0] for office in person.offices):
        return f"{titles[0]} on {on.isoformat()}"
    seen = countries_of(registry.index, f"{given} {context}")
    if on and person.country and seen.get(person.country, 0) and any(holds(office, on) for office in person.offices):
        return f"in office on {on.isoformat()}"
    body = next((body for body in _bodies(registry, person, on) if spoken_of(body, context, least=4)), None)
    return f"in office on {on.isoformat()}, {body.name} named in the text" if on and body else None


def _once(person: Actor, given: str, on: date | None) -> str | None:
    """Say which office before a last name the person held and left: "former President Obama"."""
    titles = titles_in(given) if on else ()
    ends = [office.to for office in person.offices if office.title in titles[:1] and office.to]
    return f"{titles[0]} until {max(ends).isoformat()}" if on and ends and max(ends) < on else None


def _bodies(registry: "Registry", person: Actor, on: date | None) -> Iterator[Actor]:
    """Give the bodies, no states, in which a person holds an office on the day."""
    from vedette.registry.registry import holds

    bodies = (registry.actor(office.of) for office in person.offices if holds(office, on))
    return (body for body in bodies if body and body.kind != "state")


def _other_given(person: Actor, given: str) -> bool:
    """Say whether a first name stands before the last name that the person does not bear."""
    own = {part for name in person.names for part in fold(name).split()}
    words = [word for word in given.split() if word[:1].isupper()]
    return bool(words) and not titles_in(given) and not any(set(fold(word).split()) & own for word in words)
