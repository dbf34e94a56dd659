"""Grades and their reasons."""

from itertools import chain
from typing import Any

import pytest

from vedette.linking import link

HIT = {
    "trigger": "attacked",
    "mode": "firearms",
    "actor": "JNIM",
    "target": "the army",
    "place": "Marou",
    "on": "2024-05-06",
    "killed": ("seven soldiers", 7),
}
TEXT = "JNIM or ISGS attacked the army in Marou, killing seven soldiers, {} said, as the army knows."

GRADES: dict[str, tuple[list[dict[str, Any]], str, str]] = {
    "one voice": ([{}], "Weak", "one voice only"),
    "two voices": ([{}, {}], "Fair", "2 independent voices"),
    "the doer says so": ([{"source": "JNIM"}, {}], "Confirmed", "JNIM says so itself"),
    "the doer tells of no target": ([{"source": "JNIM", "target": ()}], "Weak", "one voice only"),
    "two doers": ([{}, {"actor": "ISGS"}], "Contested", "laid to JNIM and to Islamic State Sahel"),
    "a denial": ([{}, {"status": "denied", "source": "JNIM"}], "Contested", "denied by JNIM"),
    "more deny than claim": ([{"status": "claimed"}, {"status": "denied"}, {"status": "denied"}], "Discounted", "deny"),
}


@pytest.mark.parametrize(("given", "expected"), [(given, rest) for given, *rest in GRADES.values()], ids=GRADES)
def test_grades(given: list[dict[str, Any]], expected: list[str], news: Any, line: Any, registry: Any) -> None:
    told = [
        news(f"Outlet {i}", "2024-05-07", line(TEXT.format(f"source {i}"), **{**HIT, **one}))
        for i, one in enumerate(given)
    ]
    (one,) = link(
        chain.from_iterable(claims for _, claims in told), reports=[report for report, _ in told], registry=registry
    ).incidents
    assert one.grade == expected[0]
    assert expected[1] in one.grade_reason


def test_more_voices_make_surer(news: Any, line: Any, registry: Any) -> None:
    sure = []
    for count in (1, 2):
        told = [news(f"Outlet {i}", "2024-05-07", line(TEXT.format(i), **HIT, probability=0.6)) for i in range(count)]
        (one,) = link(
            chain.from_iterable(claims for _, claims in told), reports=[report for report, _ in told], registry=registry
        ).incidents
        sure.append(one.confidence)
    assert sure == [0.6, 0.84]
