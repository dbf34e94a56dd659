"""By which means an act was done, against what the tagger guesses."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from vedette.coding.document import Sentence
from vedette.coding.modes import mode_of
from vedette.model import Mark

Making = Callable[..., Mark]
Laying = Callable[..., Sentence]


@pytest.mark.parametrize(
    ("text", "trigger", "given", "mode"),
    [
        ("Commandos shot two men in a raid on a farm.", "raid", {}, "firearms"),
        ("The raid on the farm lasted an hour.", "raid", {}, "other"),
        ("Rebels blew up a bridge over the Sanaga.", "blew", {}, "explosives"),
        ("A home-made bomb struck a police van.", "struck", {"weapon": "A home-made bomb"}, "explosives"),
        ("The prison was stormed at dawn.", "stormed", {}, "other"),
        ("Planes hit the farm in a raid before dawn.", "raid", {}, "aerial"),
        ("The army killed three rebels in an air raid.", "raid", {}, "aerial"),
        ("A helicopter dropped troops who stormed the villa.", "stormed", {}, "aerial"),
        ("A strike hit the farm.", "strike", {}, "aerial"),
    ],
)
def test_nothing_is_from_the_air_that_words_of_the_ground_tell(
    *, text: str, trigger: str, given: dict[str, str], mode: str, mark: Making, sentence: Laying
) -> None:
    made = replace(mark(text, trigger, "ASSAULT", mode="aerial", **given), mode_probability=0.9)
    assert mode_of(made, sentence(text, made)) == mode


def test_of_two_weapons_the_first_tells_the_mode(mark: Making, sentence: Laying) -> None:
    text = "The rebels have carried out rocket and drone attacks on army posts."
    made = replace(mark(text, "attacks", "ASSAULT", mode="aerial", weapon="rocket|drone"), mode_probability=0.9)
    assert mode_of(made, sentence(text, made)) == "heavy-weapons"


@pytest.mark.parametrize(
    ("text", "trigger", "given"),
    [
        ("A suicide bombing tore through the market.", "bombing", {}),
        ("Two suicide bombers killed nine people at a checkpoint.", "killed", {"actor": "Two suicide bombers"}),
        ("A suicide car bomb killed nine people.", "killed", {"weapon": "A suicide car bomb"}),
        ("A man blew himself up at a checkpoint.", "blew", {"actor": "A man"}),
        ("A woman detonated her explosive vest in a bus.", "detonated", {}),
    ],
)
def test_words_tell_of_a_suicide_attack(
    *, text: str, trigger: str, given: dict[str, str], mark: Making, sentence: Laying
) -> None:
    made = replace(mark(text, trigger, "ASSAULT", mode="firearms", **given), mode_probability=0.9)
    assert mode_of(made, sentence(text, made)) == "suicide"


def test_a_suicide_elsewhere_in_the_sentence_tells_nothing(mark: Making, sentence: Laying) -> None:
    text = "The general's suicide came a day after gunmen killed two guards."
    made = replace(mark(text, "killed", "ASSAULT", mode="firearms", actor="gunmen"), mode_probability=0.9)
    assert mode_of(made, sentence(text, made)) == "firearms"
