from datetime import date

import pytest

from vedette.registry import describe, load

DAY = date(2023, 12, 12)
TEXT = (
    "The Iraqi Prime Minister Mohammed Shia al-Sudani met officials of Sudan, Libya and the United States. "
    "Kataib Hezbollah threatened the Americans in Iraq."
)


@pytest.mark.parametrize(
    ("phrase", "actor_id"),
    [
        ("Kata’ib Hezbollah", "group:kataib-hezbollah"),
        ("Kataeb Hizbullah", "group:kataib-hezbollah"),
        ("the Shiite militia Harakat al-Nujaba", "group:nujaba"),
        ("Hashed al-Shaabi fighters", "coalition:pmf"),
        ("Lebanon's Hezbollah", "group:hezbollah"),
        ("Houthi rebels in Yemen", "group:houthis"),
        ("Washington", "state:US"),
        ("the Kremlin", "state:RU"),
        ("Tehran", "state:IR"),
        ("Americans", "state:US"),
        ("U.S.", "state:US"),
        ("a U.S. aircraft", "mil:US"),
        ("American warplanes", "mil:US"),
        ("Israeli airstrikes", "mil:IL"),
        ("Ukrainian forces", "mil:UA"),
        ("the Pentagon", "ministry:us-defense"),
        ("the Sudanese army", "mil:SD"),
        ("the Rapid Support Forces", "group:rsf"),
        ("al Shabab militants", "group:al-shabaab"),
        ("the Iraqi government", "gov:IQ"),
        ("Myanmar's junta", "gov:MM"),
        ("five Hamas fighters", "group:hamas"),
        ("Jaish-e-Mohammad", "group:jem-pk"),
        ("M23 rebels", "group:m23"),
    ],
)
def test_finds_an_actor(phrase: str, actor_id: str) -> None:
    match = load().find(phrase)
    assert match is not None
    assert match.actor.id == actor_id


@pytest.mark.parametrize(
    "phrase",
    [
        "us",
        "is",
        "gunmen",
        "an unknown Iraqi armed group",
        "Iranian-backed Iraqi militias",
        "protesters",
        "a Hashd official",
        "a senior Hamas commander",
        "John Smith",
        "the group",
        "market",
        "who",
    ],
)
def test_gives_no_false_identity(phrase: str) -> None:
    assert load().find(phrase, context=TEXT, on=DAY) is None


@pytest.mark.parametrize(
    ("phrase", "kind", "country"),
    [
        ("Iranian-backed Iraqi militias", "armed group", "IQ"),
        ("an unknown Iraqi armed group", "armed group", "IQ"),
        ("Iraq’s armed groups", "armed group", "IQ"),
        ("gunmen", "armed group", None),
        ("Syrian civilians", "civilians", "SY"),
        ("a Hashd official", "person", "IQ"),
        ("militiamen", "armed group", None),
        ("Police in Japan", "police", "JP"),
    ],
)
def test_describes_who_has_no_name(phrase: str, kind: str, country: str | None) -> None:
    said = describe(load(), phrase)
    assert (said.kind, said.country) == (kind, country)


@pytest.mark.parametrize(
    ("phrase", "on", "name"),
    [
        ("the Iraqi premier", date(2023, 12, 1), "Mohammed Shia al-Sudani"),
        ("the Iraqi premier", date(2019, 6, 1), "Adel Abdul-Mahdi"),
        ("the U.S. Secretary of State", date(2015, 1, 1), "John Kerry"),
        ("Ukraine's president", date(2022, 3, 1), "Volodymyr Zelensky"),
    ],
)
def test_an_office_leads_to_its_holder_on_the_day(phrase: str, on: date, name: str) -> None:
    match = load().find(phrase, on=on)
    assert match is not None
    assert match.actor.name == name


def test_a_last_name_needs_the_full_name_or_the_office_in_the_text() -> None:
    registry = load()
    found = registry.find("al-Sudani", context=TEXT, on=DAY)
    assert found is not None
    assert found.actor.name == "Mohammed Shia al-Sudani"
    assert registry.find("al-Sudani", context="A shop in Peru was robbed.", on=DAY) is None


def test_another_first_name_is_another_person() -> None:
    assert load().find("Hussein al-Sudani", context=TEXT, on=DAY) is None


def test_a_short_name_means_who_was_named_in_full() -> None:
    match = load().find("Hezbollah", context="Kataib Hezbollah claimed the attack near Baghdad in Iraq.")
    assert match is not None
    assert match.actor.id == "group:kataib-hezbollah"


def test_the_owner_of_a_name_keeps_it_where_its_country_is_named() -> None:
    match = load().find("Hezbollah", context="Kataib Hezbollah in Iraq, and Hezbollah in Lebanon, warned Israel.")
    assert match is not None
    assert match.actor.id == "group:hezbollah"


def test_few_capitals_need_their_country_in_the_text() -> None:
    registry = load()
    assert registry.find("PDF", context="The file was sent as a PDF.") is None
    found = registry.find("PDF", context="Fighters in Myanmar, of the PDF, took the town.")
    assert found is not None
    assert found.actor.id == "group:pdf"


def test_office_holders_on_a_day() -> None:
    holders = load().office_holders(DAY, of="state:IQ", title="prime minister")
    assert [person.name for person, _ in holders] == ["Mohammed Shia al-Sudani"]
