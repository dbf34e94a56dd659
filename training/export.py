"""The trained network as two ONNX files of 8-bit weights."""

from pathlib import Path
from typing import Any, Protocol

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training.graph import Graph
from training.model import EPSILON, WIDTH, Tagging
from vedette.tagging.labels import MODES, NAMES, PARTS, ROLES, STATUSES, TYPES, classes

Array = NDArray[np.float32]


class Embedding(Protocol):
    """What looks words and places up and normalises them."""

    word: nn.Embedding
    place: nn.Embedding
    norm: nn.LayerNorm


def export(model: Tagging, folder: Path) -> None:
    """Write `encoder.onnx` and `roles.onnx` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, graph in (("encoder", encoder(model)), ("roles", branch(model))):
        whole = folder / f"{name}.whole.onnx"
        onnx.save(graph, str(whole))
        quantise(whole, folder / f"{name}.onnx")
        whole.unlink()


def quantise(source: Path, target: Path) -> None:
    """Turn the weights of matrix products into 8 bits.

    One scale a column, and 7 bits of range: processors without VNNI add two products of 8 bits in 16, which
    overflows when weights use all 8.
    """
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Attention"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
    )


def encoder(model: Tagging) -> onnx.ModelProto:
    """Build the graph from pieces to states and to the heads of words."""
    graph = Graph()
    x = embedded(graph, model)
    for layer in model.shared:
        x = graph.layer(x, "mask", layer)
    top = x
    for layer in model.trunk:
        top = graph.layer(top, "mask", layer)
    graph.add("Add", x, graph.linear(top, *_linear(model.known)), to="states")
    for name in ("trigger", "name", "part"):
        graph.linear(top, *_linear(getattr(model, f"{name}_head")), to=name)
    at: list[Any] = ["rows", "pieces"]
    return graph.model(
        {"ids": (TensorProto.INT64, at), "mask": (TensorProto.INT32, at)},
        {
            "states": [*at, WIDTH],
            "trigger": [*at, classes(len(TYPES))],
            "name": [*at, classes(len(NAMES))],
            "part": [*at, 3 * len(PARTS)],
        },
    )


def embedded(graph: Graph, model: Embedding) -> str:
    """Look word and place up (words in 8 bits, a scale each) and normalise."""
    words = model.word.weight.detach().cpu().numpy()
    scale = np.abs(words).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    small = np.round(words / scale).astype(np.int8)
    word = graph.add("Cast", graph.add("Gather", graph.constant(small), "ids"), to_=TensorProto.FLOAT)
    word = graph.add("Mul", word, graph.add("Gather", graph.constant(scale.astype(np.float32)), "ids"))
    length = graph.add("Gather", graph.add("Shape", "ids"), graph.constant(np.array(1)))
    steps = graph.add("Range", graph.constant(np.array(0)), length, graph.constant(np.array(1)))
    place = graph.add("Gather", graph.constant(model.place.weight.detach().cpu().numpy()), steps)
    norm = [graph.constant(part.detach().cpu().numpy()) for part in (model.norm.weight, model.norm.bias)]
    return graph.add("LayerNormalization", graph.add("Add", word, place), *norm, axis=-1, epsilon=EPSILON)


def branch(model: Tagging) -> onnx.ModelProto:
    """Build the graph from the states of a happening's row to its roles, status and mode."""
    graph = Graph()
    mark = graph.add("Unsqueeze", "trigger", graph.constant(np.array([2])))
    count = graph.add("ReduceSum", mark, graph.constant(np.array([1])), keepdims=1)
    weight = graph.add("Div", mark, count)
    pooled = _pooled(graph, "states", weight)
    markers = model.marker.weight.detach().cpu().numpy()
    kinds = model.kind.weight.detach().cpu().numpy()
    kind = graph.add(
        "Unsqueeze", graph.add("Gather", graph.constant(kinds + markers[1]), "kind"), graph.constant(np.array([1]))
    )
    about_weight, about_bias = _linear(model.about)
    x = graph.add("Add", "states", graph.add("Mul", mark, kind))
    x = graph.add("Add", x, graph.linear(pooled, about_weight, about_bias + markers[0]))
    for layer in model.branch:
        x = graph.layer(x, "mask", layer)
    graph.linear(x, *_linear(model.role_head), to="role")
    first = graph.add("Gather", x, graph.constant(np.array(0)), axis=1)
    flat = graph.add("Squeeze", _pooled(graph, x, weight), graph.constant(np.array([1])))
    happening = graph.add("Concat", flat, first, axis=-1)
    for name in ("status", "mode"):
        graph.linear(happening, *_linear(getattr(model, f"{name}_head")), to=name)
    at: list[Any] = ["events", "pieces"]
    return graph.model(
        {
            "states": (TensorProto.FLOAT, [*at, WIDTH]),
            "mask": (TensorProto.INT32, at),
            "trigger": (TensorProto.FLOAT, at),
            "kind": (TensorProto.INT64, at[:1]),
        },
        {"role": [*at, 3 * len(ROLES)], "status": [at[0], len(STATUSES)], "mode": [at[0], len(MODES)]},
    )


def _pooled(graph: Graph, states: str, weight: str) -> str:
    """Give the weighted mean of a row's states (rows x 1 x width)."""
    return graph.add("ReduceSum", graph.add("Mul", states, weight), graph.constant(np.array([1])), keepdims=1)


def _linear(part: Any) -> tuple[Array, Array]:
    return part.weight.detach().cpu().numpy(), part.bias.detach().cpu().numpy()
