"""In a large case a decision links the surroundings of its claims alone: that is what linking the whole case gives."""

import random

import pytest

from vedette.store import Case, keeping, locally

ASKED = ("edit", "same", "different", "undo", "claim")


@pytest.fixture
def large(full: Case, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A case that counts as a large one, in which nothing may be linked whole any more."""
    monkeypatch.setattr(locally, "MANY", 0)
    return full


def linked(case: Case) -> bool:
    """Say whether nothing waits to be linked."""
    said, seen, _ = case.versions()
    return said == seen


def test_an_edit_is_seen_at_once(large: Case) -> None:
    one = large.incident_list()[0]
    large.decide("edit", [one.incident_id], person="Ada", field="killed", value="9", link=False)
    assert linked(large)
    (found,) = (held for held in large.incident_list() if held.incident_id == one.incident_id)
    assert (found.killed and found.killed.best, found.revision) == (9, one.revision + 1)


def test_two_that_are_one_keep_the_older_id_and_come_apart_again(large: Case) -> None:
    before = large.incident_list()
    made = large.decide("same", [one.incident_id for one in before[:2]], person="Ada", link=False)
    assert linked(large)
    assert len(large.incident_list()) == len(before) - 1
    large.decide("undo", (), person="Ada", undoes=made.decision_id, link=False)
    assert linked(large)
    assert [one.claims for one in large.incident_list()] == [one.claims for one in before]


@pytest.mark.parametrize("seed", range(3))
def test_any_run_of_decisions_ends_as_linking_all_does(large: Case, seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(6):
        held, made = large.incident_list(), large.decisions()
        kind, (one, other) = rng.choice(ASKED), rng.sample(held, 2)
        if kind == "undo" and made:
            large.decide(kind, (), person="Ada", undoes=rng.choice(made).decision_id, link=False)
        elif kind == "edit":
            field, value = rng.choice([("killed", "3"), ("type", "PROTEST"), ("from", "2024-02-20"), ("country", "LB")])
            large.decide(kind, [rng.choice(one.claims)], person="Ada", field=field, value=value, link=False)
        elif kind in ("same", "different"):
            large.decide(kind, [one.claims[0], other.claims[0]], person="Ada", link=False)
        elif kind == "claim":
            large.decide("reject", [one.claims[0]], person="Ada", link=False)
    assert large.verify() == []


def test_what_is_kept_otherwise_is_left_to_linking_all(large: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locally, "_MOST", 1)
    large.decide("edit", [large.incident_list()[0].incident_id], person="Ada", field="killed", value="9", link=False)
    assert not linked(large)
    assert keeping.relink(large._engine, large.registry).changed
    assert large.verify() == []
