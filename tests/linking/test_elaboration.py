"""Sentences that tell more of an act their report told before make no incident of their own."""

from typing import Any

import pytest

from vedette.linking import link
from vedette.linking.referring import refers


@pytest.mark.parametrize(
    ("phrase", "known"),
    [
        ("the building", True),
        ("one of them", True),
        ("The other", True),
        ("its two silos", True),
        ("it", True),
        ("a building", False),
        ("the entrances to the Old Town", False),
        ("the Marou barracks", False),
        ("two villages", False),
    ],
)
def test_knows_a_phrase_that_takes_up_something_told(phrase: str, known: bool) -> None:
    assert refers(phrase) is known


def told(news: Any, line: Any, registry: Any, *more: tuple[str, str, dict[str, Any]]) -> list[Any]:
    first = line(
        "Jets struck two depots in Mali on 3 May.",
        "struck",
        actor=["Jets"],
        target=["two depots"],
        place="Mali",
        on="2024-05-03",
        mode="aerial",
    )
    rest = [line(text, trigger, **fields) for text, trigger, fields in more]
    report, claims = news("Alpha", "2024-05-04", first, *rest)
    return list(link(claims, reports=[report], registry=registry).incidents)


@pytest.mark.parametrize(
    "more",
    [
        ("A bomb hit the building at dawn.", "hit", {"target": ["the building"], "mode": "aerial"}),
        ("The missiles struck silos.", "struck", {"target": ["silos"], "weapon": ["The missiles"], "mode": "aerial"}),
        ("Six died, a nurse said.", "died", {"killed": ("Six", 6)}),
        ("Warehouses in Marou were hit.", "hit", {"target": ["Warehouses"], "place": "Marou", "mode": "aerial"}),
    ],
)
def test_tells_more_of_one_act(more: tuple[str, str, dict[str, Any]], news: Any, line: Any, registry: Any) -> None:
    [one] = told(news, line, registry, more)
    assert len(one.claims) == 2


@pytest.mark.parametrize(
    "more",
    [
        ("Gunmen shot a farmer in Marou.", "shot", {"target": ["a farmer"], "place": "Marou", "mode": "firearms"}),
        ("Another raid in Marou hit a mill.", "hit", {"target": ["a mill"], "place": "Marou", "mode": "aerial"}),
    ],
)
def test_keeps_another_act_apart(more: tuple[str, str, dict[str, Any]], news: Any, line: Any, registry: Any) -> None:
    assert len(told(news, line, registry, more)) == 2


def test_keeps_the_tolls_of_two_voices_of_one_report(news: Any, line: Any, registry: Any) -> None:
    one = ("Six died, a nurse said.", "died", {"killed": ("Six", 6)})
    two = ("Police counted nine dead.", "dead", {"killed": ("nine", 9)})
    [incident] = told(news, line, registry, one, two)
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high, len(incident.killed.claims)) == (6, 9, 2)


def test_a_long_sentence_that_two_reports_share_is_one_act(news: Any, line: Any, registry: Any) -> None:
    text = "Rockets were fired at the old barracks in Marou before dawn, hurting nobody, two officials said."
    rest = [f"Something else that only {name} tells its readers at some length." for name in ("Alpha", "Beta")]
    reports, claims = [], []
    for outlet, day, more in (("Alpha", "2024-05-04", rest[0]), ("Beta", None, rest[1])):
        report, made = news(
            outlet, day, line(text, "fired", target=["the old barracks"], place="Marou"), line(more, None)
        )
        reports.append(report)
        claims += made
    assert len(link(claims, reports=reports, registry=registry).incidents) == 1
