"""The table of what a full stop may follow."""

from importlib.resources import files

KINDS = {"never", "number", "maybe", "starter"}


def rows() -> list[list[str]]:
    lines = (files("vedette.tagging") / "stops.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


def test_each_row_is_a_word_and_a_kind() -> None:
    assert all(len(row) == 2 and row[0] and row[1] in KINDS for row in rows())


def test_no_word_stands_twice_as_a_stop() -> None:
    words = [word.casefold() for word, kind in rows() if kind != "starter"]
    assert len(words) == len(set(words))


def test_starters_are_capitalised() -> None:
    assert all(word[0].isupper() for word, kind in rows() if kind == "starter")
