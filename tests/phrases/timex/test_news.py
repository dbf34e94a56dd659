"""The time phrases of news, each with its value."""

import re
from datetime import date
from pathlib import Path

import pytest

from vedette.model import Basis, Published
from vedette.phrases.timex.text import time_phrases

WEDNESDAY = date(2023, 12, 13)
PUBLISHED = Published(start=WEDNESDAY, end=WEDNESDAY, precision="day", basis=Basis.GIVEN)
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "news.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("marked", "values"), ROWS, ids=[row[0] for row in ROWS])
def test_finds_and_reads_the_time_phrases_of_news(marked: str, values: str) -> None:
    found = time_phrases(re.sub(r"[\[\]]", "", marked), PUBLISHED)
    spans = re.findall(r"\[(.*?)\]", marked)
    assert [(one.span.text, one.value) for one in found] == list(zip(spans, values.split(), strict=True))
