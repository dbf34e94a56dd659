"""Names with a word of kind, and roads between two towns."""

import pytest

from vedette.coding.site_names import ends_of_a_road, is_end_of_a_road, site_named
from vedette.coding.toponyms import toponyms
from vedette.model import Span
from vedette.registry import load, load_gazetteer


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("Hmeimim airbase", "Hmeimim Air Base"),
        ("Al Udeid airbase", "Al Udeid Air Base"),
        ("Evin jail", "Evin prison"),
        ("Paris prison", None),
        ("Al Udeid", None),
    ],
)
def test_a_site_may_be_called_by_its_name_and_kind(name: str, site: str | None) -> None:
    found = [spot.name for spot in site_named(name, load_gazetteer())]
    assert site in found if site else not found


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("the Gao-Ansongo road", ["Gao", "Ansongo"]),
        ("the Gao–Ansongo highway", ["Gao", "Ansongo"]),
        ("the Bab-el-Mandeb strait", ["Bab-el-Mandeb"]),
    ],
)
def test_a_road_has_two_ends(text: str, ends: list[str]) -> None:
    name = text.split()[1]
    start = text.index(name)
    whole = Span(text=name, start=start, end=start + len(name))
    found = list(ends_of_a_road(whole, text))
    assert [end.text for end in found] == ends
    assert all(is_end_of_a_road(end, text) == (len(ends) == 2) for end in found)


def test_a_road_is_near_its_ends() -> None:
    text = "the Gao-Ansongo road in Mali"
    name = Span(text="Gao-Ansongo road", start=4, end=20)
    found = toponyms(text, gazetteer=load_gazetteer(), registry=load(), names=(name,))
    assert [(one.name, one.near) for one in found[:2]] == [("Gao", True), ("Ansongo", True)]


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("the Al Dhafra airbase", "Dhafra", "Al Dhafra"),
        ("the town of as-Suwayda", "Suwayda", "as-Suwayda"),
        ("at Kherson", "Kherson", "Kherson"),
    ],
)
def test_a_name_keeps_the_article_that_a_tagger_cut_off(text: str, name: str, kept: str) -> None:
    start = text.index(name)
    span = Span(text=name, start=start, end=start + len(name))
    assert [one.name for one in toponyms(text, gazetteer=load_gazetteer(), registry=load(), names=(span,))] == [kept]
