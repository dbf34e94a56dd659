"""python -m training.muc4 [--data FILE]: learn how reports become MUC-4 templates (`benchmarks/muc4_weights.npz`).

Three small models are fitted to the 1,300 reports of the training half with what the tagger's network says of their
words, so they must be fitted anew when the tagger's weights change. Reports are judged by models that learnt from the
other two thirds of them wherever a later model or a floor is fitted to the judgement. The same data, weights and seed
give the same table. It takes about ten minutes of one free core and 3 GB
of memory. No text is kept, only weights.
"""

import argparse
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import torch

from benchmarks.muc4 import Gold, figures, read
from benchmarks.muc4_fill import Choice, built, choices, entity_chance, type_chances, type_rows
from benchmarks.muc4_learnt import (
    FILE,
    TYPES,
    Floats,
    Judged,
    Table,
    hashed,
    judge,
    tagger_digest,
    type_inputs,
)
from benchmarks.muc4_score import SLOTS, Counts, normal, score
from benchmarks.muc4_words import Words, words_of
from training.muc4_fit import Ints, linear, standard, word_model
from vedette.tagging import load as load_tagger

FOLDS = 3
MANY = 6  # reports with more templates than this are left out: matching theirs takes long
START = 0.3  # floors before they are tuned
STEPS = (0.12, 0.17, 0.22, 0.28, 0.35, 0.42, 0.5)
DEFAULT = Path("../shared/bench/coding/muc4_train.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report with its templates and words, and the fold that it is judged in."""

    gold: Gold
    words: Words
    fold: int

    @property
    def types(self) -> list[bool]:
        """Say for each type whether the report tells an incident of it."""
        return [any(name in one.incident_type.split(" / ") for one in self.gold.templates) for name in TYPES]


def main() -> None:
    """Learn the table and print what it scores on reports that its parts have not seen."""
    parser = argparse.ArgumentParser(prog="python -m training.muc4", description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT, help="the training half")
    parser.add_argument("--out", type=Path, default=FILE, help="file for the table")
    parser.add_argument("--seed", type=int, default=7)
    wanted = parser.parse_args()
    torch.set_num_threads(1)
    arrays, counts = learn(reports_of(wanted.data), seed=wanted.seed)
    print({name: round(value, 3) for name, value in figures(counts).items()})
    write(arrays, wanted.out)


def write(arrays: dict[str, Floats], path: Path) -> None:
    """Keep the table in half precision, with the name of the tagger's weights."""
    kept = {name: np.asarray(array, dtype=np.float16) for name, array in arrays.items()}
    with path.open("wb") as out:
        np.savez_compressed(out, allow_pickle=False, tagger=np.array(tagger_digest()), **kept)


def reports_of(data: Path) -> list[Report]:
    """Read the reports with the tagger's network."""
    tagger = load_tagger()
    return [
        Report(gold=gold, words=words_of(gold.text, tagger), fold=zlib.crc32(gold.id.encode()) % FOLDS)
        for gold in read(data)
        if len(gold.templates) <= MANY
    ]


def learn(reports: Sequence[Report], *, seed: int) -> tuple[dict[str, Floats], Counts]:
    """Fit all models; give their arrays and the score of the reports, each judged by what the others teach."""
    judged = judged_apart(reports, seed=seed)
    arrays = word_model([(one.words, *targets(one)) for one in reports], seed=seed)
    inputs = np.stack([type_inputs(one.words, found) for one, found in zip(reports, judged, strict=True)])
    bags = np.stack([hashed(one.gold.text) for one in reports])
    arrays |= types_model(reports, inputs, bags)
    types = np.zeros((len(reports), len(TYPES)), dtype=np.float32)
    for fold, rest in _folds(reports):
        apart = types_model([reports[n] for n in rest], inputs[rest], bags[rest])
        for number in fold:
            types[number] = type_chances(inputs[number], bags[number], Table(apart))
    offered = [list(choices(one.words, found, told)) for one, found, told in zip(reports, judged, types, strict=True)]
    chances: list[list[float]] = [[] for _ in reports]
    for fold, rest in _folds(reports):
        part = Table(entities_model([reports[n] for n in rest], [offered[n] for n in rest]))
        for number in fold:
            chances[number] = [entity_chance(one, part) for one in offered[number]]
    floors, counts = tuned(reports, types, offered, chances)
    return arrays | entities_model(reports, offered) | floors, counts


def _folds(reports: Sequence[Report]) -> Iterator[tuple[list[int], list[int]]]:
    for fold in range(FOLDS):
        numbers = range(len(reports))
        yield [n for n in numbers if reports[n].fold == fold], [n for n in numbers if reports[n].fold != fold]


def judged_apart(reports: Sequence[Report], *, seed: int) -> list[Judged]:
    """Judge the words of each report by what the reports of other folds teach."""
    found: dict[int, Judged] = {}
    for fold, rest in _folds(reports):
        table = Table(word_model([(reports[n].words, *targets(reports[n])) for n in rest], seed=seed))
        found |= {number: judge(reports[number].words, table) for number in fold}
    return [found[number] for number in range(len(reports))]


def targets(report: Report) -> tuple[Ints, Floats]:
    """Give the classes of each word: 0 outside, 1 begin, 2 inside of each slot's mentions; and the types told of it."""
    words = report.words
    slots = np.zeros((len(words.starts), len(SLOTS)), dtype=np.int64)
    types = np.zeros((len(words.starts), len(TYPES)), dtype=np.float32)
    for type_, slot, mention in _mentions(report.gold):
        for hit in re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", words.text):
            held = np.flatnonzero((words.starts < hit.end()) & (words.ends > hit.start()))
            types[held, type_] = 1
            if len(held) and not slots[held, slot].any():
                slots[held, slot] = 2
                slots[held[0], slot] = 1
    return slots, types


def _mentions(gold: Gold) -> Iterator[tuple[int, int, str]]:
    """Give type, slot and words of every mention, the longest first."""
    for template in gold.templates:
        type_ = TYPES.index(template.incident_type.split(" / ")[0])
        for slot, name in enumerate(SLOTS):
            told = [mention for entity in template.entities(name) for mention in entity]
            yield from ((type_, slot, mention) for mention in sorted(told, key=len, reverse=True))


def types_model(reports: Sequence[Report], inputs: Floats, bags: Floats) -> dict[str, Floats]:
    """Fit the model of types."""
    scales = standard("type", inputs)
    rows = type_rows(inputs, bags, Table(scales))
    found = [linear(rows, [one.types[number] for one in reports], strength=0.3) for number in range(len(TYPES))]
    return scales | {
        "type_weights": np.stack([weights for weights, _ in found], axis=1),
        "type_bias": np.asarray([bias for _, bias in found], dtype=np.float32),
    }


def entities_model(reports: Sequence[Report], offered: Sequence[Sequence[Choice]]) -> dict[str, Floats]:
    """Fit the model of entities, slot by slot."""
    pairs = [(one, report.gold) for report, mine in zip(reports, offered, strict=True) for one in mine]
    arrays: dict[str, list[Floats]] = {f"entity_{name}": [] for name in ("mean", "scale", "weights", "bias")}
    for slot in range(len(SLOTS)):
        held = [(one, gold) for one, gold in pairs if one.slot == slot]
        inputs = np.stack([one.inputs for one, _ in held])
        scales = standard("entity", inputs)
        rows = (inputs - scales["entity_mean"]) / scales["entity_scale"]
        weights, bias = linear(rows, [is_right(one, gold) for one, gold in held], strength=1.0)
        more = scales | {"entity_weights": weights, "entity_bias": np.asarray(bias, dtype=np.float32)}
        for name, array in more.items():
            arrays[name].append(array)
    return {name: np.stack(held) for name, held in arrays.items()}


def is_right(one: Choice, gold: Gold) -> bool:
    """Say whether the entity stands in its slot of a template of its type."""
    told = normal(one.text)
    return any(
        told == normal(mention)
        for template in gold.templates
        if TYPES[one.type] in template.incident_type.split(" / ")
        for entity in template.entities(SLOTS[one.slot])
        for mention in entity
    )


def tuned(
    reports: Sequence[Report], types: Floats, offered: Sequence[list[Choice]], chances: Sequence[list[float]]
) -> tuple[dict[str, Floats], Counts]:
    """Find the floors of types and slots, one after the other, that give the highest micro-F1."""
    known = [one.gold.templates for one in reports]

    def counted() -> Counts:
        pairs = zip(types, offered, chances, strict=True)
        return score([built(told, mine, sure, floors) for told, mine, sure in pairs], known)

    arrays = {"type_floors": np.full(len(TYPES), START), "slot_floors": np.full(len(SLOTS), START)}
    floors = Table(arrays)
    best = counted()
    for array in arrays.values():
        for number, step in product(range(len(array)), STEPS):
            before, array[number] = array[number], step
            found = counted()
            if found.f1() > best.f1() + 1e-6:
                best = found
            else:
                array[number] = before
    return arrays, best


if __name__ == "__main__":
    main()
