"""What anybody writes is in the next answer: through the page, or from another process."""

import asyncio
import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from vedette.store import aside, open_case
from vedette.web.api import decisions
from vedette.web.serving import bound

Csrf = Callable[[TestClient], dict[str, str]]
DECIDE = """
import sys
from vedette.store import open_case
with open_case(sys.argv[1]) as case:
    case.decide("accept", [sys.argv[2]], person="Ann")
"""


def listed(client: TestClient, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/incidents.json?limit=1000&{query}").json()["items"]
    return found


def post(client: TestClient, csrf: Csrf, **form: Any) -> Any:
    return client.post("/api/decisions", json=form, headers=csrf(client)).json()


def test_the_list_shows_a_decision_and_its_undoing_at_once(client: TestClient, csrf: Csrf) -> None:
    chosen = listed(client)[0]["incident_id"]
    for number in range(3):
        made = post(client, csrf, kind="accept", ids=[chosen])["decision_id"]
        assert [one["incident_id"] for one in listed(client, "reviewed=true")] == [chosen], number
        post(client, csrf, kind="undo", ids=[made])
        assert listed(client, "reviewed=true") == [], number


def test_the_list_shows_at_once_what_another_process_decided(client: TestClient, case_path: Path) -> None:
    chosen = listed(client)[0]["incident_id"]
    subprocess.run([sys.executable, "-c", DECIDE, str(case_path), chosen], check=True)
    (found,) = listed(client, "reviewed=true")
    assert (found["incident_id"], found["grade"]) == (chosen, "Confirmed")


def test_the_list_shows_at_once_what_another_process_added(client: TestClient, case_path: Path, desk: Any) -> None:
    before = len(listed(client))
    with open_case(case_path) as case:
        added = case.add(desk.reports(24)[18:], coder=desk.code)
    assert len(listed(client)) == before + len(added.new_incidents) - len(added.gone_incidents) > before


def test_an_answer_that_has_not_changed_is_not_sent_again(client: TestClient, csrf: Csrf) -> None:
    first = client.get("/incidents.json")
    again = client.get("/incidents.json", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    post(client, csrf, kind="accept", ids=[listed(client)[0]["incident_id"]])
    assert client.get("/incidents.json", headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_a_large_case_is_linked_by_another_process(
    client: TestClient, csrf: Csrf, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(client)
    monkeypatch.setattr(aside, "MANY", 0)
    monkeypatch.setattr(decisions, "_PATIENCE", 60.0)
    monkeypatch.setattr(type(client.app.state.case), "link", None)  # type: ignore[attr-defined]  # not by this one
    chosen = listed(client)[0]["incident_id"]
    assert post(client, csrf, kind="reject", ids=[chosen])["linked"]
    assert client.get(f"/incidents/{chosen}.json").json()["incident"]["grade"] == "Discounted"


def test_what_another_process_cannot_do_is_none(tmp_path: Path) -> None:
    assert aside.aside("origins", str(tmp_path / "none.case")) is None


def test_a_small_answer_is_sent_without_delay() -> None:
    async def undelayed(listening: socket.socket) -> bool:
        found: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def taken(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            held = writer.get_extra_info("socket")
            found.set_result(bool(held.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
            writer.close()

        async with await asyncio.start_server(taken, sock=listening):
            _, writer = await asyncio.open_connection(*listening.getsockname())
            writer.close()
            return await found

    # Beside: a test of the page may have left a loop running in this thread.
    with bound("127.0.0.1", 0) as listening, ThreadPoolExecutor(1) as beside:
        assert beside.submit(asyncio.run, undelayed(listening)).result()
