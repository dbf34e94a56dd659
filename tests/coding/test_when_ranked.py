"""Stretches of time that an act is ranked or numbered over."""

import pytest

from tests.coding.dated import bounds, day, document, mark
from vedette.coding.when import when_of
from vedette.coding.when_ranked import ranks, without_ranks
from vedette.phrases.find import find_times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid was the deadliest since March 2021.", True),
        ("The blast was the fourth in the town this month.", True),
        ("It was the worst attack on aid workers since 2019.", True),
        ("Troops have shelled the town since March 2021.", False),
        ("Troops shelled the western district this month.", False),
    ],
)
def test_knows_what_an_act_is_ranked_over(text: str, expected: bool) -> None:
    assert any(ranks(span, text) for span in find_times(text)) is expected


def test_an_act_is_not_as_old_as_what_it_is_ranked_with() -> None:
    first = "Gunmen raided Arlen on Monday."
    text = "The attack was the deadliest since March 2021, when rebels killed nine miners."
    told = document(
        [
            (first, (mark(first, "raided", time="Monday"),)),
            (text, (mark(text, "attack", time="since March 2021"), mark(text, "killed", time="since March 2021"))),
        ]
    )
    ranked = without_ranks(told.sentences[1])
    whole = document([(first, told.sentences[0].tagged.marks), (text, ranked.tagged.marks)])
    sentence = whole.sentences[1]
    attack, killed = (when_of(one, sentence, whole) for one in sentence.tagged.marks)
    assert bounds(attack) == (day("2023-12-11"), day("2023-12-11"))
    assert bounds(killed) == (day("2021-03-01"), day("2021-03-31"))


def test_the_predicate_that_ranks_an_act_is_no_other_act() -> None:
    text = "The attack was the fifth such strike on the port this month."
    told = document([(text, (mark(text, "attack"), mark(text, "strike", time="this month")))])
    assert [one.trigger.text for one in without_ranks(told.sentences[0]).tagged.marks] == ["attack"]


def test_what_an_act_was_the_first_of_is_no_other_act() -> None:
    text = "A drone killed six men, the first deadly assault of its kind since Arlen bombed the camps."
    told = document([(text, (mark(text, "killed"), mark(text, "assault"), mark(text, "bombed")))])
    assert [one.trigger.text for one in without_ranks(told.sentences[0]).tagged.marks] == ["killed", "bombed"]


def test_what_the_act_was_among_others_is_no_other_act() -> None:
    text = "Gunmen killed ten men on Sunday, in one of the deadliest attacks on civilians."
    told = document([(text, (mark(text, "killed", time="Sunday"), mark(text, "attacks")))])
    assert [one.trigger.text for one in without_ranks(told.sentences[0]).tagged.marks] == ["killed"]
