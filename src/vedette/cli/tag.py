"""`vedette tag`: what the tagger says of sentences, in the form of the annotation guide."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from vedette.cli import options, output
from vedette.cli.exits import Failures
from vedette.cli.progress import watched
from vedette.cli.tagged_form import form
from vedette.model.errors import UsageError

BATCH = 512
Row = tuple[str, str]


def tag(
    sentences: Annotated[
        str,
        typer.Option(
            "--sentences",
            metavar="FILE",
            show_default=False,
            help='JSON lines {"id": ..., "text": ...}, or - for standard input.',
        ),
    ],
    file: options.Output = None,
) -> int:
    """Tag sentences: events with their roles, and names.

    Gives {"id", "events", "names"} a line, in the order of the file; every span is \\[text, start, end].

    Example: [bold]vedette tag --sentences sentences.jsonl[/]
    """
    from vedette.tagging import load

    failures = Failures()
    with _opened(sentences) as lines:
        rows = watched(_rows(lines, sentences, failures), "sentences tagged")
        tagger = load()
        output.write(_forms(rows, tagger), "tagged", format="jsonl", file=file)
    return failures.code


def _forms(rows: Iterable[Row], tagger: Any) -> Iterator[dict[str, Any]]:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        for (id_, _), tagged in zip(batch, tagger.tag([text for _, text in batch]), strict=True):
            yield {"id": id_, **form(tagged)}


def _rows(lines: Iterable[str], name: str, failures: Failures) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _row(line)
        except ValueError as error:
            failures.add(f"{name} line {number}", f"{error}; the line is left out")


def _row(line: str) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg} at column {error.colno})") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise ValueError('needs an object with "id" and a text under "text"')
    return row["id"], row["text"]


@contextmanager
def _opened(name: str) -> Iterator[IO[str]]:
    if name == "-":
        yield sys.stdin
        return
    if not Path(name).is_file():
        raise UsageError(f"{name}: no such file; give a file of JSON lines to --sentences")
    with open(name, encoding="utf-8-sig", errors="replace") as source:
        yield source
