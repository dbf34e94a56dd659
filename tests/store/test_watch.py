"""Whether anybody has written is known without reading."""

from collections.abc import Callable
from typing import Any

from vedette.store import Case, open_case


def test_the_mark_of_a_case_changes_with_each_writing_and_not_otherwise(full: Case, desk: Any) -> None:
    first = full.mark()
    if first is None:  # a server does not say
        return
    full.incident_list()
    assert full.mark() == first
    full.decide("accept", [full.incident_list()[0].incident_id], person="Ann")
    second = full.mark()
    assert second != first
    with open_case(full.address, registry=desk.Plain()) as other:
        other.add(desk.reports(21), coder=desk.code)
    assert full.mark() != second


def test_looking_does_not_keep_a_case_open(place: Callable[[str], str], desk: Any) -> None:
    desk.add(place("kept"), 3)
    with open_case(place("kept"), registry=desk.Plain()) as case:
        case.mark()
    assert case._watch._looking is None
