"""Whole articles on six crises, coded with the tagger that the package brings."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from vedette.coding.code import code
from vedette.model import Coding, Report, to_json
from vedette.reading import read

ARTICLES = Path(__file__).parent / "articles"
CRISES = sorted(path.name for path in ARTICLES.iterdir() if path.is_dir())


@cache
def coded(crisis: str) -> tuple[Report, Coding]:
    report = next(iter(read(str(ARTICLES / crisis / "article.txt"))))
    assert isinstance(report, Report)
    return report, code(report)


def quotes(form: Any) -> Iterator[tuple[str, int, int]]:
    """Give every text, start and end in a JSON form."""
    if isinstance(form, dict):
        if form.get("text") is not None and form.get("start") is not None:
            yield form["text"], form["start"], form["end"]
        form = list(form.values())
    if isinstance(form, list):
        for value in form:
            yield from quotes(value)


@pytest.mark.parametrize("crisis", CRISES)
def test_every_field_quotes_the_body(crisis: str) -> None:
    report, coding = coded(crisis)
    found = list(quotes(to_json(coding)))
    assert found
    assert [text for text, start, end in found if report.text[start:end] != text] == []


@pytest.mark.parametrize("crisis", CRISES)
def test_the_days_of_the_acts_are_found(crisis: str) -> None:
    expected = yaml.safe_load((ARTICLES / crisis / "expected.yaml").read_text("utf-8"))
    days = {row["when"] for row in expected["incidents"] if "when" in row}
    acts = {claim.when.from_ for claim in coded(crisis)[1].claims if claim.type == "ASSAULT"}
    assert len(days - acts) <= 1


@pytest.mark.parametrize("crisis", CRISES)
def test_a_tally_is_read_and_makes_no_claim(crisis: str) -> None:
    coding = coded(crisis)[1]
    expected = yaml.safe_load((ARTICLES / crisis / "expected.yaml").read_text("utf-8"))
    assert {row["low"] for row in expected["tallies"]} <= {tally.low for tally in coding.tallies}
    assert not [claim for claim in coding.claims for tally in coding.tallies if tally.quote.overlaps(claim.trigger)]


def test_the_same_report_gives_the_same_coding() -> None:
    report, coding = coded("sudan")
    assert code(report) == coding
