"""Where the reporting starts after a dateline."""

import pytest

from vedette.coding.layout import dateline_end


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("BAGHDAD, Dec. 8 (Desk 9) - ", "Four men died."),
        ("TAIZ, Feb. 3, 2022 - ", "Shells fell on the market on Tuesday."),
        ("LAHJ, Yemen, March 9, 2021 -- ", "Gunmen shot a judge."),
        ("NIAMEY, 14 March 2023 (Delta Wire) - ", "Raiders burned a village."),
        ("BENI, Democratic Republic of Congo, 2 May 2022 — ", "Five people were killed."),
        ("10:40 - ", "At least one driver was killed."),
        ("\n00.05 GMT: ", "Two people are dead."),
        ("", "23:48 (Monday) - Several explosions were heard."),
        ("", "Troops left the town on May 4 - the next day it fell."),
        ("", "The raid of March 9, 2021 - The worst so far - was denied."),
    ],
)
def test_reporting_starts_after_the_dateline(dateline: str, rest: str) -> None:
    assert dateline_end(dateline + rest) == len(dateline)
