"""The day of what a live page tells under the hours at which it was written."""

from datetime import date

import pytest

from tests.coding.dated import Told, bounds, document, last, mark
from vedette.coding.document import Document
from vedette.model import Basis, Published

MONDAY = date(2024, 5, 6)
PAGE = Published(start=MONDAY, end=MONDAY, precision="day", basis=Basis.DATELINE)
GUESSED = Published(start=MONDAY, end=MONDAY, precision="day", basis=Basis.INFERRED)


def page(text: str, trigger: str, *, stamps: tuple[str, ...], published: Published = PAGE) -> Document:
    hours: list[list[Told]] = [[(f"{stamp}\n", ())] for stamp in stamps]
    return document(*hours, [(text, (mark(text, trigger),))], published=published)


@pytest.mark.parametrize(
    ("text", "trigger", "stamps", "dated"),
    [
        ("Rockets hit the port, medics say.", "hit", ("19.05 GMT", "18.40 GMT", "17:20"), True),
        ("Rockets hit the port, medics say.", "hit", ("7.05 pm", "6.40 pm"), False),
        ("Rockets hit the port, medics say.", "hit", ("19.05", "18.40", "23:10 (Sunday)"), False),
        ("The mayor says rockets had hit the port.", "hit", ("19.05", "18.40", "17.20"), False),
        ("Two guards are held in the port.", "held", ("19.05", "18.40", "17.20"), False),
        ("Rockets have hit the port since March.", "hit", ("19.05", "18.40", "17.20"), False),
        ("The minister spoke of the attack.", "attack", ("19.05", "18.40", "17.20"), False),
    ],
)
def test_a_post_of_a_live_page_tells_of_its_day(text: str, trigger: str, stamps: tuple[str, ...], dated: bool) -> None:
    assert (bounds(last(page(text, trigger, stamps=stamps))) == (MONDAY, MONDAY)) is dated


def test_a_page_whose_day_is_inferred_dates_no_post() -> None:
    told = page("Rockets hit the port.", "hit", stamps=("19.05", "18.40", "17.20"), published=GUESSED)
    assert bounds(last(told)) == (None, MONDAY)


def test_the_day_quotes_the_hour_of_the_post() -> None:
    when = last(page("Rockets hit the port.", "hit", stamps=("19.05", "18.40", "17.20")))
    assert (when.text, when.inherited) == ("17.20", True)
