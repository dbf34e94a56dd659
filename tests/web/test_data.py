"""Every address of the data gives what the case holds."""

import csv
import io
import json
from typing import Any

import pytest
from starlette.testclient import TestClient


def got(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def first(client: TestClient) -> dict[str, Any]:
    form: dict[str, Any] = got(client, "/incidents.json?sort=-origins&limit=1")["items"][0]
    return form


def test_the_overview_counts_and_sums(reading: TestClient) -> None:
    form = got(reading, "/overview.json")
    total = got(reading, "/incidents.json")["total"]
    assert form["counts"]["incidents"] == form["counts"]["unreviewed"] == total
    assert form["counts"]["reports"] == 23
    assert form["tolls"]["killed"]["low"] <= form["tolls"]["killed"]["best"] <= form["tolls"]["killed"]["high"]
    assert sum(day["n"] for day in form["strip"]) > 0
    assert form["last_run"]["new_reports"] == 23
    assert [one["low"] for one in form["tallies"]] == [9]


@pytest.mark.parametrize(("since", "new"), [("2001-01-01T00:00:00Z", True), ("2999-01-01T00:00:00Z", False)])
def test_the_overview_tells_what_changed_since_a_moment(reading: TestClient, since: str, new: bool) -> None:
    assert bool(got(reading, f"/overview.json?since={since}")["changed_since"]["new"]) is new


def test_csv_and_geojson_hold_the_same_incidents_as_json(reading: TestClient) -> None:
    ids = {one["incident_id"] for one in got(reading, "/incidents.json?country=SY")["items"]}
    rows = csv.DictReader(io.StringIO(reading.get("/incidents.csv?country=SY").text.lstrip("\ufeff")))
    features = json.loads(reading.get("/incidents.geojson?country=SY").text)["features"]
    assert {row["incident_id"] for row in rows} == {one["id"] for one in features} == ids


def test_columns_hold_every_incident_once(reading: TestClient) -> None:
    form = got(reading, "/incidents/columns.json")
    items = got(reading, "/incidents.json?limit=1000")["items"]
    assert form["ids"] == [one["incident_id"] for one in items]
    assert [form["type"]["values"][code] for code in form["type"]["codes"]] == [one["type"] for one in items]
    names = [[form["actors"]["values"][code] for code in codes] for codes in form["actors"]["codes"]]
    assert names == [list(dict.fromkeys(party["name"] for party in one["actors"])) for one in items]
    assert all(
        len(form[key]) == form["n"] for key in ("from", "to", "lat", "lon", "killed_best", "summary", "reviewed")
    )


def test_an_incident_comes_with_claims_reports_and_history(reading: TestClient) -> None:
    one = first(reading)
    form = got(reading, f"/incidents/{one['incident_id']}.json")
    assert {claim["claim_id"] for claim in form["claims"]} == set(one["claims"])
    for claim in form["claims"]:
        text, quote = form["reports"][claim["report_id"]]["text"], claim["trigger"]
        assert text[quote["start"] : quote["end"]] == quote["text"]
    assert [step["axis"] for step in form["history"]] == ["recorded"]
    assert form["decisions"] == []


def test_the_whole_history_tells_of_published_days_too(reading: TestClient) -> None:
    steps = got(reading, f"/incidents/{first(reading)['incident_id']}/history.json")
    assert {step["axis"] for step in steps} == {"published", "recorded"}


def test_the_queue_puts_the_weightiest_first(reading: TestClient) -> None:
    items = got(reading, "/queue.json")["items"]
    weights = [one["weight"] for one in items]
    assert weights == sorted(weights, reverse=True)
    assert {one["kind"] for one in items} <= {"incident", "claim", "pair"}
    assert all(one["why"] and 0 <= one["uncertainty"] <= 1 and 0 <= one["consequence"] <= 1 for one in items)


def test_pairs_that_may_be_one_say_why(reading: TestClient) -> None:
    for pair in got(reading, "/same.json")["items"]:
        assert pair["left"]["incident_id"] != pair["right"]["incident_id"]
        assert pair["why"]["features"]


def test_actors_statements_outlooks_tallies_and_sources_are_told(reading: TestClient) -> None:
    assert "grp:northern" in {one["actor_id"] for one in got(reading, "/actors.json")["items"]}
    assert [one["type"] for one in got(reading, "/statements.json")["items"]] == ["THREATEN"]
    assert [one["modality"] for one in got(reading, "/outlooks.json")["items"]] == ["could"]
    assert got(reading, "/tallies.json")["items"][0]["report"]["published"] == "2024-03-10"
    form = got(reading, "/sources.json")
    assert {"Outlet 0", "Outlet 1", "Outlet 2"} <= {one["outlet"] for one in form["outlets"]}
    assert (form["reports"], form["counted"]) == (23, True)
    assert form["runs"][0]["failures"] == []


def test_an_actor_of_the_registry_comes_with_names_and_incidents(reading: TestClient) -> None:
    form = got(reading, "/actors/state:IQ.json")
    assert form["actor"]["name"] == "Iraq"
    assert form["holders"]
    assert form["as_actor"] == []


def test_the_network_joins_who_acts_to_whom(reading: TestClient) -> None:
    form = got(reading, "/network.json?from=2024-01-01&to=2024-12-31")
    ids = {node["id"] for node in form["nodes"]}
    assert {"grp:northern", "grp:southern"} <= ids
    assert all({edge["who"], edge["whom"]} <= ids for edge in form["edges"])
    assert got(reading, "/network.json?from=1990-01-01&to=1990-12-31")["nodes"] == []


def test_chains_name_incidents_that_they_hold(reading: TestClient) -> None:
    form = got(reading, "/chains.json")
    ids = {id_ for link in form["links"] for id_ in (link["from"], link["because_of"])}
    assert ids == set(form["incidents"])
    assert {link["basis"] for link in form["links"]} <= {"stated", "inferred"}


def test_chains_of_some_days_leave_out_the_rest(reading: TestClient) -> None:
    whole, none = got(reading, "/chains.json"), got(reading, "/chains.json?from=2090-01-01")
    assert whole["total"] == len(whole["links"]) == whole["stated"] + whole["inferred"] > 0
    assert (none["links"], none["total"], none["stated"]) == ([], 0, whole["stated"])
    assert sum(one["stated"] + one["inferred"] for one in whole["answering"]) == whole["total"]
    one = whole["links"][0]
    assert one["from"] in got(reading, f"/chains.json?from=2090-01-01&with={one['from']}")["incidents"]


def test_reports_come_by_pages_and_by_their_words(reading: TestClient) -> None:
    first = got(reading, "/reports.json?limit=10")
    rest = got(reading, f"/reports.json?limit=1000&after={first['next']}")
    ids = [one["report_id"] for one in (*first["items"], *rest["items"])]
    assert (len(set(ids)), first["total"], rest["next"]) == (23, 23, None)
    assert {one["outlet"] for one in got(reading, "/reports.json?text=OUTLET 2")["items"]} == {"Outlet 2"}


def test_sources_of_a_past_day_are_those_known_then(reading: TestClient) -> None:
    now, then = got(reading, "/sources.json"), got(reading, "/sources.json?as_of=2024-03-02")
    assert 0 < then["reports"] < now["reports"]
    assert then["published"]["last"] <= "2024-03-02"
    assert sum(one["reports"] for one in then["outlets"]) == then["reports"]


def test_the_far_future_knows_what_is_known_now(reading: TestClient) -> None:
    now, then = got(reading, "/overview.json"), got(reading, "/overview.json?as_of=2999-01-01")
    assert then["counts"] == now["counts"]
    assert then["as_of"] == "2999-01-01"


def test_coverage_tells_of_months_and_of_countries_by_name(reading: TestClient) -> None:
    form = got(reading, "/coverage.json?country=Syria")
    assert {one["country"] for one in form["items"]} == {"SY"}
    assert form["countries"] == ["SY"]


def test_a_report_shows_its_marks_where_they_stand(reading: TestClient) -> None:
    listed = got(reading, "/reports.json?text=outlet")["items"][0]
    form = got(reading, f"/reports/{listed['report_id']}.json")
    triggers = [form["text"][one["start"] : one["end"]] for one in form["marks"] if one["kind"] == "trigger"]
    assert triggers == ["shelled"] * listed["claims"]
    assert {claim["incident_id"] for claim in form["claims"]} <= {one["incident_id"] for one in form["incidents"]}


def test_the_past_knows_less(reading: TestClient) -> None:
    now, then = (got(reading, f"/incidents.json?{query}")["total"] for query in ("", "as_of=2024-03-01"))
    assert 0 < then < now
    assert got(reading, "/overview.json?as_of=2024-03-01")["counts"]["incidents"] == then


@pytest.mark.parametrize(
    "address", ["/incidents/inc-none.json", "/reports/r-none.json", "/actors/none.json", "/api/jobs/none", "/nothing"]
)
def test_what_is_not_there_is_told_in_the_one_form(reading: TestClient, address: str) -> None:
    answer = reading.get(address)
    assert answer.status_code == 404
    assert set(answer.json()["error"]) == {"code", "what", "where", "todo"}


def test_an_address_is_answered_from_memory_until_the_case_changes(reading: TestClient) -> None:
    answer = reading.get("/incidents.json?type=ASSAULT")
    again = reading.get("/incidents.json?type=ASSAULT", headers={"if-none-match": answer.headers["etag"]})
    other = reading.get("/incidents.json?type=AID", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content, other.status_code) == (304, b"", 200)


def test_answers_are_pressed_for_who_takes_it(reading: TestClient) -> None:
    pressed = reading.get("/incidents/columns.json", headers={"accept-encoding": "gzip"})
    plain = reading.get("/incidents/columns.json", headers={"accept-encoding": "identity"})
    assert pressed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert pressed.json() == plain.json()


def test_the_data_is_described(reading: TestClient) -> None:
    paths = got(reading, "/openapi.json")["paths"]
    assert {"/overview.json", "/incidents.json", "/queue.json", "/api/decisions", "/api/add"} <= set(paths)
