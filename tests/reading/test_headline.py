import pytest

from vedette.reading.headline import has_headline

BODY = "The army said on Monday that it had retaken the border town after two days of fighting."


@pytest.mark.parametrize(
    "first",
    [
        "Army retakes border town after two days of fighting",
        "‘We are in control’: army retakes border town",
        "Who holds the north?",
        "Rebels Hand Over Northern Airport To Peacekeepers.",
        "Two soldiers killed near border with U.S.",
        "Ceasefire",
    ],
)
def test_knows_a_headline(first: str) -> None:
    assert has_headline([first, BODY])


@pytest.mark.parametrize(
    "first",
    [
        "The army said on Monday that it had retaken the border town.",
        "“We will answer,” he said.",
        "The army retook three towns:",
        "Agadez, 4 March 2019 (Example)",
        "***",
        "FILE - Rebels ride on a pickup truck in the northern town, Feb. 2, 2013",
    ],
)
def test_does_not_take_a_sentence_for_a_headline(first: str) -> None:
    assert not has_headline([first, BODY])


def test_the_name_of_a_section_is_no_headline() -> None:
    assert not has_headline(["World", "Army retakes the border town of Arlen", BODY])


def test_a_lone_line_is_no_headline() -> None:
    assert not has_headline(["Army retakes border town"])
