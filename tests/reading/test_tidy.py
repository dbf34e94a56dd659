import pytest

from vedette.reading.tidy import one_line


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("five\u00a0soldiers\u2009died", "five soldiers died"),
        ("air\u00adstrike", "airstrike"),
        ("\ufeffThe\u200b army\u200e", "The army"),
        ("Be\u0301ni", "Béni"),
        ("two\r\nlines\tand a tab", "two lines and a tab"),
        ("bell\x07 and \x1b[0m", "bell and [0m"),
    ],
)
def test_makes_characters_plain(text: str, plain: str) -> None:
    assert one_line(text) == plain
