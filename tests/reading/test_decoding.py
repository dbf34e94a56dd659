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


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("The “rebels” of Béni left.".encode() + b" \xc3( They " + b"were gone." * 3, "\ufffd( They were"),
        (b"The army said on Monday that the town was quiet.\xff\xfe " * 1, "quiet.\ufffd\ufffd"),
        (b"\xff\xfe\x00Shells fell on the town overnight, residents said.", "Shells fell on the town overnight"),
        (b"\xc3\x28 Shells fell on the town overnight, residents said.", "\ufffd( Shells fell"),
    ],
)
def test_a_few_broken_bytes_leave_the_rest_as_it_is(raw: bytes, text: str) -> None:
    assert text in decode(raw, source="a")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), source="a") == TEXT


def test_replacement_characters_are_refused() -> None:
    with pytest.raises(SourceError, match="lost characters"):
        decode(("The army\ufffds men " * 5).encode(), source="a.txt")
