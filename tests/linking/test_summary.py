"""The sentence that says what an incident was."""

from datetime import date
from typing import Any

import pytest

from vedette.codebook import codebook
from vedette.linking.summary import phrases, summary, wording
from vedette.model import NOWHERE, Party, Place, TollRange

ACTOR = Party(text="a U.S. aircraft", start=0, end=15, name="U.S. forces")
TARGET = Party(text="a depot", start=20, end=27)
PLAIN: dict[str, Any] = {
    "type_": "ASSAULT",
    "mode": "aerial",
    "status": "actual",
    "actors": (ACTOR,),
    "targets": (TARGET,),
    "place": Place(name="Kirkuk"),
    "from_": date(2023, 12, 3),
    "to": date(2023, 12, 3),
    "injured": None,
    "killed": TollRange(low=5, best=5, high=5),
    "aggregate": False,
}

CASES: list[tuple[dict[str, Any], str]] = [
    ({}, "U.S. forces struck a depot in Kirkuk on 3 Dec 2023, killing 5"),
    ({"actors": ()}, "Air strike on a depot in Kirkuk on 3 Dec 2023, killing 5"),
    (
        {"killed": TollRange(low=5, best=7, high=9)},
        "U.S. forces struck a depot in Kirkuk on 3 Dec 2023, killing 7 (5 to 9)",
    ),
    (
        {"killed": TollRange(low=5, best=7, high=None), "status": "claimed"},
        "U.S. forces struck a depot in Kirkuk on 3 Dec 2023, killing at least 5 (claimed)",
    ),
    ({"killed": None, "from_": None, "place": NOWHERE}, "U.S. forces struck a depot by 3 Dec 2023"),
    (
        {"killed": TollRange(low=0, best=0, high=0), "injured": TollRange(low=0, best=0, high=0), "status": "thwarted"},
        "U.S. forces struck a depot in Kirkuk on 3 Dec 2023, without casualties (thwarted)",
    ),
    (
        {"killed": None, "from_": None, "to": None, "targets": (), "aggregate": True},
        "U.S. forces struck an unnamed target in Kirkuk on an unknown day (several times)",
    ),
]


@pytest.mark.parametrize(("given", "expected"), CASES)
def test_says_it_in_one_sentence(given: dict[str, Any], expected: str) -> None:
    assert summary(**{**PLAIN, **given}) == expected


def test_every_type_has_its_words() -> None:
    assert set(phrases()) == set(codebook().types)


@pytest.mark.parametrize("type_", sorted(phrases()))
def test_every_worded_mode_is_in_the_codebook(type_: str) -> None:
    modes = {key for key, value in phrases()[type_].items() if isinstance(value, dict)}
    assert modes <= set(codebook().types[type_].modes)
    assert all(wording(type_, mode)["verb"] for mode in (None, *modes))
