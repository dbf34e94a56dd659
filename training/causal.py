"""python -m training.causal --shared FOLDER: make the network that points at causes, on the encoder as it is.

Two layers go on from the states of the exported encoder, so that what is learnt fits what will be read. They begin as
MiniLM's last two; the last weights are a moving average. One relation of a sentence is shown an epoch.
"""

import argparse
import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.__main__ import minilm
from training.batches import batches
from training.causes import Causal, causal_sentences
from training.corpus import normalised
from training.export import quantise
from training.features import Ints, words_of
from training.graph import Graph
from training.leaks import forbidden
from training.loop import Average, rate_at
from training.model import SHARED, TOP, WIDTH, Layer, attention_bias, drop, fill_layer
from vedette.tagging.backend import Floats
from vedette.tagging.causal import POINTS, encoder_digest
from vedette.tagging.tagger import Tagger, load_tagger, padded
from vedette.tagging.tagger import batches as groups
from vedette.tagging.words import Row, rows

WEIGHTS = Path("src/vedette/tagging/weights")
EPOCHS, RATE, HEAD_RATE, TOKENS, AVERAGE, SEED = 8, 2e-4, 1e-3, 1600, 0.98, 1
TOLD = 0.3  # weight of "tells a cause" and "signals it" beside the pointing
SKIP = -100
log = logging.getLogger("training")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """A row: what the encoder says of its pieces, the pieces that words begin with, and the ones to point at."""

    text: str
    ids: Ints
    states: Floats  # pieces x width, half precision
    first: Ints
    points: tuple[int, ...]  # SKIP where nothing is to be pointed at


class Causes(nn.Module):
    """Points at the first and last piece of cause, effect and signal, and says whether there are any."""

    def __init__(self, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.stack = [Layer(dropout) for _ in range(TOP)]
        self.layers = nn.ModuleList(self.stack)
        self.points = nn.Linear(WIDTH, len(POINTS))
        self.signs = nn.Linear(WIDTH, 2)
        self.dropout = dropout

    def forward(self, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        bias = attention_bias(mask)
        for layer in self.stack:
            states = layer(states, bias)
        states = drop(states, 2 * self.dropout, self.training)
        return self.points(states), self.signs(states[:, 0])


def pointed(sentences: Sequence[Causal], tagger: Tagger) -> list[Pointed]:
    """Read sentences with the encoder."""
    found = []
    for batch in groups(rows([one.text for one in sentences], tagger.tokenizer)):
        ids, mask = padded(batch)
        for row, states in zip(batch, tagger.backend.words(ids, mask)[0], strict=True):
            found.append(_pointed(row, states, sentences[row.sentence]))
    return found


def _pointed(row: Row, states: Floats, one: Causal) -> Pointed:
    points = []
    for number, name in enumerate(POINTS):
        words = words_of(row, one.stretches[name]) if name in one.stretches else ()
        points.append(int(row.first[words[-(number % 2)]]) if len(words) else SKIP)
    kept = states[: len(row.ids)].astype(np.float16)
    return Pointed(text=one.text, ids=row.ids, states=kept, first=row.first, points=tuple(points))


def learn(known: Sequence[Pointed], *, epochs: int = EPOCHS, seed: int = SEED) -> Causes:
    """Train on rows; the same rows and seed give the same network."""
    torch.manual_seed(seed)
    model = pretrained()
    heads = [*model.points.parameters(), *model.signs.parameters()]
    parts: list[dict[str, Any]] = [{"params": list(model.layers.parameters())}, {"params": heads}]
    optimizer = torch.optim.AdamW(parts, weight_decay=0.01)
    average = Average(model, AVERAGE)
    plan = [list(_epoch(known, epoch, seed)) for epoch in range(epochs)]
    steps = sum(map(len, plan))
    model.train()
    for step, batch in enumerate(batch for epoch in plan for batch in epoch):
        for group, peak in zip(optimizer.param_groups, (RATE, HEAD_RATE), strict=True):
            group["lr"] = peak * rate_at(step, steps, 0.02)
        loss = _loss(model, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        average.add(model)
        if step % 200 == 0:
            log.info("step %d of %d: %.3f", step, steps, loss.item())
    average.into(model)
    return model.eval()


def pretrained() -> Causes:
    """Begin with MiniLM's last layers."""
    model = Causes()
    held = load_file(str(minilm() / "model.safetensors"))
    with torch.no_grad():
        for number, layer in enumerate(model.stack):
            fill_layer(layer, held, f"encoder.layer.{SHARED + number}")
    return model


def _epoch(known: Sequence[Pointed], epoch: int, seed: int) -> Iterator[list[Pointed]]:
    """Draw one row of each sentence, and group them by length."""
    drawn = {one.text: one for one in random.Random(f"{seed} {epoch}").sample(list(known), len(known))}
    chosen = list(drawn.values())
    for group in batches(chosen, tokens=TOKENS, seed=seed, epoch=epoch):
        yield [chosen[number] for number in group]


def _loss(model: Causes, batch: Sequence[Pointed]) -> Tensor:
    length = max(len(one.ids) for one in batch)
    states, mask = torch.zeros(len(batch), length, WIDTH), torch.zeros(len(batch), length)
    words = torch.zeros(len(batch), length, dtype=torch.bool)
    for number, one in enumerate(batch):
        states[number, : len(one.ids)] = torch.from_numpy(one.states.astype(np.float32))
        mask[number, : len(one.ids)] = 1
        words[number, torch.from_numpy(one.first)] = True
    wanted = torch.tensor([one.points for one in batch])
    points, signs = model(states, mask)
    points = points.masked_fill(~words.unsqueeze(-1), -1e9).transpose(1, 2).reshape(-1, length)
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
    whole = folder / "causes.whole.onnx"
    onnx.save(made, str(whole))
    quantise(whole, folder / "causes.onnx")
    whole.unlink()
    small = onnx.load(str(folder / "causes.onnx"))
    onnx.helper.set_model_props(small, {"encoder": encoder_digest(folder)})
    onnx.save(small, str(folder / "causes.onnx"))


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
