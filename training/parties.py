"""Pairs of parties in a sentence, and what the one does to the other: as PLV coded them, or as happenings join them."""

import csv
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.augment import vary
from training.corpus import Event, Example, Stretch
from training.lexicon import lexicon_of
from training.recipe import Recipe
from vedette.codebook import crosswalk
from vedette.tagging.pairs import ROOTS, Parties

MARKER = re.compile(r"(</?[st]>)", re.I)
VARIANTS = 3  # of each sentence: as it is, and with names and triggers swapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sentence, where source and target stand in it, and what the one does to the other; `held` as PLV coded it."""

    text: str
    parties: Parties
    root: str
    held: bool


def marked(sentence: str) -> tuple[str, Parties]:
    """Take the markers <s>source</s> and <t>target</t> (each once at most) out of a sentence."""
    text = ""
    at: dict[str, int] = {}
    for piece in MARKER.split(sentence):
        if MARKER.fullmatch(piece):
            at.setdefault(piece.lower(), len(text))
        else:
            text += piece
    source, target = (
        (at[f"<{tag}>"], at[f"</{tag}>"]) if {f"<{tag}>", f"</{tag}>"} <= set(at) else None for tag in "st"
    )
    return text, (source, target)


def held_pairs(path: Path) -> Iterator[Example]:
    """Read the coded pairs of a file as examples: `set` is the root, `parts` are the two parties."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            text, parties = marked(row["marked_sentence"])
            parts = tuple((name, at) for name, at in zip("st", parties, strict=True) if at)
            yield Example(id=row["sentence_id"], doc="", set=row["gold_root"], text=text, parts=parts)


def pairs_of(example: Example) -> Iterator[Pair]:
    """Give the pairs of parties that the annotated happenings of a sentence join."""
    for event in example.events or ():
        source, target = (_first(event, role) for role in ("actor", "target"))
        if (source or target) and source != target:
            root = _root(example.text, event, target)
            if root in ROOTS:
                yield Pair(text=example.text, parties=(source, target), root=root, held=False)


def _first(event: Event, wanted: str) -> Stretch | None:
    return min((at for role, at in event.roles if role == wanted), default=None)


def _root(text: str, event: Event, target: Stretch | None) -> str:
    facts = {"type": event.type, "mode": event.mode or "", "status": event.status}
    words = {"trigger": text[slice(*event.trigger)], "target": text[slice(*target)] if target else ""}
    return crosswalk("plv").label(facts | words) or event.type


def _held(example: Example) -> Pair:
    parts = dict(example.parts or ())
    return Pair(text=example.text, parties=(parts.get("s"), parts.get("t")), root=example.set, held=True)


def variants(known: Sequence[Example], held: Sequence[Example], *, seed: int) -> list[list[Pair]]:
    """Draw the pairs of all sentences, each time with other names and triggers but the first."""
    rng = random.Random(seed)
    lexicon = lexicon_of(known, rng=rng)

    def same(example: Example) -> Example:
        return example

    def other(example: Example) -> Example:
        return vary(example, rng=rng, lexicon=lexicon, recipe=Recipe())

    annotated = {example.text: example for example in known}
    full = [_with_notes(example, annotated.get(example.text)) for example in held]
    return [_drawn(known, full, change) for change in (same, *[other] * (VARIANTS - 1))]


def _with_notes(example: Example, noted: Example | None) -> Example:
    """Take over names and happenings, so that both can be swapped."""
    return replace(example, names=noted.names, events=noted.events) if noted else example


def _drawn(known: Sequence[Example], held: Sequence[Example], change: Callable[[Example], Example]) -> list[Pair]:
    ruled = [pair for example in known for pair in pairs_of(change(example))]
    return [*ruled, *(_held(change(example)) for example in held)]
