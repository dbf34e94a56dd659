"""Two people at once, and a server that is killed while it adds and while they decide: nothing answered is lost."""

import http.client
import json
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from vedette.store import open_case

Csrf = Callable[[TestClient], dict[str, str]]
SERVE = """
import importlib.util, sys, time, uvicorn
from pathlib import Path
from vedette.web import Settings, make_app
from vedette.web.serving import bound
spec = importlib.util.spec_from_file_location("desk", sys.argv[3])
desk = importlib.util.module_from_spec(spec)
spec.loader.exec_module(desk)
def slowly(report):
    time.sleep(float(sys.argv[4]))
    return desk.code(report)
listening = bound("127.0.0.1", 0)
print(listening.getsockname()[1], flush=True)
beside = Path(sys.argv[2])
settings = Settings(case=sys.argv[1], person="Tess", beside=beside, static=beside)
uvicorn.Server(uvicorn.Config(make_app(settings, coder=slowly), log_level="error")).run(sockets=[listening])
"""
TEXT = "On 2024-04-{:02d} Eastern forces shelled a school in Arda, killing 6, the council of the town said on that day."
GIVEN = 6


@contextmanager
def served(case: Path, beside: Path, desk: Any, *, slow: float) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Serve a case in a process of its own, coding each report slowly; kill it in the end."""
    beside.mkdir(exist_ok=True)
    command = [sys.executable, "-c", SERVE, str(case), str(beside), desk.__file__, str(slow)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, int(process.stdout.readline())
        finally:
            process.kill()


class Person:
    """Somebody at the page, over one connection."""

    def __init__(self, port: int) -> None:
        self._wire = http.client.HTTPConnection("localhost", port, timeout=60)
        self._wire.request("GET", "/api/me")
        answer = self._wire.getresponse()
        cookies = [value.partition(";")[0] for name, value in answer.getheaders() if name == "set-cookie"]
        csrf = json.loads(answer.read())["csrf"]
        self._headers = {"x-vedette-csrf": csrf, "cookie": "; ".join(cookies), "content-type": "application/json"}

    def ask(self, address: str, **given: Any) -> Any:
        """Ask, or send what is given; give the answer."""
        body = json.dumps(given) if given else None
        self._wire.request("POST" if given else "GET", address, body, self._headers)
        answer = self._wire.getresponse()
        form = json.loads(answer.read())
        assert answer.status < 300, form
        return form


def deciding(port: int, kinds: tuple[str, ...], ids: list[str], made: list[str]) -> None:
    """Decide on one after the other until the server is gone; note what was answered."""
    with suppress(OSError, http.client.HTTPException):
        person = Person(port)
        for number in range(1000):
            kind, one = kinds[number % len(kinds)], ids[number % len(ids)]
            made.append(person.ask("/api/decisions", kind=kind, ids=[one])["decision_id"])


def test_a_server_killed_while_it_adds_and_people_decide_loses_nothing(
    case_path: Path, tmp_path: Path, desk: Any
) -> None:
    beside, made, kept = tmp_path / "left", list[str](), 0
    with open_case(case_path) as case:
        kept, ids = len(case.reports()), [one.incident_id for one in case.incident_list()]
    with served(case_path, beside, desk, slow=0.15) as (process, port):
        jobs = [Person(port).ask("/api/add", text=TEXT.format(day))["id"] for day in range(1, GIVEN + 1)]
        people = [
            threading.Thread(target=deciding, args=(port, kinds, ids, made))
            for kinds in (("accept", "reject"), ("unsure", "accept", "reject"))
        ]
        for one in people:
            one.start()
        until = time.monotonic() + 60
        while time.monotonic() < until and (len(made) < 4 or not _reports(case_path) > kept):
            time.sleep(0.02)
        process.kill()
        for one in people:
            one.join(60)
    with open_case(case_path) as case:
        assert set(made) <= {one.decision_id for one in case.decisions()}
        assert kept < len(case.reports()) < kept + GIVEN
    with served(case_path, beside, desk, slow=0) as (_, port):
        again, until = Person(port), time.monotonic() + 60
        while time.monotonic() < until and not all(
            again.ask(f"/api/jobs/{one}")["state"] in ("done", "failed") for one in jobs
        ):
            time.sleep(0.05)
        assert {again.ask(f"/api/jobs/{one}")["state"] for one in jobs} == {"done"}
    with open_case(case_path) as case:
        assert len(case.reports()) == kept + GIVEN
        assert case.verify() == []


def _reports(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("select count(*) from reports").fetchone()[0])


def test_two_who_contradict_each_other_are_both_kept_and_the_later_holds(client: TestClient, csrf: Csrf) -> None:
    page = client.get("/incidents.json?actor=grp:northern&sort=-origins").json()
    one, other = (form["incident_id"] for form in page["items"][:2])
    header, answers = csrf(client), list[int]()

    def judge(kind: str) -> None:
        answers.append(client.post("/api/decisions", json={"kind": kind, "ids": [one]}, headers=header).status_code)

    both = [threading.Thread(target=judge, args=(kind,)) for kind in ("accept", "reject")]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert answers == [200, 200]
    form = client.get(f"/incidents/{one}.json").json()
    last = form["decisions"][-1]["verdict"]
    assert sorted(each["verdict"] for each in form["decisions"]) == ["accept", "reject"]
    assert form["incident"]["grade"] == {"accept": "Confirmed", "reject": "Discounted"}[last]
    assert client.app.state.case.verify() == []  # type: ignore[attr-defined]
    assert client.get(f"/incidents/{other}.json").json()["decisions"] == []


@pytest.mark.parametrize("kind", ["accept", "reject"])
def test_a_decision_on_an_incident_that_another_person_just_merged_goes_where_its_claims_are(
    client: TestClient, csrf: Csrf, kind: str
) -> None:
    page = client.get("/incidents.json?actor=grp:northern&sort=-origins").json()
    ids, header = [form["incident_id"] for form in page["items"][:2]], csrf(client)
    (merged,) = client.post("/api/decisions", json={"kind": "same", "ids": ids}, headers=header).json()["incidents"]
    (gone,) = set(ids) - {merged}
    answer = client.post("/api/decisions", json={"kind": kind, "ids": [gone]}, headers=header)
    assert (answer.status_code, answer.json()["incidents"]) == (200, [merged])
    assert client.app.state.case.verify() == []  # type: ignore[attr-defined]
