"""Sentences annotated with attributions: who says it (source), by which words (cue), and what (content)."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpus import Example, Stretch, records
from vedette.tagging.labels import PARTS
from vedette.tagging.sentences import split

KINDS = {part.value for part in PARTS}


def load_quotations(path: Path) -> list[Example]:
    """Read every sentence of a file of articles with `spans` of kind Source, Cue and Content."""
    return [example for row in records(path) for example in _sentences(row)]


def _sentences(row: dict[str, Any]) -> Iterator[Example]:
    spans = [
        (span["kind"].lower(), (at[0], at[1]))
        for span in row["spans"].values()
        if span["kind"].lower() in KINDS
        for at in span["offsets"]
    ]
    for number, (start, end) in enumerate(split(row["text"])):
        within = [(kind, _clip(at, start, end)) for kind, at in spans if at[0] < end and at[1] > start]
        yield Example(
            id=f"{row['doc']}-{number}",
            doc=row["doc"],
            set="quotations",
            text=row["text"][start:end],
            parts=tuple(sorted(set(within), key=lambda part: part[1])),
        )


def _clip(at: Stretch, start: int, end: int) -> Stretch:
    return max(at[0], start) - start, min(at[1], end) - start


def draw(examples: list[Example], count: int, rng: random.Random) -> list[Example]:
    """Draw `count` sentences, two of three with an attribution."""
    held = [example for example in examples if example.parts]
    bare = [example for example in examples if not example.parts]
    some = min(len(held), round(count * 2 / 3))
    return rng.sample(held, some) + rng.sample(bare, min(len(bare), count - some))
