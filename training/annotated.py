"""Sentences of public texts that were annotated for this project, kept as offsets without the text.

A record of `annotations/**/*.jsonl`: `source`, `doc` and the stretch of its text (`start`, `end`), `digest` of the
sentence, so that another version of the text is noticed, and `events` with stretches counted from the sentence's
start. Where nobody looked for the roles, as in the folder `triggers`, a record says `"roles": false`.
"""

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpus import Event, Example, records
from training.sources import READERS, texts_of

FOLDER = Path(__file__).with_name("annotations")
log = logging.getLogger("training")


def annotated_examples(bench: Path, folder: Path = FOLDER) -> list[Example]:
    """Read every annotated sentence whose text `bench` holds unchanged; the others are counted and left out."""
    rows = [row for path in sorted(folder.rglob("*.jsonl")) for row in records(path)]
    found = list(_examples(rows, bench))
    if len(found) < len(rows):
        log.warning(
            "%d of %d annotated sentences have no or another text in %s", len(rows) - len(found), len(rows), bench
        )
    return found


def _examples(rows: list[dict[str, Any]], bench: Path) -> Iterator[Example]:
    for row in rows:
        text = texts_of(row["source"], bench).get(row["doc"], "")[row["start"] : row["end"]]
        if digest_of(text) == row["digest"]:
            yield example_of(row, text)


def example_of(row: dict[str, Any], text: str) -> Example:
    """Put the text of its sentence to a record."""
    doc = f"{row['source']}-{row['doc']}"
    return Example(
        id=f"{doc}-{row['start']}",
        doc=doc,
        set=READERS[row["source"]][0],
        text=text,
        events=tuple(_event(event) for event in row["events"]),
        roles=row.get("roles", True),
    )


def record_of(source: str, doc: str, start: int, example: Example) -> dict[str, Any]:
    """Make the record of an annotated sentence that stands at `start` in its text."""
    return {
        "source": source,
        "doc": doc,
        "start": start,
        "end": start + len(example.text),
        "digest": digest_of(example.text),
        **({} if example.roles else {"roles": False}),
        "events": [_row(event) for event in example.events or ()],
    }


def digest_of(text: str) -> str:
    """Hash a sentence, to eight hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _row(event: Event) -> dict[str, Any]:
    roles: dict[str, list[list[int]]] = {}
    for role, at in event.roles:
        roles.setdefault(role, []).append(list(at))
    mode = {"mode": event.mode} if event.mode else {}
    return {"trigger": list(event.trigger), "type": event.type, **mode, "status": event.status, **roles}


def _event(row: dict[str, Any]) -> Event:
    plain = {"trigger", "type", "mode", "status"}
    return Event(
        trigger=(row["trigger"][0], row["trigger"][1]),
        type=row["type"],
        mode=row.get("mode"),
        status=row["status"],
        roles=tuple((role, (at[0], at[1])) for role, spans in row.items() if role not in plain for at in spans),
    )
