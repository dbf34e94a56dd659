"""An act and the act that it answers keep their own days and places."""

from dataclasses import replace
from typing import Any

import pytest

from vedette.linking import link
from vedette.linking.untangling import answers, untangled
from vedette.model import Claim

STRUCK = "The army called the strike on JNIM a reprisal for the ambush near Marou on May 4."


def told_together(news: Any, line: Any) -> tuple[Claim, Claim]:
    """A strike, and the ambush that it answers, whose day and place coding gave to both."""
    cause = "the ambush near Marou on May 4"
    shared = {"mode": "aerial", "place": "Marou", "on": "2024-05-04", "time": "May 4"}
    _, strike = news("Gao Post", "2024-05-07", line(STRUCK, "strike", actor="the army", cause=cause, **shared))
    _, ambush = news("Gao Post", "2024-05-07", line(STRUCK, "ambush", **{**shared, "mode": "firearms"}))
    return strike[0], ambush[0]


def test_an_answer_does_not_take_the_day_and_place_of_what_it_answers(news: Any, line: Any) -> None:
    strike, ambush = untangled(told_together(news, line))
    assert (strike.when.known, strike.place.known) == (False, False)
    assert (ambush.when.known, ambush.place.name) == (True, "Marou")


def test_what_is_answered_does_not_take_the_day_of_its_answer(news: Any, line: Any) -> None:
    text = "JNIM fired rockets at Tessit on Monday in revenge for the killing of its leader."
    shared = {"on": "2024-05-06", "time": "Monday"}
    cause = "the killing of its leader"
    _, fired = news("Gao Post", "2024-05-07", line(text, "fired", actor="JNIM", cause=cause, place="Tessit", **shared))
    _, killing = news("Gao Post", "2024-05-07", line(text, "killing", **shared))
    inherited = replace(killing[0], when=replace(killing[0].when, inherited=True))
    assert [one.when.known for one in untangled((fired[0], inherited))] == [True, False]


def test_an_answer_is_not_what_it_answers(news: Any, line: Any) -> None:
    strike, ambush = told_together(news, line)
    assert answers(strike, ambush)
    assert not answers(ambush, strike)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The post in Marou last came under fire in May, when shells wounded two guards.", 1),
        ("The post in Marou last came under fire in May, and shells wounded two guards later.", 2),
    ],
)
def test_when_joins_how_an_act_came_about(text: str, acts: int, news: Any, line: Any, registry: Any) -> None:
    shared = {"mode": "heavy-weapons", "on": "2024-05-01..2024-05-31", "time": "May"}
    fire = line(text, "fire", place="Marou", target="The post", **shared)
    wounded = line(text, "wounded", injured=("two guards", 2), **shared)
    report, first = news("Gao Post", "2024-07-07", fire)
    _, second = news("Gao Post", "2024-07-07", wounded)
    assert len(link((*first, *second), reports=[report], registry=registry).incidents) == acts
