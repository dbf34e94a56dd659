"""Spreadsheets come with any mark between columns and in any encoding; what is none is refused in a line."""

import gzip

import pytest

from vedette.measuring.sheet import sheet
from vedette.model.errors import UsageError

ROWS = "day,who,dead\n2024-03-01,Rébels of the Éstuary,3\n2024-03-02,Army,0\n"
CELLS = [("2024-03-01", "Rébels of the Éstuary", "3"), ("2024-03-02", "Army", "0")]
OTHER = ["taken as read: it is not in UTF-8; look whether its names came out right"]


@pytest.mark.parametrize(
    "content",
    [
        ROWS.encode(),
        ROWS.encode("utf-8-sig"),
        ROWS.replace("\n", "\r\n").encode(),
        ROWS.replace(",", ";").encode(),
        ROWS.replace(",", "\t").encode(),
        gzip.compress(ROWS.encode()),
    ],
    ids=["plain", "mark of order", "windows lines", "semicolons", "tabs", "gzip"],
)
def test_reads_the_usual_forms(content: bytes) -> None:
    made, notes = sheet(content)
    assert made.columns == ["day", "who", "dead"]
    assert made.rows() == CELLS
    assert notes == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252"])
def test_reads_other_encodings_and_says_so(encoding: str) -> None:
    made, notes = sheet(ROWS.encode(encoding))
    assert made.rows() == CELLS
    assert notes == OTHER


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "neither a case nor a CSV"),
        (ROWS.encode() + b"2024-03-03,Army,1,2,3\n", "line 4 has 5 cells, the header 3"),
        (ROWS.encode() + b'"2024-03-03,Army,1\n', "line 4: a quotation mark is open"),
        (gzip.compress(ROWS.encode())[:20], "damaged gzip"),
    ],
    ids=["nothing", "blanks", "image", "ragged", "open quote", "cut off"],
)
def test_refuses_in_a_line(content: bytes, why: str) -> None:
    with pytest.raises(UsageError, match=why) as refused:
        sheet(content)
    assert "\n" not in str(refused.value)
