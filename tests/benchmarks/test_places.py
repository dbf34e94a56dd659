"""Places: the reading of both forms of data, and the scores by hand."""

import math
from pathlib import Path

import pytest

from benchmarks import places_hard
from benchmarks.places import errors_of, most_peopled
from benchmarks.places_reading import read
from benchmarks.places_score import FARTHEST, f1, scores
from vedette.registry import load, load_gazetteer

TEXT = "Shells fell on Mosul, Iraq."
LGL = f"""<articles><article docid="7"><text><![CDATA[{TEXT}]]></text><toponyms>
<toponym><start>15</start><end>20</end><phrase>Mosul</phrase><gaztag geonameid="1"><name>Mosul</name><lat>36.335</lat>
<lon>43.119</lon></gaztag></toponym><toponym><start>22</start><end>26</end><phrase>Iraq</phrase></toponym>
</toponyms></article></articles>"""
GWN = f"""<articles><article file="7"><text>{TEXT}</text><toponyms><toponym><start>16</start><end>21</end>
<phrase>Mosul</phrase><latitude>36.335</latitude><longitude>43.119</longitude></toponym></toponyms></article></articles>"""


@pytest.mark.parametrize("form", [LGL, GWN], ids=["LGL", "GeoWebNews"])
def test_reads_names_with_a_point(tmp_path: Path, form: str) -> None:
    (tmp_path / "x.xml").write_text(form, "utf-8")
    (text,) = read(tmp_path / "x.xml")
    assert [(one.span.text, one.span.start, one.lat, one.lon) for one in text.toponyms] == [
        ("Mosul", 15, 36.335, 43.119)
    ]


def test_reads_a_folder_of_brat_files(tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_text(TEXT, "utf-8")
    notes = [
        "T1\tLiteral 15 20\tMosul",
        "#1\tAnnotatorNotes T1\t36.335, 43.119",
        "T2\tLiteral 22 26\tIraq",
        "#2\tAnnotatorNotes T2\t99237",
    ]
    (tmp_path / "0.ann").write_text("\n".join(notes), "utf-8")
    (text,) = read(tmp_path)
    assert [(one.span.text, round(one.lat), round(one.lon)) for one in text.toponyms] == [
        ("Mosul", 36, 43),
        ("Iraq", 33, 44),
    ]


def test_scores_count_a_missing_place_as_wrong() -> None:
    found = scores([0.0, 161.0, 200.0, None])
    assert (found["acc161"], found["mean_km"], found["resolved"]) == (0.5, 120.3, 0.75)
    assert found["auc"] == round(
        (math.log(162) + math.log(201) + math.log(FARTHEST + 1)) / 4 / math.log(FARTHEST + 1), 4
    )


def test_f1_by_hand() -> None:
    assert f1(2, 4, 4) == 0.5


def test_resolves_by_the_text_what_the_baseline_cannot(tmp_path: Path) -> None:
    text = "The mayor of Paris, Texas, met farmers."
    names = "".join(
        f"<toponym><start>{text.index(name)}</start><phrase>{name}</phrase><lat>{lat}</lat><lon>{lon}</lon></toponym>"
        for name, lat, lon in (("Paris", 33.66, -95.55), ("Texas", 31.25, -99.25))
    )
    (tmp_path / "x.xml").write_text(f"<a><article><text>{text}</text>{names}</article></a>", "utf-8")
    texts = read(tmp_path / "x.xml")
    ours = [error for error, _ in errors_of(texts, load_gazetteer(), load())]
    theirs = most_peopled(texts, load_gazetteer())[0]
    assert all(error is not None and error < 161 for error in ours)
    assert theirs is not None
    assert theirs > 5000


def test_every_hard_name_stands_in_its_sentence_once_listed() -> None:
    rows = places_hard.read()
    assert len(rows) >= 150
    assert len({(row.name, row.sentence) for row in rows}) == len(rows)


def test_a_wrong_row_of_hard_names_is_named(tmp_path: Path) -> None:
    (tmp_path / "h.tsv").write_text("Mosul\t36\t43\t20\tNo such name here.\n", "utf-8")
    with pytest.raises(ValueError, match=r"h\.tsv line 1"):
        places_hard.read(tmp_path / "h.tsv")
