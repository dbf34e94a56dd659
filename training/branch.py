"""Small networks that go on from the states of the exported encoder: read, learnt and written.

What is learnt fits what will be read, for the states are those of the encoder in 8 bits. The layers begin as MiniLM's
last ones; the weights that are kept are a moving average.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import onnx
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training.__main__ import minilm
from training.export import quantise
from training.features import Ints
from training.loop import Average, rate_at
from training.model import SHARED, TOP, WIDTH, Layer, attention_bias, fill_layer
from vedette.tagging.backend import Floats, encoder_digest
from vedette.tagging.tagger import Tagger, padded
from vedette.tagging.tagger import batches as groups
from vedette.tagging.words import Row, rows

RATE, HEAD_RATE, WARM_UP, LOG_EVERY = 2e-4, 1e-3, 0.02, 200
ENDS = SHARED + TOP  # layers of MiniLM
log = logging.getLogger("training")
Batch = TypeVar("Batch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """A row of pieces and what the encoder says of each."""

    ids: Ints
    states: Floats  # pieces x width, half precision

    def into(self, states: Tensor, mask: Tensor) -> None:
        """Fill a line of a batch."""
        states[: len(self.ids)] = torch.from_numpy(self.states.astype(np.float32))
        mask[: len(self.ids)] = 1


class Branch(nn.Module):
    """Layers on the encoder's states; a network of its own adds heads."""

    def __init__(self, *, dropout: float = 0.1, layers: int = TOP) -> None:
        super().__init__()
        self.stack = [Layer(dropout) for _ in range(layers)]
        self.layers = nn.ModuleList(self.stack)
        self.dropout = dropout

    def through(self, states: Tensor, mask: Tensor) -> Tensor:
        """Read states (rows x pieces x width) further."""
        bias = attention_bias(mask)
        for layer in self.stack:
            states = layer(states, bias)
        return states

    def rates(self) -> list[tuple[list[nn.Parameter], float]]:
        """Give the parameters with the peaks of their rates: those of the layers, and those of the heads."""
        heads = [part for name, part in self.named_parameters() if not name.startswith("layers.")]
        return [(list(self.layers.parameters()), RATE), (heads, HEAD_RATE)]

    def begin(self) -> None:
        """Take MiniLM's last layers as the first weights."""
        held = load_file(str(minilm() / "model.safetensors"))
        with torch.no_grad():
            for number, layer in enumerate(self.stack, start=ENDS - len(self.stack)):
                fill_layer(layer, held, f"encoder.layer.{number}")


def encoded(texts: Sequence[str], tagger: Tagger) -> Iterator[tuple[Row, Encoded]]:
    """Read texts with the encoder, row by row."""
    for batch in groups(rows(texts, tagger.tokenizer)):
        ids, mask = padded(batch)
        for row, states in zip(batch, tagger.backend.words(ids, mask)[0], strict=True):
            yield row, Encoded(ids=row.ids, states=states[: len(row.ids)].astype(np.float16))


def stacked(batch: Sequence[Encoded]) -> tuple[Tensor, Tensor]:
    """Lay rows out: states (rows x longest x width) and mask."""
    length = max(len(one.ids) for one in batch)
    states, mask = torch.zeros(len(batch), length, WIDTH), torch.zeros(len(batch), length)
    for number, one in enumerate(batch):
        one.into(states[number], mask[number])
    return states, mask


def fit(
    model: nn.Module,
    plan: Sequence[Batch],
    loss: Callable[[Batch], Tensor],
    *,
    rates: Sequence[tuple[list[nn.Parameter], float]],
    average: float,
    warm_up: float = WARM_UP,
) -> None:
    """Train on batches in their order, each group of parameters with the peak of its rate, and leave the moving average
    of the weights in `model`."""
    optimizer = torch.optim.AdamW([{"params": part} for part, _ in rates], weight_decay=0.01)
    mean = Average(model, average)
    model.train()
    for step, batch in enumerate(plan):
        for group, (_, peak) in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = peak * rate_at(step, len(plan), warm_up)
        lost = loss(batch)
        lost.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        mean.add(model)
        if step % LOG_EVERY == 0:
            log.info("step %d of %d: %.3f", step, len(plan), lost.item())
    mean.into(model)
    model.eval()


def write(made: onnx.ModelProto, path: Path) -> None:
    """Write a graph in 8 bits beside the encoder that it goes on from, and bind it to that."""
    whole = path.with_suffix(".whole.onnx")
    onnx.save(made, str(whole))
    quantise(whole, path)
    whole.unlink()
    small = onnx.load(str(path))
    onnx.helper.set_model_props(small, {"encoder": encoder_digest(path.parent)})
    onnx.save(small, str(path))
