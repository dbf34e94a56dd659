"""Acts that one sentence dates by each other."""

import pytest

from tests.coding.dated import ON_WEDNESDAY, bounds, day, document, mark
from vedette.coding.when import when_of


@pytest.mark.parametrize(
    ("text", "first", "final"),
    [
        ("Gunmen raided a base on Monday, two days after rebels shelled the town.", "2023-12-09", "2023-12-09"),
        (
            "Gunmen raided a base on Monday, it said, a day after rebels shelled Arlen.",
            "2023-12-10",
            "2023-12-10",
        ),
        ("Gunmen raided a base on Monday, just three days after rebels shelled Arlen.", "2023-12-08", "2023-12-08"),
        ("Gunmen raided a base on Monday, hours after rebels shelled the town.", "2023-12-10", "2023-12-11"),
        ("Gunmen raided a base on Monday, two days before rebels shelled the town.", "2023-12-13", "2023-12-13"),
        ("Gunmen raided a base two days after rebels shelled it on Friday.", "2023-12-08", "2023-12-08"),
    ],
)
def test_the_act_after_the_gap_counts_from_the_one_before(text: str, first: str, final: str) -> None:
    time = "Monday" if "Monday" in text else "Friday"
    raided = mark(text, "raided", time=time) if time == "Monday" else mark(text, "raided")
    shelled = mark(text, "shelled", time=time) if time == "Friday" else mark(text, "shelled")
    told = document([(text, (raided, shelled))])
    assert bounds(when_of(shelled, told.sentences[0], told)) == (day(first), day(final))


def test_an_act_counts_from_the_day_of_the_saying_right_before_the_gap() -> None:
    text = "A committee will meet, the office said on Monday, a day after a drone killed a man."
    meet, killed = mark(text, "meet", status="planned"), mark(text, "killed")
    told = document([(text, (meet, killed))])
    assert bounds(when_of(killed, told.sentences[0], told)) == (day("2023-12-10"), day("2023-12-10"))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A group claimed responsibility on Monday for the attack on a bar two days before.", "attack"),
        ("The council condemned on Monday the ambush of two days before.", "ambush"),
    ],
)
def test_the_day_of_the_claim_or_the_condemnation_is_not_that_of_the_act(text: str, trigger: str) -> None:
    act = mark(text, trigger, time="Monday")
    told = document([(text, (act,))])
    assert bounds(when_of(act, told.sentences[0], told)) == (day("2023-12-09"), day("2023-12-09"))


def test_a_day_of_an_earlier_clause_is_not_that_of_an_act_with_a_day_of_its_own() -> None:
    text = "On Monday men freed 14 captives, and on Tuesday a mine killed six people."
    killed = mark(text, "killed", time="Monday")
    told = document([(text, (killed,))])
    assert bounds(when_of(killed, told.sentences[0], told)) == (day("2023-12-12"), day("2023-12-12"))


def test_an_act_counts_from_the_one_after_the_gap() -> None:
    text = "The strike came three days after the army began an offensive on Dec. 5."
    strike, offensive = mark(text, "strike", time="three days after"), mark(text, "offensive", time="Dec. 5")
    told = document([(text, (strike, offensive))])
    assert bounds(when_of(strike, told.sentences[0], told)) == (day("2023-12-08"), day("2023-12-08"))


def test_a_gap_from_an_undated_act_dates_nothing() -> None:
    text = "The strike came three days after the army began an offensive."
    strike, offensive = mark(text, "strike", time="three days after"), mark(text, "offensive")
    told = document([(text, (strike, offensive))])
    assert bounds(when_of(strike, told.sentences[0], told)) == (None, ON_WEDNESDAY.end)


def test_the_main_clause_may_stand_after_the_gap() -> None:
    text = "Two days after rebels shelled the town, gunmen raided a base on Monday."
    shelled, raided = mark(text, "shelled"), mark(text, "raided", time="Monday")
    told = document([(text, (shelled, raided))])
    assert bounds(when_of(shelled, told.sentences[0], told)) == (day("2023-12-09"), day("2023-12-09"))


def test_an_aside_in_the_pluperfect_is_not_counted_from() -> None:
    text = "Rebels freed on Monday men whom they had seized last week, a day after troops shelled Arlen."
    freed = mark(text, "freed", type_="CONCEDE", time="Monday")
    seized, shelled = mark(text, "seized", time="last week"), mark(text, "shelled")
    told = document([(text, (freed, seized, shelled))])
    assert bounds(when_of(shelled, told.sentences[0], told)) == (day("2023-12-10"), day("2023-12-10"))


def test_it_came_after_counts_from_the_act_told_before() -> None:
    first = "A drone hit a depot on Monday."
    text = "It came a day after a missile hit a printing house."
    told = document([(first, (mark(first, "hit", time="Monday"),)), (text, (mark(text, "hit"),))])
    assert bounds(when_of(told.sentences[1].tagged.marks[0], told.sentences[1], told)) == (
        day("2023-12-10"),
        day("2023-12-10"),
    )


@pytest.mark.parametrize(
    "aside",
    [
        "The junta, which took power on Feb. 1, 2021, has jailed thousands.",
        "Many have fled since rebels took the port in July.",
        "He said he would convene a summit on Saturday.",
    ],
)
def test_a_date_beside_the_story_sets_none(aside: str) -> None:
    text = "France suspended aid."
    told = document([(aside, ()), (text, (mark(text, "suspended", type_="SANCTION"),))])
    assert bounds(when_of(told.sentences[1].tagged.marks[0], told.sentences[1], told)) == (None, ON_WEDNESDAY.end)
