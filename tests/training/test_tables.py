"""The tables of names and triggers that augmentation draws from."""

import random

import pytest

from training.lexicon import form, rows
from training.synonyms import TABLE, another, swaps
from vedette.tagging.labels import TYPES


def test_each_name_has_a_known_label() -> None:
    assert {label for label, _ in rows()} == {"COUNTRY", "ADJECTIVE", "GROUP", "ORG", "PERSON", "PLACE"}


def test_no_name_stands_twice_with_a_label() -> None:
    assert len(rows()) == len(set(rows()))


def test_each_row_of_triggers_has_a_kind_a_type_and_words() -> None:
    lines = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert all(kind in {"verb", "noun"} and type_ in TYPES and words.split() for kind, type_, words in lines)


@pytest.mark.parametrize(
    ("word", "type_", "others"),
    [
        ("kidnapped", "ASSAULT", {"abducted", "snatched"}),
        ("negotiating", "CONSULT", {"conferring", "talking", "mediating"}),
        ("truces", "AGREE", {"ceasefires", "cease-fires", "armistices"}),
        ("gun battle", "ASSAULT", {"clash", "battle", "firefight", "gunfight", "skirmish", "confrontation"}),
        ("struck", "ASSAULT", {"hit"}),
    ],
)
def test_gives_words_in_the_same_form(word: str, type_: str, others: set[str]) -> None:
    assert others <= swaps()[type_, word]


def test_an_unknown_word_stays() -> None:
    assert another("frobnicated", "ASSAULT", rng=random.Random(0)) == "frobnicated"


@pytest.mark.parametrize(
    ("label", "name", "expected"),
    [
        ("COUNTRY", "Iraqi", "adjective"),
        ("COUNTRY", "Iraq", "noun"),
        ("COUNTRY", "U.S.", "either"),
        ("PERSON", "Abbas", "one"),
    ],
)
def test_names_have_a_form(label: str, name: str, expected: str) -> None:
    assert form(label, name) == expected
