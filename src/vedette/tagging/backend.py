"""The two exported graphs, run by ONNX Runtime."""

import hashlib
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from vedette.model.errors import UsageError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


class Backend(Protocol):
    """What reads padded rows: the exported graphs, or the network itself while it is trained."""

    def words(self, ids: Ints, mask: Ints) -> tuple[Any, Floats, Floats, Floats]:
        """Give the shared states and the logits of trigger, name and part of each piece."""
        ...

    def events(self, states: Any, owner: Ints, mask: Ints, trigger: Ints, kind: Ints) -> tuple[Floats, Floats, Floats]:
        """Give the logits of roles (a piece), status and mode for each happening; `owner` is its row of `states`."""
        ...


@dataclass(frozen=True, slots=True)
class Exported:
    """The graphs `encoder.onnx` and `roles.onnx`."""

    encoder: "InferenceSession"
    branch: "InferenceSession"

    def words(self, ids: Ints, mask: Ints) -> tuple[Floats, Floats, Floats, Floats]:
        """Read rows of pieces (rows x pieces)."""
        states, trigger, name, part = self.encoder.run(None, {"ids": ids, "mask": mask.astype(np.int32)})
        return states, trigger, name, part

    def events(
        self, states: Floats, owner: Ints, mask: Ints, trigger: Ints, kind: Ints
    ) -> tuple[Floats, Floats, Floats]:
        """Read one happening of each given row."""
        feeds = {
            "states": states[owner],
            "mask": mask[owner].astype(np.int32),
            "trigger": trigger.astype(np.float32),
            "kind": kind,
        }
        role, status, mode = self.branch.run(None, feeds)
        return role, status, mode


@cache
def open_graphs(folder: Path) -> Exported:
    """Open both graphs of a folder; raises UsageError when a file is missing."""
    return Exported(open_graph(folder / "encoder.onnx"), open_graph(folder / "roles.onnx"))


def open_graph(path: Path) -> "InferenceSession":
    """Open one exported graph; raises UsageError when the file is missing."""
    import onnxruntime  # here, so that commands that do not tag start at once

    if not path.is_file():
        raise UsageError(f"{path}: the tagger's weights are missing; install the package anew or run `make train`")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # batches run beside each other: twice as fast as one batch on two threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = True
    options.log_severity_level = 3
    slow = ["SkipLayerNormFusion"]  # takes ten times as long as the two steps that it joins
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=slow
    )


def open_bound(folder: Path, name: str) -> "InferenceSession":
    """Open a graph that goes on from the encoder's states; raises UsageError when it was made for another encoder."""
    graph = open_graph(folder / name)
    if graph.get_modelmeta().custom_metadata_map.get("encoder") != encoder_digest(folder):
        raise UsageError(f"{folder / name}: made for another encoder; run `make train`")
    return graph


def encoder_digest(folder: Path) -> str:
    """Hash the encoder of a folder, so that a network that goes on from its states never reads those of another."""
    return hashlib.sha256((folder / "encoder.onnx").read_bytes()).hexdigest()[:16]


def threads() -> int:
    """Count the threads to tag with: `VEDETTE_THREADS`, or all cores that this process may use."""
    wanted = os.environ.get("VEDETTE_THREADS", "").strip()
    if not wanted:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not wanted.isdigit() or int(wanted) < 1:
        raise UsageError(f"VEDETTE_THREADS={wanted}: not a number of threads; give 1 or more, or leave it out")
    return int(wanted)
