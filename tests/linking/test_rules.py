"""The written rules that make the fields of an incident."""

from typing import Any

import pytest

from vedette.linking.rules import Said, days, place, status, toll

D1, D2, D3 = "2024-05-06", "2024-05-07", "2024-05-08"
Figure = tuple[str, str, int, int | None]  # outlet, day, low, high


def said(news: Any, line: Any, *given: dict[str, Any]) -> list[Said]:
    made = []
    for number, one in enumerate(given):
        text = f"JNIM attacked Marou, Tessit, Mali, the army; {number} and seven soldiers."
        _, (claim,) = news(one.pop("outlet", f"O{number}"), one.pop("day", D1), line(text, "attacked", **one))
        made.append(Said(claim=claim, voice=str(claim.outlet)))
    return made


TOLLS: dict[str, tuple[list[Figure], tuple[int, int, int | None]]] = {
    "one voice": ([("A", D1, 5, 5)], (5, 5, 5)),
    "voices that differ on one day: the upper middle": ([("A", D1, 5, 5), ("B", D1, 8, 8)], (5, 8, 8)),
    "most voices": ([("A", D1, 2, 2), ("B", D1, 4, 4), ("C", D1, 2, 2)], (2, 2, 4)),
    "a rising toll": ([("A", D1, 5, 5), ("B", D2, 8, 8), ("C", D3, 9, 9)], (5, 9, 9)),
    "a voice corrects itself": ([("A", D1, 3, 3), ("A", D2, 7, 7)], (7, 7, 7)),
    "an early open figure is outgrown": ([("A", D1, 3, None), ("B", D2, 7, 7)], (7, 7, 7)),
    "an open figure of the same day stands": ([("A", D1, 3, None), ("B", D1, 7, 7)], (3, 7, 7)),
    "the newest is open": ([("A", D1, 25, 25), ("B", D2, 34, None), ("C", D3, 41, None)], (25, 41, None)),
    "a lower figure that another voice gave too": ([("A", D1, 3, 3), ("B", D1, 2, 2), ("C", D2, 2, 2)], (2, 2, 3)),
    "no casualties": ([("A", D1, 0, 0)], (0, 0, 0)),
}


@pytest.mark.parametrize(("figures", "expected"), TOLLS.values(), ids=TOLLS)
def test_derives_the_toll(figures: list[Figure], expected: tuple[int, int, int | None], news: Any, line: Any) -> None:
    given = said(
        news,
        line,
        *(
            {"outlet": outlet, "day": day, "killed": ("seven soldiers", low, high)}
            for outlet, day, low, high in figures
        ),
    )
    found = toll(given, lambda claim: claim.killed)
    assert found is not None
    assert (found.low, found.best, found.high) == expected
    assert len(found.claims) == len(figures)


def test_no_figure_is_no_toll(news: Any, line: Any) -> None:
    assert toll(said(news, line, {}), lambda claim: claim.killed) is None


DAYS: dict[str, tuple[list[str], tuple[str | None, str | None, int | None]]] = {
    "one day": ([D1], (D1, D1, 1)),
    "an interval and a day in it": (["2024-05-01..2024-05-07", D1], (D1, D1, 1)),
    "most voices": ([D1, D2, D1], (D1, D1, 1)),
    "no majority": ([D1, D2], (D1, D2, 2)),
    "an open interval": ([f"..{D1}"], (None, D1, None)),
    "a loose interval gives way": (["2024-01-01..2024-01-31", D1], (D1, D1, 1)),
}


@pytest.mark.parametrize(("given", "expected"), DAYS.values(), ids=DAYS)
def test_derives_the_days(given: list[str], expected: tuple[Any, ...], news: Any, line: Any) -> None:
    found = days(said(news, line, *({"on": on} for on in given)))
    assert tuple(str(day) if day else None for day in (found.from_, found.to)) == expected[:2]
    assert found.precision == expected[2]


PLACES = {
    "the more exact of two that fit": (["Mali", "Marou"], "Marou"),
    "most voices": (["Tessit", "Marou", "Marou"], "Marou"),
    "none": ([], None),
}


@pytest.mark.parametrize(("given", "expected"), PLACES.values(), ids=PLACES)
def test_derives_the_place(given: list[str], expected: str | None, news: Any, line: Any) -> None:
    assert place(said(news, line, *({"place": name} for name in given))).name == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["claimed"], "claimed"),
        (["claimed", "actual"], "actual"),
        (["thwarted", "thwarted", "actual"], "thwarted"),
        (["thwarted", "actual"], "actual"),
        (["thwarted", "claimed"], "thwarted"),
    ],
)
def test_derives_the_status(given: list[str], expected: str, news: Any, line: Any) -> None:
    assert status(said(news, line, *({"status": one} for one in given))) == expected
