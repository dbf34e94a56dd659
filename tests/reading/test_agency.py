import tomllib
from importlib.resources import files

import pytest

from vedette.model import Furniture
from vedette.reading.agency import agencies, agency_of


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("GOMA, May 3 (Reuters) - Rebels took the airport on Friday.", "Reuters"),
        ("BAGHDAD, Dec. 8 (Xinhua) -- Rockets landed near an embassy.", "Xinhua"),
        ("WASHINGTON (AP) — The Pentagon said it had no comment.", "Associated Press"),
        ("MOSCOW, May 3. /TASS/. The ministry said.", "TASS"),
        ("Kyiv, Ukraine (AFP) – A drone hit a depot.", "Agence France-Presse"),
        ("PORT SUDAN, 3 May 2024 (SUNA) - The army said.", "Sudan News Agency"),
        ("KHARTOUM, May 3 (Nile Wire) - The army said.", "Nile Wire"),
        ("The army said it had won.\n\nHe gave no details. (ANI)", "Asian News International"),
        ("Rebels took the airport, he told Reuters.", None),
        ("The party (PKK) said it would fight on.", None),
        ("The Popular Forces (PMF) said five were killed.", None),
        ("AP Photo journalists were there.", None),
    ],
)
def test_knows_whose_copy_a_text_is(text: str, agency: str | None) -> None:
    assert agency_of(text) == agency


@pytest.mark.parametrize(
    ("line", "reason", "agency"),
    [
        ("Source: Reuters", "source line", "Reuters"),
        ("The Associated Press", "byline", "Associated Press"),
        ("© 2024 AFP", "copyright", "Agence France-Presse"),
        ("Enditem", "agency mark at the end", None),
    ],
)
def test_credits_that_were_cut_name_the_agency(line: str, reason: str, agency: str | None) -> None:
    cut = Furniture(text=line, start=0, end=len(line), reason=reason)
    assert agency_of("Rebels took the airport.", furniture=[cut]) == agency


def test_each_row_has_a_name_and_a_mark() -> None:
    rows = tomllib.loads(files("vedette.reading").joinpath("agencies.toml").read_text(encoding="utf-8"))["agency"]
    assert all(row["name"] and row["marks"] for row in rows)
    assert sum(len(row["marks"]) for row in rows) == len(agencies()), "a mark stands for two agencies"
