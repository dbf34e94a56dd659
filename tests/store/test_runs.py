"""What a case tells of its runs and of its own state."""

from typing import Any

from vedette.model import SourceError
from vedette.store import Case


def test_a_run_tells_when_it_was_and_what_failed(case: Case, desk: Any) -> None:
    case.add([SourceError("a.txt", "is empty"), *desk.reports(2)], coder=desk.code)
    (run,) = case.runs()
    assert (run.new_reports, run.failures) == (2, (("a.txt", "is empty"),))
    assert run.ended is not None


def test_the_counters_meet_when_the_case_is_linked(case: Case, desk: Any) -> None:
    case.add(desk.reports(3), coder=desk.code)
    assert case.versions() == (3, 3, 0)
    one, other = case.incident_list()[:2]
    case.decide("same", [one.incident_id, other.incident_id], person="Ann", link=False)
    assert case.versions() == (4, 3, 1)
    assert case.incident_list()
    assert case.versions() == (4, 4, 1)


def test_a_verdict_on_an_incident_is_linked_with_it(case: Case, desk: Any) -> None:
    case.add(desk.reports(3), coder=desk.code)
    (chosen, *_) = case.incident_list()
    case.decide("accept", [chosen.incident_id], person="Ann", link=False)
    assert case.versions() == (4, 4, 1)
    assert case.incident_list(grade="Confirmed")


def test_a_reader_links_nothing(full: Case) -> None:
    first, second = (one.incident_id for one in full.incident_list()[:2])
    full.link = None  # type: ignore[method-assign, assignment]
    assert {first, second} <= {one.incident_id for one in full.reader().incident_list()}
