"""Incident ids stay, or lead to where their claims are."""

from datetime import date
from itertools import pairwise
from typing import Any

from vedette.store import Case

TOLD = "On 2024-03-01 Northern forces shelled a depot in Arda, killing 9."


def late_and_early(desk: Any) -> list[Any]:
    """Two reports of one event, the one published later first."""
    return [
        desk.report(number, day=date(2024, 3, day), outlet=outlet, text=f"{TOLD[:-1]}, {outlet} was told.")
        for number, day, outlet in ((1, 5, "Late"), (2, 2, "Early"))
    ]


def test_an_earlier_report_that_comes_later_leaves_the_id_as_it_is(case: Case, desk: Any) -> None:
    late, early = late_and_early(desk)
    case.add([late], coder=desk.code)
    (known,) = case.incident_list()
    added = case.add([early], coder=desk.code)
    assert [(one.incident_id, len(one.reports)) for one in case.incident_list()] == [(known.incident_id, 2)]
    assert (added.new_incidents, added.changed_incidents) == ((), (known.incident_id,))
    assert case.verify() == []


def test_an_incident_as_it_was_known_leads_to_the_present_one(case: Case, desk: Any) -> None:
    for report in late_and_early(desk):
        case.add([report], coder=desk.code)
    (now,), (then,) = case.incident_list(), case.incident_list(as_of="2024-03-03")
    assert [ref.outlet for ref in then.reports] == ["Early"]
    assert (case.whereabouts()[then.incident_id], str(then.known_from)[:10]) == (now.incident_id, "2024-03-02")
    later = case.incident_list(as_of="2024-03-05")
    assert [(case.whereabouts()[one.incident_id], one.claims) for one in later] == [(now.incident_id, now.claims)]


def test_every_id_that_was_ever_given_leads_somewhere_in_whatever_order_reports_come(case: Case, desk: Any) -> None:
    given: set[str] = set()
    for report in sorted(desk.reports(18), key=lambda one: one.id):
        added = case.add([report], coder=desk.code)
        given |= {*added.new_incidents}
        present = {one.incident_id for one in case.incident_list()}
        assert {case.whereabouts()[one] for one in given} == present
    assert case.verify() == []


def test_what_is_told_as_new_and_gone_adds_up(case: Case, desk: Any) -> None:
    counts = [0]
    for report in sorted(desk.reports(18), key=lambda one: one.sha256 + one.id):
        before = {one.incident_id: one for one in case.incident_list()}
        added = case.add([report], coder=desk.code)
        after = {one.incident_id: one for one in case.incident_list()}
        counts.append(counts[-1] + len(added.new_incidents) - len(added.gone_incidents))
        assert counts[-1] == len(after)
        assert set(added.new_incidents) == after.keys() - before.keys()
        differ = {key for key in after.keys() & before.keys() if after[key] != before[key]}
        assert set(added.changed_incidents) == differ
    assert any(later > earlier for earlier, later in pairwise(counts))


def test_verify_finds_an_id_that_no_claim_founded(full: Case) -> None:
    with full._engine.begin() as connection:
        first = "(select min(incident_id) from incidents)"
        connection.exec_driver_sql(f"update incidents set incident_id = 'inc-0' where incident_id = {first}")
    assert "inc-0: no claim of the case founded this incident" in full.verify()
