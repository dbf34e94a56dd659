"""What each address gives has the form that the API's description says, no more and no less."""

import json
from typing import Any

import pytest
from pydantic import TypeAdapter
from starlette.testclient import TestClient

from vedette.web.forms import doing, views
from vedette.web.openapi import main

FORMS: dict[str, Any] = {
    "/overview.json?since=2001-01-01T00:00:00Z": views.Overview,
    "/incidents.json": views.IncidentPage,
    "/incidents/columns.json": views.Columns,
    "/incidents/{incident}.json": views.IncidentWhole,
    "/incidents/{incident}/history.json": list[views.Step],
    "/queue.json": views.Queue,
    "/same.json": views.Same,
    "/actors.json": views.Actors,
    "/actors/group:kataib-hezbollah.json": views.ActorWhole,
    "/actors/state:IQ.json": views.ActorWhole,
    "/network.json": views.Network,
    "/chains.json": views.Chains,
    "/statements.json": views.Statements,
    "/outlooks.json": views.Outlooks,
    "/tallies.json": views.Tallies,
    "/sources.json": views.Sources,
    "/reports.json": views.ReportPage,
    "/coverage.json": views.Coverage,
    "/reports/{report}.json": views.ReportWhole,
    "/escalation.json": views.Escalation,
    "/reactions.json": views.Reacts,
    "/api/jobs": doing.Jobs,
    "/api/me": views.Me,
    "/nothing": views.Error,
    "/incidents.json?sort=x": views.Error,
}


@pytest.mark.parametrize("address", FORMS)
def test_an_answer_has_its_form(reading: TestClient, address: str) -> None:
    incident = reading.get("/incidents.json?sort=-origins").json()["items"][0]
    report = incident["reports"][0]["report_id"]
    answer = reading.get(address.format(incident=incident["incident_id"], report=report))
    TypeAdapter(FORMS[address]).validate_json(answer.content)


def test_the_description_can_be_written_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    form = json.loads(capsys.readouterr().out)
    assert {"IncidentPage", "Columns", "Overview", "Error"} <= set(form["components"]["schemas"])
