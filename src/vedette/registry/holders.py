"""Who holds the office that a phrase names: "the Iraqi premier", "NATO's secretary-general"."""

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from vedette.model import Actor, Office
from vedette.registry.choosing import chosen
from vedette.registry.nations import nations_in
from vedette.registry.phrase import core, tidy, words_of
from vedette.registry.spelling import fold
from vedette.registry.titles import title_at, title_words

if TYPE_CHECKING:
    from vedette.registry.registry import Match, Registry

_SOME = re.compile(r"^\W*(?:an?|another|one|some|several|many|two|three|senior|top|local|regional|key|other)\b", re.I)
_NOT_NOW = frozenset(
    "former ex late then deputy assistant vice under shadow elect designate future next incoming".split()
)
_BEFORE = _NOT_NOW | frozenset("of for to and or with by against from".split())
_HEADS = frozenset(
    {"leader", "supreme leader", "president", "prime minister", "secretary-general", "high representative"}
)
_HEAD_WORDS = frozenset(
    {"leader", "chief", "head", "secretary general", "supreme leader", "president", "prime minister"}
)
_PLAIN = frozenset({"of", "defence", "defense", "foreign"})


def office_holder(registry: "Registry", name: str, *, context: str, on: date | None) -> "Match | None":
    """Find the one holder on the day of the office that a phrase names with its state or body."""
    from vedette.registry.registry import Match

    text = core(tidy(name))
    before, titles = title_at(text)
    if on is None or not titles or _SOME.match(name) or not _BEFORE.isdisjoint([*before, *fold(name).split()[:2]]):
        return None
    held = _held(registry, text, titles, context=context, on=on, nations=_nations(registry, name))
    if len(held) != 1:
        return None
    person, office = held[0]
    body = registry.actor(office.of)
    told = f"office: {office.title} of {body.name if body else office.of} on {on.isoformat()}"
    return Match(actor=person, score=0.9, reason=told)


def _held(
    registry: "Registry", text: str, titles: tuple[str, ...], *, context: str, on: date, nations: tuple[str, ...]
) -> list[tuple[Actor, Office]]:
    body = _body(registry, text, context)
    if body is not None:
        fits = set(titles) & _HEADS if _is_head(text) else set[str]()
        return _on(registry, [body.id], fits, on)
    if not nations or _has_name(registry, text):
        return []
    of = [f"{prefix}:{nations[0]}" for prefix in ("state", "gov", "mil")]
    return _on(registry, of, {titles[0]}, on) or _on(registry, of, set(titles), on)


def _nations(registry: "Registry", name: str) -> tuple[str, ...]:
    return tuple(code for _, _, code in nations_in(registry.index, tidy(name), seats=False))


def _on(registry: "Registry", bodies: Iterable[str], titles: set[str], on: date) -> list[tuple[Actor, Office]]:
    """Give each holder on the day once."""
    from vedette.registry.registry import holds

    terms = (pair for body in bodies for pair in registry.offices_of().get(body, ()))
    fits = [(person, office) for person, office in terms if office.title in titles and holds(office, on)]
    return list({person.id: (person, office) for person, office in fits}.values())


def _is_head(text: str) -> bool:
    """Say whether the title is one that a body has but one of: its leader, not a commander or a spokesman."""
    folded = f" {fold(text)} "
    return any(f" {word} " in folded for word in _HEAD_WORDS)


def _body(registry: "Registry", text: str, context: str) -> Actor | None:
    """Give the body, no state, that the capitalised words of the phrase name: "the Hezbollah leader"."""
    words = words_of(text)
    capitals = [at for at, word in enumerate(words) if word.text[0].isupper()]
    if not capitals:
        return None
    run = text[words[capitals[0]].start : words[capitals[-1]].end]
    actor = chosen(registry, run, context).actor
    return actor if actor and actor.kind not in ("state", "person") else None


def _has_name(registry: "Registry", text: str) -> bool:
    """Say whether a capitalised word stands in the text that is neither nation nor title: then a person is named."""
    taken = {at for start, end, _ in nations_in(registry.index, text, seats=True) for at in range(start, end)}
    titles = {word for title in title_words() for word in title.split()}
    return any(
        word.text[0].isupper()
        and word.start not in taken
        and not set(fold(word.text).split()) <= titles
        and fold(word.text) not in _PLAIN
        for word in words_of(text)
    )
