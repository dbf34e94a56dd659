"""The annotated sentences that the tagger learns from."""

import csv
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A happening as annotated: its trigger, labels and the stretches that play each role."""

    trigger: Stretch
    type: str
    mode: str | None
    status: str
    roles: tuple[tuple[str, Stretch], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence and what is annotated in it; what is None was not annotated there."""

    id: str
    doc: str
    set: str
    text: str
    events: tuple[Event, ...] | None = None
    names: tuple[tuple[str, Stretch], ...] | None = None
    parts: tuple[tuple[str, Stretch], ...] | None = None
    roles: bool = True  # False: nobody looked for the roles of its events


def load(folder: Path) -> list[Example]:
    """Read every sentence of a corpus folder (`*.jsonl`), in the order of the files."""
    return [parse(row) for path in sorted(folder.glob("*.jsonl")) for row in records(path)]


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Read a JSON object from each line of a file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def parse(row: dict[str, Any]) -> Example:
    """Turn a corpus record into an example."""
    return Example(
        id=row["id"],
        doc=row["doc"],
        set=row.get("set", ""),
        text=row["text"],
        events=tuple(_event(event) for event in row["events"]),
        names=tuple((name[3], (name[1], name[2])) for name in row["names"]),
    )


def _event(row: dict[str, Any]) -> Event:
    plain = {"trigger", "type", "mode", "status"}
    roles = [(role, (span[1], span[2])) for role, spans in row.items() if role not in plain for span in spans]
    return Event(
        trigger=(row["trigger"][1], row["trigger"][2]),
        type=row["type"],
        mode=row.get("mode"),
        status=row["status"],
        roles=tuple(roles),
    )


def split(examples: Iterable[Example], table: Path) -> tuple[list[Example], list[Example]]:
    """Part examples into train and dev by their documents; a document that the table lacks goes to neither."""
    with table.open(encoding="utf-8") as lines:
        where = {row["doc"]: row["split"] for row in csv.DictReader(lines, delimiter="\t")}
    train: list[Example] = []
    dev: list[Example] = []
    for example in examples:
        if (part := where.get(example.doc)) is not None:
            (train if part == "train" else dev).append(example)
    return train, dev


def without(examples: Iterable[Example], forbidden: set[str]) -> list[Example]:
    """Drop the examples whose normalised text stands in `forbidden`."""
    return [example for example in examples if normalised(example.text) not in forbidden]


def normalised(text: str) -> str:
    """Reduce a text to its letters and digits, so that spacing, case and quotes do not hide a copy."""
    return re.sub(r"[\W_]+", "", text.casefold())


def digest(examples: Iterable[Example]) -> str:
    """Hash what the examples hold: the same data has the same digest."""
    state = hashlib.sha256()
    for example in examples:
        state.update(repr(example).encode())
    return state.hexdigest()[:16]
