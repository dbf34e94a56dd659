"""What was known when, and how an incident came to be what it is."""

import json
from datetime import date
from typing import Any

import pytest

from vedette.model import to_json
from vedette.store import Case

TOLD = "On 2024-03-01 Northern forces shelled a depot in Arda, killing {}, outlet {} was told."


def story(desk: Any, *given: tuple[int, str, int]) -> list[Any]:
    """Reports of one shelling: on which day of March, which outlet, how many killed."""
    return [
        desk.report(100 + day, day=date(2024, 3, day), outlet=outlet, text=TOLD.format(killed, outlet))
        for day, outlet, killed in given
    ]


def state(case: Case, *moment: str, **more: Any) -> str:
    """All that a case tells of a moment, as bytes would have it."""
    known = {
        "incidents": [to_json(one) for one in case.incident_list(*moment, **more)],
        "reactions": [to_json(one) for one in case.reactions(*moment, **more)],
        "tallies": [to_json(one) for one in case.tallies(*moment, **more)],
        "outlooks": [to_json(one) for one in case.outlooks(*moment, **more)],
        "sources": [to_json(one) for one in case.sources(*moment, **more)],
        "actors": [to_json(one) for one in case.actors(*moment, **more)],
    }
    return json.dumps(known, sort_keys=True)


def test_a_past_day_reads_the_same_whatever_comes_and_is_decided_later(case: Case, desk: Any) -> None:
    reports = desk.reports(18)
    early = [one for one in reports if one.day <= date(2024, 3, 2)]
    case.add(early, coder=desk.code)
    before = state(case, "2024-03-02")
    for late in [one for one in reports if one not in early]:
        case.add([late], coder=desk.code)
        assert state(case, "2024-03-02") == before
    first, *_, last = case.incident_list(target="depot")
    case.decide("same", [first.incident_id, last.incident_id], person="Ada")
    case.decide("edit", [first.incident_id], person="Ada", field="killed", value="40")
    assert state(case, "2024-03-02") == before


def test_what_came_in_late_changes_what_could_be_known_but_not_what_the_case_held(
    case: Case, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    late, early = story(desk, (5, "Late", 9), (2, "Early", 4))
    monkeypatch.setattr("vedette.store.rows.now", lambda: "2024-03-06T08:00:00.000000+00:00")
    case.add([late], coder=desk.code)
    held = state(case, recorded_by="2024-03-06")
    monkeypatch.setattr("vedette.store.rows.now", lambda: "2024-03-09T08:00:00.000000+00:00")
    case.add([early], coder=desk.code)
    assert state(case, recorded_by="2024-03-06") == held
    assert [one.killed.best for one in case.incident_list("2024-03-03") if one.killed] == [4]
    assert case.incident_list("2024-03-03", recorded_by="2024-03-06") == []
    assert len(case.incident_list("2024-03-06", recorded_by="2024-03-09")[0].reports) == 2


def test_the_steps_of_an_incident_say_which_report_changed_what(case: Case, desk: Any) -> None:
    case.add(story(desk, (1, "First", 4), (2, "Second", 7), (4, "Third", 7)), coder=desk.code)
    (one,) = case.incident_list()
    told = [step for step in case.steps(one.incident_id) if step.axis == "published"]
    assert [(step.at, step.because) for step in told] == [
        ("2024-03-01", ("First, 2024-03-01 tells of it",)),
        ("2024-03-02", ("Second, 2024-03-02 tells of it",)),
        ("2024-03-04", ("Third, 2024-03-04 tells of it",)),
    ]
    assert told[1].changes["killed_best"] == (4, 7)
    assert told[1].changes["grade"] == ("Weak", "Fair")
    assert told[1].after == case.incident_list("2024-03-02")[0]
    assert "killed_best" not in told[2].changes


def test_the_steps_name_who_decided_and_why(case: Case, desk: Any) -> None:
    case.add(story(desk, (1, "First", 4)), coder=desk.code)
    (one,) = case.incident_list()
    made = case.decide("edit", [one.incident_id], person="Ada", field="killed", value="6", reason="the list of names")
    case.decide("undo", [], person="Ben", undoes=made.decision_id)
    held = [step for step in case.steps(one.incident_id) if step.axis == "recorded"]
    assert [step.because for step in held[1:]] == [
        ("Ada decided: edit killed = 6 (the list of names)",),
        ("Ben decided: undo edit",),
    ]
    assert [step.changes["killed_best"] for step in held[1:]] == [(4, 6), (6, 4)]


def test_an_incident_that_went_into_another_says_so(case: Case, desk: Any) -> None:
    apart = desk.report(
        7, day=date(2024, 3, 2), text="On 2024-02-07 Southern forces shelled a bridge in Dara, killing 2."
    )
    case.add([*story(desk, (1, "First", 4)), apart], coder=desk.code)
    ids = [one.incident_id for one in case.incident_list()]
    case.decide("same", ids, person="Ada")
    (now,) = case.incident_list()
    (gone,) = set(ids) - {now.incident_id}
    last = case.steps(gone)[-1]
    assert last.after is None
    assert last.because == ("Ada decided: same", f"its claims are part of {now.incident_id} now")
    assert last.form()["incident_id"] == gone
