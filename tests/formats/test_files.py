"""Records as CSV, JSON, GeoJSON and Parquet."""

import csv
import io
import json
from datetime import date
from typing import Any

import polars
import pytest

from vedette.formats import columns_of, geojson, jsonl, parquet
from vedette.formats import csv as csv_file
from vedette.model import DatePrecision, Incident, Party, Place, TollRange, WherePrecision, to_json

TOWN = Place(name="Arlen", lat=-1.5, lon=30.25, country="QX", precision=WherePrecision.EXACT, basis="site")
MILITIA = Party(text="the “Blue” militia", start=0, end=18, name="Milice bleue, l'Étoile")


def incident(**changes: Any) -> dict[str, Any]:
    fields = {
        "incident_id": "incident-1",
        "type": "ASSAULT",
        "mode": "aerial",
        "status": "actual",
        "from_": date(2031, 3, 4),
        "to": date(2031, 3, 5),
        "date_precision": DatePrecision.FEW_DAYS,
        "place": TOWN,
        "actors": (MILITIA,),
        "weapons": ("mortars", "a drone"),
        "killed": TollRange(low=3, best=4, high=None),
        "summary": "Two\nlines",
    }
    form = to_json(Incident(**(fields | changes)))
    assert isinstance(form, dict)
    return form


def read_back(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_comes_back_as_it_went() -> None:
    [row] = read_back("".join(csv_file.rows([incident()], "incident")))
    assert (row["actors"], row["weapons"]) == ("Milice bleue, l'Étoile", "mortars; a drone")
    assert (row["killed_low"], row["killed_high"], row["lat"]) == ("3", "", "-1.5")
    assert (row["summary"], row["aggregate"]) == ("Two\nlines", "false")


def test_csv_for_a_spreadsheet_has_mark_and_line_ends() -> None:
    text = "".join(csv_file.rows([incident(summary="")], "incident", spreadsheet=True))
    assert text.startswith("\ufeffincident_id,")
    assert text.count("\r\n") == text.count("\n") == 2


def test_csv_for_a_pipe_has_neither() -> None:
    text = "".join(csv_file.rows([incident()], "incident"))
    assert text.startswith("incident_id,")
    assert "\r" not in text


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-2", "@SUM(A1)", "\tx", '=HYPERLINK("http://x")'])
def test_a_formula_is_disarmed(text: str) -> None:
    [row] = read_back("".join(csv_file.rows([incident(summary=text)], "incident")))
    assert row["summary"] == f"'{text}"


def test_no_records_leave_the_heading() -> None:
    assert read_back("".join(csv_file.rows([], "incident"))) == []


def test_json_lines_keep_letters_and_stay_on_a_line() -> None:
    text = "".join(jsonl.lines([incident(), incident()]))
    assert "Étoile" in text
    assert [json.loads(line)["summary"] for line in text.splitlines()] == ["Two\nlines"] * 2


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_json_document_is_one_array(count: int) -> None:
    assert len(json.loads("".join(jsonl.document([incident()] * count)))) == count


def test_geojson_points_are_longitude_latitude() -> None:
    whole = json.loads("".join(geojson.collection([incident(), incident(place=Place(name="somewhere"))])))
    assert whole["type"] == "FeatureCollection"
    assert whole["features"][0]["geometry"] == {"type": "Point", "coordinates": [30.25, -1.5]}
    assert whole["features"][0]["properties"]["actors"] == ["Milice bleue, l'Étoile"]
    assert whole["features"][1]["geometry"] is None


def test_parquet_is_typed() -> None:
    frame = polars.read_parquet(io.BytesIO(parquet.bytes_of([incident(), incident(from_=None)], "incident")))
    assert frame["from"].to_list() == [date(2031, 3, 4), None]
    assert frame["weapons"].to_list()[0] == ["mortars", "a drone"]
    assert (frame.schema["killed_low"], frame.schema["aggregate"]) == (polars.Int64, polars.Boolean)


def test_parquet_without_records_has_its_columns() -> None:
    frame = polars.read_parquet(io.BytesIO(parquet.bytes_of([], "incident")))
    assert (frame.height, frame.columns) == (0, [column.column for column in columns_of("incident")])
