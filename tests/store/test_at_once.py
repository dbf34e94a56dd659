"""Verdicts on whole incidents are written with what they come to, and that is what linking the whole case gives."""

import random
from typing import Any

import pytest

from vedette.store import Case, keeping
from vedette.store.revisions import Changed
from vedette.store.snapshot import Snapshot

KINDS = ("accept", "reject", "unsure")


def linked(case: Case) -> bool:
    """Say whether nothing waits to be linked."""
    said, seen, _ = case.versions()
    return said == seen


def decide(case: Case, kind: str, *subjects: str, **more: Any) -> bool:
    """Decide without linking; say whether there is nothing to link."""
    case.decide(kind, list(subjects), person="Ada", link=False, **more)
    return linked(case)


@pytest.mark.parametrize("kind", KINDS)
def test_a_verdict_on_an_incident_needs_no_linking(full: Case, kind: str) -> None:
    for one in full.incident_list():
        assert decide(full, kind, one.incident_id)
    assert full.verify() == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_undone_verdict_leaves_what_was_before(full: Case, kind: str) -> None:
    before = {one.incident_id: (one.grade, one.grade_reason, one.confidence) for one in full.incident_list()}
    for one in before:
        made = full.decide(kind, [one], person="Ada", link=False)
        assert decide(full, "undo", undoes=made.decision_id)
    assert before == {one.incident_id: (one.grade, one.grade_reason, one.confidence) for one in full.incident_list()}
    assert full.verify() == []


@pytest.mark.parametrize("seed", range(2))
def test_any_run_of_decisions_ends_as_linking_all_does(full: Case, seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(7):
        incident = rng.choice(full.reader().incident_list())
        made = full.decisions()
        kind = rng.choice((*KINDS, *KINDS, "undo", "claim", "same", "edit"))
        if kind == "undo" and made:
            decide(full, kind, undoes=rng.choice(made).decision_id)
        elif kind == "claim":
            decide(full, rng.choice(KINDS), rng.choice(incident.claims))
        elif kind == "same":
            decide(full, kind, incident.incident_id, full.reader().incident_list()[0].claims[0], *incident.claims[:2])
        elif kind == "edit":
            decide(full, kind, incident.claims[0], field="killed", value="9")
        elif kind in KINDS:
            decide(full, kind, incident.incident_id)
        if not linked(full) and rng.random() < 0.6:
            full.link()
        if linked(full):
            assert full.verify() == []
    full.link()
    assert full.verify() == []


def test_a_claim_alone_rejected_is_linked_as_a_whole(full: Case) -> None:
    many = next(one for one in full.incident_list() if len(one.claims) > 1)
    assert not decide(full, "reject", many.claims[0])
    full.link()
    assert full.verify() == []


def test_what_waits_to_be_linked_is_not_passed_over(full: Case, desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(keeping, "relink", lambda *_: Changed())
        full.add(desk.reports(24), coder=desk.code)
        assert not decide(full, "accept", full.reader().incident_list()[0].incident_id)
    full.link()
    assert full.verify() == []


def test_each_state_of_a_verdict_is_kept(full: Case) -> None:
    chosen = full.incident_list()[0]
    decide(full, "reject", chosen.incident_id)
    decide(full, "accept", chosen.incident_id)
    assert [one.grade for one in full.history(chosen.incident_id)] == [chosen.grade, "Discounted", "Confirmed"]


def test_who_goes_on_deciding_does_not_keep_linking_away(full: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, *_ = full.incident_list()
    decide(full, "edit", first.claims[0], field="killed", value="9")
    linking, made = Snapshot.linked, []

    def interrupted(taken: Snapshot, registry: Any) -> Any:
        found = linking(taken, registry)
        made.append(full.decide("reject", [second.incident_id], person="Bo", link=False))
        return found

    with monkeypatch.context() as patched:
        patched.setattr(Snapshot, "linked", interrupted)
        full.link()
    assert len(made) == 1  # what came meanwhile needed no linking of its own
    assert linked(full)
    assert full.verify() == []


@pytest.mark.parametrize(
    ("first", "second", "sum_"),
    [
        (Changed(new=("a",)), Changed(changed=("a", "b")), Changed(new=("a",), changed=("b",))),
        (Changed(new=("a",)), Changed(gone=("a",)), Changed()),
        (Changed(changed=("a",)), Changed(gone=("a",)), Changed(gone=("a",))),
        (Changed(gone=("a",)), Changed(new=("a",)), Changed(changed=("a",))),
    ],
)
def test_changes_add_up(first: Changed, second: Changed, sum_: Changed) -> None:
    assert first.then(second) == sum_
