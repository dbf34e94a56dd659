import pytest

from vedette.coding.layout import dateline_end


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        ("BAGHDAD, Dec. 8 (Desk 9) - Rockets fell.", "Rockets fell."),
        ("KYIV (Example Press) -- Drones flew.", "Drones flew."),
        ("BEIRUT, Monday - Eight people died.", "Eight people died."),
        ("PORT-AU-PRINCE, Haiti, March 3 (EP) — Gangs attacked.", "Gangs attacked."),
        ("Bamako (Example Press) - Troops left.", "Troops left."),
        ("The army - what is left of it - withdrew.", "The army - what is left of it - withdrew."),
        ("U.S. forces struck - again - on Friday.", "U.S. forces struck - again - on Friday."),
        ("ISIS - the group said - attacked.", "ISIS - the group said - attacked."),
    ],
)
def test_the_dateline_is_no_part_of_the_reporting(paragraph: str, rest: str) -> None:
    assert paragraph[dateline_end(paragraph) :] == rest
