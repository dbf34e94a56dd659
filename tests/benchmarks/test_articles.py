"""The hand-coded articles: is every row of theirs well formed and borne out by its text?"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ARTICLES = Path(__file__).resolve().parents[2] / "benchmarks" / "articles"
FOLDERS = sorted(path.parent for path in ARTICLES.glob("*/expected.yaml"))
SECTIONS = ("incidents", "aggregates", "tallies", "statements", "outlooks")
EVENTS = ("incidents", "aggregates", "statements")
KEYS = {"title", "published", "furniture", "actors", "not", *SECTIONS}
FIELDS = set(
    "id type mode status when from to place actor target killed injured weapon source cause what quote note speaker "
    "against parties".split()
)
TYPES = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
RELATIONS = {"part_of", "backed_by", "linked_to", "allied_with", "leads"}
STATUSES = {"actual", "claimed", "denied", "planned", "hypothetical", "thwarted"}
DAY = re.compile(r"(on or before |from |after )?\d{4}-\d\d-\d\d|\d{4}")
# The sentences that benchmarks/seed.py understands.
ABSENT = re.compile(
    r"\w+ placed at .+|one incident with \d+.*|anything dated \d{4} other than \w+.*|.*'[^']+'.*"
    r"|an? \w+ .*as having happened.*"
)

pytestmark = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def _expected(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))
    return loaded


def _text(folder: Path) -> str:
    return (folder / "article.txt").read_text("utf-8")


def _rows(folder: Path, sections: tuple[str, ...]) -> list[dict[str, Any]]:
    expected = _expected(folder)
    return [row for section in sections for row in expected.get(section, [])]


def test_sections_are_known(folder: Path) -> None:
    assert set(_expected(folder)) <= KEYS


def test_article_has_the_length_of_an_explainer(folder: Path) -> None:
    assert 200 <= len(_text(folder).split()) <= 900


def test_title_is_a_line_of_the_text(folder: Path) -> None:
    assert _expected(folder)["title"] in _text(folder).splitlines()


def test_published_is_a_day_or_a_reasoned_interval(folder: Path) -> None:
    published = _expected(folder)["published"]
    assert published["start"] == published["end"] or (published["start"] < published["end"] and published["year_from"])


def test_ids_are_unique(folder: Path) -> None:
    ids = [row["id"] for row in _rows(folder, SECTIONS)]
    assert len(ids) == len(set(ids))


def test_furniture_stands_in_the_text(folder: Path) -> None:
    pieces = [part for text in _expected(folder)["furniture"] for part in text.split(" / ")]
    assert [piece for piece in pieces if re.sub(r"\.\.\..*", "", piece).strip("( ") not in _text(folder)] == []


def test_events_have_known_fields_types_and_statuses(folder: Path) -> None:
    rows = _rows(folder, EVENTS)
    assert [row for row in rows if not set(row) <= FIELDS or row["type"] not in TYPES] == []
    assert {row.get("status", "actual") for row in rows} <= STATUSES


def test_days_are_written_so_that_they_can_be_compared(folder: Path) -> None:
    days = [str(row["when"]) for row in _rows(folder, EVENTS) if "when" in row]
    assert [day for day in days if not DAY.fullmatch(day)] == []


def test_words_of_statements_stand_in_the_text(folder: Path) -> None:
    text = _text(folder)
    quotes = [row["quote"] for row in _rows(folder, EVENTS) if "quote" in row]
    told = [word for row in _rows(folder, ("statements",)) for word in str(row.get("what", "")).split()]
    assert [quote for quote in quotes if quote not in text] == []
    assert [word for word in told if word not in text] == []


def test_causes_are_rows_or_words_of_the_text(folder: Path) -> None:
    ids = {row["id"] for row in _rows(folder, SECTIONS)}
    causes = [row["cause"] for row in _rows(folder, EVENTS) if "cause" in row]
    assert [cause for cause in causes if cause not in ids and cause not in _text(folder)] == []


def test_relations_between_actors_are_known(folder: Path) -> None:
    actors = _expected(folder).get("actors", [])
    assert {row["rel"] for row in actors} <= RELATIONS
    assert [row for row in actors if "hedge" in row and row["hedge"] not in _text(folder)] == []


def test_conditions_of_outlooks_stand_in_the_text(folder: Path) -> None:
    outlooks = _expected(folder).get("outlooks", [])
    assert [row["if"] for row in outlooks if "if" in row and row["if"] not in _text(folder)] == []


def test_absent_things_are_said_in_a_form_that_is_understood(folder: Path) -> None:
    assert [text for text in _expected(folder)["not"] if not ABSENT.fullmatch(text)] == []
