"""What each address gives has the form that the API's description says, no more and no less."""

import json
from typing import Any

import pytest
from pydantic import TypeAdapter
from starlette.testclient import TestClient

from vedette.web.forms import doing
from vedette.web.forms.actors import Actors, ActorWhole, Network
from vedette.web.forms.chains import Chains
from vedette.web.forms.columns import Columns
from vedette.web.forms.error import Error
from vedette.web.forms.incident import IncidentWhole, Step
from vedette.web.forms.incidents import IncidentPage
from vedette.web.forms.measures import Escalation, Reacts
from vedette.web.forms.overview import Overview
from vedette.web.forms.queue import Queue, Same
from vedette.web.forms.reports import ReportPage, ReportWhole
from vedette.web.forms.session import Me
from vedette.web.forms.sources import Coverage, Sources
from vedette.web.forms.told import Outlooks, Statements, Tallies
from vedette.web.openapi import main

FORMS: dict[str, Any] = {
    "/overview.json?since=2001-01-01T00:00:00Z": Overview,
    "/incidents.json": IncidentPage,
    "/incidents/columns.json": Columns,
    "/incidents/{incident}.json": IncidentWhole,
    "/incidents/{incident}/history.json": list[Step],
    "/queue.json": Queue,
    "/same.json": Same,
    "/actors.json": Actors,
    "/actors/group:kataib-hezbollah.json": ActorWhole,
    "/actors/state:IQ.json": ActorWhole,
    "/network.json": Network,
    "/chains.json": Chains,
    "/statements.json": Statements,
    "/outlooks.json": Outlooks,
    "/tallies.json": Tallies,
    "/sources.json": Sources,
    "/reports.json": ReportPage,
    "/coverage.json": Coverage,
    "/reports/{report}.json": ReportWhole,
    "/escalation.json": Escalation,
    "/reactions.json": Reacts,
    "/api/jobs": doing.Jobs,
    "/api/me": Me,
    "/nothing": Error,
    "/incidents.json?sort=x": Error,
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
