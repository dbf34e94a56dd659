"""Filters, orders and pages of incidents."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient


def northern(one: dict[str, Any]) -> bool:
    """Say whether Northern forces did it."""
    return any(party["actor_id"] == "grp:northern" for party in one["actors"])


FILTERS: list[tuple[str, Callable[[dict[str, Any]], bool]]] = [
    ("type=ASSAULT", lambda one: one["type"] == "ASSAULT"),
    ("type=AID,CONSULT", lambda one: one["type"] in ("AID", "CONSULT")),
    ("actor=grp:northern", lambda one: any(party["actor_id"] == "grp:northern" for party in one["actors"])),
    ("actor=southern", lambda one: any("Southern" in party["name"] for party in one["actors"])),
    ("target=depot&target=bridge", lambda one: any(p["text"] in ("a depot", "a bridge") for p in one["targets"])),
    ("place=ard", lambda one: one["place"]["name"] == "Arda"),
    ("country=Syria", lambda one: one["place"]["country"] == "SY"),
    ("country=IQ", lambda one: False),
    ("grade=fair,weak", lambda one: one["grade"] in ("Fair", "Weak")),
    ("outlet=outlet 1", lambda one: any(ref["outlet"] == "Outlet 1" for ref in one["reports"])),
    ("direction=northern forces → unknown", lambda one: one["type"] == "ASSAULT" and northern(one)),
    ("reviewed=true", lambda one: False),
    ("statements=true", lambda one: one["type"] == "THREATEN"),
    ("killed_min=3", lambda one: bool(one["killed"]) and one["killed"]["best"] >= 3),
    ("from=2024-03-02&to=2024-03-02", lambda one: one["from"] <= "2024-03-02" <= one["to"]),
    ("text=northern depot", lambda one: "northern" in one["summary"].lower() and "depot" in one["summary"].lower()),
]


@pytest.mark.parametrize(("query", "kept"), FILTERS, ids=[query for query, _ in FILTERS])
def test_a_filter_keeps_what_it_says(reading: TestClient, query: str, kept: Callable[[dict[str, Any]], bool]) -> None:
    all_ = reading.get("/incidents.json?limit=1000").json()["items"]
    found = reading.get(f"/incidents.json?limit=1000&{query}").json()
    expected = [one["incident_id"] for one in all_ if kept(one)]
    assert [one["incident_id"] for one in found["items"]] == expected
    assert found["total"] == len(expected)


def test_chosen_incidents_are_given_alone(reading: TestClient) -> None:
    ids = [one["incident_id"] for one in reading.get("/incidents.json").json()["items"]][1:3]
    found = reading.get(f"/incidents.json?select={','.join(ids)}&select=inc-none").json()["items"]
    assert [one["incident_id"] for one in found] == ids


@pytest.mark.parametrize(
    "name", ["when", "killed", "injured", "origins", "confidence", "type", "place", "grade", "known"]
)
def test_an_order_can_be_turned_round(reading: TestClient, name: str) -> None:
    up, down = (
        [one["incident_id"] for one in reading.get(f"/incidents.json?limit=1000&sort={sign}{name}").json()["items"]]
        for sign in ("", "-")
    )
    assert up == down[::-1]


def test_the_deadliest_come_first(reading: TestClient) -> None:
    items = reading.get("/incidents.json?sort=-killed").json()["items"]
    killed = [one["killed"]["best"] for one in items if one["killed"]]
    assert killed == sorted(killed, reverse=True)


def test_pages_laid_end_to_end_are_the_list(reading: TestClient) -> None:
    all_ = [one["incident_id"] for one in reading.get("/incidents.json?sort=-killed&limit=1000").json()["items"]]
    found: list[str] = []
    query = "/incidents.json?sort=-killed&limit=3"
    while query:
        form = reading.get(query).json()
        found += [one["incident_id"] for one in form["items"]]
        query = f"/incidents.json?sort=-killed&limit=3&cursor={form['next']}" if form["next"] else ""
    assert found == all_


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("type=NOTHING", "type"),
        ("grade=Perfect", "grade"),
        ("country=Atlantis", "country"),
        ("from=yesterday", "from"),
        ("from=20240301x", "from"),
        ("from=86400", "from"),
        ("from=2024-05-02&to=2024-05-01", "from, to"),
        ("as_of=2024-02-30", "as_of"),
        ("killed_min=-1", "killed_min"),
        ("limit=0", "limit"),
        ("limit=100000", "limit"),
        ("cursor=%00%ff", "cursor"),
        ("sort=nothing", "sort"),
        (f"text={'x' * 300}", "text"),
    ],
)
def test_what_cannot_be_meant_is_refused(reading: TestClient, query: str, where: str) -> None:
    answer = reading.get(f"/incidents.json?{query}")
    assert (answer.status_code, answer.json()["error"]["where"]) == (400, where)


@pytest.mark.parametrize(
    "words",
    ["' OR 1=1 --", "'; DROP TABLE reports; --", "%' UNION SELECT hash FROM users --", '" OR ""="', "\\", "%", "_"],
)
@pytest.mark.parametrize("name", ["actor", "place", "outlet", "text", "select"])
def test_words_of_a_database_are_words(reading: TestClient, name: str, words: str) -> None:
    total = reading.get("/incidents.json").json()["total"]
    assert reading.get("/incidents.json", params={name: words}).json()["total"] == 0
    assert reading.get("/incidents.json").json()["total"] == total
