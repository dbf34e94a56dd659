"""Each row of furniture.toml finds its `cut` examples and leaves its `keep` examples alone."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from vedette.reading.cues import rules
from vedette.reading.furniture import furniture, reasons_of
from vedette.reading.layout import paragraphs

DATA = tomllib.loads(files("vedette.reading").joinpath("furniture.toml").read_text(encoding="utf-8"))
NEWS = "The two sides have fought over the province for more than ten years, and talks have failed again and again."


def cases(table: str, key: str) -> list[Any]:
    return [pytest.param(text, id=f"{row['reason']}: {text[:40]}") for row in DATA[table] for text in row[key]]


def cut_within(text: str) -> bool:
    raw = f"{NEWS}\n\n{text}\n\n{NEWS}"
    return bool(furniture(raw, paragraphs(raw)))


@pytest.mark.parametrize("text", cases("line", "cut"))
def test_a_line_of_furniture_is_cut_at_the_edge_of_the_text(text: str) -> None:
    assert reasons_of([NEWS, NEWS, text])[2]


@pytest.mark.parametrize("text", cases("line", "keep") + cases("heading", "keep"))
def test_a_line_of_reporting_is_kept_wherever_it_stands(text: str) -> None:
    assert reasons_of([NEWS, text, NEWS]) == [None] * 3
    assert reasons_of([NEWS, NEWS, text]) == [None] * 3
    assert reasons_of([text, NEWS, NEWS]) == [None] * 3


def headings(kind: str) -> list[str]:
    return [text for row in DATA["heading"] if row["kind"] == kind for text in row["cut"]]


@pytest.mark.parametrize("text", headings("note"))
def test_a_heading_of_a_note_is_cut_with_it(text: str) -> None:
    assert all(reasons_of([NEWS, NEWS, text, "Jane Roe is a correspondent for Example News."])[2:])


@pytest.mark.parametrize("text", headings("list") + headings("form"))
def test_a_heading_of_other_matter_is_cut_with_its_list(text: str) -> None:
    assert all(reasons_of([NEWS, NEWS, text, "Mali: who holds the north", "Why talks failed"])[2:])


@pytest.mark.parametrize("text", cases("within", "cut"))
def test_a_credit_inside_a_paragraph_is_cut(text: str) -> None:
    sentence = text if text[0] not in "([" else f"Soldiers stand guard at the gate of the ministry. {text}"
    assert cut_within(sentence)


@pytest.mark.parametrize("text", cases("within", "keep"))
def test_other_words_inside_a_paragraph_are_kept(text: str) -> None:
    assert not cut_within(f"The army showed what was left of the depot {text}")


@pytest.mark.parametrize("text", DATA["about"]["author_cut"])
def test_a_note_on_the_author_is_cut_at_the_end(text: str) -> None:
    assert reasons_of([NEWS, NEWS, text])[2] == "about the author"


@pytest.mark.parametrize("text", DATA["about"]["author_keep"])
def test_news_of_a_journalist_is_kept_at_the_end(text: str) -> None:
    assert reasons_of([NEWS, NEWS, text])[2] is None


def test_each_weight_lies_between_0_and_1() -> None:
    assert all(0 < rule.weight <= 1 for rule in rules().lines)


def test_each_row_within_says_where() -> None:
    assert {rule.where for rule in rules().within} == {"bracket", "end"}
