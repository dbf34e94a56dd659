import importlib.util
import sys
from pathlib import Path

import pytest

from vedette.coding.who import parties
from vedette.model import Party, Span
from vedette.registry import load

_SPEC = importlib.util.spec_from_file_location("laid_out", Path(__file__).with_name("laid_out.py"))
assert _SPEC
assert _SPEC.loader
laid_out = importlib.util.module_from_spec(_SPEC)
sys.modules["laid_out"] = laid_out
_SPEC.loader.exec_module(laid_out)
Said, document = laid_out.Said, laid_out.document


def who(phrase: str, *said: object) -> tuple[Party, ...]:
    """Resolve the last occurrence of a phrase of the last sentence."""
    laid = document(*said)
    sentence = laid.sentences[-1]
    start = sentence.span.start + sentence.tagged.text.rindex(phrase)
    return parties(Span(text=phrase, start=start, end=start + len(phrase)), sentence, laid, registry=load())


def test_a_union_of_states_is_two_parties() -> None:
    found = who("Iraq and the United States", Said(text="Iraq and the United States signed a deal."))
    assert [party.actor_id for party in found] == ["state:IQ", "state:US"]


def test_a_list_of_groups_is_split() -> None:
    found = who("Hamas, Hezbollah and the Houthis", Said(text="Hamas, Hezbollah and the Houthis condemned it."))
    assert [party.actor_id for party in found] == ["group:hamas", "group:hezbollah", "group:houthis"]


def test_people_of_one_kind_stay_together() -> None:
    assert len(who("women and children", Said(text="The blast killed women and children."))) == 1


def test_a_name_that_holds_and_is_not_split() -> None:
    said = Said(
        text="The Union of Doctors and Nurses of Kenya marched.",
        names=(("Union of Doctors and Nurses of Kenya", "ORG"),),
    )
    assert len(who("The Union of Doctors and Nurses of Kenya", said)) == 1


def test_the_quote_stands_in_the_body() -> None:
    said = (Said(text="It was calm."), Said(text="Russia and Ukraine exchanged prisoners."))
    body = document(*said).report.text
    assert all(body[party.start : party.end] == party.text for party in who("Russia and Ukraine", *said))


def test_a_bare_adjective_acts_through_the_next_word() -> None:
    (party,) = who("Israeli", Said(text="Israeli airstrikes hit the town.", names=(("Israeli", "COUNTRY"),)))
    assert party.actor_id == "mil:IL"


def test_he_is_the_man_who_spoke_before() -> None:
    first = Said(
        text="Antony Blinken met Israel Katz.",
        names=(("Antony Blinken", "PERSON"), ("Israel Katz", "PERSON")),
        events=(("met", "CONSULT", {"actor": "Antony Blinken", "target": "Israel Katz"}),),
    )
    (party,) = who("he", first, Said(text="Later he called for a truce."))
    assert (party.name, party.basis) == ("Antony Blinken", "pronoun: Antony Blinken")


def test_the_group_is_the_armed_group_before() -> None:
    first = Said(
        text="Russia said the Arakan Army took a base.",
        names=(("Russia", "COUNTRY"), ("Arakan Army", "GROUP")),
        events=(("took", "ASSAULT", {"actor": "the Arakan Army"}),),
    )
    (party,) = who("The group", first, Said(text="The group freed prisoners."))
    assert party.actor_id == "group:arakan-army"


def test_his_government_is_that_of_his_country() -> None:
    first = Said(
        text="Shehbaz Sharif spoke.",
        names=(("Shehbaz Sharif", "PERSON"),),
        events=(("spoke", "CONSULT", {"actor": "Shehbaz Sharif"}),),
    )
    (party,) = who("his government", first, Said(text="India accused his government."))
    assert party.actor_id == "gov:PK"


@pytest.mark.parametrize(
    ("phrase", "kind", "country"),
    [
        ("Iranian-backed Iraqi militias", "armed group", "IQ"),
        ("gunmen", "armed group", None),
        ("Sudanese civilians", "civilians", "SD"),
    ],
)
def test_who_has_no_name_keeps_kind_and_country(phrase: str, kind: str, country: str | None) -> None:
    (party,) = who(phrase, Said(text=f"There {phrase} were seen."))
    assert (party.actor_id, party.kind, party.country, party.basis) == (None, kind, country, "generic")


def test_an_official_of_a_body_is_a_person() -> None:
    (party,) = who("a Hashd official", Said(text="It was denied by a Hashd official."))
    assert (party.actor_id, party.kind, party.basis) == (None, "person", "member of Popular Mobilization Forces")


def test_an_apposition_tells_the_country_of_a_person() -> None:
    said = Said(text="Ali Example, an Iraqi analyst, warned of war.", names=(("Ali Example", "PERSON"),))
    (party,) = who("Ali Example", said)
    assert (party.name, party.kind, party.country) == ("Ali Example", "person", "IQ")


def test_a_range_of_people_is_one_party() -> None:
    assert len(who("Between seven and ten people", Said(text="Between seven and ten people were abducted."))) == 1


def test_a_qualified_group_points_back() -> None:
    said = (
        Said(
            text="The Houthis hit a ship.",
            names=(("Houthis", "GROUP"),),
            events=(("hit", "ASSAULT", {"actor": "The Houthis"}),),
        ),
        Said(text="The Iran-backed group fired again."),
    )
    assert who("The Iran-backed group", *said)[0].actor_id == "group:houthis"


def test_a_groups_troops_are_the_group() -> None:
    said = (
        Said(
            text="Hezbollah hit a post.",
            names=(("Hezbollah", "GROUP"),),
            events=(("hit", "ASSAULT", {"actor": "Hezbollah"}),),
        ),
        Said(text="Its forces then withdrew."),
    )
    assert who("Its forces", *said)[0].actor_id == "group:hezbollah"


def test_the_army_of_a_report_about_one_country_is_that_countrys() -> None:
    said = (
        Said(text="Fighting went on in Chad. Chad closed its border, and Chadian towns burned."),
        Said(text="The army shelled the town."),
    )
    assert who("The army", *said)[0].actor_id == "mil:TD"


def test_the_army_is_not_some_soldiers_told_of_before() -> None:
    said = (Said(text="Rebels killed 30 soldiers near a well."), Said(text="The army shelled the hills."))
    assert who("The army", *said)[0].name is None


def test_the_army_between_two_countries_is_nobodys() -> None:
    said = (Said(text="Chad and Niger closed the border."), Said(text="The army shelled the town."))
    assert who("The army", *said)[0].actor_id is None


def test_a_body_is_not_found_in_the_name_of_a_person() -> None:
    said = Said(text="The envoy, Badr Haddad, met the Badr Organization.", names=(("Badr Haddad", "PERSON"),))
    assert [(party.name, party.kind) for party in who("Badr Haddad", said)] == [("Badr Haddad", "person")]
    assert [party.name for party in who("the Badr Organization", said)] == ["Badr Organization"]


MET = Said(
    text="Egypt and Qatar met Hamas in Cairo.",
    names=(("Egypt", "COUNTRY"), ("Qatar", "COUNTRY"), ("Hamas", "GROUP")),
    events=(("met", "CONSULT", {"actor": "Egypt|Qatar", "target": "Hamas"}),),
)


@pytest.mark.parametrize(
    ("phrase", "text", "ids"),
    [
        ("They", "They proposed a truce.", ["state:EG", "state:QA"]),
        ("Both", "Both proposed a truce.", ["state:EG", "state:QA"]),
        ("The two countries", "The two countries proposed a truce.", ["state:EG", "state:QA"]),
        ("The former", "The former proposed a truce.", ["state:EG"]),
        ("The latter", "The latter proposed a truce.", ["state:QA"]),
        ("They then", "They then proposed a truce.", ["state:EG", "state:QA"]),
        ("The group", "The group refused.", ["group:hamas"]),
    ],
)
def test_words_for_two_mean_those_named_together(phrase: str, text: str, ids: list[str]) -> None:
    assert [party.actor_id for party in who(phrase, MET, Said(text=text))] == ids


def test_it_is_left_open_between_two_named_together() -> None:
    (party,) = who("It", MET, Said(text="It proposed a truce."))
    assert party.actor_id is None


def test_nobody_acts_on_himself() -> None:
    first = Said(
        text="Antony Blinken met Israel Katz.",
        names=(("Antony Blinken", "PERSON"), ("Israel Katz", "PERSON")),
        events=(("met", "CONSULT", {"actor": "Antony Blinken", "target": "Israel Katz"}),),
    )
    then = Said(text="He urged him to wait.", events=(("urged", "REQUEST", {"actor": "He", "target": "him"}),))
    (party,) = who("him", first, then)
    assert party.name == "Israel Katz"


def test_a_lawyer_speaks_of_his_client() -> None:
    first = Said(
        text="Police arrested Bobi Wine.",
        names=(("Bobi Wine", "PERSON"),),
        events=(("arrested", "COERCE", {"actor": "Police", "target": "Bobi Wine"}),),
    )
    then = Said(
        text="His lawyer said that he was beaten.",
        events=(("beaten", "ASSAULT", {"target": "he", "source": "His lawyer"}),),
    )
    (party,) = who("he", first, then)
    assert party.name == "Bobi Wine"


def test_they_may_mean_the_rebels() -> None:
    first = Said(text="The rebels may attack.", events=(("attack", "ASSAULT", {"actor": "The rebels"}),))
    (party,) = who("They", first, Said(text="They have tanks."))
    assert (party.name, party.kind) == ("The rebels", "armed group")


@pytest.mark.parametrize(
    ("phrase", "ids"),
    [
        ("U.S. and British forces", ["mil:US", "mil:GB"]),
        ("Ethiopian and Eritrean soldiers", ["mil:ET", "mil:ER"]),
        ("Hamas and Islamic Jihad militants", ["group:hamas", "group:pij"]),
        ("Mali, Niger and Burkina Faso", ["state:ML", "state:NE", "state:BF"]),
        ("M23 and Rwandan troops", ["group:m23", "mil:RW"]),
        ("the Taliban and al-Qaida", ["group:taliban", "group:al-qaida"]),
        ("Iranian-backed groups in Iraq and Syria", [None]),
        ("Islamic State cells in Mali, Niger and Chad", ["group:islamic-state"]),
    ],
)
def test_a_union_is_as_many_parties_as_it_names(phrase: str, ids: list[str | None]) -> None:
    assert [party.actor_id for party in who(phrase, Said(text=f"Yesterday {phrase} were seen."))] == ids


def test_the_basis_tells_what_decided_between_the_bearers_of_a_name() -> None:
    said = (Said(text="Sudan sent troops to Darfur, and Sudan closed a road."), Said(text="Lebanon heard of the SLA."))
    (party,) = who("SLA", *said)
    assert party.actor_id == "group:slm-aw"
    assert party.basis == "name: SLA (its country is named most: SD 2, LB 1)"


def test_the_army_is_no_army_post() -> None:
    first = Said(
        text="Rebels stormed an army post in Mali on Monday.",
        names=(("Mali", "COUNTRY"),),
        events=(("stormed", "ASSAULT", {"actor": "Rebels", "target": "an army post", "place": "Mali"}),),
    )
    (party,) = who("The army", first, Said(text="The army said it had arrested three men."))
    assert party.name != "an army post"


def test_the_army_is_that_of_the_state_the_sentence_begins_with() -> None:
    first = Said(
        text="Nigerian troops shelled the town.",
        names=(("Nigerian", "COUNTRY"),),
        events=(("shelled", "ASSAULT", {"actor": "Nigerian troops"}),),
    )
    (party,) = who("the army", first, Said(text="In neighbouring Mali, the army said it had arrested three men."))
    assert party.actor_id == "mil:ML"


def test_the_army_is_the_only_one_named_before() -> None:
    first = Said(
        text="A Chadian army column reached the town.",
        names=(("Chadian", "COUNTRY"),),
        events=(("reached", "MOBILIZE", {"actor": "Chadian army"}),),
    )
    calm = Said(text="It was calm.")
    (party,) = who("the army", first, *[calm] * 6, Said(text="Later the army withdrew."))
    assert party.actor_id == "mil:TD"


def test_two_pronouns_that_act_on_each_other_come_to_an_end() -> None:
    text = "The rebels fled when they attacked them."
    acts = (
        ("attacked", "ASSAULT", {"actor": "they", "target": "them"}),
        ("fled", "ASSAULT", {"actor": "them", "target": "they"}),
    )
    assert [party.name for party in who("they", Said(text=text, events=acts))] == ["The rebels"]


def test_who_urges_him_is_not_him() -> None:
    text = "Emmanuel Macron met Vladimir Putin in Paris and urged him to leave."
    said = Said(
        text=text,
        names=(("Emmanuel Macron", "PERSON"), ("Vladimir Putin", "PERSON")),
        events=(
            ("met", "CONSULT", {"actor": "Emmanuel Macron", "target": "Vladimir Putin"}),
            ("urged", "REQUEST", {"actor": "Emmanuel Macron"}),
            ("leave", "RETREAT", {"actor": "him"}),
        ),
    )
    assert [party.name for party in who("him", said)] == ["Vladimir Putin"]
