import pytest

from vedette.codebook import codebook, parse
from vedette.model import RegistryError

STATUSES = '[statuses]\nactual = { happened = true, gloss = "x" }\n'


def test_holds_the_sixteen_types_and_six_statuses() -> None:
    book = codebook()
    assert (len(book.types), len(book.statuses)) == (16, 6)


@pytest.mark.parametrize("type_", sorted(codebook().types))
def test_sign_of_intensity_follows_the_quad(type_: str) -> None:
    entry = codebook().types[type_]
    assert (entry.intensity < 0) == entry.quad.endswith("conflict")


@pytest.mark.parametrize(
    ("type_", "mode", "fits"),
    [
        ("ASSAULT", "drone", True),
        ("ASSAULT", None, True),
        ("ASSAULT", "demo", False),
        ("AGREE", "appeal", False),
    ],
)
def test_says_which_modes_fit(type_: str, mode: str | None, fits: bool) -> None:
    assert codebook().fits(type_, mode) is fits


def test_statements_are_the_verbal_types() -> None:
    assert codebook().verbal("THREATEN")
    assert not codebook().verbal("ASSAULT")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("version = ", "own.toml: not readable as TOML"),
        ('version = "1"\n[types.X]\nverbal = true\n' + STATUSES, r"own.toml: types.X: missing .*gloss"),
        ('version = "1"\n[types.X]\ncolour = 1\n' + STATUSES, r"own.toml: types.X: got an unexpected .*colour"),
    ],
)
def test_names_the_entry_that_is_wrong(text: str, message: str) -> None:
    with pytest.raises(RegistryError, match=message):
        parse(text, "own.toml")
