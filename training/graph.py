"""A small builder of ONNX graphs with ONNX Runtime's fused transformer operators."""

from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.model import EPSILON, HEADS, Layer

FUSED = "com.microsoft"


@dataclass(slots=True)
class Graph:
    """Nodes and constants as they are added; each method gives the name of what it computes."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def constant(self, array: NDArray[np.generic]) -> str:
        """Keep an array in the file."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(array, order="C"), name))
        return name

    def add(self, op: str, *inputs: str, domain: str = "", to: str | None = None, **settings: object) -> str:
        """Add a node with one output."""
        name = to or f"n{len(self.nodes)}"
        settings = {key.rstrip("_"): value for key, value in settings.items()}
        self.nodes.append(helper.make_node(op, list(inputs), [name], name=f"{op}_{name}", domain=domain, **settings))
        return name

    def linear(self, x: str, weight: NDArray[np.float32], bias: NDArray[np.float32], *, to: str | None = None) -> str:
        """Multiply by a weight as PyTorch keeps it (out x in) and add a bias."""
        return self.add("Add", self.add("MatMul", x, self.constant(weight.T)), self.constant(bias), to=to)

    def layer(self, x: str, mask: str, layer: Layer) -> str:
        """Add a transformer layer; `mask` (rows x pieces, int32) is 1 on real pieces."""
        held = {name: part.detach().cpu().numpy() for name, part in layer.named_parameters()}
        weight, bias = self.constant(held["qkv.weight"].T), self.constant(held["qkv.bias"])
        mixed = self.add("Attention", x, weight, bias, mask, domain=FUSED, num_heads=HEADS)
        mixed = self.linear(mixed, held["out.weight"], held["out.bias"])
        x = self._norm(mixed, x, held, "norm1")
        inner = self.add("MatMul", x, self.constant(held["up.weight"].T))
        inner = self.add("FastGelu", inner, self.constant(held["up.bias"]), domain=FUSED)
        inner = self.linear(inner, held["down.weight"], held["down.bias"])
        return self._norm(inner, x, held, "norm2")

    def _norm(self, fresh: str, x: str, held: dict[str, NDArray[np.float32]], name: str) -> str:
        """Add and normalise in two steps: ONNX Runtime's fused step takes ten times as long on a CPU."""
        scale, shift = self.constant(held[f"{name}.weight"]), self.constant(held[f"{name}.bias"])
        return self.add("LayerNormalization", self.add("Add", fresh, x), scale, shift, axis=-1, epsilon=EPSILON)

    def model(
        self, inputs: dict[str, tuple[int, list[str | int]]], outputs: dict[str, list[str | int]]
    ) -> onnx.ModelProto:
        """Close the graph: inputs with element type and shape, outputs (float) with shape."""
        graph = helper.make_graph(
            self.nodes,
            "vedette",
            [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()],
            self.constants,
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)
