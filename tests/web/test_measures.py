"""Escalation and reactions come as measuring gives them, and say what could not be measured."""

from starlette.testclient import TestClient


def test_escalation_gives_series_and_tension_of_the_case(reading: TestClient) -> None:
    form = reading.get("/escalation.json?every=day&by=all").json()
    assert {row["actor"] for row in form["series"]} >= {"Northern forces", "Southern forces"}
    assert form["tension"]
    assert all(row["low"] <= row["high"] for row in form["tension"])


def test_what_cannot_be_measured_is_noted(reading: TestClient) -> None:
    form = reading.get("/reactions.json").json()
    assert form["reactions"] == []
    assert form["notes"]


def test_a_stretch_without_days_is_noted(reading: TestClient) -> None:
    form = reading.get("/escalation.json?from=2024-03-05&to=2024-03-01").json()
    assert form["series"] == []
    assert form["notes"]
