"""A network with fewer units that reads as the whole one does."""

from importlib.resources import files
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from training.batches import batch_of  # noqa: E402
from training.corpus import normalised  # noqa: E402
from training.distil import distil, divergence, losses, unlabelled  # noqa: E402
from training.features import samples  # noqa: E402
from training.model import Tagging  # noqa: E402
from training.own import own_examples  # noqa: E402
from training.slim import slimmed, surgery  # noqa: E402
from training.sources import READERS  # noqa: E402
from vedette.tagging.words import load_tokenizer  # noqa: E402

TOKENIZER = load_tokenizer(Path(str(files("vedette.tagging") / "weights" / "tokenizer.json")))
SAMPLES = samples([one for one in own_examples() if "-rare-" in one.id][:8], TOKENIZER)


@pytest.fixture(scope="module")
def whole() -> Tagging:
    torch.manual_seed(1)
    torch.set_num_threads(1)
    return Tagging(dropout=0.0, inner=24).eval()


def test_units_that_others_speak_for_go_without_loss() -> None:
    torch.manual_seed(2)
    base = torch.rand(200, 4).double()
    units = torch.cat((base, base @ torch.rand(4, 4).double(), torch.ones(200, 1).double()), dim=1)
    weight = torch.rand(3, 9).double()
    kept, corrected = surgery(weight, units.T @ units / 200, 4)
    assert len(kept) == 4
    assert torch.equal(corrected[:, :-1].abs().sum(0).nonzero().flatten(), kept)
    assert (units @ corrected.T - units @ weight.T).abs().max() < 0.15 * (units @ weight.T).std()


def test_the_unit_that_matters_most_stays() -> None:
    weight = torch.tensor([[1.0, 0.01, 5.0, 0.0]]).double()
    kept, _ = surgery(weight, torch.eye(4).double(), 1)
    assert kept.tolist() == [2]


def test_a_slimmer_network_has_fewer_units_and_reads_nearly_the_same(whole: Tagging) -> None:
    batch = batch_of(SAMPLES, range(8))
    small, bad = slimmed(whole, [batch], 20), Tagging(dropout=0.0, inner=20).eval()
    assert {layer.up.out_features for layer in (*small.shared, *small.trunk, *small.branch)} == {20}
    assert losses(small, whole, batch)["states"] < 0.05 * losses(bad, whole, batch)["states"]


def test_it_learns_back_what_was_lost(whole: Tagging) -> None:
    batch = batch_of(SAMPLES, range(8))
    small = slimmed(whole, [batch], 4)
    before = losses(small, whole, batch)["states"].item()
    assert losses(distil(small, whole, SAMPLES, epochs=6, seed=1), whole, batch)["states"].item() < before


def test_a_network_does_not_differ_from_itself(whole: Tagging) -> None:
    assert all(loss.abs() < 1e-6 for loss in losses(whole, whole, batch_of(SAMPLES, range(4))).values())


def test_the_difference_of_heads_is_added_over_a_row() -> None:
    own, given = torch.tensor([[0.0, 0.0] * 2]), torch.tensor([[100.0, 0.0] * 2])
    assert divergence(own, given, 2).item() == pytest.approx(2 * torch.log(torch.tensor(2.0)).item())


def test_text_that_may_not_be_learnt_is_not_drawn(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.distil.READERS", {"re3d": READERS["re3d"]})
    drawn = unlabelled(shared / "bench", set(), seed=1, most=50)
    assert len(drawn) == 50
    banned = {normalised(one.text) for one in drawn}
    again = unlabelled(shared / "bench", banned, seed=1, most=50)
    assert not {one.text for one in drawn} & {one.text for one in again}
