"""Alpha against the worked examples of K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011)."""

from typing import Any

import pytest

from vedette.measuring.alpha import alpha, between, interval, nominal, ratio

TWO_BINARY = ("0100000010", "1110010000")
TWO_NAMING = ("aabbdcccedda", "babbbcccEddd".lower())
FOUR = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def units(rows: tuple[str, ...], *, numbers: bool = False) -> list[list[Any]]:
    """Turn a row a coder into a list of values a unit; a point is a value that is missing."""
    return [[int(one) if numbers else one for one in unit if one != "."] for unit in zip(*rows, strict=True)]


@pytest.mark.parametrize(
    ("rows", "metric", "expected"),
    [
        (TWO_BINARY, nominal, 0.095),
        (TWO_NAMING, nominal, 0.692),
        (FOUR, nominal, 0.743),
        (FOUR, interval, 0.849),
        (FOUR, ratio, 0.797),
    ],
)
def test_gives_the_published_values(rows: tuple[str, ...], metric: Any, expected: float) -> None:
    found = alpha(units(rows, numbers=rows is FOUR), metric)
    assert found is not None
    assert round(found, 3) == expected


@pytest.mark.parametrize("given", [[], [["a"]], [["a", "a"], ["a", "a"]]])
def test_nothing_to_compare_is_no_alpha(given: list[list[str]]) -> None:
    assert alpha(given) is None


def test_full_agreement_is_one_and_full_disagreement_below_chance() -> None:
    assert alpha([["a", "a"], ["b", "b"]]) == 1
    assert (alpha([["a", "b"], ["b", "a"]]) or 0) < 0


def test_the_interval_holds_alpha_and_is_the_same_each_time() -> None:
    given = units(FOUR)
    limits, value = between(given), alpha(given)
    assert limits is not None
    assert value is not None
    assert limits[0] < value < limits[1]
    assert between(given) == limits


def test_one_unit_has_no_interval() -> None:
    assert between([["a", "b"]]) is None
