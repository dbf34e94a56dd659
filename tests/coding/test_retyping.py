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
    ],
)
def test_settles_a_type_by_its_words(text: str, trigger: str, type_: str, called: str) -> None:
    [sentence] = document(Said(text=text, events=((trigger, type_, {}),))).sentences
    assert as_called(sentence.tagged.marks[0], sentence).type == called


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
