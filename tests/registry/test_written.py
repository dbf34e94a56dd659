"""Names that are told by how they are written: without capitals, with but one, with a word that mostly counts."""

from datetime import date

import pytest

from vedette.registry import describe, load
from vedette.registry.phrase import kind_of


@pytest.mark.parametrize(
    ("phrase", "context", "id_"),
    [
        ("anti-balaka fighters", "", "group:anti-balaka"),
        ("Nato", "", "igo:nato"),
        ("Isis", "", "group:islamic-state"),
        ("Farc guerrillas", "", "group:farc"),
        ("the New People's Army", "", "group:npa"),
        ("New People's Army rebels", "", "group:npa"),
        ("Lebanese Forces", "A seat in Zahle went to the Lebanese Forces.", "party:lebanese-forces"),
        ("Lebanese forces", "Lebanese forces shot at a car in Zahle.", "mil:LB"),
        ("JNIM", "JNIM burned trucks in Burkina Faso.", "group:jnim"),
        ("TPLF", "The TPLF holds parts of Tigray.", "group:tplf"),
        ("Ansar al-Sharia", "A suicide bomber of Ansar al-Sharia struck in Yemen.", "group:aqap"),
        ("al-Shabaab", "In Mozambique al-Shabaab, as people call it, burned huts.", "group:ism"),
        ("al-Shabaab", "Kenya and Somalia blamed al-Shabaab.", "group:al-shabaab"),
        ("Myanmar's shadow government", "", "gov:nug"),
        ("the Blue House", "", "state:KR"),
    ],
)
def test_knows_a_name_as_it_is_written(phrase: str, context: str, id_: str) -> None:
    match = load().find(phrase, context=context)
    assert match
    assert match.actor.id == id_


@pytest.mark.parametrize(
    "phrase", ["isis", "nato", "the new people", "a fact", "Libya's rival government", "the Syrian government in exile"]
)
def test_takes_nobody_for_words_that_only_look_alike(phrase: str) -> None:
    assert load().find(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "context", "id_"),
    [
        ("Nasrallah", "The Hezbollah leader spoke; Nasrallah threatened to answer.", "person:hassan-nasrallah"),
        ("former President Obama", "", "person:barack-obama"),
        ("Captain Traore", "Captain Traore toured barracks in Burkina Faso.", "person:ibrahim-traore"),
    ],
)
def test_knows_a_last_name_by_rank_by_the_body_or_by_an_office_left(phrase: str, context: str, id_: str) -> None:
    match = load().find(phrase, context=context, on=date(2023, 12, 1))
    assert match
    assert match.actor.id == id_


@pytest.mark.parametrize(
    ("phrase", "kind", "country"),
    [
        ("a Kremlin spokesman", "person", "RU"),
        ("the Houthi-run coast guard", "military", "YE"),
        ("a hospital director", "person", None),
    ],
)
def test_says_whose_person_or_body_is_meant(phrase: str, kind: str, country: str | None) -> None:
    said = describe(load(), phrase)
    assert (said.kind, said.country) == (kind, country)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("anti-junta forces", "armed group"),
        ("separatist troops", "armed group"),
        ("anti-terrorist forces", "military"),
        ("Chadian troops", "military"),
    ],
)
def test_forces_that_are_nobodys_army_are_an_armed_group(phrase: str, kind: str) -> None:
    assert kind_of(phrase) == kind
