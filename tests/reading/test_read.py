import gzip
import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from vedette.model import Basis, Report
from vedette.reading import Failure, read

TEXT = "Army retakes town\n\nThe army said on Monday that it had retaken the border town after two days of fighting.\n"


def read_file(path: Path, raw: bytes) -> list[Report | Failure]:
    path.write_bytes(raw)
    return list(read(str(path)))


def reports(path: Path) -> list[Report]:
    return [one for one in read(str(path)) if isinstance(one, Report)]


def test_reads_a_plain_text(tmp_path: Path) -> None:
    (report,) = read_file(tmp_path / "a.txt", TEXT.encode())
    assert isinstance(report, Report)
    assert (report.title, report.url) == ("Army retakes town", f"file:{tmp_path}/a.txt")


def test_what_the_user_says_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "2024-03-04.txt"
    path.write_text(TEXT)
    (report,) = read(str(path), published=date(2024, 1, 1), outlet="Courier", url="https://c.example/1")
    assert isinstance(report, Report)
    assert (report.day, report.outlet, report.url) == (date(2024, 1, 1), "Courier", "https://c.example/1")


def test_a_file_name_may_carry_the_day(tmp_path: Path) -> None:
    (report,) = read_file(tmp_path / "2024-03-04-army.txt", TEXT.encode())
    assert isinstance(report, Report)
    assert (report.day, report.published.basis) == (date(2024, 3, 4), Basis.ADDRESS)


def test_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (report,) = read("-")
    assert isinstance(report, Report)
    assert (report.title, report.url) == ("Army retakes town", "-")


def test_reads_compressed_text(tmp_path: Path) -> None:
    (report,) = read_file(tmp_path / "a.txt.gz", gzip.compress(TEXT.encode()))
    assert isinstance(report, Report)


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n\t", "is empty"),
        ("a.pdf", b"%PDF-1.7\n\x00", "is a PDF: save its text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "is an image"),
        ("a.zip", b"PK\x03\x04\x00", "is a zip archive"),
        ("a.bin", bytes(range(256)), "is a binary file"),
        ("big.txt", b"The army said it had won. " * 400_000, "10.4 MB, more than the 5 MB"),
        ("cut.txt.gz", gzip.compress(TEXT.encode() * 50, mtime=0)[:40], "damaged gzip"),
        (
            "fr.txt",
            "L'armée a annoncé lundi avoir repris la ville après deux jours de durs combats.".encode(),
            "in French",
        ),
        ("a.xml", b'<?xml version="1.0"?><rss version="2.0"><chan', "feed without entries"),
        ("a.warc", b"WARC/1.0\r\nnonsense", "web archive"),
    ],
)
def test_bad_input_gives_one_clear_line(tmp_path: Path, name: str, raw: bytes, words: str) -> None:
    (failure,) = read_file(tmp_path / name, raw)
    assert isinstance(failure, Failure)
    assert failure.source == str(tmp_path / name)
    assert words in failure.problem
    assert "\n" not in str(failure)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("missing.txt", "does not exist"),
        ("ftp://x.example/a", "begins with http"),
    ],
)
def test_a_missing_source_gives_one_clear_line(source: str, words: str) -> None:
    (failure,) = read(source)
    assert words in str(failure)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_gives_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    (failure,) = read(str(tmp_path / "a.txt"))
    assert "may not be read" in str(failure)


def test_the_rest_of_a_folder_is_read(tmp_path: Path) -> None:
    for name, text in (("a.txt", TEXT), ("b.txt", ""), ("c.txt", TEXT), ("README.md", "notes")):
        (tmp_path / name).write_text(text)
    assert [type(item) for item in read(str(tmp_path))] == [Report, Failure, Report]


def test_each_line_is_a_report_of_its_own(tmp_path: Path) -> None:
    line = '{"url": "https://c.example/%d", "text": "The army said on Monday that it had retaken the town."}\n'
    found = read_file(tmp_path / "a.jsonl", "".join(line % number for number in range(300)).encode())
    assert len({item.id for item in found if isinstance(item, Report)}) == 300


def test_a_compressed_text_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = io.TextIOWrapper(io.BytesIO(gzip.compress(TEXT.encode())))
    monkeypatch.setattr("sys.stdin", packed)
    (report,) = read("-")
    assert isinstance(report, Report)
    assert report.title == "Army retakes town"


def test_the_same_text_under_another_name_is_the_same_report(tmp_path: Path) -> None:
    text = "Shells fell on the harbour of Tarn on Monday, killing two, the mayor said.\n\nNobody claimed the attack.\n"
    (tmp_path / "one.txt").write_text(text)
    (tmp_path / "moved").mkdir()
    (tmp_path / "moved/other.txt").write_text(text)
    (tmp_path / "one.txt.gz").write_bytes(gzip.compress(text.encode()))
    ids = {one.id for name in ("one.txt", "moved/other.txt", "one.txt.gz") for one in reports(tmp_path / name)}
    assert len(ids) == 1


def test_the_same_text_at_two_addresses_is_two_reports(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Shells fell on the harbour of Tarn on Monday, killing two, the mayor said.\n")
    source = str(tmp_path / "one.txt")
    found = [*read(source, url="https://a.example/1"), *read(source, url="https://b.example/1"), *read(source)]
    assert len({one.id for one in found if isinstance(one, Report)}) == 3


@pytest.mark.parametrize(
    ("second", "count"),
    [({}, 1), ({"outlet": "Tarn Post"}, 2), ({"date": "2024-03-05"}, 2), ({"url": "https://a.example/1"}, 2)],
)
def test_records_of_the_same_words_are_told_apart_by_what_they_say_of_themselves(
    second: dict[str, str], count: int, tmp_path: Path
) -> None:
    record = {"text": "No attack was reported in the district overnight, the governor said.", "date": "2024-03-04"}
    lines = [json.dumps(record), json.dumps(record | second)]
    (tmp_path / "two.jsonl").write_text("\n".join(lines) + "\n")
    assert len({one.id for one in reports(tmp_path / "two.jsonl")}) == count
