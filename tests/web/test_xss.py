"""Words of reports, names and notes are data: nothing that a browser would run comes out as a page."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

ADDRESSES = (
    *(
        "/overview.json",
        "/incidents.json",
        "/incidents.geojson",
        "/incidents/columns.json",
        "/queue.json",
        "/same.json",
    ),
    *(
        "/outlooks.json",
        "/tallies.json",
        "/sources.json",
        "/statements.json",
        "/chains.json",
        "/actors.json",
        "/same.json",
    ),
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_data_is_never_taken_for_a_page(reading: TestClient, address: str) -> None:
    answer = reading.get(address)
    assert answer.headers["content-type"].startswith(("application/json", "application/geo+json"))
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_hostile_text_comes_through_unchanged_as_text(reading: TestClient, evil: str) -> None:
    reports = reading.get("/reports.json").json()["items"]
    (hostile,) = (one for one in reports if evil in (one["outlet"] or ""))
    assert evil in reading.get(f"/reports/{hostile['report_id']}.json").json()["text"]


def test_an_address_that_would_run_is_never_given(reading: TestClient) -> None:
    assert "javascript:" not in reading.get("/incidents.json?limit=1000").text
    reports = reading.get("/reports.json").json()["items"]
    for one in reports:
        assert "javascript:" not in reading.get(f"/reports/{one['report_id']}.json").text


def test_what_was_asked_is_not_sent_back_as_a_page(reading: TestClient, evil: str) -> None:
    answer = reading.get("/incidents.json", params={"type": evil})
    assert answer.headers["content-type"] == "application/json"


def test_a_csv_runs_no_formula(client: TestClient, csrf: Callable[[TestClient], dict[str, str]]) -> None:
    chosen = client.get("/incidents.json").json()["items"][0]["incident_id"]
    form: dict[str, Any] = {"kind": "edit", "ids": [chosen], "field": "weapon", "value": "=HYPERLINK(1)"}
    assert client.post("/api/decisions", json=form, headers=csrf(client)).status_code == 200
    assert "'=HYPERLINK" in client.get("/incidents.csv").text
