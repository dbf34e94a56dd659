"""Poor tellings that a report tells apart from its full ones."""

from typing import Any

import pytest

from vedette.linking import link

RAID = {"mode": "firearms", "actor": "gunmen", "target": "the army", "place": "Marou", "on": "2024-05-06"}
POOR = {"mode": "firearms", "actor": "gunmen", "target": "villagers"}


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("In April gunmen had attacked villagers.", {"background": True}),
        ("Gunmen also attacked villagers before Thursday.", {"on": "2024-05-02", "time": "before Thursday"}),
        ("Gunmen attacked villagers at Tessit before they left.", {"place": "Tessit"}),
    ],
)
def test_history_other_days_and_other_places_are_other_acts(
    text: str, more: dict[str, Any], news: Any, line: Any, registry: Any
) -> None:
    first = line("Gunmen attacked the army in Marou on Monday.", "attacked", time="Monday", **RAID)
    report, claims = news("Gao Post", "2024-05-08", first, line(text, "attacked", **POOR, **more))
    told = link(claims, reports=[report], registry=registry)
    assert max(len(one.claims) for one in told.incidents) == 1
