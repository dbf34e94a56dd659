"""The table of flat columns."""

import dataclasses
from typing import get_args, get_type_hints

import pytest

from vedette.formats import RECORDS, Column, columns_of, flat
from vedette.formats.columns import parse
from vedette.formats.path import STEP, walk
from vedette.model import Affiliation, Claim, Incident, Outlook, Reaction, RegistryError, Tally

NOUNS = {
    "claim": Claim,
    "incident": Incident,
    "reaction": Reaction,
    "tally": Tally,
    "outlook": Outlook,
    "affiliation": Affiliation,
}
# The case adds these to the JSON form of the noun.
ADDED = {"in_record", "record_low", "record_high", "silent_months", "thin_months", "silent_places", "beside"}
ROWS = [column for record in RECORDS for column in columns_of(record)]


@pytest.mark.parametrize("column", ROWS, ids=lambda column: f"{column.record}-{column.column}")
def test_a_row_is_whole(column: Column) -> None:
    assert column.column.isidentifier() or column.column in {"from", "if"}
    assert all(STEP.fullmatch(step) for step in column.path.split("."))
    assert column.about
    assert not column.about.endswith(".")


@pytest.mark.parametrize("column", [c for c in ROWS if c.record in NOUNS], ids=lambda c: f"{c.record}-{c.column}")
def test_a_path_leads_to_a_field_of_the_noun(column: Column) -> None:
    first = column.path.split(".")[0].split("[")[0]
    fields = {field.name.rstrip("_") for field in dataclasses.fields(NOUNS[column.record])} | ADDED
    assert first in fields
    assert all(key in _inner(NOUNS[column.record], first) for key in _second(column.path))


def _second(path: str) -> list[str]:
    steps = path.split(".")
    return steps[1].split("|") if len(steps) > 1 else []


def _inner(noun: type, name: str) -> set[str]:
    hint = next(hint for key, hint in get_type_hints(noun).items() if key.rstrip("_") == name)
    nouns = [one for one in (hint, *get_args(hint)) if dataclasses.is_dataclass(one)]
    return {field.name.rstrip("_") for one in nouns for field in dataclasses.fields(one)}


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("place.name", ["Arlen"]),
        ("actor.name|text", ["Blue Front", "gunmen"]),
        ("weapon.text", []),
        ("reactions[direction=to].incident_id", ["i-2"]),
        ("nothing.at.all", []),
        ("place.name.deeper", []),
        ("zero", [0]),
    ],
)
def test_walks_a_path(path: str, values: list[object]) -> None:
    form = {
        "place": {"name": "Arlen"},
        "actor": [{"name": "Blue Front", "text": "the front"}, {"name": None, "text": "gunmen"}],
        "weapon": [],
        "zero": 0,
        "reactions": [{"direction": "because_of", "incident_id": "i-1"}, {"direction": "to", "incident_id": "i-2"}],
    }
    assert walk(form, path) == values


def test_a_record_that_says_little_has_all_columns() -> None:
    row = flat({"claim_id": "c-1"}, "claim")
    assert list(row) == [column.column for column in columns_of("claim")]
    assert (row["claim_id"], row["killed_low"], row["actor"]) == ("c-1", None, [])


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("claim\tx\ttext\tx", "five cells"),
        ("claim\tx\tword\tx\tabout", "kind 'word'"),
        ("clam\tx\ttext\tx\tabout", "unknown"),
        ("claim\tx\ttext\tx\tabout\nclaim\tx\ttext\tx\tabout", "twice"),
    ],
)
def test_a_broken_table_is_refused(row: str, problem: str) -> None:
    with pytest.raises(RegistryError, match=problem):
        parse(f"record\tcolumn\tkind\tpath\tabout\n{row}", "columns.tsv")
