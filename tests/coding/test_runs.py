"""Runs of happenings told as one."""

from datetime import date

import pytest

from tests.coding.laid_out import Said, document
from vedette.coding.runs import is_run, is_war_toll
from vedette.model import Count, Toll, When

DAY = date(2024, 1, 30)
NAMED = When(text="Tuesday", start=0, end=7, from_=DAY, to=DAY, basis="")
CARRIED = When(from_=DAY, to=DAY, basis="the last date that the paragraph set")
OPEN = When(from_=None, to=DAY, basis="no later than the report")


@pytest.mark.parametrize(
    ("text", "trigger", "when", "run"),
    [
        ("It answered a ten-day run of attacks on convoys.", "attacks", CARRIED, True),
        ("It answered repeated attacks on convoys.", "attacks", CARRIED, True),
        ("The raid was a reply to attacks on convoys.", "attacks", CARRIED, True),
        ("The minister condemned the attacks.", "attacks", CARRIED, False),
        ("On Tuesday, strikes hit two villages.", "strikes", NAMED, False),
        ("Attacks on convoys have gone on.", "Attacks", OPEN, True),
        ("A bomb attack hit a convoy.", "attack", OPEN, False),
        ("Rebels have repeatedly ambushed convoys.", "ambushed", OPEN, True),
        ("Jets bombed rebel posts almost daily.", "bombed", OPEN, True),
        ("Rebels ambushed a convoy.", "ambushed", OPEN, False),
        ("On Tuesday jets repeatedly bombed a post.", "bombed", NAMED, False),
    ],
)
def test_knows_a_run_from_one_act(text: str, trigger: str, when: When, run: bool) -> None:
    [sentence] = document(Said(text=text, events=((trigger, "ASSAULT", {}),))).sentences
    assert is_run(sentence.tagged.marks[0], sentence, when, None) is run


@pytest.mark.parametrize(
    ("text", "low", "when", "sums_up"),
    [
        ("The fighting has killed thousands.", 2000, OPEN, True),
        ("More than 3,000 people have been killed since then.", 3000, OPEN, True),
        ("The shelling has killed nine.", 9, OPEN, False),
        ("On Tuesday the raid killed 1,200 people.", 1200, NAMED, False),
    ],
)
def test_a_toll_of_thousands_sums_up_a_war(text: str, low: int, when: When, sums_up: bool) -> None:
    [sentence] = document(Said(text=text)).sentences
    assert is_war_toll(sentence, when, Toll(low=low, best=low, high=low, text="", start=0, end=0)) is sums_up


def test_takes_strikes_with_one_toll_for_one_operation() -> None:
    [sentence] = document(Said(text="Strikes near Kutum killed 12.", events=(("Strikes", "ASSAULT", {}),))).sentences
    assert not is_run(sentence.tagged.marks[0], sentence, OPEN, None, tolled=True)


def test_takes_what_happened_many_times_in_a_day_for_a_run() -> None:
    [sentence] = document(
        Said(text="The base was hit at least five more times.", events=(("hit", "ASSAULT", {}),))
    ).sentences
    often = Count(low=5, high=None, text="at least five more times", start=0, end=24)
    assert is_run(sentence.tagged.marks[0], sentence, NAMED, often)
