import pytest

from vedette.registry.spelling import fold, loose


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Kata’ib Hezbollah", "kataib hezbollah"),
        ("U.S.", "us"),
        ("Ayn al-Asad", "ayn al asad"),
        ("Médenine", "medenine"),
        ("ʿAyn ʿĪsá", "ayn isa"),
        ("Łódź", "lodz"),
    ],
)
def test_folds_case_accents_and_apostrophes(name: str, key: str) -> None:
    assert fold(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qasim", "Kassem"),
        ("Ar Raqqah", "Raqqa"),
        ("Mohammed al-Ameri", "Muhammad Amiri"),
        ("Zelensky", "Zelenskyy"),
        ("Hizbullah", "Hezbollah"),
        ("Deir al-Zor", "Deir ez-Zour"),
        ("Khan Younis", "Khan Yunis"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert loose(one) == loose(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Badr", "Bahr"), ("Mali", "Malawi"), ("Niger", "Nigeria"), ("Homs", "Hama")]
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert loose(one) != loose(other)
