"""Values as people read them."""

from datetime import date

import pytest

from vedette.cli import words
from vedette.model import Basis, Party, Place, Published, Toll, WherePrecision

FIRST, LAST = date(2031, 3, 4), date(2031, 3, 9)


@pytest.mark.parametrize(
    ("from_", "to", "said"),
    [
        (FIRST, FIRST, "2031-03-04"),
        (FIRST, LAST, "2031-03-04 ~ 2031-03-09"),
        (FIRST, None, "from 2031-03-04"),
        (None, LAST, "by 2031-03-09"),
        (None, None, "unknown"),
    ],
)
def test_writes_days(from_: date | None, to: date | None, said: str) -> None:
    assert words.days(from_, to) == said


@pytest.mark.parametrize(
    ("low", "best", "high", "said"),
    [
        (8, 8, 8, "8"),
        (0, 0, 0, "0"),
        (12, 12, None, "12+"),
        (3, 3, 5, "3–5"),
        (3, 5, 5, "3–5"),
        (3, 5, 8, "5 (3–8)"),
        (2, 5, None, "5 (2+)"),
    ],
)
def test_writes_a_figure(low: int, best: int, high: int | None, said: str) -> None:
    assert words.figure(low, best, high) == said


@pytest.mark.parametrize(
    ("killed", "injured", "said"),
    [
        (None, None, ""),
        (8, None, "8 killed"),
        (8, 2, "8 killed, 2 injured"),
        (0, 0, "no one killed or injured"),
        (0, 4, "0 killed, 4 injured"),
    ],
)
def test_writes_casualties(killed: int | None, injured: int | None, said: str) -> None:
    one, two = (None if n is None else Toll(low=n, best=n, high=n) for n in (killed, injured))
    assert words.casualties(one, two) == said


@pytest.mark.parametrize(
    ("actors", "targets", "said"),
    [
        (["Blue Front"], ["a convoy"], "Blue Front → a convoy"),
        (["Blue Front", "Blue Front"], [], "Blue Front"),
        ([], ["a convoy", "a bridge"], "? → a convoy, a bridge"),
        ([], [], ""),
    ],
)
def test_writes_who_to_whom(actors: list[str], targets: list[str], said: str) -> None:
    one, two = ([Party(text=name, start=0, end=1) for name in names] for names in (actors, targets))
    assert words.acts(one, two) == said


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(), ""),
        (Place(text="the hills"), "the hills"),
        (Place(name="Arlen", adm1="Arlen", country="QX"), "Arlen, QX"),
        (Place(name="Quixia", country="QX", precision=WherePrecision.COUNTRY), "Quixia"),
    ],
)
def test_writes_a_place(place: Place, said: str) -> None:
    assert words.place(place) == said


def test_an_inferred_date_says_so() -> None:
    known = Published(start=FIRST, end=LAST, precision="interval", basis=Basis.INFERRED, reasons=("as of March 4", "x"))
    assert words.published(known) == "2031-03-04 ~ 2031-03-09 (inferred)"


def test_an_unknown_date_says_so() -> None:
    assert words.published(Published(start=None, end=None, precision="unknown", basis=Basis.UNKNOWN)) == "unknown"


@pytest.mark.parametrize(("count", "said"), [(0, "0 reports"), (1, "1 report"), (1200, "1,200 reports")])
def test_counts_things(count: int, said: str) -> None:
    assert words.counted(count, "report") == said


def test_a_day_may_come_as_text() -> None:
    assert words.days("2024-05-01", "2024-05-01") == "2024-05-01"


def test_a_local_file_goes_by_its_name() -> None:
    assert words.file_name("file:/home/ana/a report.txt") == "a report.txt"
    assert words.file_name("https://news.example/a/b") == "https://news.example/a/b"
