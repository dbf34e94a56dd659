"""python -m training.pairs --shared FOLDER: make the network that says what one party does to another.

It learns from the pairs of PLV and, first, from the pairs that annotated happenings join, named by the crosswalk from
our types; names and triggers are swapped as for the tagger (`training.branch` tells how such a network is learnt).
"""

import argparse
import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto
from torch import Tensor, nn
from torch.nn import functional

from training.__main__ import forbidden_of
from training.annotated import annotated_examples
from training.batches import batches
from training.branch import Branch, Encoded, encoded, fit, stacked, write
from training.causal import WEIGHTS
from training.corpus import Example, load, normalised, split, without
from training.features import Ints
from training.graph import Graph
from training.leaks import forbidden
from training.model import WIDTH, drop
from training.own import own_examples
from training.parties import Pair, held_pairs, variants
from vedette.tagging.pairs import ROOTS, SOURCE, TARGET, asked_of
from vedette.tagging.tagger import Tagger, load_tagger

EPOCHS, TOKENS, AVERAGE, SEED = 4, 2400, 0.99, 1
LAST = 4  # epochs after these, of PLV's own pairs nearly alone
RULED = 0.1  # share of the other pairs in them
HELD = 2.0  # weight of a pair that PLV coded
SMOOTHED = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A row of a sentence with the marks of a pair and its root's number."""

    read: Encoded
    marks: Ints
    root: int
    held: bool

    @property
    def ids(self) -> Ints:
        """Give the pieces."""
        return self.read.ids


class Pairs(Branch):
    """Names what a source does to a target."""

    def __init__(self) -> None:
        super().__init__()
        self.marker = nn.Embedding(3, WIDTH)
        self.roots = nn.Linear(3 * WIDTH, len(ROOTS))

    def forward(self, states: Tensor, mask: Tensor, asked: Tensor) -> Tensor:
        x = self.through(states + self.marker(asked), mask)
        x = drop(x, self.dropout, self.training)
        return self.roots(torch.cat((_pooled(x, asked == SOURCE), _pooled(x, asked == TARGET), x[:, 0]), dim=-1))


def _pooled(x: Tensor, on: Tensor) -> Tensor:
    weight = on.to(x.dtype).unsqueeze(-1)
    return (x * weight).sum(1) / weight.sum(1).clamp(min=1)


def asked(pairs: Sequence[Pair], tagger: Tagger) -> list[Asked]:
    """Read the sentences of pairs with the encoder; a row that holds neither party is left out."""
    texts = list(dict.fromkeys(pair.text for pair in pairs))
    wanted: dict[str, list[Pair]] = {}
    for pair in pairs:
        wanted.setdefault(pair.text, []).append(pair)
    found = []
    for row, read in encoded(texts, tagger):
        for pair in wanted[texts[row.sentence]]:
            marks = asked_of(row, pair.parties)
            if marks.any():
                found.append(Asked(read=read, marks=marks, root=ROOTS.index(pair.root), held=pair.held))
    return found


def learn(known: Sequence[Sequence[Asked]], *, epochs: int = EPOCHS, last: int = LAST, seed: int = SEED) -> Pairs:
    """Train on the variants of all rows in turn; the same rows and seed give the same network."""
    torch.manual_seed(seed)
    model = Pairs()
    model.begin()
    nn.init.normal_(model.marker.weight, std=0.05)
    plan = list(_plan(known, epochs, last, seed))
    fit(model, plan, lambda batch: _loss(model, batch), average=AVERAGE)
    return model


def _plan(known: Sequence[Sequence[Asked]], epochs: int, last: int, seed: int) -> Iterator[list[Asked]]:
    rng = random.Random(seed)
    for epoch in range(epochs + last):
        share = 1.0 if epoch < epochs else RULED
        chosen = [one for one in known[epoch % len(known)] if one.held or rng.random() < share]
        for group in batches(chosen, tokens=TOKENS, seed=seed, epoch=epoch):
            yield [chosen[number] for number in group]


def _loss(model: Pairs, batch: Sequence[Asked]) -> Tensor:
    states, mask = stacked([one.read for one in batch])
    marks = torch.zeros(mask.shape, dtype=torch.int64)
    for number, one in enumerate(batch):
        marks[number, : len(one.marks)] = torch.from_numpy(one.marks)
    wanted = torch.tensor([one.root for one in batch])
    weight = torch.tensor([HELD if one.held else 1.0 for one in batch])
    lost = functional.cross_entropy(model(states, mask, marks), wanted, reduction="none", label_smoothing=SMOOTHED)
    return (lost * weight).sum() / weight.sum()


def export(model: Pairs, folder: Path) -> None:
    """Write `pairs.onnx` beside the encoder that it goes on from."""
    graph = Graph()
    marker = graph.constant(model.marker.weight.detach().numpy())
    x = graph.add("Add", "states", graph.add("Gather", marker, "asked"))
    for layer in model.stack:
        x = graph.layer(x, "mask", layer)
    whole = graph.add("Gather", x, graph.constant(np.array(0)), axis=1)
    parts = [_pool(graph, x, number) for number in (SOURCE, TARGET)]
    joined = graph.add("Concat", *parts, whole, axis=-1)
    graph.linear(joined, model.roots.weight.detach().numpy(), model.roots.bias.detach().numpy(), to="roots")
    at: list[str | int] = ["rows", "pieces"]
    made = graph.model(
        {
            "states": (TensorProto.FLOAT, [*at, WIDTH]),
            "mask": (TensorProto.INT32, at),
            "asked": (TensorProto.INT64, at),
        },
        {"roots": [at[0], len(ROOTS)]},
    )
    write(made, folder / "pairs.onnx")


def _pool(graph: Graph, x: str, number: int) -> str:
    """Average the states of the pieces that are marked with `number`; 0 where there are none."""
    on = graph.add("Equal", "asked", graph.constant(np.array(number, dtype=np.int64)))
    on = graph.add("Unsqueeze", graph.add("Cast", on, to_=TensorProto.FLOAT), graph.constant(np.array([2])))
    count = graph.add("ReduceSum", on, graph.constant(np.array([1])), keepdims=0)
    total = graph.add("ReduceSum", graph.add("Mul", x, on), graph.constant(np.array([1])), keepdims=0)
    return graph.add("Div", total, graph.add("Max", count, graph.constant(np.array(1, dtype=np.float32))))


def main() -> None:
    """Read, train and export."""
    parser = argparse.ArgumentParser(prog="python -m training.pairs", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds corpus/ and bench/")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder of the encoder, to write into")
    parser.add_argument("--exclude", type=Path, action="append", default=[], help="test file: no sentence is used")
    parser.add_argument("--threads", type=int, help="default: all cores")
    wanted = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(wanted.threads or torch.get_num_threads())
    known, held = _examples(wanted.shared, forbidden(wanted.exclude))
    tagger = load_tagger(wanted.weights)
    export(learn([asked(pairs, tagger) for pairs in variants(known, held, seed=SEED)]), wanted.weights)


def _examples(shared: Path, banned: set[str]) -> tuple[list[Example], list[Example]]:
    """Give the annotated sentences, and the coded pairs of those among them; the other coded pairs are left to test."""
    train, dev = split(load(shared / "corpus"), shared / "corpus/split.tsv")
    known = [*train, *own_examples(), *annotated_examples(shared / "bench")]
    known = without(known, banned | forbidden_of(dev))
    texts = {normalised(example.text) for example in known}
    held = held_pairs(shared / "bench/coding/plv_train.tsv")
    return known, [example for example in held if normalised(example.text) in texts]


if __name__ == "__main__":
    main()
