"""The workbench on a case that a PostgreSQL server keeps gives what it gives on a file."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from vedette.store import open_case
from vedette.web import Settings, make_app

Csrf = Callable[[TestClient], dict[str, str]]
TEXT = "On 2024-04-02 Eastern forces shelled a school in Arda, killing 6, the council of the town said on that day."
_ITS_OWN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[^\"<]*|run-[0-9a-f]+")


@pytest.fixture(scope="module")
def address(postgresql: Any, desk: Any) -> Iterator[str]:
    """A case on a server of its own; skips where there is none."""
    if reason := postgresql.missing():
        pytest.skip(reason)
    with postgresql.served() as base:
        with open_case(f"{base}?schema=crisis", create=True) as case:
            case.add(desk.reports(18), coder=desk.code)
        yield f"{base}?schema=crisis"


@pytest.fixture
def pair(address: str, tmp_path: Path, desk: Any) -> Iterator[tuple[TestClient, TestClient]]:
    """The case served from the server, and the same from a file."""
    path = tmp_path / "crisis"
    with open_case(path, create=True) as case:
        case.add(desk.reports(18), coder=desk.code)
    settings = [
        Settings(case=given, person="Tess", beside=tmp_path / f"jobs{number}", static=tmp_path)
        for number, given in enumerate((address, str(path)))
    ]
    one, two = (
        TestClient(make_app(given, coder=desk.code), base_url="http://localhost", follow_redirects=False)
        for given in settings
    )
    with one, two:
        yield one, two


def addresses(client: TestClient) -> list[str]:
    """Give every address that can be asked for, filled in."""
    form = client.get("/incidents.json").json()["items"][0]
    given = {"incident_id": form["incident_id"], "report_id": form["reports"][0]["report_id"], "actor_id": "state:IQ"}
    paths = [path for path, how in client.get("/openapi.json").json()["paths"].items() if "get" in how]
    return [path.format(**given) for path in paths if path != "/api/me" and "{job_id}" not in path]


def answered(client: TestClient, address: str) -> tuple[int, str]:
    """Give what is answered, less what is each case's own: moments, names."""
    answer = client.get(address)
    return answer.status_code, _ITS_OWN.sub("", answer.text)


def added(client: TestClient, csrf: Csrf) -> dict[str, Any]:
    job_id = client.post("/api/add", json={"text": TEXT, "outlet": "Paper"}, headers=csrf(client)).json()["id"]
    for _ in range(600):
        form: dict[str, Any] = client.get(f"/api/jobs/{job_id}").json()
        if form["state"] in ("done", "failed"):
            return form
        time.sleep(0.05)
    raise AssertionError(form)


def test_every_address_answers_alike(pair: tuple[TestClient, TestClient], csrf: Csrf) -> None:
    on_server, on_file = pair
    asked = [*addresses(on_server), "/incidents.json?as_of=2024-03-03", "/incidents.json?text=depot&sort=-killed"]
    assert len(asked) > 20
    differ = [one for one in asked if answered(on_server, one) != answered(on_file, one)]
    assert differ == []


def test_what_is_decided_and_added_is_seen_at_once(pair: tuple[TestClient, TestClient], csrf: Csrf) -> None:
    client, _ = pair
    chosen = client.get("/incidents.json").json()["items"][0]["incident_id"]
    made = client.post("/api/decisions", json={"kind": "accept", "ids": [chosen]}, headers=csrf(client)).json()
    assert [one["incident_id"] for one in client.get("/incidents.json?reviewed=true").json()["items"]] == [chosen]
    undo = {"kind": "undo", "ids": [made["decision_id"]]}
    assert client.post("/api/decisions", json=undo, headers=csrf(client)).status_code == 200
    assert client.get("/incidents.json?reviewed=true").json()["items"] == []
    done = added(client, csrf)
    assert (done["state"], done["new_reports"]) == ("done", 1)
    assert client.get("/incidents.json?outlet=Paper").json()["total"] == 1
