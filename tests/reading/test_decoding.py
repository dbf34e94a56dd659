import pytest

from vedette.model import SourceError
from vedette.reading.decoding import decode

TEXT = "The army’s spokesman said the “rebels” had left Béni – for good, the mayor of the town said on Monday."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_finds_the_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), source="a.txt") == TEXT


def test_a_declared_charset_is_used() -> None:
    assert decode("Армия".encode("koi8-r"), source="a", charset="koi8-r") == "Армия"


def test_an_unknown_charset_does_no_harm() -> None:
    assert decode(TEXT.encode("cp1252"), source="a", charset="x-nonsense") == TEXT


def test_mojibake_is_mended_where_nothing_is_lost() -> None:
    text = "The army’s men and the town’s people"
    assert decode(text.encode().decode("cp1252").encode(), source="a") == text


def test_mojibake_that_lost_characters_is_refused() -> None:
    broken = "The armyâ€™s men said the townâ€™s people and the â€œrebelsâ€\u2603 had gone"
    with pytest.raises(SourceError, match="mojibake"):
        decode(broken.encode(), source="a.txt")


def test_replacement_characters_are_refused() -> None:
    with pytest.raises(SourceError, match="lost characters"):
        decode(("The army\ufffds men " * 5).encode(), source="a.txt")
