"""Quotes found again."""

import pytest

from vedette.llm.quotes import found

TEXT = "The army’s “elite guard” shelled  Arlen;\nIsraeli and U.S. troops, the army said, left Arlen."


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("shelled  Arlen", ["shelled  Arlen"]),
        ("shelled Arlen", ["shelled  Arlen"]),
        ("Arlen; Israeli", ["Arlen;\nIsraeli"]),
        ('the "elite guard"', []),
        ('army\'s "elite guard"', ["army’s “elite guard”"]),
        ("army's ''elite guard''", ["army’s “elite guard”"]),
        (" U.S. troops ", ["U.S. troops"]),
        ("Arlen", ["Arlen", "Arlen"]),
        ("Israel", []),
        ("he", []),
        ("shelled Arlen and Belen", []),
        ("SHELLED", []),
        ("“", []),
        ("", []),
        ("   ", []),
        (".*", []),
    ],
)
def test_finds_a_quote_with_other_blanks_and_marks_alone(quote: str, stands: list[str]) -> None:
    assert [span.text for span in found(quote, TEXT)] == stands
    assert all(span.stands_in(TEXT) for span in found(quote, TEXT))


def test_an_exact_quote_goes_before_one_that_is_only_alike() -> None:
    text = 'the “raid” and the "raid"'
    assert [span.start for span in found('the "raid"', text)] == [15]
