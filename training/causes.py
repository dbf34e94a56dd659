"""Sentences of the Causal News Corpus: which words are the cause, which the effect, and which say so."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.corpus import Stretch

TAG = re.compile(r"(</?(?:ARG0|ARG1|SIG\d)>)")
PLACES = {"ARG0": "cause", "ARG1": "effect", "SIG0": "signal", "SIG1": "signal", "SIG2": "signal"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Causal:
    """A sentence with the stretches of one relation (cause, effect, signal: each at most once), or without any."""

    text: str
    stretches: dict[str, Stretch]


def causal_sentences(folder: Path, half: str = "train") -> list[Causal]:
    """Read each relation of a half as a sentence of its own, and each sentence without one."""
    related = [_related(row["text_w_pairs"]) for row in _rows(folder / f"cnc_{half}_subtask2.csv")]
    plain = (row for row in _rows(folder / f"cnc_{half}_subtask1.csv") if row["label"] == "0")
    return [*related, *(Causal(text=row["text"], stretches={}) for row in plain)]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def _related(tagged: str) -> Causal:
    text = ""
    opened: dict[str, int] = {}
    stretches: dict[str, Stretch] = {}
    for piece in TAG.split(tagged):
        if not TAG.fullmatch(piece):
            text += piece
        elif piece.startswith("</"):
            stretches.setdefault(PLACES[piece[2:-1]], (opened.pop(piece[2:-1]), len(text)))
        else:
            opened[piece[1:-1]] = len(text)
    return Causal(text=text, stretches=stretches)
