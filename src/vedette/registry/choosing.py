"""Which of the actors that may bear a name is meant: decided by the text round it, and why."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.model import Actor
from vedette.registry.nations import countries_of, folded_context
from vedette.registry.spelling import fold, loose

if TYPE_CHECKING:
    from vedette.registry.registry import Registry

LOOSE_FROM = 6
_SPOKEN_FROM = 6  # letters
LONG_CODE = 4  # letters: hardly ever another body's than the one that the registry knows
_MARKS = frozenset({"'", "’"})
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An actor that a name may mean: how it bears the name, and what speaks against it (None: nothing)."""

    actor: Actor
    bears: str
    barred: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Whom a name means (None: nobody surely), what decided, and who else was considered."""

    actor: Actor | None
    decided: str
    considered: tuple[Candidate, ...] = ()


NOBODY = Choice(actor=None, decided="no actor of the registry bears it")


def chosen(registry: "Registry", phrase: str, context: str) -> Choice:
    """Choose among the actors that bear exactly this name, in any spelling."""
    index, key = registry.index, fold(phrase)
    if key not in index.plain and phrase[-2:].rstrip("s") in _MARKS and (bare := _POSSESSIVE.sub("", phrase)) != phrase:
        phrase, key = bare, fold(bare)
    borne = key in index.plain or key in index.local or key in index.short
    if not borne and (len(key) < LOOSE_FROM or loose(phrase) not in index.loose):
        return NOBODY
    if not (_as_written(registry, phrase, key) or _looks_like_a_name(registry, phrase, key)):
        return NOBODY
    seen = countries_of(index, context) if context else {}
    considered = tuple(_candidates(registry, phrase, key, context, seen))
    left = [one for one in considered if one.barred is None]
    if not left:
        return Choice(actor=None, decided=f"{considered[0].actor.name}: {considered[0].barred}", considered=considered)
    return _pick(phrase, left, considered, seen)


def _as_written(registry: "Registry", phrase: str, key: str) -> bool:
    """Say whether an actor bears the name letter by letter: "anti-balaka" has no capital, "Nato" but one."""
    return any(phrase in registry.index.actors[id_].names for id_ in registry.index.plain.get(key, ()))


def _looks_like_a_name(registry: "Registry", phrase: str, key: str) -> bool:
    """Say whether the letters are those of a name: capitals, or a script that has none."""
    bare = phrase.replace(".", "").replace("’s", "").replace("'s", "")
    if key in registry.index.codes and not bare.isupper():
        return False
    return phrase[0].isdigit() or any(char.isupper() or char.isdigit() for char in phrase) or phrase.upper() == phrase


def _candidates(
    registry: "Registry", phrase: str, key: str, context: str, seen: Mapping[str, int]
) -> Iterable[Candidate]:
    index = registry.index
    owners = list(index.plain.get(key) or ())
    shorts = index.short.get(key) or ()
    locals_ = index.local.get(key) or ()
    for id_ in owners:
        actor = index.actors[id_]
        shared = key in index.codes and (len(key) < LONG_CODE or len(owners) > 1)
        barred = _code_barred(actor, context, seen) if shared else None
        yield Candidate(actor=actor, bears="a name of it", barred=barred)
    for id_ in locals_:
        if id_ not in owners:
            actor = index.actors[id_]
            yield Candidate(actor=actor, bears="its name at home", barred=_abroad(actor, seen))
    for id_ in shorts:
        actor = index.actors[id_]
        barred = None if spoken_of(actor, context) else "its full name is not in the text"
        yield Candidate(actor=actor, bears="short for it", barred=barred)
    if not owners and not locals_ and not shorts and len(key) >= LOOSE_FROM:
        for id_ in index.loose.get(loose(phrase)) or ():
            yield Candidate(actor=index.actors[id_], bears="a spelling of its name")


def _code_barred(actor: Actor, context: str, seen: Mapping[str, int]) -> str | None:
    """Say why a few capital letters cannot mean this actor here: neither its country nor its full name is there."""
    if not context or actor.country is None or actor.kind in ("state", "media"):
        return None
    if seen.get(actor.country, 0) > 0 or spoken_of(actor, context):
        return None
    return f"neither its country ({actor.country}) nor its full name is in the text"


def _abroad(actor: Actor, seen: Mapping[str, int]) -> str | None:
    """Say why a name that several countries have cannot mean this one's: the text is not about its country."""
    own = seen.get(actor.country or "", 0)
    if own and 2 * own >= max(seen.values()):
        return None
    return f"the text is not about its country ({actor.country})"


def _pick(phrase: str, left: list[Candidate], considered: tuple[Candidate, ...], seen: Mapping[str, int]) -> Choice:
    """Choose a short name only where the owner's country is not spoken of; of owners the one whose country is."""
    owners = [one.actor for one in left if one.bears != "short for it"]
    shorts = [one.actor for one in left if one.bears == "short for it"]
    if len(shorts) == 1 and not any(owner.country is None or seen.get(owner.country, 0) for owner in owners):
        absent = "".join(f", the country of {owner.name} ({owner.country}) is not" for owner in owners)
        why = f"its full name is in the text{absent}"
        return Choice(actor=shorts[0], decided=why, considered=considered)
    if len(owners) == 1:
        return Choice(actor=owners[0], decided=_why_alone(owners[0], considered, seen), considered=considered)
    return (
        _ranked(phrase, owners, considered, seen) if owners else Choice(actor=None, decided="", considered=considered)
    )


def _why_alone(actor: Actor, considered: tuple[Candidate, ...], seen: Mapping[str, int]) -> str:
    if len(considered) == 1:
        return "no other actor bears it"
    return (
        f"its country ({actor.country}) is in the text"
        if seen.get(actor.country or "", 0)
        else "nothing speaks for another"
    )


def _ranked(phrase: str, owners: list[Actor], considered: tuple[Candidate, ...], seen: Mapping[str, int]) -> Choice:
    ranked = sorted(owners, key=lambda actor: (-seen.get(actor.country or "", 0), actor.kind == "person", actor.id))
    often = [seen.get(actor.country or "", 0) for actor in ranked]
    told = ", ".join(f"{actor.country or 'no country'} {count}" for actor, count in zip(ranked, often, strict=True))
    called = [actor for actor, count in zip(ranked, often, strict=True) if count == often[0] and actor.name == phrase]
    if often[0] == often[1] and len(called) == 1:
        return Choice(actor=called[0], decided="it is its very name, letter by letter", considered=considered)
    if often[0] > often[1]:
        return Choice(actor=ranked[0], decided=f"its country is named most: {told}", considered=considered)
    return Choice(actor=None, decided=f"nothing in the text decides between its bearers: {told}", considered=considered)


def spoken_of(actor: Actor, context: str, *, least: int = _SPOKEN_FROM) -> bool:
    """Say whether a full name of the actor, of `least` letters, stands in the text."""
    whole = folded_context(context)
    return any(f" {key} " in whole for name in actor.names if len(key := fold(name)) >= least)
