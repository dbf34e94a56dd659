"""`vedette tag` with the real tagger."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SHELLED = "Government artillery shelled the town of Arlen on Monday, killing at least four people, medics said."
QUIET = "The market sells dates, bread and tea."
ROLES = {"actor", "target", "place", "time", "weapon", "killed", "injured", "count", "cause", "source"}


def lines(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def spans_of(form: dict[str, Any]) -> list[list[Any]]:
    events = form["events"]
    roles = [span for event in events for role in ROLES & event.keys() for span in event[role]]
    return [event["trigger"] for event in events] + roles + [name[:3] for name in form["names"]]


@pytest.fixture
def shelled(run: Run) -> dict[str, Any]:
    ran = run("tag", "--sentences", "-", stdin=lines({"id": "s-1", "text": SHELLED}))
    assert (ran.code, ran.err) == (0, "")
    form = json.loads(ran.out)
    assert isinstance(form, dict)
    return form


def test_an_event_has_the_form_of_the_guide(shelled: dict[str, Any]) -> None:
    assert shelled.keys() == {"id", "events", "names"}
    [event] = shelled["events"]
    assert event.keys() <= {"trigger", "type", "mode", "status", "probability"} | ROLES
    assert (event["trigger"][0], event["type"], event["status"]) == ("shelled", "ASSAULT", "actual")
    assert 0 < event["probability"] <= 1


def test_every_span_stands_in_the_sentence(shelled: dict[str, Any]) -> None:
    assert all(SHELLED[start:end] == text for text, start, end in spans_of(shelled))


def test_names_carry_their_label(shelled: dict[str, Any]) -> None:
    assert ["Arlen", 41, 46, "PLACE"] in shelled["names"]


def test_the_order_and_the_ids_are_kept(run: Run) -> None:
    rows = [{"id": number, "text": SHELLED if number % 3 else QUIET} for number in range(40)]
    found = [json.loads(line) for line in run("tag", "--sentences", "-", stdin=lines(*rows)).out.splitlines()]
    assert [row["id"] for row in found] == list(range(40))
    assert [bool(row["events"]) for row in found] == [bool(number % 3) for number in range(40)]


@pytest.mark.parametrize(
    "bad", ["{broken", '"a text"', '{"id": "x"}', '{"text": "no id"}', '{"id": 1, "text": 5}', "[1]"]
)
def test_a_bad_line_is_told_by_its_number_and_the_rest_tagged(run: Run, tmp_path: Path, bad: str) -> None:
    file = tmp_path / "s.jsonl"
    file.write_text(lines({"id": 1, "text": QUIET}) + "\n" + bad + "\n" + lines({"id": 4, "text": QUIET}))
    ran = run("tag", "--sentences", file)
    assert (ran.code, [json.loads(line)["id"] for line in ran.out.splitlines()]) == (1, [1, 4])
    assert ran.err.startswith(f"vedette: {file} line 3: ")
    assert ran.err.count("\n") == 1


def test_no_sentences_give_nothing(run: Run) -> None:
    ran = run("tag", "--sentences", "-", stdin="")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
