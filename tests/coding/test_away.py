"""Places so and so far from a town, in a direction."""

import pytest

from vedette.coding.away import Away, away, with_lead
from vedette.model import Span, WherePrecision


@pytest.mark.parametrize(
    ("before", "kilometres", "bearing"),
    [
        ("a ship 60 nautical miles southeast of ", 111.12, 135),
        ("80 km north of ", 80, 0),
        ("some 15 kilometres (9 miles) east of the town of ", 15, 90),
        ("20 miles to the south-west of ", 32.19, 225),
        ("1,200 km west of ", 1200, 270),
    ],
)
def test_reads_how_far_and_whither(before: str, kilometres: float, bearing: float) -> None:
    found = away(before)
    assert found
    assert (round(found.kilometres, 2), found.bearing) == (kilometres, bearing)


@pytest.mark.parametrize("before", ["", "north of ", "80 km from ", "fired 80 rockets north of ", "0 km north of "])
def test_reads_no_way_where_none_is_told(before: str) -> None:
    assert away(before) is None


@pytest.mark.parametrize(
    ("kilometres", "bearing", "end", "precision"),
    [
        (111.19, 0, (1.0, 179.9), WherePrecision.SECOND_ORDER),
        (55.6, 90, (0.0, -179.6), WherePrecision.NEAR),
        (1000, 180, (-8.9932, 179.9), WherePrecision.AREA),
    ],
)
def test_leads_to_a_point(
    kilometres: float, bearing: float, end: tuple[float, float], precision: WherePrecision
) -> None:
    way = Away(kilometres=kilometres, bearing=bearing)
    assert way.end(0.0, 179.9) == pytest.approx(end, abs=1e-3)
    assert way.precision == precision


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("struck 80 km north of Goma", "Goma", "80 km north of Goma"),
        ("struck 80 km north of Goma", "north of Goma", "80 km north of Goma"),
        ("killed near Djibo", "Djibo", "near Djibo"),
        ("killed in the Sahel", "Sahel", "Sahel"),
        ("fired 80 shells at Goma", "Goma", "Goma"),
    ],
)
def test_takes_what_leads_up_to_a_phrase(text: str, name: str, whole: str) -> None:
    start = text.index(name)
    assert with_lead(Span(text=name, start=start, end=start + len(name)), text).text == whole
