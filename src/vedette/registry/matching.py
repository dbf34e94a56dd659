"""Whom a phrase means: by whole name, by a name it holds, by office, by last name, by nation and head word."""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from vedette.model import Actor
from vedette.registry.nations import countries_of, folded_context, nations_in
from vedette.registry.phrase import core, kind_of, person_nouns, tidy, words_of
from vedette.registry.spelling import fold, loose

if TYPE_CHECKING:
    from vedette.registry.registry import Match, Registry

LOOSE_FROM = 6
BODIES = {"military": "mil", "government": "gov", "police": "police"}


def find(registry: "Registry", name: str, *, context: str, on: date | None) -> "Match | None":
    """Say whom `name` means; steps from the surest to the least sure, none of them a guess."""
    steps = (_whole, _held, _office, _last, _national)
    phrase = tidy(name)
    if not phrase:
        return None
    return next((match for step in steps if (match := step(registry, phrase, context, on))), None)


def _match(actor: Actor, score: float, reason: str) -> "Match":
    from vedette.registry.registry import Match

    return Match(actor=actor, score=score, reason=reason)


def _whole(registry: "Registry", phrase: str, context: str, on: date | None) -> "Match | None":
    if actor := named(registry, phrase, context):
        return _match(actor, 1.0, f"name: {phrase}")
    return None


def named(registry: "Registry", phrase: str, context: str) -> Actor | None:
    """Give the actor that bears exactly this name, in any spelling; of several, the one that the context supports."""
    index, key = registry.index, fold(phrase)
    if not key or (key in index.codes and not phrase.replace(".", "").replace("’s", "").replace("'s", "").isupper()):
        return None
    if not any(char.isupper() or char.isdigit() for char in phrase):
        return None
    ids = index.plain.get(key) or ()
    shorts = [id_ for id_ in index.short.get(key, ()) if _spoken_of(index.actors[id_], context)]
    if not ids and not shorts and len(key) >= LOOSE_FROM:
        ids = index.loose.get(loose(phrase)) or ()
    owners = [index.actors[id_] for id_ in ids]
    if key in index.codes:
        owners = [owner for owner in owners if _code_fits(registry, owner, context)]
    return _pick(registry, owners, [index.actors[id_] for id_ in shorts], context)


def _code_fits(registry: "Registry", owner: Actor, context: str) -> bool:
    """Say whether a few capital letters may mean this actor here: its country or its full name stands in the text
    too."""
    if not context or owner.country is None or owner.kind in ("state", "media"):
        return True
    return countries_of(registry.index, context).get(owner.country, 0) > 0 or _spoken_of(owner, context)


def _pick(registry: "Registry", owners: list[Actor], shorts: list[Actor], context: str) -> Actor | None:
    """Choose among actors of one name: a short name only if its full name was said and its owner's country was not."""
    seen = countries_of(registry.index, context) if context else {}
    if len(shorts) == 1 and not any(owner.country is None or seen.get(owner.country, 0) for owner in owners):
        return shorts[0]
    if len(owners) == 1:
        return owners[0]
    if not owners:
        return None
    ranked = sorted(owners, key=lambda actor: (-seen.get(actor.country or "", 0), actor.kind == "person", actor.id))
    best, second = (seen.get(actor.country or "", 0) for actor in ranked[:2])
    return ranked[0] if best > second else None


def _spoken_of(actor: Actor, context: str) -> bool:
    whole = folded_context(context)
    return any(f" {fold(name)} " in whole for name in actor.names if len(fold(name)) > 5)


def _held(registry: "Registry", phrase: str, context: str, on: date | None) -> "Match | None":
    """Find the longest name of a known actor (no state) within the phrase, and say if it is only a member's body."""
    for start, end in _runs(core(phrase)):
        text = core(phrase)[start:end]
        actor = named(registry, text, context)
        if actor and actor.kind != "state" and not _one_member(core(phrase), start, end, actor):
            return _match(actor, 0.95, f"name: {text}")
    return None


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Give the runs of words of a text, the longest first, those of one length from the left."""
    words = words_of(text)
    for size in range(min(len(words), 9), 0, -1):
        for at in range(len(words) - size + 1):
            yield words[at].start, words[at + size - 1].end


def _one_member(text: str, start: int, end: int, actor: Actor) -> bool:
    """Say whether the phrase means one person of the named body ("a Hashd official", "commander of Hamas")."""
    if actor.kind == "person":
        return False
    before, after = text[:start].lower().split(), text[end:].lower().split()
    if {word.strip(",.") for word in after} & person_nouns():
        return True
    return bool(
        {word.strip(",.") for word in before} & person_nouns() and before and before[-1] in {"of", "for", "the", "from"}
    )


def member_of(registry: "Registry", name: str, *, context: str = "") -> Actor | None:
    """Give the body that an unnamed person of the phrase belongs to: "a Hashd official" -> the Hashd."""
    text = core(tidy(name))
    for start, end in _runs(text):
        actor = named(registry, text[start:end], context)
        if actor and actor.kind not in ("state", "person") and _one_member(text, start, end, actor):
            return actor
    return None


@lru_cache(maxsize=1)
def _titles() -> dict[str, tuple[str, ...]]:
    """Give for each title word or phrase the plain titles it may stand for."""
    lists = tomllib.loads(Path(__file__).with_name("titles.toml").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for title, others in lists.items():
        for word in (title, *others):
            found[fold(word)] = (*found.get(fold(word), ()), title)
    return found


def titles_in(phrase: str) -> tuple[str, ...]:
    """Give the plain titles that the longest title words at the end of a phrase stand for."""
    words = fold(phrase).split()
    for size in range(min(5, len(words)), 0, -1):
        for at in range(len(words) - size, -1, -1):
            if titles := _titles().get(" ".join(words[at : at + size])):
                return titles
    return ()


def _office(registry: "Registry", phrase: str, context: str, on: date | None) -> "Match | None":
    """Find the holder on the day of an office that the phrase names with its state: "the Iraqi premier"."""
    from vedette.registry.registry import holds

    text = core(phrase)
    nations = nations_in(registry.index, phrase, seats=False)
    titles = titles_in(text)
    if on is None or not titles or not nations or _has_name(registry, text):
        return None
    bodies = {f"{prefix}:{nations[0][2]}" for prefix in ("state", "gov", "mil")}
    held = {
        person.id: (person, office)
        for person, office in registry.offices()
        if office.of in bodies and holds(office, on) and office.title in titles
    }
    exact = {id_: pair for id_, pair in held.items() if pair[1].title == titles[0]} or held
    if len(exact) != 1:
        return None
    person, office = next(iter(exact.values()))
    return _match(person, 0.9, f"office: {office.title} of {office.of} on {on.isoformat()}")


def _has_name(registry: "Registry", text: str) -> bool:
    """Say whether a capitalised word stands in the text that is neither nation nor title: then a person is named."""
    taken = {at for start, end, _ in nations_in(registry.index, text, seats=True) for at in range(start, end)}
    titles = {word for title in _titles() for word in title.split()}
    return any(
        word.text[0].isupper()
        and word.start not in taken
        and not set(fold(word.text).split()) <= titles
        and fold(word.text) not in {"of", "defence", "defense", "foreign"}
        for word in words_of(text)
    )


def _last(registry: "Registry", phrase: str, context: str, on: date | None) -> "Match | None":
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
    return _match(fitting[0][0], 0.85, f"last name: {tail}, {fitting[0][1]}")


def _why(registry: "Registry", person: Actor, given: str, context: str, on: date | None) -> str | None:
    from vedette.registry.registry import holds

    if _spoken_of(person, context) and not _other_given(person, given):
        return "named in full in the text"
    if given and not titles_in(given):
        return None
    seen = countries_of(registry.index, f"{given} {context}")
    if on and person.country and seen.get(person.country, 0) and any(holds(office, on) for office in person.offices):
        return f"in office on {on.isoformat()}"
    return None


def _other_given(person: Actor, given: str) -> bool:
    """Say whether a first name stands before the last name that the person does not bear."""
    own = {part for name in person.names for part in fold(name).split()}
    words = [word for word in given.split() if word[:1].isupper()]
    return bool(words) and not titles_in(given) and not any(set(fold(word).split()) & own for word in words)


def _national(registry: "Registry", phrase: str, context: str, on: date | None) -> "Match | None":
    """Find the state, its government, forces or police by an adjective and the head word: "a U.S. aircraft"."""
    text = core(phrase)
    kind, nations = kind_of(phrase), nations_in(registry.index, text, seats=True)
    if not nations or (len({code for _, _, code in nations}) > 1 and not nations_in(registry.index, text)):
        return None
    code = nations[0][2]
    if (
        kind in BODIES
        and text.split()[-1].lower() not in person_nouns()
        and (actor := registry.actor(f"{BODIES[kind]}:{code}"))
    ):
        return _match(actor, 0.9, f"{kind} of {code}: {text}")
    if kind is None and nations[0][0] == 0 and nations[0][1] >= len(text) - 2:
        return _match(registry.index.actors[f"state:{code}"], 0.9, f"state: {text}")
    return None
