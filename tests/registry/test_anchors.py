"""Anchor events."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from vedette.model import RegistryError
from vedette.registry.anchors import ANCHORS, anchors_in, load_anchors

ROWS = tomllib.loads(ANCHORS.read_text(encoding="utf-8"))["event"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["id"]))
def test_each_row_is_whole(row: dict[str, object]) -> None:
    assert set(row) <= {"id", "name", "date", "words", "alone"}
    assert re.fullmatch(r"[a-z0-9-]+", str(row["id"]))
    assert isinstance(row["date"], date)
    assert date(2000, 1, 1) <= row["date"]
    assert isinstance(row["words"], list)
    assert row["words"]
    assert row.get("alone", True) is True


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["id"]))
def test_no_row_means_everything(row: dict[str, list[str]]) -> None:
    plain = "The council met on Tuesday to discuss the price of bread and the repair of two bridges in the north."
    assert not any(re.search(word, plain, re.IGNORECASE) for word in row["words"])


def test_ids_are_unique() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_gives_the_events_in_order_of_time() -> None:
    days = [anchor.date for anchor in load_anchors()]
    assert days == sorted(days)
    assert len(days) >= 120


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Shelling has not stopped since Russia's full-scale invasion of Ukraine on Feb. 24.", "ukraine-invasion"),
        ("The Taliban, who returned to power in August, deny it.", "kabul-falls"),
        ("Fighting between the army and the Rapid Support Forces erupted on April 15.", "sudan-war"),
        ("Soldiers overthrew President Mohamed Bazoum on July 26.", "niger-coup"),
        ("He was killed like General Qassem Soleimani, in a strike on the airport.", "soleimani-killed"),
        ("The fall of Bashar al-Assad emptied the prisons.", "assad-falls"),
        ("The outbreak of the Israeli-Palestinian conflict on Oct. 7 changed that.", "october-7"),
    ],
)
def test_finds_the_event_that_a_sentence_names(sentence: str, event: str) -> None:
    assert event in {anchor.id for anchor in anchors_in(sentence)}


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ('id = "x"\nname = "x"\ndate = 2001-01-01', "no words"),
        ('id = "x"\nname = "x"\ndate = 2001-01-01\nwords = ["("]', "in its words"),
    ],
)
def test_names_the_row_that_is_wrong(tmp_path: Path, row: str, wrong: str) -> None:
    path = tmp_path / "anchors.toml"
    path.write_text(f"[[event]]\n{row}\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=f"event 'x': .*{wrong}"):
        load_anchors(path)
