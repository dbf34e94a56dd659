"""Whose dead they were, and who is held responsible."""

from itertools import chain
from typing import Any

import pytest

from vedette.linking import link
from vedette.linking.rules.sides import parts

SIDES: dict[str, tuple[str, str, str | tuple[str, ...], dict[str, tuple[int, int | None]]]] = {
    "soldiers of those attacked": ("seven soldiers", "JNIM", "the army", {"target": (7, 7)}),
    "soldiers of those who attacked": ("seven soldiers", "the army", "militants", {"actor": (7, 7)}),
    "fighters of those attacked": ("nine fighters", "the army", "JNIM", {"target": (9, 9)}),
    "attackers": ("two attackers", "JNIM", "the army", {"actor": (2, 2)}),
    "members by name": ("four JNIM members", "the army", "JNIM", {"target": (4, 4)}),
    "villagers": ("six villagers", "JNIM", "the army", {"civilian": (6, 6)}),
    "two kinds": (
        "three soldiers and two farmers",
        "JNIM",
        "the army",
        {"target": (3, 3), "civilian": (2, 2)},
    ),
    "a part of many": ("ten people, including four children", "JNIM", (), {"civilian": (4, 10)}),
    "people, where villagers were attacked": ("eleven people", "JNIM", "villagers", {"civilian": (11, 11)}),
    "people, where an army was attacked": ("eleven people", "JNIM", "the army", {"target": (11, 11)}),
    "people in a place": ("eleven people", "JNIM", (), {}),
}


@pytest.mark.parametrize(("phrase", "actor", "target", "expected"), SIDES.values(), ids=SIDES)
def test_tells_whose_dead_they_were(
    *, phrase: str, actor: str, target: Any, expected: dict[str, Any], news: Any, line: Any
) -> None:
    from vedette.coding.toll import toll

    figure = toll(phrase)
    assert figure is not None
    text = f"{actor} raided the town of villagers, the army, JNIM and militants, killing {phrase}."
    given = line(text, "raided", actor=actor, target=target, killed=(phrase, figure.best, figure.high))
    _, (claim,) = news("Outlet", "2024-05-07", given)
    found = parts(claim, claim.killed)
    assert {side: (one.low, one.high) for side, one in found.items()} == expected


HIT: dict[str, Any] = {
    "trigger": "attacked",
    "mode": "firearms",
    "actor": "JNIM",
    "target": "the army",
    "place": "Marou",
    "on": "2024-05-06",
}
TEXT = "JNIM or ISGS attacked the army in Marou, killing {}, France said, as the army and {} know."


def incident(told: list[dict[str, Any]], news: Any, line: Any, registry: Any) -> Any:
    """The one incident of reports that differ as given."""
    made = [
        news(f"Outlet {i}", "2024-05-07", line(TEXT.format(one.pop("of", "nobody"), f"source {i}"), **{**HIT, **one}))
        for i, one in enumerate(told)
    ]
    (found,) = link(
        chain.from_iterable(claims for _, claims in made), reports=[report for report, _ in made], registry=registry
    ).incidents
    return found


def test_sides_and_what_they_leave_of_the_whole(news: Any, line: Any, registry: Any) -> None:
    told = [
        {"of": "seven soldiers", "killed": ("seven soldiers", 7)},
        {"of": "ten people, including two farmers", "killed": ("ten people, including two farmers", 10)},
    ]
    found = incident(told, news, line, registry)
    assert (found.killed.low, found.killed.high) == (7, 10)
    assert {one.side: (one.low, one.best) for one in found.killed_by_side} == {
        "target": (7, 7),
        "civilian": (2, 2),
        "unknown": (0, found.killed.best - 9),
    }
    assert all(one.claims for one in found.killed_by_side)


def test_no_side_is_told_where_no_claim_tells_one(news: Any, line: Any, registry: Any) -> None:
    found = incident(
        [{"of": "seven people", "killed": ("seven people", 7), "target": (), "mode": "explosives"}],
        news,
        line,
        registry,
    )
    assert found.killed_by_side == ()


def test_who_is_held_responsible_by_whom(news: Any, line: Any, registry: Any) -> None:
    told = [
        {"source": "JNIM"},
        {"source": "France"},
        {},
        {"status": "denied", "source": "JNIM"},
    ]
    found = incident(told, news, line, registry)
    assert [(one.party.actor_id, one.stance, one.by) for one in found.responsibility] == [
        ("grp:jnim", "accused", ("France", "Outlet 2")),
        ("grp:jnim", "claimed", ("JNIM",)),
        ("grp:jnim", "denied", ("JNIM",)),
    ]
    assert found.grade == "Contested"


def test_each_of_two_named_doers_has_those_who_name_it(news: Any, line: Any, registry: Any) -> None:
    found = incident([{}, {}, {"actor": "ISGS"}], news, line, registry)
    assert [(one.party.actor_id, one.stance, len(one.by)) for one in found.responsibility] == [
        ("grp:jnim", "accused", 2),
        ("grp:isgs", "accused", 1),
    ]
