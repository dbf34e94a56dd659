"""Decisions through the page end in the ledger, under the person's name."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from vedette.store import open_case

Csrf = Callable[[TestClient], dict[str, str]]


def post(client: TestClient, csrf: Csrf, **form: Any) -> Any:
    return client.post("/api/decisions", json=form, headers=csrf(client))


def ids(client: TestClient, query: str = "") -> list[str]:
    return [one["incident_id"] for one in client.get(f"/incidents.json?limit=1000&{query}").json()["items"]]


def test_what_is_accepted_is_confirmed_and_leaves_the_queue(client: TestClient, csrf: Csrf) -> None:
    chosen = ids(client)[0]
    done = post(client, csrf, kind="accept", ids=[chosen], reason="seen on video").json()
    assert done["incidents"] == [chosen]
    form = client.get(f"/incidents/{chosen}.json").json()
    assert (form["incident"]["grade"], form["incident"]["reviewed"]) == ("Confirmed", True)
    assert [(one["person"], one["reason"], one["in_force"]) for one in form["decisions"]] == [
        ("Tess", "seen on video", True)
    ]
    queue = client.get("/queue.json?limit=1000").json()["items"]
    assert chosen not in [one["incident"] for one in queue if one["kind"] == "incident"]


def test_what_is_taken_back_waits_again(client: TestClient, csrf: Csrf) -> None:
    waits = [one["incident"] for one in client.get("/queue.json?limit=1000").json()["items"]]
    made = post(client, csrf, kind="accept", ids=[waits[0]], reason="seen on video").json()["decision_id"]
    post(client, csrf, kind="undo", ids=[made])
    assert [one["incident"] for one in client.get("/queue.json?limit=1000").json()["items"]] == waits


def test_an_undo_takes_back_and_stays_in_the_ledger(client: TestClient, csrf: Csrf, case_path: Any) -> None:
    chosen = ids(client)[0]
    made = post(client, csrf, kind="reject", ids=[chosen], reason="a rumour").json()["decision_id"]
    assert client.get(f"/incidents/{chosen}.json").json()["incident"]["grade"] == "Discounted"
    post(client, csrf, kind="undo", ids=[made])
    assert client.get(f"/incidents/{chosen}.json").json()["incident"]["grade"] != "Discounted"
    with open_case(case_path) as case:
        assert [one.verdict.value for one in case.decisions()] == ["reject", "undo"]


def test_an_edit_keeps_the_quote_it_was_taken_from(client: TestClient, csrf: Csrf) -> None:
    chosen = client.get(f"/incidents/{ids(client)[0]}.json").json()["claims"][0]["claim_id"]
    done = post(
        client, csrf, kind="edit", ids=[chosen], field="killed", value="70-80", quote="killing 7", reason="misread"
    )
    form = client.get(f"/incidents/{done.json()['incidents'][0]}.json").json()
    assert form["incident"]["killed"]["high"] == 80
    assert form["decisions"][0]["reason"] == "misread “killing 7”"


def test_two_incidents_become_one_and_part_again(client: TestClient, csrf: Csrf) -> None:
    left, right = ids(client, "actor=grp:northern&sort=-origins")[:2]
    before = len(ids(client))
    done = post(client, csrf, kind="same", ids=[left, right], reason="one raid").json()
    assert len(done["incidents"]) == 1
    assert len(ids(client)) == before - 1
    gone = ({left, right} - set(done["incidents"])).pop()
    moved = client.get(f"/incidents/{gone}.json")
    assert (moved.status_code, moved.headers["location"]) == (301, f"/incidents/{done['incidents'][0]}.json")
    post(client, csrf, kind="undo", ids=[done["decision_id"]])
    assert len(ids(client)) == before


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"kind": "accept", "ids": ["inc-none"]}, 400),
        ({"kind": "accept", "ids": []}, 400),
        ({"kind": "bless", "ids": ["x"]}, 400),
        ({"kind": "same", "ids": ["inc-none"]}, 400),
        ({"kind": "undo", "ids": ["dec-none"]}, 400),
        ({"kind": "accept", "ids": ["x"], "reason": "y" * 3000}, 400),
        ({}, 400),
    ],
)
def test_a_decision_that_is_none_is_refused_and_not_kept(
    client: TestClient, csrf: Csrf, case_path: Any, form: dict[str, Any], status: int
) -> None:
    assert client.post("/api/decisions", json=form, headers=csrf(client)).status_code == status
    with open_case(case_path) as case:
        assert case.decisions() == []


def test_an_edit_that_does_not_fit_says_what_does(client: TestClient, csrf: Csrf) -> None:
    answer = post(client, csrf, kind="edit", ids=[ids(client)[0]], field="killed", value="some")
    assert answer.status_code == 400
    assert "5-8" in answer.json()["error"]["todo"]


def test_what_another_process_decides_is_seen(client: TestClient, case_path: Any) -> None:
    chosen = ids(client)[0]
    with open_case(case_path) as case:
        case.decide("accept", [chosen], person="Command line")
    client.app.state.shelf.look()  # type: ignore[attr-defined]
    assert client.get(f"/incidents/{chosen}.json").json()["incident"]["grade"] == "Confirmed"
