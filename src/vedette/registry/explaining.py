"""Why a name means whom it means: who else was considered, and what decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from vedette.model import Actor
from vedette.registry.choosing import Candidate, chosen
from vedette.registry.describing import describe
from vedette.registry.nations import countries_of
from vedette.registry.phrase import core, tidy, words_of
from vedette.registry.registry import Match, Registry
from vedette.registry.sorts import acled_kind, ucdp_kind
from vedette.registry.spelling import fold, loose

_LONGEST = 7  # words
_LIKE_FROM = 6  # letters
_NEAR = 0.82  # of 1: how like a name must be to be told of


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """An actor that the words may mean: which words, how it bears them, and why it is not meant (None: it is)."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    words: str
    bears: str
    against: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Whom a name means in a text, or of what kind and country it is; why; who else was considered."""

    text: str
    actor_id: str | None
    name: str | None
    kind: str | None
    country: str | None
    acled: str | None
    ucdp: str | None
    score: float | None
    reason: str
    decided: str
    countries: dict[str, int]
    considered: tuple[Considered, ...]


def explain(registry: Registry, name: str, *, context: str = "", on: date | None = None) -> Explanation:
    """Say whom a name means in a text on a day, and why; `countries` counts the states that the text names."""
    match = registry.find(name, context=context, on=on)
    said = describe(registry, name, context=context)
    actor = match.actor if match else None
    return Explanation(
        text=name,
        actor_id=actor.id if actor else None,
        name=actor.name if actor else None,
        kind=actor.kind if actor else said.kind,
        country=actor.country if actor else said.country,
        acled=acled_kind(actor) if actor else None,
        ucdp=ucdp_kind(actor) if actor else None,
        score=match.score if match else None,
        reason=match.reason if match else f"{said.reason}: no actor of the registry is named surely enough",
        decided=(match and match.decided) or _decided(registry, name, context),
        countries=dict(countries_of(registry.index, context).most_common()) if context else {},
        considered=tuple(_considered(registry, name, context, match)),
    )


def _decided(registry: Registry, name: str, context: str) -> str:
    choice = chosen(registry, tidy(name), context)
    return choice.decided if choice.considered else ""


def _considered(registry: Registry, name: str, context: str, match: Match | None) -> Iterator[Considered]:
    told: set[str] = set()
    for words, one in (*_bearers(registry, name, context), *_namesakes(registry, name), *_near(registry, name)):
        if one.actor.id not in told:
            told.add(one.actor.id)
            yield _told(words, one, match)


def _told(words: str, one: Candidate, match: Match | None) -> Considered:
    actor = one.actor
    against = None if match and match.actor.id == actor.id else one.barred or _lost(actor, match)
    return Considered(
        actor_id=actor.id,
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        words=words,
        bears=one.bears,
        against=against,
    )


def _lost(actor: Actor, match: Match | None) -> str:
    """Say why an actor that could be meant is not."""
    if actor.kind == "state":
        return "the words only say of which country"
    if match is None:
        return "not meant surely enough: nothing decides, or the words mean others beside it"
    return match.decided or f"{match.actor.name} is surer ({match.reason})"


def _bearers(registry: Registry, name: str, context: str) -> Iterator[tuple[str, Candidate]]:
    """Give the actors that bear some run of the words, the longest runs first."""
    for text in dict.fromkeys((tidy(name), core(tidy(name)))):
        words = words_of(text)
        for size in range(min(len(words), _LONGEST), 0, -1):
            for at in range(len(words) - size + 1):
                run = text[words[at].start : words[at + size - 1].end]
                yield from ((run, one) for one in chosen(registry, run, context).considered)


def _namesakes(registry: Registry, name: str) -> Iterator[tuple[str, Candidate]]:
    """Give the people of that last name."""
    words = words_of(tidy(name))
    tail = words[-1].text if words else ""
    for id_ in registry.index.last.get(fold(tail)) or registry.index.last.get(loose(tail)) or ():
        person = registry.index.actors[id_]
        yield tail, Candidate(actor=person, bears="the last name", barred=_not_him(person))


def _not_him(person: Actor) -> str:
    first = person.offices[0] if person.offices else None
    office = f" ({first.title} of {first.of})" if first else ""
    return f"neither {person.name}{office} in full nor the office is in the text, or the day does not fit"


def _near(registry: Registry, name: str) -> Iterator[tuple[str, Candidate]]:
    """Give the actors whose names are like the words, though not the same in any spelling."""
    text = core(tidy(name))
    if len(text) < _LIKE_FROM:
        return
    for key in get_close_matches(loose(text), registry.index.loose, n=3, cutoff=_NEAR):
        for id_ in registry.index.loose[key]:
            actor = registry.index.actors[id_]
            yield text, Candidate(actor=actor, bears="a like name", barred="the spelling is another")
