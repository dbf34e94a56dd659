"""Whom a phrase means: by whole name, by a name it holds, by office, by last name, by nation and head word."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from vedette.model import Actor
from vedette.phrases.needed import Sought, sought
from vedette.registry.choosing import Choice, chosen
from vedette.registry.holders import office_holder
from vedette.registry.ministries import ministry_id
from vedette.registry.nations import nations_in
from vedette.registry.phrase import core, kind_of, other_nouns, person_nouns, tidy, with_capital, words_of
from vedette.registry.surnames import last_name

if TYPE_CHECKING:
    from vedette.registry.registry import Match, Registry

_POLITE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Capt|Col|Lt|Sgt|Maj)\b\.?")
_LED = sought(r"\b[\w.]+[-‑–](?:led|run)\b")
_RIVAL = re.compile(  # what calls itself a government beside the state's own
    r"\b(?:shadow|rival|parallel|breakaway|separatist|self[- ](?:declared|styled|proclaimed)|unrecogni[sz]ed|exiled?|"
    r"rebel|ousted|deposed|toppled|overthrown|former|defunct|alternative)\b|\bin exile\b",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s?$")
_LEADING = frozenset({"leader", "commander", "army chief"})
_DESCRIBES = re.compile(r"(?:['’]s?|ists?|ites?|sh|Shia|Sunni|al-\w+)$")
BODIES = {"military": "mil", "government": "gov", "police": "police"}


@lru_cache(maxsize=4096)
def find(registry: "Registry", name: str, *, context: str, on: date | None) -> "Match | None":
    """Say whom `name` means; steps from the surest to the least sure, none of them a guess."""
    phrase = tidy(name)
    if not phrase:
        return None
    texts = dict.fromkeys((with_capital(name), phrase))
    steps = ((step, text) for text in texts for step in (_whole, _held if text == phrase else _held_whole))
    found = next((match for step, text in steps if (match := step(registry, text, context, on))), None)
    if found and found.actor.kind == "government" and found.score < 1.0 and _RIVAL.search(name):
        return None
    if found:
        return found
    return (
        office_holder(registry, name, context=context, on=on)
        or last_name(registry, phrase, name, context=context, on=on)
        or _national(registry, phrase, name)
    )


def _match(actor: Actor, score: float, reason: str, choice: Choice | None = None) -> "Match":
    from vedette.registry.registry import Match

    if choice is None:
        return Match(actor=actor, score=score, reason=reason)
    others = tuple(one for one in choice.considered if one.actor.id != actor.id)
    decided = choice.decided if any(one.barred is None for one in others) else ""
    return Match(actor=actor, score=score, reason=reason, decided=decided, others=others)


def _whole(registry: "Registry", phrase: str, context: str, on: date | None) -> "Match | None":
    choice = chosen(registry, phrase, context)
    return _match(choice.actor, 1.0, f"name: {phrase}", choice) if choice.actor else None


def named(registry: "Registry", phrase: str, context: str) -> Actor | None:
    """Give the actor that bears exactly this name, in any spelling; of several, the one that the context supports."""
    return chosen(registry, phrase, context).actor


def _held(registry: "Registry", phrase: str, context: str, on: date | None) -> "Match | None":
    """Find the longest name of a known actor (no state) within the phrase, and say if it is only a member's body."""
    led = phrase if _LED.search(phrase) else None  # the leader is part of the name of the "U.S.-led coalition"
    if led and (match := _within(registry, led, context, on, holding=_LED)):
        return match
    return _within(registry, core(phrase), context, on)


def _held_whole(registry: "Registry", phrase: str, context: str, on: date | None) -> "Match | None":
    """Find a known actor by a name that begins with the phrase: "New People's Army rebels"."""
    words = words_of(phrase)
    for size in range(min(len(words), 9), 1, -1):
        choice = chosen(registry, phrase[: words[size - 1].end], context)
        if choice.actor and choice.actor.kind not in ("state", "person"):
            one = _one_member(phrase, 0, words[size - 1].end, choice.actor)
            return None if one else _match(choice.actor, 0.95, f"name: {phrase[: words[size - 1].end]}", choice)
    return None


def _within(
    registry: "Registry", whole: str, context: str, on: date | None, *, holding: Sought | None = None
) -> "Match | None":
    others = not other_nouns().isdisjoint(word.text.lower() for word in words_of(whole))
    for start, end in _runs(whole):
        text = whole[start:end]
        if holding and not holding.search(text):
            continue
        choice = chosen(registry, text, context)
        actor = choice.actor
        if actor is None or actor.kind == "state" or _one_member(whole, start, end, actor):
            continue
        if actor.kind == "person":
            return _match(actor, 0.95, f"name: {text}", choice) if not _owner(whole, end) else _of(registry, actor, on)
        if not (others or _POLITE.match(whole) or _surname(registry, whole, text)):
            return _match(actor, 0.95, f"name: {text}", choice)
    return None


def _owner(whole: str, end: int) -> bool:
    """Say whether a person's name is only the owner's of what the phrase means: "Hemedti's forces"."""
    return bool(_OWNS.search(whole[:end])) and bool(whole[end:].strip())


def _of(registry: "Registry", person: Actor, on: date | None) -> "Match | None":
    """Give the one body that the person leads on the day: whose forces they are."""
    from vedette.registry.registry import holds

    bodies = {office.of for office in person.offices if office.title in _LEADING and holds(office, on)}
    body = registry.actor(next(iter(bodies))) if len(bodies) == 1 else None
    return _match(body, 0.85, f"led by {person.name}") if body and body.kind != "state" else None


def _surname(registry: "Registry", whole: str, text: str) -> bool:
    """Say whether a body's one-word name is rather a person's beside another capitalised word: "Richard Wagner"."""
    words = [word.text for word in words_of(whole)]
    if len(words) != 2 or " " in text or not all(word[0].isupper() for word in words) or kind_of(whole):
        return False
    other = words[1] if words[0] == text else words[0]
    return not (_DESCRIBES.search(other) or nations_in(registry.index, other, seats=True))


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


def _ministry(registry: "Registry", code: str, kind: str | None, text: str) -> Actor | None:
    """Give the ministry or service of a state that the head words name: "Iran's foreign ministry"."""
    if (
        kind not in ("ministry", "intelligence", "government", None)
        or text.rsplit(maxsplit=1)[-1].lower() in person_nouns()
    ):
        return None
    found = ministry_id(code, text)
    fits = found and (kind == "intelligence") == found.startswith("intel:")
    return registry.actor(found) if found and fits else None


def _national(registry: "Registry", phrase: str, name: str) -> "Match | None":
    """Find the state, its government, forces or police by an adjective and the head word: "a U.S. aircraft"."""
    text = core(phrase)
    kind, nations = kind_of(phrase), nations_in(registry.index, text, seats=True)
    if not nations or (len({code for _, _, code in nations}) > 1 and not nations_in(registry.index, text)):
        return None
    code = nations[0][2]
    if ministry := _ministry(registry, code, kind, text):
        return _match(ministry, 0.9, f"ministry of {code}: {text}")
    if (
        kind in BODIES
        and not (kind == "government" and _RIVAL.search(name))
        and text.split()[-1].lower() not in person_nouns()
        and (actor := registry.actor(f"{BODIES[kind]}:{code}"))
    ):
        return _match(actor, 0.9, f"{kind} of {code}: {text}")
    if kind is None and nations[0][0] == 0 and nations[0][1] >= len(text) - 2:
        return _match(registry.index.actors[f"state:{code}"], 0.9, f"state: {text}")
    return None
