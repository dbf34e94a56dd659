"""A person known by last name: only where the text names them in full, or an office fits."""

from datetime import date
from typing import TYPE_CHECKING

from vedette.model import Actor
from vedette.registry.choosing import spoken_of
from vedette.registry.nations import countries_of
from vedette.registry.phrase import core, words_of
from vedette.registry.spelling import fold, loose
from vedette.registry.titles import titles_in

if TYPE_CHECKING:
    from vedette.registry.registry import Match, Registry


def last_name(registry: "Registry", phrase: str, *, context: str, on: date | None) -> "Match | None":
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
    if len(fitting) != 1:
        return None
    from vedette.registry.registry import Match

    return Match(actor=fitting[0][0], score=0.85, reason=f"last name: {tail}, {fitting[0][1]}")


def _why(registry: "Registry", person: Actor, given: str, context: str, on: date | None) -> str | None:
    from vedette.registry.registry import holds

    if spoken_of(person, context) and not _other_given(person, given):
        return "named in full in the text"
    if given and not titles_in(given):
        return None
    titles = titles_in(given) if given else ()
    if titles and on and any(holds(office, on) and office.title == titles[0] for office in person.offices):
        return f"{titles[0]} on {on.isoformat()}"
    seen = countries_of(registry.index, f"{given} {context}")
    if on and person.country and seen.get(person.country, 0) and any(holds(office, on) for office in person.offices):
        return f"in office on {on.isoformat()}"
    return None


def _other_given(person: Actor, given: str) -> bool:
    """Say whether a first name stands before the last name that the person does not bear."""
    own = {part for name in person.names for part in fold(name).split()}
    words = [word for word in given.split() if word[:1].isupper()]
    return bool(words) and not titles_in(given) and not any(set(fold(word).split()) & own for word in words)
