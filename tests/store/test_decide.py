"""Decisions of people."""

from typing import Any

import pytest

from vedette.model import UsageError
from vedette.store import Case


def depots(case: Case) -> list[Any]:
    return case.incident_list(target="depot", place="Arda")


def test_different_takes_a_claim_out_and_undo_puts_it_back(full: Case) -> None:
    before = full.incident_list()
    one = depots(full)[0]
    decision = full.decide("different", list(one.claims[:2]), person="Ada", reason="two depots")
    assert len(full.incident_list()) == len(before) + 1
    full.decide("undo", [], person="Ada", undoes=decision.decision_id)
    assert [(found.incident_id, found.claims) for found in full.incident_list()] == [
        (found.incident_id, found.claims) for found in before
    ]
    assert [found.verdict for found in full.decisions()] == ["different", "undo"]


def test_same_joins_two_incidents(full: Case) -> None:
    first, second = depots(full)
    full.decide("same", [first.incident_id, second.incident_id], person="Ada")
    (joined,) = depots(full)
    assert set(joined.claims) == {*first.claims, *second.claims}


def test_accept_confirms_and_reject_discounts(full: Case) -> None:
    first, second = depots(full)
    full.decide("accept", [first.incident_id], person="Ada")
    full.decide("reject", [second.incident_id], person="Ada")
    assert [(one.grade, one.grade_reason) for one in depots(full)] == [
        ("Confirmed", "a person accepted it"),
        ("Discounted", "a person rejected it"),
    ]


def test_an_edit_changes_the_incident_and_not_the_claim(full: Case) -> None:
    one = depots(full)[0]
    claims = full.claims()
    full.decide("edit", list(one.claims), person="Ada", field="killed", value="3-5")
    (edited,) = [found for found in full.incident_list() if found.incident_id == one.incident_id]
    assert edited.killed is not None
    assert (edited.killed.low, edited.killed.high) == (3, 5)
    assert full.claims() == claims


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"verdict": "perhaps", "subjects": ["x"], "person": "Ada"}, "no verdict"),
    ({"verdict": "accept", "subjects": ["inc-0"], "person": "Ada"}, "no claim or incident"),
    ({"verdict": "accept", "subjects": [], "person": "Ada"}, "needs 1"),
    ({"verdict": "accept", "subjects": ["inc-0"], "person": " "}, "name of the person"),
    ({"verdict": "undo", "subjects": [], "person": "Ada", "undoes": "dec-0"}, "no decision dec-0"),
]


@pytest.mark.parametrize(("given", "said"), WRONG)
def test_a_decision_that_does_not_hold_together_is_refused(given: dict[str, Any], said: str, full: Case) -> None:
    with pytest.raises(UsageError, match=said):
        full.decide(**given)
    assert full.decisions() == []


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("killed", "many", "a number"), ("from", "May", "YYYY-MM-DD"), ("sentence", "x", "cannot be edited")],
)
def test_an_edit_that_does_not_fit_is_refused(field: str, value: str, said: str, full: Case) -> None:
    with pytest.raises(UsageError, match=said):
        full.decide("edit", [full.claims()[0].claim_id], person="Ada", field=field, value=value)
    assert full.decisions() == []


def test_an_id_that_was_joined_leads_to_the_incident_that_holds_its_claims(full: Case) -> None:
    first, second = depots(full)
    full.decide("same", [first.incident_id, second.incident_id], person="Ada")
    (joined,) = depots(full)
    assert joined.incident_id in (first.incident_id, second.incident_id)
    assert {full.whereabouts()[one.incident_id] for one in (first, second)} == {joined.incident_id}
    assert full.holding(second.claims[:1]) == [joined]
    assert full.verify() == []


def test_an_undo_gives_the_old_ids_back(full: Case) -> None:
    before = depots(full)
    decision = full.decide("same", [one.incident_id for one in before], person="Ada")
    full.decide("undo", [], person="Ada", undoes=decision.decision_id)
    assert [one.incident_id for one in depots(full)] == [one.incident_id for one in before]
    assert full.verify() == []


def test_ids_that_were_joined_can_be_told_apart_again(full: Case) -> None:
    before = depots(full)
    full.decide("same", [one.incident_id for one in before], person="Ada")
    full.decide("different", [one.incident_id for one in before], person="Ada")
    assert {one.incident_id for one in before} <= {one.incident_id for one in depots(full)}


def test_a_decision_on_an_old_id_is_one_on_the_incident_that_holds_its_claims(full: Case) -> None:
    before = depots(full)
    full.decide("same", [one.incident_id for one in before], person="Ada")
    for one in before:
        decision = full.decide("accept", [one.incident_id], person="Ada")
        assert decision.subjects == depots(full)[0].claims
