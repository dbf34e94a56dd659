"""The crisis benchmark: its truth fits its reports, and its scores count what they say."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.crisis_match import matched
from benchmarks.crisis_record import Record
from benchmarks.crisis_score import scores_of
from vedette.linking import Linked
from vedette.model import Incident, Place, TollRange, WherePrecision
from vedette.model.incident import ReportRef

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks"
CRISES = [
    "crisis_sahel",
    "crisis_steppe",
    "crisis_lakes",
    "crisis_strait",
    "crisis_levant",
    "crisis_savanna",
    "crisis_tigris",
]


def truth_of(crisis: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((FOLDER / crisis / "truth.yaml").read_text("utf-8"))
    return read


def rows_of(crisis: str) -> dict[str, Any]:
    lines = (FOLDER / crisis / "reports.jsonl").read_text("utf-8").splitlines()
    return {row["url"]: row for row in map(json.loads, lines)}


@pytest.mark.parametrize("crisis", CRISES)
def test_every_report_has_a_row_and_every_row_a_report(crisis: str) -> None:
    truth, rows = truth_of(crisis), rows_of(crisis)
    assert {row["url"] for row in truth["reports"].values()} == set(rows)
    assert all(str(row["published"]) == rows[row["url"]]["date"] for row in truth["reports"].values())


@pytest.mark.parametrize("crisis", CRISES)
def test_what_tells_and_answers_an_act_is_in_the_truth(crisis: str) -> None:
    truth, rows = truth_of(crisis), rows_of(crisis)
    ids = {row["id"] for row in truth["incidents"]}
    for row in truth["incidents"]:
        assert set(row["told_by"]) <= set(truth["reports"])
        assert row["from"] <= row["to"]
        for cause in row.get("because_of", []):
            assert cause["incident"] in ids
            assert cause["words"] in rows[truth["reports"][cause["report"]]["url"]]["text"]


def act(name: str, lat: float, day: date, dead: int) -> Incident:
    return Incident(
        incident_id=name,
        type="ASSAULT",
        mode="firearms",
        status="actual",
        from_=day,
        to=day,
        date_precision=None,
        place=Place(name=name, lat=lat, lon=0.0, country="ML", precision=WherePrecision.EXACT),
        killed=TollRange(low=dead, best=dead, high=dead),
        reports=(ReportRef(report_id="r1", url="u", outlet=None, published=day),),
    )


ROW: dict[str, Any] = {
    "id": "a",
    "type": "ASSAULT",
    "mode": "firearms",
    "from": date(2024, 5, 6),
    "to": date(2024, 5, 6),
    "place": {"name": "Marou", "country": "ML", "lat": 14.0, "lon": 0.0, "precision": 1},
    "killed": {"low": 5, "best": 7, "high": 7},
    "told_by": ["one"],
}


def scored(*incidents: Incident) -> dict[str, float]:
    return scores_of(matched([ROW], Record(linked=Linked(incidents=incidents), key_of={"r1": "one"})))


def test_an_act_found_once_scores_one() -> None:
    found = scored(act("Marou", 14.1, date(2024, 5, 7), 6))
    assert [found[name] for name in ("incident_f1", "date_within_a_day", "place_within_25_km", "toll_within")] == [
        1.0
    ] * 4


def test_a_second_telling_is_a_duplicate_and_a_far_one_made_up() -> None:
    day = date(2024, 5, 6)
    found = scored(act("Marou", 14.0, day, 6), act("near", 14.0, day, 9), act("far", 18.0, day, 6))
    assert (found["duplicates"], found["made_up"], round(found["incident_precision"], 2)) == (1.0, 1.0, 0.33)
