"""python -m training.pairs --shared FOLDER: make the network that says what one party does to another.

A MiniLM of its own, all six layers trained, which reads a sentence with the marks of the two parties. It learns from
the pairs of PLV, and in each epoch from a tenth of the pairs that annotated happenings join, named by the crosswalk
from our types; names and triggers are swapped as for the tagger. Two layers on the encoder of the tagger learn less.
"""

import argparse
import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.__main__ import forbidden_of, minilm
from training.annotated import annotated_examples
from training.batches import batches
from training.branch import fit
from training.causal import WEIGHTS
from training.corpus import Example, load, normalised, split, without
from training.export import embedded, quantise
from training.features import Ints
from training.graph import Graph
from training.leaks import forbidden
from training.model import WIDTH, Layer, attention_bias, drop, pretrained
from training.own import own_examples
from training.parties import Pair, held_pairs, variants
from vedette.tagging.pairs import ROOTS, SOURCE, TARGET, asked_of
from vedette.tagging.words import load_tokenizer, rows

EPOCHS, TOKENS, AVERAGE, SEED, DROPOUT = 8, 640, 0.99, 1, 0.1
RATE, DECAY, HEAD_RATE, WARM_UP = (
    1e-4,
    0.9,
    1e-3,
    0.06,
)  # the rate of the last layer, and the factor to the one below it
RULED = 0.1  # share of the pairs that PLV did not code
SMOOTHED = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A row of a sentence with the marks of a pair and its root's number; `held` as PLV coded it."""

    ids: Ints
    marks: Ints
    root: int
    held: bool


class Pairs(nn.Module):
    """Names what a source does to a target."""

    def __init__(self, *, dropout: float = DROPOUT) -> None:
        """Begin with MiniLM; the embeddings of words stay as they are."""
        super().__init__()
        whole = pretrained(minilm() / "model.safetensors", dropout=dropout)
        self.word, self.place, self.norm = whole.word, whole.place, whole.norm
        self.stack: list[Layer] = [*whole.shared, *whole.branch]  # type: ignore[list-item]
        self.layers = nn.ModuleList(self.stack)
        self.marker = nn.Embedding(3, WIDTH)
        nn.init.normal_(self.marker.weight, std=0.05)
        self.roots = nn.Linear(3 * WIDTH, len(ROOTS))
        self.dropout = dropout
        self.word.weight.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor, asked: Tensor) -> Tensor:
        x = self.norm(self.word(ids) + self.place.weight[: ids.shape[1]]) + self.marker(asked)
        x = drop(x, self.dropout, self.training)
        bias = attention_bias(mask)
        for layer in self.stack:
            x = layer(x, bias)
        x = drop(x, self.dropout, self.training)
        pooled = (_pooled(x, asked == SOURCE), _pooled(x, asked == TARGET), x[:, 0])
        logits: Tensor = self.roots(torch.cat(pooled, dim=-1))
        return logits

    def rates(self) -> Iterator[tuple[list[nn.Parameter], float]]:
        """Give the parameters with the peaks of their rates."""
        yield [*self.marker.parameters(), *self.roots.parameters()], HEAD_RATE
        yield [self.place.weight, *self.norm.parameters()], RATE * DECAY ** len(self.stack)
        for above, layer in enumerate(reversed(self.stack)):
            yield list(layer.parameters()), RATE * DECAY**above


def _pooled(x: Tensor, on: Tensor) -> Tensor:
    weight = on.to(x.dtype).unsqueeze(-1)
    return (x * weight).sum(1) / weight.sum(1).clamp(min=1)


def asked(pairs: Sequence[Pair], tokenizer: Tokenizer) -> list[Asked]:
    """Cut the sentences of pairs into rows of pieces; a row that holds neither party is left out."""
    found = []
    for row in rows([pair.text for pair in pairs], tokenizer):
        pair = pairs[row.sentence]
        marks = asked_of(row, pair.parties)
        if marks.any():
            found.append(Asked(ids=row.ids, marks=marks, root=ROOTS.index(pair.root), held=pair.held))
    return found


def learn(known: Sequence[Sequence[Asked]], *, epochs: int = EPOCHS, seed: int = SEED) -> Pairs:
    """Train on the variants of all rows in turn; the same rows and seed give the same network."""
    torch.manual_seed(seed)
    model = Pairs()
    plan = list(_plan(known, epochs, seed))
    fit(model, plan, lambda batch: _loss(model, batch), rates=list(model.rates()), average=AVERAGE, warm_up=WARM_UP)
    return model


def _plan(known: Sequence[Sequence[Asked]], epochs: int, seed: int) -> Iterator[list[Asked]]:
    rng = random.Random(seed)
    for epoch in range(epochs):
        chosen = [one for one in known[epoch % len(known)] if one.held or rng.random() < RULED]
        for group in batches(chosen, tokens=TOKENS, seed=seed, epoch=epoch):
            yield [chosen[number] for number in group]


def _loss(model: Pairs, batch: Sequence[Asked]) -> Tensor:
    shape = len(batch), max(len(one.ids) for one in batch)
    ids, marks = (torch.zeros(shape, dtype=torch.int64) for _ in range(2))
    mask = torch.zeros(shape)
    for number, one in enumerate(batch):
        ids[number, : len(one.ids)] = torch.from_numpy(one.ids)
        marks[number, : len(one.ids)] = torch.from_numpy(one.marks)
        mask[number, : len(one.ids)] = 1
    wanted = torch.tensor([one.root for one in batch])
    return functional.cross_entropy(model(ids, mask, marks), wanted, label_smoothing=SMOOTHED)


def export(model: Pairs, folder: Path) -> None:
    """Write `pairs.onnx`, in 8 bits."""
    graph = Graph()
    marker = graph.constant(model.marker.weight.detach().numpy())
    x = graph.add("Add", embedded(graph, model), graph.add("Gather", marker, "asked"))
    for layer in model.stack:
        x = graph.layer(x, "mask", layer)
    whole = graph.add("Gather", x, graph.constant(np.array(0)), axis=1)
    parts = [_pool(graph, x, number) for number in (SOURCE, TARGET)]
    joined = graph.add("Concat", *parts, whole, axis=-1)
    graph.linear(joined, model.roots.weight.detach().numpy(), model.roots.bias.detach().numpy(), to="roots")
    at: list[str | int] = ["rows", "pieces"]
    made = graph.model(
        {"ids": (TensorProto.INT64, at), "mask": (TensorProto.INT32, at), "asked": (TensorProto.INT64, at)},
        {"roots": [at[0], len(ROOTS)]},
    )
    large = folder / "pairs.whole.onnx"
    onnx.save(made, str(large))
    quantise(large, folder / "pairs.onnx")
    large.unlink()


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
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder to write into")
    parser.add_argument("--exclude", type=Path, action="append", default=[], help="test file: no sentence is used")
    parser.add_argument("--threads", type=int, help="default: all cores")
    wanted = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(wanted.threads or torch.get_num_threads())
    known, held = _examples(wanted.shared, forbidden(wanted.exclude))
    tokenizer = load_tokenizer(minilm() / "tokenizer.json")
    export(learn([asked(pairs, tokenizer) for pairs in variants(known, held, seed=SEED)]), wanted.weights)


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
