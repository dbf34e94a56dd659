"""Rows of word pieces and the words in them."""

from importlib.resources import files
from pathlib import Path

import pytest

from vedette.tagging.words import Row, load_tokenizer, rows

TOKENIZER = load_tokenizer(Path(str(files("vedette.tagging") / "weights" / "tokenizer.json")))


def words(text: str, row: Row) -> list[str]:
    return [text[start:end] for start, end in zip(row.starts.tolist(), row.ends.tolist(), strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kata’ib fired.", ["Kata", "’", "ib", "fired", "."]),
        ("“Stop!” 🚀 naïve café", ["“", "Stop", "!", "”", "🚀", "naïve", "café"]),
        ("İstanbul and Zürich", ["İstanbul", "and", "Zürich"]),
    ],
)
def test_words_are_quotes_of_the_text(text: str, expected: list[str]) -> None:
    assert words(text, rows([text], TOKENIZER)[0]) == expected


def test_a_long_sentence_gives_rows_that_hold_every_word_once() -> None:
    text = " ".join(f"militiaman{number}" for number in range(300))
    made = rows([text], TOKENIZER, longest=64)
    assert len(made) > 1
    assert max(len(row.ids) for row in made) <= 64
    assert [word for row in made for word in words(text, row)] == text.split()


def test_a_word_longer_than_a_row_is_cut_to_it() -> None:
    text = "x" * 90 + "-" * 90
    assert all(len(row.ids) <= 16 for row in rows([text], TOKENIZER, longest=16))


def test_pieces_of_a_word_run_to_the_next_word() -> None:
    row = rows(["Peshmerga left"], TOKENIZER)[0]
    assert row.pieces(0, 1) == slice(1, int(row.first[1]))
    assert row.pieces(1, 2).stop == len(row.ids) - 1


@pytest.mark.parametrize("text", ["", " ", "\u200b"])
def test_nothing_gives_no_row_or_no_error(text: str) -> None:
    assert len(rows([text], TOKENIZER)) <= 1
