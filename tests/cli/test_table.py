"""Tables at the widths that people have."""

from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from vedette.cli.incident_table import HEADS, row, show_incidents
from vedette.cli.table import show
from vedette.cli.widths import GAP, Head, fitting, shares
from vedette.model import DatePrecision, Incident, Party, Place, TollRange, WherePrecision

LONG = "Einheitsübergreifendesaufklärungsbataillon"


def party(name: str) -> Party:
    return Party(text=name, start=0, end=len(name))


INCIDENTS = [
    Incident(
        incident_id="incident-0123456789abcdef",
        type="ASSAULT",
        mode="heavy-weapons",
        status="claimed",
        from_=date(2031, 3, 4),
        to=date(2031, 3, 9),
        date_precision=DatePrecision.FEW_DAYS,
        place=Place(name="Аль-Кайм", adm1="Anbar", country="IQ", precision=WherePrecision.EXACT),
        actors=(party("an armed group that nobody had heard of"),),
        targets=(party(LONG), party("a convoy")),
        killed=TollRange(low=3, best=5, high=8),
        injured=TollRange(low=12, best=12, high=None),
        grade="Contested",
    ),
    Incident(
        incident_id="incident-1123456789abcdef",
        type="REQUEST",
        mode=None,
        status="actual",
        from_=date(2031, 3, 9),
        to=date(2031, 3, 9),
        date_precision=DatePrecision.DAY,
        actors=(party("Étienne Ngo"),),
        grade="Weak",
    ),
]


def printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    show_incidents(INCIDENTS, nothing="none")
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_a_table_keeps_to_the_width(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    assert max(map(cell_len, printed(capsys, monkeypatch, width))) <= width


@pytest.mark.parametrize("width", [80, 120, 200])
def test_a_piped_table_is_plain(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    lines = printed(capsys, monkeypatch, width)
    assert all("\x1b" not in line and line == line.rstrip() for line in lines)


@pytest.mark.parametrize(
    ("width", "heads"),
    [
        (80, ["Id", "When", "What", "Who → whom", "Where", "Killed", "Injured"]),
        (120, ["Id", "When", "What", "Who → whom", "Where", "Killed", "Injured", "Origins", "Grade"]),
    ],
)
def test_the_least_weighty_columns_go_first(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int, heads: list[str]
) -> None:
    first = printed(capsys, monkeypatch, width)[0]
    assert [head for head in (h.name for h in HEADS) if head in first] == heads


def test_a_long_word_is_folded_whole(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lines = printed(capsys, monkeypatch, 80)
    start, end = lines[0].index("Who"), lines[0].index("Where")
    cells = "".join("".join(line[start:end].split()) for line in lines)
    assert LONG in cells


def test_numbers_stand_right(capsys: pytest.CaptureFixture[str]) -> None:
    show(
        (Head(name="Name", least=4), Head(name="Count", least=5, right=True)),
        [("a", "7"), ("b", "1234567")],
        nothing="none",
    )
    seven, million = capsys.readouterr().out.splitlines()[2:4]
    assert (len(seven), seven[-1]) == (len(million), "7")


def test_no_rows_are_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    show((Head(name="Name", least=4),), [], nothing="no names yet")
    assert capsys.readouterr().out == "no names yet\n"


def test_brackets_are_words_not_markup(capsys: pytest.CaptureFixture[str]) -> None:
    show((Head(name="Name", least=4),), [("[bold]x[/] :smile:",)], nothing="none")
    assert "[bold]x[/] :smile:" in capsys.readouterr().out


def test_a_table_can_go_to_a_file(tmp_path: Path) -> None:
    show((Head(name="Name", least=4),), [("Étienne",)], nothing="none", file=tmp_path / "t.txt")
    assert (tmp_path / "t.txt").read_text("utf-8").splitlines()[2] == "Étienne"


def test_a_status_short_of_certain_stands_in_words() -> None:
    assert [row(incident)[2] for incident in INCIDENTS] == ["ASSAULT heavy weapons (claimed)", "REQUEST"]


@pytest.mark.parametrize(
    ("natural", "width", "widths"),
    [
        ([4, 30], 80, [4, 30]),
        ([4, 30], 20, [4, 14]),
        ([40, 40], 42, [20, 20]),
    ],
)
def test_shares_the_width(natural: list[int], width: int, widths: list[int]) -> None:
    assert shares((Head(name="A", least=4), Head(name="B", least=5)), natural, width) == widths


@pytest.mark.parametrize(("width", "kept"), [(40, [0, 2]), (60, [0, 1, 2]), (5, [0])])
def test_drops_by_rank_then_from_the_right(width: int, kept: list[int]) -> None:
    heads = (Head(name="A", least=20), Head(name="B", least=20, rank=1), Head(name="C", least=15))
    assert fitting(heads, [20, 20, 15], width + GAP) == kept


def test_an_empty_column_is_left_out() -> None:
    assert fitting((Head(name="A", least=2), Head(name="B", least=2, rank=1)), [2, 0], 80) == [0]
