"""Groups of different reports, compared by all that each tells of its act."""

from itertools import chain
from typing import Any

from vedette.linking import link

PLACED = {"trigger": "stormed", "mode": "firearms", "target": "the army", "place": "Marou", "on": "2024-05-06"}


def acts(*told: Any, registry: Any) -> list[tuple[str, int | None]]:
    """The place and the best count of the dead of each attack."""
    linked = link(
        chain.from_iterable(claims for _, claims in told), reports=[report for report, _ in told], registry=registry
    )
    found = [one for one in linked.incidents if one.type == "ASSAULT"]
    return sorted((str(one.place.name), one.killed.best if one.killed else None) for one in found)


def test_the_day_of_one_sentence_and_the_toll_of_another_tell_one_act(news: Any, line: Any, registry: Any) -> None:
    one = news(
        "Gao Post", "2024-05-07", line("Gunmen stormed a post of the army in Marou on Monday.", **PLACED),
        line("Seven soldiers were killed.", "killed", killed=("Seven soldiers", 7)),
    )  # fmt: skip
    other = news(
        "Sahel Desk", "2024-05-08",
        line("JNIM said its men had killed seven soldiers in Marou.", "killed", mode="firearms", actor="JNIM",
             place="Marou", killed=("seven soldiers", 7)),
        line("It dated the raid to Monday.", "raid", mode="firearms", on="2024-05-06"),
    )  # fmt: skip
    assert acts(one, other, registry=registry) == [("Marou", 7)]


def test_two_tolls_far_apart_stay_two_acts(news: Any, line: Any, registry: Any) -> None:
    other = {**PLACED, "target": "villagers", "killed": ("thirty people", 30)}
    told = [
        news("Gao Post", "2024-05-07",
             line("Gunmen stormed a post of the army in Marou; seven died.", **PLACED, killed=("seven", 7))),
        news("Sahel Desk", "2024-05-07",
             line("Gunmen stormed huts of villagers in Marou and killed thirty people.", **other)),
    ]  # fmt: skip
    assert len(acts(*told, registry=registry)) == 2
