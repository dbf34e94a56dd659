"""What counts as found."""

import pytest

from training.corpus import Event, Example
from training.score import calibration_error, jaccard, matches, score
from vedette.model.mark import Mark, Role, RoleMark, Tagged
from vedette.model.span import cut

TEXT = "Rebels shelled Homs on Monday."
SHELLED = Event(
    trigger=(7, 14), type="ASSAULT", mode=None, status="actual", roles=(("actor", (0, 6)), ("time", (23, 29)))
)
GOLD = Example(id="1", doc="1", set="s", text=TEXT, names=(("PLACE", (15, 19)),), events=(SHELLED,))


def tagged(start: int, end: int, type_: str = "ASSAULT", status: str = "actual") -> Tagged:
    roles = (RoleMark(role=Role.ACTOR, span=cut(TEXT, 0, 6)), RoleMark(role=Role.PLACE, span=cut(TEXT, 15, 19)))
    return Tagged(
        text=TEXT, marks=(Mark(trigger=cut(TEXT, start, end), type=type_, mode=None, status=status, roles=roles),)
    )


def test_an_exact_trigger_of_the_type_counts() -> None:
    found = score([GOLD], [tagged(7, 14)], [tagged(7, 14)])
    assert (found["trigger_type_f1"], found["role_f1"], found["status_accuracy"]) == (1.0, 0.5, 1.0)
    assert found["role_end_to_end_f1"] == 0.5


def test_another_type_counts_for_the_trigger_alone() -> None:
    found = score([GOLD], [tagged(7, 14, "COERCE")], [tagged(7, 14, status="denied")])
    assert (found["trigger_type_f1"], found["trigger_f1"], found["status_accuracy"]) == (0.0, 1.0, 0.0)
    assert found["role_end_to_end_f1"] == 0.0


def test_an_overlapping_trigger_counts_only_as_such() -> None:
    found = score([GOLD], [tagged(7, 19)], [tagged(7, 14)])
    assert (found["trigger_type_f1"], found["trigger_type_overlap_f1"]) == (0.0, 1.0)


@pytest.mark.parametrize(("a", "b", "share"), [((0, 4), (0, 4), 1.0), ((0, 4), (2, 6), 1 / 3), ((0, 4), (4, 8), 0.0)])
def test_the_share_of_two_spans(a: tuple[int, int], b: tuple[int, int], share: float) -> None:
    assert jaccard(a, b) == pytest.approx(share)


def test_no_span_is_matched_twice() -> None:
    assert matches([(0, 4)], [(0, 4), (0, 3)], 0.5) == 1


def test_calibration_error_is_the_gap_of_stated_and_met() -> None:
    assert calibration_error([0.8] * 10, [True] * 8 + [False] * 2) == pytest.approx(0.0)
    assert calibration_error([0.9] * 10, [True] * 5 + [False] * 5) == pytest.approx(0.4)
