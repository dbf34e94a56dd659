"""Cause, effect and signal in sentences of news (spans), and whether a sentence tells a cause at all.

    python -m benchmarks.causal [--data FOLDER] [--limit N] [--json] [--keep]

FOLDER holds a file of the Causal News Corpus for each subtask (`*_subtask1.csv`, `*_subtask2.csv`; `dev` where there
are several). Spans are scored as the corpus scores them since 2023 (`benchmarks/causal_score.py`); sentences by F1 of
"causal". The network that points at causes comes first (`pointed_f1`: it alone); where a sentence has more relations,
the marks of the tagger with a cause follow (`marks_f1`: they alone), and the words that join clauses
(`benchmarks/connectives.toml`). The baseline halves each sentence into effect and cause, and calls each causal.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.causal_reading import Relation, marked_relations, relations, written
from benchmarks.causal_score import score
from benchmarks.labels import accuracy, f1_by_label
from benchmarks.report import Result, arguments, show
from benchmarks.sample import LIMIT, spread
from vedette.model.mark import Tagged
from vedette.tagging import load as load_tagger
from vedette.tagging.causal import SURE, load_pointer
from vedette.tagging.causal import Relation as Pointed

PEERS = {
    "baseline of the task": {"f1": 0.6271},
    "best of CASE-2023": {"f1": 0.7279, "sentence_f1": 0.8466},
    "BERT-base": {"sentence_f1": 0.8632},
}
CAUSAL, PLAIN = "1", "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A sentence and its relations, each written into it with tags."""

    text: str
    relations: tuple[str, ...]


def of_subtask(folder: Path, subtask: int) -> Path | None:
    """Give the file of a subtask: the only one, or that of the development half."""
    found = sorted(folder.glob(f"*subtask{subtask}*.csv"))
    return next((path for path in found if "dev" in path.name), found[0] if found else None)


def read_spans(path: Path) -> list[Gold]:
    """Read the sentences of subtask 2, the relations of one sentence together."""
    grouped: defaultdict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
    for row in _rows(path):
        if row.get("pair_label", CAUSAL) == CAUSAL:
            grouped[row["corpus"], row["doc_id"], row["sent_id"]].append(row)
    return [
        Gold(text=rows[0]["text"], relations=tuple(row["text_w_pairs"] for row in rows)) for rows in grouped.values()
    ]


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def halves(tagged: Tagged) -> list[Relation]:
    """Call the first half of a sentence the effect and the second the cause."""
    middle = tagged.text.find(" ", len(tagged.text) // 2)
    return [Relation(cause=(middle + 1, len(tagged.text)), effect=(0, middle))] if middle > 0 else []


def span_scores(gold: list[Gold], tagged: list[Tagged], read: Callable[[Tagged], list[Relation]]) -> dict[str, float]:
    """Give fair F1 of all spans, of causes, of effects and of signals."""
    found = [[written(one.text, relation) for relation in read(one)] for one in tagged]
    errors = score([one.relations for one in gold], found, [one.text for one in gold])
    parts = {"cause": "C", "effect": "E", "signal": "S"}
    return {"f1": errors.f1()} | {f"{name}_f1": errors.f1(label) for name, label in parts.items()}


def pointed(texts: Sequence[str]) -> dict[str, list[Relation]]:
    """Give the relation that the pointing network sees in each text."""
    found = load_pointer().relations(texts)
    return {text: [_plain(one) for one in relations[:1]] for text, relations in zip(texts, found, strict=True)}


def _plain(one: Pointed) -> Relation:
    cause, effect, signal = ((span.start, span.end) if span else None for span in (one.cause, one.effect, one.signal))
    assert cause
    assert effect
    return Relation(cause=cause, effect=effect, signal=signal)


def are_causal(texts: Sequence[str]) -> list[bool]:
    """Say of each sentence whether it tells a cause, by the pointing network."""
    return [any(one.told >= SURE for one in found) for found in load_pointer().relations(texts)]


def sentence_scores(labels: list[str], found: list[str]) -> dict[str, float]:
    """Give F1 of the causal sentences, and accuracy."""
    return {"sentence_f1": f1_by_label(labels, found).get(CAUSAL, 0.0), "sentence_accuracy": accuracy(labels, found)}


def measure(data: Path, limit: int | None = None) -> Result:
    """Score spans and sentences, as far as there are files for them."""
    scores: dict[str, float] = {}
    base: dict[str, float] = {}
    count = 0
    if path := of_subtask(data, 2):
        gold = spread(read_spans(path), limit)
        texts = [one.text for one in gold]
        tagged, first = load_tagger().tag(texts), pointed(texts)
        scores |= span_scores(gold, tagged, lambda one: [*first[one.text], *relations(one)])
        scores["pointed_f1"] = span_scores(gold, tagged, lambda one: first[one.text])["f1"]
        scores["marks_f1"] = span_scores(gold, tagged, marked_relations)["f1"]
        base |= span_scores(gold, tagged, halves)
        count += len(gold)
    if path := of_subtask(data, 1):
        rows = spread(list(_rows(path)), limit)
        labels = [row["label"] for row in rows]
        told = are_causal([row["text"] for row in rows])
        scores |= sentence_scores(labels, [CAUSAL if one else PLAIN for one in told])
        base |= sentence_scores(labels, [CAUSAL] * len(labels))
        count += len(rows)
    notes = {"peers": "spans: the task's baseline on dev, the best on test; sentences: best on test, BERT on dev"}
    return Result(benchmark="causal", data=data.name, n=count, scores=scores, baseline=base, peers=PEERS, notes=notes)


def main() -> None:
    """Run the benchmark from the command line."""
    options = arguments(__doc__, data="../shared/bench/coding", extra=LIMIT)
    show(measure(options.data, options.limit), as_json=options.json, keep=options.keep)


if __name__ == "__main__":
    main()
