"""The names of a sentence, completed with those that the registry knows and made whole."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from vedette.model import Actor, Label, Name, Span, Tagged, cut
from vedette.phrases.needed import sought
from vedette.registry import Registry
from vedette.registry.spelling import fold

_WORD = re.compile(r"(?:[A-Z]\.)+(?:['’]s)?|[\w]+(?:[-'’.][\w]+)*['’]?")
_OWNS = re.compile(r"['’]s?$")
_PARTED = re.compile(r"[,;:]\s|\.\s(?![A-Z]\.)")
_HYPHENED = re.compile(r"[-–][a-z]")
_LONGEST = 7  # words
_JOINS = frozenset("al of the for in and el de la du bin ibn abu ul ud".split())
_QUOTED = re.compile(r"[“\"‘]((?:[A-Z][\w’'-]*)(?:\s+(?:of|the|in|for|and|al-\w+|[A-Z][\w’'-]*))*)[,.]?[”\"’]")
_BODY = sought(
    r"(?:[A-Z][\w’'-]+\s+(?:of\s+|for\s+)?){1,4}(?:Front|Army|Movement|Organi[sz]ation|Forces?|Brigades?|Party|"
    r"Council|Legion|Battalion|Alliance|Union|"
    r"Coalition|Committee|Congress|Resistance|Foundation|Institute|Militia|Corps|Network|Command)\b"
)
_LABELS = {
    "state": Label.COUNTRY,
    "armed group": Label.GROUP,
    "party": Label.GROUP,
    "coalition": Label.GROUP,
    "person": Label.PERSON,
}


def with_names(tagged: Tagged, *, registry: Registry) -> tuple[Name, ...]:
    """Give the names of a sentence: the registry's and the tagger's, the longer where they overlap."""
    known = list(_known(tagged.text, registry))
    bodies = (name for name in known if name.label != Label.COUNTRY)
    tagged_names = (_whole(name, tagged.text) for name in tagged.names)
    states = (name for name in known if name.label == Label.COUNTRY)
    every = (*bodies, *tagged_names, *states, *_in_quotes(tagged), *_bodies(tagged.text))
    found = sorted(every, key=lambda name: (name.span.start - name.span.end, name.span.start))
    kept: list[Name] = []
    for name in found:
        if not any(name.span.overlaps(other.span) for other in kept):
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.span.start))


def _known(text: str, registry: Registry) -> Iterator[Name]:
    words = _words(text)
    at = 0
    while at < len(words):
        if not _begins(words[at].group(), registry):
            at += 1
            continue
        size, actor = _longest(text, words[at : at + _LONGEST], registry)
        if actor is not None:
            span = _bare(cut(text, words[at].start(), words[at + size - 1].end()))
            yield Name(span=span, label=_LABELS.get(actor.kind, Label.ORG))
        at += size


@lru_cache(maxsize=8)
def _words(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_WORD.finditer(text))


def _longest(text: str, words: Sequence[re.Match[str]], registry: Registry) -> tuple[int, Actor | None]:
    """Give the actor that the most of these words name from the first on, and how many they are; else one word."""
    for size in range(len(words), 0, -1):
        if actor := _actor(text, words[:size], registry):
            return size, actor
    return 1, None


def _begins(word: str, registry: Registry) -> bool:
    return (word[0].isupper() or word.startswith(("al-", "el-"))) and registry.index.may_begin(word)


def _actor(text: str, words: Sequence[re.Match[str]], registry: Registry) -> Actor | None:
    """Give the actor that the words name as a whole; the words must begin and end as a name does."""
    first, last = words[0].group(), words[-1].group()
    if last.lower() in _JOINS or len(first) < 2:
        return None
    said = _OWNS.sub("", text[words[0].start() : words[-1].end()])
    if _PARTED.search(said) and "U.S." not in said:
        return None
    key = fold(said)
    if key in registry.index.codes and not said.replace(".", "").isupper():
        return None
    ids = registry.index.plain.get(key) or ()
    return registry.actor(ids[0]) if ids else None


def _bare(span: Span) -> Span:
    text = _OWNS.sub("", span.text)
    return Span(text=text, start=span.start, end=span.start + len(text))


def _whole(name: Name, text: str) -> Name:
    """Lengthen a name to whole words, and over capitalised words that follow it directly."""
    start, end = name.span.start, name.span.end
    for word in _words(text):
        low, high = word.span()
        if low >= end:
            break
        if start < high and not _HYPHENED.match(text, end, high):
            start, end = min(start, low), max(end, high)
    return Name(span=_bare(cut(text, start, end)), label=name.label, probability=name.probability)


def _bodies(text: str) -> Iterator[Name]:
    """Read "the Red Hill Front": capitalised words that end in a word for a body."""
    return (Name(span=cut(text, found.start(), found.end()), label=Label.GROUP) for found in _BODY.finditer(text))


def _in_quotes(tagged: Tagged) -> Iterator[Name]:
    """Read a body's name between quotation marks: “Islamic Front of the Hills,”."""
    for found in _QUOTED.finditer(tagged.text):
        inside = next((name for name in tagged.names if found.start(1) <= name.span.start < found.end(1)), None)
        if inside is not None and len(found[1].split()) > 1:
            label = inside.label if inside.label in (Label.GROUP, Label.ORG) else Label.GROUP
            yield Name(span=cut(tagged.text, found.start(1), found.end(1)), label=label)
