"""python -m training.causal --shared FOLDER: make the network that points at causes, on the encoder as it is.

One relation of a sentence is shown an epoch (`training.branch` tells how such a network is learnt).
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

from training.batches import batches
from training.branch import Branch, Encoded, encoded, fit, stacked, write
from training.causes import Causal, causal_sentences
from training.corpus import normalised
from training.features import SKIP, Ints, words_of
from training.graph import Graph
from training.leaks import forbidden
from training.model import WIDTH, drop
from vedette.tagging.causal import POINTS
from vedette.tagging.tagger import Tagger, load_tagger
from vedette.tagging.words import Row

WEIGHTS = Path("src/vedette/tagging/weights")
EPOCHS, TOKENS, AVERAGE, SEED = 8, 1600, 0.98, 1
TOLD = 0.3  # weight of "tells a cause" and "signals it" beside the pointing


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """A row of a sentence, the pieces that words begin with, and the ones to point at."""

    text: str
    read: Encoded
    first: Ints
    points: tuple[int, ...]  # SKIP where nothing is to be pointed at

    @property
    def ids(self) -> Ints:
        """Give the pieces."""
        return self.read.ids


class Causes(Branch):
    """Points at the first and last piece of cause, effect and signal, and says whether there are any."""

    def __init__(self) -> None:
        super().__init__()
        self.points = nn.Linear(WIDTH, len(POINTS))
        self.signs = nn.Linear(WIDTH, 2)

    def forward(self, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        states = drop(self.through(states, mask), 2 * self.dropout, self.training)
        return self.points(states), self.signs(states[:, 0])


def pointed(sentences: Sequence[Causal], tagger: Tagger) -> list[Pointed]:
    """Read sentences with the encoder."""
    read = encoded([one.text for one in sentences], tagger)
    return [_pointed(row, states, sentences[row.sentence]) for row, states in read]


def _pointed(row: Row, read: Encoded, one: Causal) -> Pointed:
    points = []
    for number, name in enumerate(POINTS):
        words = words_of(row, one.stretches[name]) if name in one.stretches else ()
        points.append(int(row.first[words[-(number % 2)]]) if len(words) else SKIP)
    return Pointed(text=one.text, read=read, first=row.first, points=tuple(points))


def learn(known: Sequence[Pointed], *, epochs: int = EPOCHS, seed: int = SEED) -> Causes:
    """Train on rows; the same rows and seed give the same network."""
    torch.manual_seed(seed)
    model = Causes()
    model.begin()
    plan = [batch for epoch in range(epochs) for batch in _epoch(known, epoch, seed)]
    fit(model, plan, lambda batch: _loss(model, batch), rates=model.rates(), average=AVERAGE)
    return model


def _epoch(known: Sequence[Pointed], epoch: int, seed: int) -> Iterator[list[Pointed]]:
    """Draw one row of each sentence, and group them by length."""
    drawn = {one.text: one for one in random.Random(f"{seed} {epoch}").sample(list(known), len(known))}
    chosen = list(drawn.values())
    for group in batches(chosen, tokens=TOKENS, seed=seed, epoch=epoch):
        yield [chosen[number] for number in group]


def _loss(model: Causes, batch: Sequence[Pointed]) -> Tensor:
    states, mask = stacked([one.read for one in batch])
    words = torch.zeros(mask.shape, dtype=torch.bool)
    for number, one in enumerate(batch):
        words[number, torch.from_numpy(one.first)] = True
    wanted = torch.tensor([one.points for one in batch])
    points, signs = model(states, mask)
    points = points.masked_fill(~words.unsqueeze(-1), -1e9).transpose(1, 2).reshape(-1, mask.shape[1])
    told = torch.stack((wanted[:, 0] != SKIP, wanted[:, -1] != SKIP), dim=1).float()
    said = functional.binary_cross_entropy_with_logits(signs, told)
    if (wanted == SKIP).all():
        return TOLD * said
    return functional.cross_entropy(points, wanted.reshape(-1), ignore_index=SKIP) + TOLD * said


def export(model: Causes, folder: Path) -> None:
    """Write `causes.onnx` beside the encoder that it goes on from."""
    graph = Graph()
    x = "states"
    for layer in model.stack:
        x = graph.layer(x, "mask", layer)
    first = graph.add("Gather", x, graph.constant(np.array(0)), axis=1)
    for source, head, name in ((x, model.points, "points"), (first, model.signs, "signs")):
        graph.linear(source, head.weight.detach().numpy(), head.bias.detach().numpy(), to=name)
    at: list[str | int] = ["rows", "pieces"]
    made = graph.model(
        {"states": (TensorProto.FLOAT, [*at, WIDTH]), "mask": (TensorProto.INT32, at)},
        {"points": [*at, len(POINTS)], "signs": [at[0], 2]},
    )
    write(made, folder / "causes.onnx")


def main() -> None:
    """Read, train and export."""
    parser = argparse.ArgumentParser(prog="python -m training.causal", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds bench/")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder of the encoder, to write into")
    parser.add_argument("--exclude", type=Path, action="append", default=[], help="test file: no sentence is used")
    parser.add_argument("--threads", type=int, help="default: all cores")
    wanted = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(wanted.threads or torch.get_num_threads())
    banned = forbidden(wanted.exclude)
    sentences = [one for one in causal_sentences(wanted.shared / "bench/coding") if normalised(one.text) not in banned]
    export(learn(pointed(sentences, load_tagger(wanted.weights))), wanted.weights)


if __name__ == "__main__":
    main()
