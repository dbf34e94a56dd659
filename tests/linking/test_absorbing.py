"""What a poor telling of an act belongs to."""

from itertools import chain
from typing import Any

import pytest

from vedette.linking import link

FULL = {
    "trigger": "stormed",
    "mode": "firearms",
    "actor": "JNIM",
    "target": "the army",
    "place": "Marou",
    "on": "2024-05-06",
    "killed": ("seven soldiers", 7),
}
TOLD = "JNIM fighters stormed a post of the army in Marou on Monday, killing seven soldiers."


def acts(*told: Any, registry: Any) -> list[str]:
    linked = link(
        chain.from_iterable(claims for _, claims in told), reports=[report for report, _ in told], registry=registry
    )
    return sorted(str(one.place.name) for one in linked.incidents if one.type == "ASSAULT")


def test_a_sentence_without_place_or_day_tells_the_act_of_its_report(news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line(TOLD, **FULL),
        line("Gunmen opened fire on the army from the hills.", "opened fire", mode="firearms", target="the army"),
    )
    assert acts(told, registry=registry) == ["Marou"]


def test_what_is_called_another_act_stays_apart(news: Any, line: Any, registry: Any) -> None:
    more = line(
        "In another raid gunmen fired on villagers and left two dead.",
        "fired",
        mode="firearms",
        target="villagers",
        killed=("two", 2),
        on="2024-05-06",
    )
    told = news("Gao Post", "2024-05-07", line(TOLD, **FULL), more)
    assert len(acts(told, registry=registry)) == 2


@pytest.mark.parametrize(("day", "places"), [("2024-05-16", ["Marou"]), ("2024-09-16", ["Marou", "Marou"])])
def test_a_later_report_takes_up_what_was_done_at_the_place_it_names(
    day: str, places: list[str], news: Any, line: Any, registry: Any
) -> None:
    later = line("France condemned the attack on the army in Marou.", "attack", target="the army", place="Marou")
    told = [news("Gao Post", "2024-05-07", line(TOLD, **FULL)), news("Sahel Desk", day, later)]
    assert acts(*told, registry=registry) == places


def test_the_only_act_of_a_day_is_meant_by_a_telling_without_place(news: Any, line: Any, registry: Any) -> None:
    bare = line(
        "Mali lost seven soldiers when JNIM attacked the army on Monday.",
        "attacked",
        mode="firearms",
        actor="JNIM",
        target="the army",
        on="2024-05-06",
    )
    told = [news("Gao Post", "2024-05-07", line(TOLD, **FULL)), news("Sahel Desk", "2024-05-07", bare)]
    assert acts(*told, registry=registry) == ["Marou"]


def test_a_state_of_years_is_no_act(news: Any, line: Any, registry: Any) -> None:
    state = line(
        "Marou has been encircled by JNIM for three years.",
        "encircled",
        actor="JNIM",
        target="Marou",
        place="Marou",
        on="2021-05-01..2024-05-06",
    )
    assert acts(news("Gao Post", "2024-05-07", state), registry=registry) == []


def test_poor_tellings_that_name_one_side_go_together(news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line("JNIM attacked the army in Mopti region.", "attacked", actor="JNIM", target="the army",
             place="Mopti region"),
        line("The army said JNIM had used mortars on Monday.", "used", mode="heavy-weapons", actor="JNIM",
             target="the army", on="2024-05-06"),
    )  # fmt: skip
    assert len(acts(told, registry=registry)) == 1


def test_two_days_of_a_report_are_two_acts(news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line(TOLD, **FULL, time="Monday"),
        line("On Sunday JNIM had shelled the army.", "shelled", mode="heavy-weapons", actor="JNIM",
             target="the army", on="2024-05-05", time="Sunday"),
    )  # fmt: skip
    assert len(acts(told, registry=registry)) == 2


@pytest.mark.parametrize(
    ("text", "trigger", "fields"),
    [
        ("France and JNIM have traded fire almost every day since May 1.", "traded fire",
         {"actor": "JNIM", "on": "2024-05-01", "time": "almost every day since May 1"}),
        ("More than 200 gunmen had been killed by the end of April.", "killed", {"killed": ("200", 200)}),
        ("France has bombed JNIM for more than a decade.", "bombed",
         {"actor": "France", "target": "JNIM", "on": "2014-05-01", "time": "for more than a decade"}),
    ],
)  # fmt: skip
def test_what_keeps_happening_is_no_act(
    *, text: str, trigger: str, fields: dict[str, Any], news: Any, line: Any, registry: Any
) -> None:
    assert acts(news("Gao Post", "2024-05-07", line(text, trigger, **fields)), registry=registry) == []


@pytest.mark.parametrize(
    "text", ["Two men were hurt in the same attack.", "Two men were hurt in that attack.", "Two died in the attack."]
)
def test_what_befell_people_in_that_attack_is_of_the_act_told(text: str, news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line(TOLD, **FULL),
        line(text, "attack", killed=("Two", 2) if "died" in text else None),
    )
    assert acts(told, registry=registry) == ["Marou"]
