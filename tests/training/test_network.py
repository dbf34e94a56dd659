"""The network, its losses and its exported graphs."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from training.batches import batch_of, batches  # noqa: E402
from training.export import branch, encoder  # noqa: E402
from training.features import MASK, SKIP, hide, samples  # noqa: E402
from training.loop import rate_at  # noqa: E402
from training.loss import losses  # noqa: E402
from training.model import Tagging  # noqa: E402
from training.own import own_examples  # noqa: E402
from training.reading import Unexported  # noqa: E402
from vedette.tagging.words import load_tokenizer  # noqa: E402

TOKENIZER = load_tokenizer(Path(str(files("vedette.tagging") / "weights" / "tokenizer.json")))
SAMPLES = samples([one for one in own_examples() if "-rare-" in one.id][:12], TOKENIZER)


@pytest.fixture(scope="module")
def network() -> Tagging:
    torch.manual_seed(1)
    torch.set_num_threads(1)
    return Tagging().eval()


def test_only_first_pieces_of_words_are_learnt() -> None:
    sample = SAMPLES[0]
    assert sample.triggers[0] == sample.triggers[-1] == SKIP
    assert (sample.triggers > 0).sum() == 1
    assert (sample.names == SKIP).all()
    assert sample.events[0].trigger.any()


def test_roles_that_nobody_looked_for_are_not_learnt(network: Tagging) -> None:
    light = samples([replace(one, roles=False) for one in own_examples()[:3]], TOKENIZER)
    assert all((event.roles == SKIP).all() for sample in light for event in sample.events)
    found = losses(network, batch_of(light, range(3)))
    assert {"trigger", "status"} <= set(found)
    assert "roles" not in found


def test_hiding_spares_the_ends() -> None:
    hidden = hide(SAMPLES[0], share=1.0, seed=0).ids
    assert hidden[0] != MASK
    assert hidden[-1] != MASK
    assert (hidden[1:-1] == MASK).all()


def test_every_sample_is_in_one_batch_and_none_is_too_large() -> None:
    groups = batches(SAMPLES, tokens=64, seed=1, epoch=0)
    assert sorted(number for group in groups for number in group) == list(range(len(SAMPLES)))
    assert all(len(group) == 1 or batch_of(SAMPLES, group).ids.numel() <= 64 for group in groups)


def test_batches_depend_on_seed_and_epoch_alone() -> None:
    assert batches(SAMPLES, tokens=64, seed=1, epoch=2) == batches(SAMPLES, tokens=64, seed=1, epoch=2)


def test_every_head_that_has_classes_has_a_loss(network: Tagging) -> None:
    found = losses(network, batch_of(SAMPLES, range(4)))
    assert set(found) == {"trigger", "roles", "status"}


@pytest.mark.parametrize(("step", "rate"), [(0, 0.1), (9, 1.0), (55, 0.5), (100, 0.0)])
def test_the_rate_rises_and_falls(step: int, rate: float) -> None:
    assert rate_at(step, 100, 0.1) == pytest.approx(rate)


def test_the_graphs_say_what_the_network_says(network: Tagging, tmp_path: Path) -> None:
    runtime = pytest.importorskip("onnxruntime")
    batch = batch_of(SAMPLES, range(3))
    ids, mask = batch.ids.numpy(), batch.mask.numpy()
    states, *heads = Unexported(network).words(ids, mask)
    got = _session(runtime, encoder(network), tmp_path).run(None, {"ids": ids, "mask": mask.astype(np.int32)})
    for ours, theirs in zip([states.numpy(), *heads], got, strict=True):
        gaps = np.abs(ours - theirs)[
            mask > 0
        ]  # of 8-bit word vectors; the vectors themselves are about 1 long a feature
        assert gaps.mean() < 0.01
        assert gaps.max() < 0.05
    owner, trigger, kind = batch.owner.numpy(), batch.event_trigger.numpy(), batch.event_type.numpy()
    feeds = {"states": got[0][owner], "mask": mask[owner].astype(np.int32), "kind": kind}
    feeds["trigger"] = trigger.astype(np.float32)
    expected = Unexported(network).events(states, owner, mask, trigger, kind)
    for ours, theirs in zip(
        expected[1:], _session(runtime, branch(network), tmp_path).run(None, feeds)[1:], strict=True
    ):
        assert np.abs(ours - theirs).max() < 0.02


def _session(runtime: Any, graph: Any, folder: Path) -> Any:
    path = folder / "graph.onnx"
    onnx.save(graph, str(path))
    return runtime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
