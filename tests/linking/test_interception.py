"""What was brought down is a failed attack, not a blow of those who brought it down."""

from dataclasses import replace
from typing import Any

import pytest

from vedette.linking import link
from vedette.linking.interception import as_attack
from vedette.model import Claim, Party, Span


def downed(news: Any, line: Any, text: str, trigger: str, what: str, **fields: Any) -> Claim:
    """A claim whose target is nameless."""
    _, claims = news("Gao Post", "2024-05-07", line(text, trigger, **fields))
    start = text.index(what)
    return replace(claims[0], target=(Party(text=what, start=start, end=start + len(what)),))


@pytest.mark.parametrize(
    ("text", "words", "mode"),
    [
        ("Air defences of the army shot down three drones over Marou.", ("shot down", "three drones"), "drone"),
        ("The army intercepted two rockets near Marou.", ("intercepted", "two rockets"), "heavy-weapons"),
        ("The army destroyed four unmanned boats heading for Marou.", ("destroyed", "four unmanned boats"), "drone"),
    ],
)
def test_takes_an_interception_for_the_attack(
    text: str, words: tuple[str, str], mode: str, news: Any, line: Any
) -> None:
    claim = as_attack(downed(news, line, text, *words, actor="the army", place="Marou"))
    assert (claim.actor, claim.target, claim.status, claim.mode) == ((), (), "thwarted", mode)
    assert [span.text for span in claim.weapon] == [words[1]]


@pytest.mark.parametrize(
    ("text", "trigger", "what"),
    [
        ("The army shot down a surveillance drone over Marou.", "shot down", "a surveillance drone"),
        ("The army destroyed two rockets in a depot of Marou.", "destroyed", "two rockets"),
        ("The army shot down a helicopter over Marou.", "shot down", "a helicopter"),
    ],
)
def test_a_blow_against_a_craft_or_a_store_stays_one(text: str, trigger: str, what: str, news: Any, line: Any) -> None:
    told = downed(news, line, text, trigger, what, actor="the army", place="Marou")
    assert as_attack(told) == told


def test_an_interception_is_of_the_attack_told_beside_it(news: Any, line: Any, registry: Any) -> None:
    first = "JNIM sent drones at Marou on May 6."
    second = "The army shot down nine drones, it said."
    report, claims = news(
        "Gao Post",
        "2024-05-07",
        line(first, "sent", mode="drone", actor="JNIM", place="Marou", on="2024-05-06", time="May 6"),
        line(second, "shot down", actor="the army"),
    )
    at = report.text.index("nine drones")
    nine = Party(text="nine drones", start=at, end=at + 11)
    result = link((claims[0], replace(claims[1], target=(nine,))), reports=[report], registry=registry)
    assert len(result.incidents) == 1
    assert [party.name for party in result.incidents[0].actors] == ["JNIM"]
    assert Span(text="nine drones", start=at, end=at + 11).text in result.incidents[0].weapons


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Two drones flew at Marou; one was shot down by the army.", "shot down"),
        ("The army brought down a drone that was approaching Marou.", "brought down"),
    ],
)
def test_takes_what_the_words_alone_tell_to_have_come_down(text: str, trigger: str, news: Any, line: Any) -> None:
    _, claims = news("Gao Post", "2024-05-07", line(text, trigger, actor="the army"))
    claim = as_attack(claims[0])
    assert (claim.actor, claim.status) == ((), "thwarted")


def test_counts_none_of_those_shot_down_as_dead(news: Any, line: Any) -> None:
    text = "Of 158 missiles 114 of them had been shot down."
    claim = downed(news, line, text, "shot down", "114 of them", killed=("114 of them", 114))
    assert as_attack(claim).killed is None
