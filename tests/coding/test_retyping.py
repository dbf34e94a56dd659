"""Types that the words settle, and acts told as how things stand."""

from datetime import date

import pytest

from tests.coding.laid_out import Said, document
from vedette.coding.background import is_background
from vedette.coding.retyping import as_called
from vedette.model import When


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "called"),
    [
        ("Turkey carried out the strike.", "strike", "PROTEST", "ASSAULT"),
        ("Dock workers went on strike.", "strike", "PROTEST", "PROTEST"),
        ("The front suspended its military operations in Arakan.", "suspended", "SANCTION", "RETREAT"),
        ("The bank suspended payments.", "suspended", "SANCTION", "SANCTION"),
        ("Rebels overran the garrison of Arlen.", "overran", "COERCE", "ASSAULT"),
        ("Rebels captured Arlen after a week of heavy fighting.", "captured", "COERCE", "ASSAULT"),
        ("Rebels captured Arlen without a shot.", "captured", "COERCE", "COERCE"),
        ("The army launched Operation Iron Gate against the rebels.", "Iron Gate", "COERCE", "ASSAULT"),
        ("The navy seized Operation Dawn, a ship.", "seized", "COERCE", "COERCE"),
    ],
)
def test_settles_a_type_by_its_words(text: str, trigger: str, type_: str, called: str) -> None:
    [sentence] = document(
        Said(text=text, events=((trigger, type_, {"target": "the garrison"} if "garrison" in text else {}),))
    ).sentences
    assert as_called(sentence.tagged.marks[0], sentence).type == called


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The council threatened new sanctions against the junta.", "sanction"),
        ("Chad threatened to cut off diplomatic ties with Sudan.", "relations"),
        ("Chad threatened to strike the camps.", "violence"),
        ("Chad threatened a measured response.", "violence"),
        ("Chad threatened the camps.", None),
    ],
)
def test_a_threat_has_the_mode_of_what_is_threatened(text: str, mode: str | None) -> None:
    [sentence] = document(Said(text=text, events=(("threatened", "THREATEN", {}),))).sentences
    assert as_called(sentence.tagged.marks[0], sentence).mode == mode


@pytest.mark.parametrize(
    ("words", "first", "background"),
    [
        ("since 2016", date(2016, 1, 1), True),
        ("since October", date(2023, 10, 1), False),
        ("Monday", date(2016, 1, 1), False),
    ],
)
def test_takes_what_lasts_for_years_for_background(words: str, first: date, background: bool) -> None:
    told = document(Said(text=f"France has trained a unit there {words}."))
    when = When(text=words, start=0, end=len(words), from_=first, to=date(2024, 2, 1), basis="")
    assert is_background(when, told.sentences[0], told) is background
