"""Two who write at once: on both databases all is kept, nothing twice."""

import multiprocessing
from typing import Any

from vedette.model import to_json
from vedette.store import open_case

CONTEXT = multiprocessing.get_context("fork")


def writes(desk: Any, address: str, order: list[int], gate: Any) -> None:
    """Add reports in an order, a few at a time, beside others."""
    reports = desk.reports(18)
    gate.wait()
    with open_case(address, create=True, registry=desk.Plain()) as case:
        for first in range(0, len(order), 4):
            case.add([reports[i] for i in order[first : first + 4]], coder=desk.code)


def test_two_writers_at_once_keep_all_and_nothing_twice(place: Any, desk: Any) -> None:
    address, gate = place("shared"), CONTEXT.Barrier(2)
    orders = [list(range(14)), list(range(17, 3, -1))]
    processes = [CONTEXT.Process(target=writes, args=(desk, address, order, gate)) for order in orders]
    for process in processes:
        process.start()
    for process in processes:
        process.join(240)
    assert [process.exitcode for process in processes] == [0, 0]
    desk.add(place("alone"), 18)
    with (
        open_case(address, registry=desk.Plain()) as shared,
        open_case(place("alone"), registry=desk.Plain()) as alone,
    ):
        assert sorted(one.id for one in shared.reports()) == sorted(one.id for one in alone.reports())
        assert to_json(shared.claims()) == to_json(alone.claims())
        assert {one.claims for one in shared.incident_list()} == {one.claims for one in alone.incident_list()}
        assert shared.verify() == []
        assert not shared.unfinished()


def decides(desk: Any, address: str, number: int, gate: Any) -> None:
    """Accept an incident, beside others."""
    with open_case(address, registry=desk.Plain()) as case:
        subject = case.incident_list()[number].incident_id
        gate.wait()
        case.decide("accept", [subject], person=f"Coder {number}")


def test_decisions_made_at_once_are_all_kept(place: Any, desk: Any) -> None:
    address, gate = place("decided"), CONTEXT.Barrier(3)
    desk.add(address, 9)
    processes = [CONTEXT.Process(target=decides, args=(desk, address, number, gate)) for number in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(240)
    with open_case(address, registry=desk.Plain()) as case:
        assert sorted(one.person for one in case.decisions()) == ["Coder 0", "Coder 1", "Coder 2"]
        assert sum(one.grade == "Confirmed" for one in case.incident_list()) == 3
        assert case.verify() == []
