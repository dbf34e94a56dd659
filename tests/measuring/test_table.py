"""Any table of events becomes acts of one on another, and what is wrong with it is refused or told."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from vedette.measuring.days import read_day
from vedette.measuring.imported import of_frame
from vedette.measuring.intensity import cameo_code, foreign_types, goldstein, goldstein_scale, of_cameo
from vedette.measuring.table import EventTable, event_table
from vedette.model.errors import UsageError

TODAY = date(2026, 1, 1)
HEAD = ["from", "to", "actor", "target", "type", "killed"]
ROWS = [
    ["2024-03-01", "2024-03-01", "Arvand", "Belisar", "ASSAULT", "3"],
    ["2024-03-02", "2024-03-08", "Belisar", "Arvand", "ASSAULT", ""],
    ["2024-03-09", "2024-03-09", "Arvand", "Belisar", "THREATEN", "0"],
]


def frame(rows: list[list[str]], head: list[str] = HEAD) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict.fromkeys(head, pl.String), orient="row")


def made(rows: list[list[str]], head: list[str] = HEAD, **columns: str) -> EventTable:
    return of_frame(frame(rows, head), columns=columns, today=TODAY)


def test_takes_own_columns() -> None:
    table = made(ROWS)
    assert (table.first, table.last, table.days, table.notes) == (date(2024, 3, 1), date(2024, 3, 9), 9, ())
    assert table.rows["intensity"].to_list() == [-10.0, -10.0, -6.0]
    assert table.rows["killed_best"].to_list() == [3.0, None, 0.0]
    assert table.pairs() == [("Arvand", "Belisar"), ("Belisar", "Arvand")]


def test_takes_acled_s_columns_and_widens_by_its_precision() -> None:
    head = [
        "event_id_cnty",
        "event_date",
        "time_precision",
        "event_type",
        "sub_event_type",
        "actor1",
        "actor2",
        "country",
        "admin1",
        "fatalities",
    ]
    rows = [
        [
            "XX1",
            "17 May 2024",
            "2",
            "Explosions/Remote violence",
            "Air/drone strike",
            "Army",
            "Front",
            "Corvo",
            "North",
            "2",
        ]
    ]
    row = made(rows, head).rows.row(0, named=True)
    assert (row["from"], row["to"]) == (date(2024, 5, 14), date(2024, 5, 20))
    assert (row["type"], row["mode"], row["adm1"], row["killed_best"]) == ("ASSAULT", "aerial", "North", 2.0)


def test_takes_ucdp_s_columns_without_a_direction() -> None:
    head = ["id", "type_of_violence", "side_a", "side_b", "date_start", "date_end", "best", "low", "high", "country"]
    rows = [
        ["", "", "", "", "#date+start", "#date+end", "", "", "", ""],
        ["7", "1", "State", "Front", "2016-01-01 00:00:00.000", "2016-01-31", "5", "2", "9", "Corvo"],
    ]
    table = made(rows, head)
    row = table.rows.row(0, named=True)
    assert (row["type"], row["killed_low"], row["killed_best"], row["killed_high"]) == ("ASSAULT", 2.0, 5.0, 9.0)
    assert (row["from"], row["to"]) == (date(2016, 1, 1), date(2016, 1, 31))
    assert "no direction" in table.notes[-1]


def test_takes_cameo_s_columns_with_goldstein_s_scale() -> None:
    head = ["SQLDATE", "Actor1Name", "Actor2Name", "EventCode", "GoldsteinScale"]
    table = made([["20240517", "A", "B", "190", "-10"], ["20240518", "B", "A", "0841", ""]], head)
    assert table.rows["type"].to_list() == ["ASSAULT", "CONCEDE"]
    assert (table.scale, table.rows["intensity"].to_list()) == ("Goldstein", [-10.0, 7.0])


def test_takes_parties_together_that_acted_together() -> None:
    table = made([["2024-03-01", "2024-03-01", "Arvand; Corvo", "Belisar", "ASSAULT", "3"]])
    assert table.pairs() == [("Arvand", "Belisar"), ("Corvo", "Belisar")]
    assert table.rows["id"].n_unique() == 1


def test_a_party_on_itself_is_no_pair() -> None:
    assert made([*ROWS, ["2024-03-04", "", "Arvand", "Arvand", "ASSAULT", "1"]]).pairs()[1:] == [("Belisar", "Arvand")]


def test_takes_columns_by_the_names_that_are_given() -> None:
    head = ["tag", "wer", "wen"]
    table = made([["2024-03-01", "Arvand", "Belisar"]], head, **{"from": "tag", "actor": "wer", "target": "wen"})
    assert table.pairs() == [("Arvand", "Belisar")]


@pytest.mark.parametrize(
    ("rows", "head", "problem"),
    [
        (ROWS, ["a", "b", "c", "d", "e", "f"], "no column tells when"),
        (ROWS, ["from", "to", "c", "d", "e", "f"], "no column tells who acted"),
        ([], HEAD, "no rows"),
        ([["2999-01-01", "", "A", "B", "ASSAULT", ""]], HEAD, "no act has happened yet"),
        ([["5/6/2024", "", "A", "B", "ASSAULT", ""]], HEAD, "cannot be read, such as '5/6/2024'"),
        ([["2024-03-01", "", "A", "B", "ASSAULT", "-3"]], HEAD, "below 0"),
        ([["2024-03-01", "", "A", "B", "ASSAULT", "1e300"]], HEAD, "no act kills over 10,000,000"),
        ([["2024-03-01", "", "", "B", "ASSAULT", ""]], HEAD, "no row has an actor"),
    ],
)
def test_refuses_in_a_line(rows: list[list[str]], head: list[str], problem: str) -> None:
    with pytest.raises(UsageError, match=problem) as told:
        made(rows, head)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("row", "note"),
    [
        (ROWS[0], "1 rows that stand twice"),
        (["2999-01-01", "", "Arvand", "Belisar", "ASSAULT", "1"], "1 rows dated after today"),
        (["1999-03-04", "", "Arvand", "Belisar", "ASSAULT", "1"], "may be silence, not peace"),
        (["2024-03-04", "", "Arvand", "Belisar", "QUARREL", "1"], "1 of 4 rows whose type is not known"),
        (["", "2024-03-31", "Arvand", "Belisar", "ASSAULT", "1"], "1 rows of which only the last day is known"),
        (["2024-03-04", "", "Arvand", "Belisar", "ASSAULT", "many"], "1 figures of killed_best that are no number"),
    ],
)
def test_tells_what_it_leaves_out(row: list[str], note: str) -> None:
    assert note in " ".join(made([*ROWS, row]).notes)


def test_leaves_out_what_did_not_happen_and_what_has_an_id_twice() -> None:
    head = ["id", *HEAD, "status"]
    rows = [["1", *ROWS[0], "actual"], ["1", *ROWS[0], "actual"], ["2", *ROWS[1], "denied"], ["3", *ROWS[2], "claimed"]]
    assert made(rows, head).rows["id"].to_list() == ["1", "3"]


def test_puts_parties_together_into_sides_and_watches_the_days_asked_for() -> None:
    table = event_table(made(ROWS), sides={"Belisar": "East"}, from_=date(2024, 3, 8), to=date(2024, 3, 31))
    assert table.pairs() == [("Arvand", "East"), ("East", "Arvand")]
    assert (table.days, table.rows.height) == (24, 2)


@pytest.mark.parametrize(
    "asked", [{"types": ["AID"]}, {"country": "Corvo"}, {"pair": ["Arvand", "Nobody"]}, {"sides": {"Nobody": "East"}}]
)
def test_refuses_a_choice_that_leaves_nothing(asked: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="there are"):
        event_table(made(ROWS), **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize("end", ["csv", "tsv", "parquet"])
def test_reads_files(tmp_path: Path, end: str) -> None:
    path = tmp_path / f"e.{end}"
    if end == "parquet":
        frame(ROWS).write_parquet(path)
    else:
        frame(ROWS).write_csv(path, separator="\t" if end == "tsv" else ",")
    assert event_table(path).rows.height == 3


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x00\x00", b"from\n"])
def test_refuses_a_file_that_is_no_table(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "e.csv"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"e\.csv: "):
        event_table(path)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-05-17", date(2024, 5, 17), date(2024, 5, 17)),
        ("2024-05-17T10:00:00Z", date(2024, 5, 17), date(2024, 5, 17)),
        ("20240517", date(2024, 5, 17), date(2024, 5, 17)),
        ("17-May-2024", date(2024, 5, 17), date(2024, 5, 17)),
        ("May 17, 2024", date(2024, 5, 17), date(2024, 5, 17)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_reads_days(text: str, first: date, last: date) -> None:
    assert read_day(text) == (first, last)


@pytest.mark.parametrize("text", ["5/6/2024", "2024-13-01", "soon", "", None])
def test_reads_no_day_where_none_is_sure(text: str | None) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("190", "190"), ("3", "03"), ("841", "0841"), ("0841", "0841"), ("14", "14"), ("x", None), ("", None)],
)
def test_reads_cameo_codes(text: str, code: str | None) -> None:
    assert cameo_code(text) == code


def test_the_scale_covers_every_root_and_type() -> None:
    roots = [f"{number:02}" for number in range(1, 21)]
    assert all(abs(value) <= 10 for value in goldstein_scale().values())
    assert [root for root in roots if goldstein(root) is None] == []
    assert [root for root in roots[1:] if of_cameo(root) is None] == []
    assert goldstein("1823") == -10.0
    assert foreign_types()["suicide bomb"] == ("ASSAULT", "suicide")


@pytest.mark.parametrize("blank", ["", "NA", "n/a", "NaN", "-", "unknown"])
def test_a_figure_left_open_is_unknown(blank: str) -> None:
    table = made([[*ROWS[0][:-1], blank], *ROWS[1:]])
    assert table.rows["killed_best"].to_list() == [None, None, 0.0]
    assert table.notes == ()


@pytest.mark.parametrize("word", ["many", "inf"])
def test_refuses_a_column_of_killed_that_holds_words(word: str) -> None:
    with pytest.raises(UsageError, match=f"2 of 2 figures of killed_best are no numbers, such as '{word}'"):
        made([[*row[:-1], word] for row in ROWS[:2]])


def test_takes_a_few_figures_that_are_words_for_unknown() -> None:
    rows = [[f"2024-03-{day:02}", "", "Arvand", "Belisar", "ASSAULT", "2"] for day in range(1, 25)]
    table = made([*rows, ["2024-03-25", "", "Arvand", "Belisar", "ASSAULT", "several"]])
    assert table.notes == ("taken as unknown: 1 figures of killed_best that are no number",)


@pytest.mark.parametrize(
    ("from_", "to", "why"),
    [
        ("2024-03-05", "2024-03-01", "from 2024-03-05 to 2024-03-01: ends before it begins"),
        ("05/03/2024", "", "'05/03/2024', whose day and month cannot be told apart"),
        ("soon", "", "'soon'; write them as YYYY-MM-DD"),
    ],
)
def test_says_why_a_date_cannot_be_read(from_: str, to: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        made([[from_, to, "Arvand", "Belisar", "ASSAULT", "1"]])
