"""Thresholds are crossed when they are, and probabilities carry their sampling error."""

import numpy as np
import pytest

from vedette.simulating.compared import compared, share
from vedette.simulating.runs import Runs
from vedette.simulating.threshold import Threshold, crossed


def runs(acts: list[list[int]], deaths: list[list[int]], began: int = 10**6) -> Runs:
    made = np.array(acts)[:, :, None], np.array(deaths)[:, :, None]
    return Runs(
        acts=made[0], deaths=made[1], worst=np.array(deaths), abroad=np.array([acts]),
        began=np.full((1, len(acts)), began), full=np.zeros(len(acts), dtype=bool),
    )  # fmt: skip


MADE = runs([[1, 0, 0, 0, 2], [0, 0, 1, 1, 0]], [[9, 0, 0, 0, 9], [0, 0, 8, 7, 0]])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (Threshold(name="a", measure="deaths", at_least=15, days=2), [False, True]),
        (Threshold(name="a", measure="deaths", at_least=16), [True, False]),
        (Threshold(name="a", measure="acts", at_least=3, days=30), [True, False]),
        (Threshold(name="a", measure="worst", at_least=9), [True, False]),
        (Threshold(name="a", measure="quiet", at_least=3), [True, False]),
        (Threshold(name="a", measure="quiet", at_least=2), [True, True]),
        (Threshold(name="a", measure="abroad", at_least=2, days=1), [True, False]),
        (Threshold(name="a", measure="war", days=5), [True, True]),
        (Threshold(name="a", measure="war", at_least=1.2, days=5), [True, False]),
        (Threshold(name="a", measure="entry"), [False, False]),
    ],
)
def test_a_threshold_is_crossed(line: Threshold, expected: list[bool]) -> None:
    assert crossed(MADE, line, names=["one"], question=0, entries=[0]).tolist() == expected


def test_an_entry_is_crossed_once_it_has_begun() -> None:
    entered = runs([[0, 0, 0]], [[0, 0, 0]], began=2)
    line = Threshold(name="a", measure="entry")
    assert crossed(entered, line, names=["one"], question=None, entries=[0]).all()
    assert not crossed(entered, line, names=["one"], question=None, entries=[]).any()


def test_a_share_has_its_standard_error_and_never_claims_certainty() -> None:
    some = share(np.arange(1000) < 200)
    assert (some.p, some.error) == pytest.approx((0.2, 0.01265), abs=1e-4)
    assert some.low < 0.2 < some.high
    none = share(np.zeros(1000, dtype=bool))
    assert none.error == 0
    assert 0.002 < none.high < 0.005


def test_the_error_of_a_difference_is_that_of_pairs() -> None:
    luck = np.random.default_rng(1).random(4000)
    line = Threshold(name="a", measure="acts")
    paired = compared(line, luck < 0.30, luck < 0.32)
    apart = compared(line, luck < 0.30, np.random.default_rng(2).random(4000) < 0.32)
    assert paired.difference == pytest.approx(0.02, abs=0.01)
    assert paired.difference_error < 0.3 * apart.difference_error
    assert paired.clear
