import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from vedette.coding.where import place_of, places_of
from vedette.model import Place, WherePrecision
from vedette.registry import load, load_gazetteer

_SPEC = importlib.util.spec_from_file_location("laid_out", Path(__file__).with_name("laid_out.py"))
assert _SPEC
assert _SPEC.loader
laid_out = importlib.util.module_from_spec(_SPEC)
sys.modules["laid_out"] = laid_out
_SPEC.loader.exec_module(laid_out)
Said, document = laid_out.Said, laid_out.document


def where(*said: object, mark: int = 0) -> Place:
    """Resolve the place of a mark of the last sentence."""
    laid = document(*said)
    sentence = laid.sentences[-1]
    return place_of(sentence.tagged.marks[mark], sentence, laid, gazetteer=load_gazetteer(), registry=load())


def struck(place: str) -> object:
    """A sentence with an assault at a place."""
    return Said(
        text=f"Iraq, Syria, Ukraine and Sudan: aircraft bombed {place} at dawn.",
        events=(("bombed", "ASSAULT", {"place": place}),),
    )


@pytest.mark.parametrize(
    ("phrase", "name", "country", "precision"),
    [
        ("the Jurf al-Nasr area, south of Baghdad", "Jurf al-Sakhar", "IQ", 1),
        ("Iraq's northern province of Kirkuk", "Kirkuk", "IQ", 4),
        ("Kirkuk", "Kirkuk", "IQ", 1),
        ("south of Baghdad", "Baghdad", "IQ", 2),
        ("the Green Zone in central Baghdad", "Green Zone", "IQ", 1),
        ("Ain al-Assad airbase in western Iraq", "Ayn al-Asad Air Base", "IQ", 1),
        ("eastern Syria", "Syria", "SY", 5),
        ("Ukraine", "Ukraine", "UA", 6),
        ("Kharkov", "Kharkiv", "UA", 1),
        ("el-Fasher, the capital of North Darfur", "El Fasher", "SD", 1),
        ("the Red Sea", "Red Sea", None, 7),
    ],
)
def test_resolves_a_place_phrase(phrase: str, name: str, country: str | None, precision: int) -> None:
    place = where(struck(phrase))
    assert (place.name, place.country, place.precision) == (name, country, WherePrecision(precision))


def test_the_quote_stands_in_the_body() -> None:
    said = (Said(text="It was calm."), struck("Kirkuk"))
    place = where(*said)
    assert document(*said).report.text[place.start : place.end] == "Kirkuk"


def test_a_nested_attack_keeps_its_place_to_itself() -> None:
    text = "The force carried out an airstrike against militants responsible for an attack on troops at Camp Taji."
    said = Said(
        text=text,
        names=(("Camp Taji", "PLACE"),),
        events=(
            ("airstrike", "ASSAULT", {"target": "militants"}),
            ("attack", "ASSAULT", {"target": "troops", "place": "Camp Taji"}),
        ),
    )
    assert not where(said).known
    assert where(said, mark=1).name == "Camp Taji"


def test_a_base_named_in_the_target_is_the_place() -> None:
    said = Said(
        text="Rockets hit the U.S. embassy in central Baghdad, Iraq said.",
        names=(("Baghdad", "PLACE"), ("Iraq", "COUNTRY")),
        events=(("hit", "ASSAULT", {"target": "the U.S. embassy in central Baghdad"}),),
    )
    place = where(said)
    assert place.name in ("U.S. embassy in Baghdad", "Baghdad")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen killed an officer, an Iraqi minister said in Paris.", (("Iraqi", "COUNTRY"), ("Paris", "PLACE"))),
        ("Washington said militants attacked a patrol.", (("Washington", "COUNTRY"),)),
    ],
)
def test_where_it_was_said_is_not_where_it_was(text: str, names: tuple[tuple[str, str], ...]) -> None:
    trigger = "killed" if "killed" in text else "attacked"
    assert not where(Said(text=text, names=names, events=((trigger, "ASSAULT", {}),))).known


def test_the_paragraph_sets_the_place() -> None:
    first = Said(text="Shells fell on Kherson in Ukraine.", events=(("fell", "ASSAULT", {"place": "Kherson"}),))
    place = where(first, Said(text="Gunmen then killed two.", events=(("killed", "ASSAULT", {}),)))
    assert (place.name, "earlier sentence" in place.basis) == ("Kherson", True)


def test_another_paragraph_sets_no_place() -> None:
    first = Said(text="Shells fell on Kherson in Ukraine.", events=(("fell", "ASSAULT", {"place": "Kherson"}),))
    assert not where(first, Said(text="Gunmen killed two.", events=(("killed", "ASSAULT", {}),), paragraph=1)).known


def test_a_small_town_of_a_country_never_named_is_not_guessed() -> None:
    said = Said(
        text="In Sudan, Sudan's army bombed Makeen.",
        names=(("Makeen", "PLACE"),),
        events=(("bombed", "ASSAULT", {"place": "Makeen"}),),
    )
    assert where(said).country in (None, "SD")


def test_a_tally_may_have_several_places() -> None:
    said = Said(
        text="Troops were attacked 90 times in Iraq and Syria.",
        events=(("attacked", "ASSAULT", {"place": "Iraq and Syria"}),),
    )
    laid = document(said)
    sentence = laid.sentences[0]
    found = places_of(sentence.tagged.marks[0], sentence, laid, gazetteer=load_gazetteer(), registry=load())
    assert [place.country for place in found] == ["IQ", "SY"]


@pytest.mark.parametrize("phrase", ["the U.S. embassy in central Amman", "a Turkish-held post by U.S. bases in Amman"])
def test_the_owner_of_an_embassy_or_a_base_is_not_the_place(phrase: str) -> None:
    assert where(struck(phrase)).name == "Amman"


def test_a_name_cut_short_gives_way_to_the_whole_one() -> None:
    said = Said(
        text="Rockets fell on Baghdad's Green Zone.",
        events=(("fell", "ASSAULT", {"place": "Baghdad's Green Zone"}),),
        names=(("Zone", "PLACE"),),
    )
    assert where(said).name == "Green Zone"


def told(
    text: str, trigger: str, *, paragraph: int = 0, names: tuple[tuple[str, str], ...] = (), **roles: str
) -> object:
    """A sentence with one assault."""
    return Said(text=text, names=names, events=((trigger, "ASSAULT", roles),), paragraph=paragraph)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Shells fell on the army post, said Grace Aber, a researcher at a think tank in Nairobi.", ("Nairobi",)),
        ("The post was shelled again, according to Musa Bello, who teaches history in Kano.", ("Kano",)),
        ("Shells hit the post, the governor of Borno told reporters in Abuja.", ("Abuja",)),
        ("Shells hit the patrol of the London-based company.", ("London",)),
    ],
)
def test_where_somebody_speaks_or_sits_is_no_place(said: str, names: tuple[str, ...]) -> None:
    trigger = "shelled" if "shelled" in said else "Shells"
    assert not where(told(said, trigger, names=tuple((name, "PLACE") for name in names))).known


def test_whom_the_act_befalls_has_its_place() -> None:
    text = "Gunmen in Nigeria shot dead a teacher in Maiduguri."
    said = told(text, "shot", names=(("Maiduguri", "PLACE"),), target="a teacher")
    assert where(said).name == "Maiduguri"


@pytest.mark.parametrize(
    ("phrase", "name", "precision"),
    [
        ("the Odesa Grand hotel", "Odesa", 2),
        ("the Aleppo Palace hotel in Damascus", "Damascus", 1),
        ("the Kharkiv Brigade's base in Sumy", "Sumy", 1),
        ("the department of Cauca in Colombia", "Cauca", 4),
    ],
)
def test_what_is_called_after_a_town_stands_there_unless_told_otherwise(phrase: str, name: str, precision: int) -> None:
    said = told(f"Ukraine, Syria and Colombia: missiles hit {phrase}.", "hit", place=phrase)
    assert (where(said).name, where(said).precision) == (name, WherePrecision(precision))


@pytest.mark.parametrize("phrase", ["the frigate Sevastopol", "the Wharf Jolo quarter", "the village of Qrabtiya"])
def test_a_ship_or_an_unknown_name_is_no_known_place(phrase: str) -> None:
    place = where(told(f"In Russia and the Philippines, missiles hit {phrase}.", "hit", place=phrase))
    assert not place.known


def test_an_unknown_place_keeps_its_quote() -> None:
    names = (("Qrabtiya", "PLACE"),)
    text = "In Yemen, rockets hit the village of Qrabtiya."
    place = where(told(text, "hit", names=names, place="the village of Qrabtiya"))
    assert (place.name, place.text, "not in the gazetteer" in place.basis) == (None, "the village of Qrabtiya", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb went off in the Malian capital, Mali and Niger said.", "Bamako"),
        ("In Chad, a bomb went off at a market in the capital; Chad blamed rebels.", "N'Djamena"),
    ],
)
def test_the_capital_is_that_of_the_country(text: str, name: str) -> None:
    assert where(told(text, "went off")).name == name


@pytest.mark.parametrize(
    ("second", "trigger"),
    [
        ("The bombing wounded twelve.", "bombing"),
        ("Four soldiers were killed in it.", "killed"),
        ("Later a mine killed two at the gate of the town.", "killed"),
    ],
)
def test_a_new_paragraph_goes_on_at_the_same_place(second: str, trigger: str) -> None:
    first = told("A suicide bomber struck a checkpoint in Kandahar, Afghanistan.", "struck", place="Kandahar")
    assert where(first, told(second, trigger, paragraph=1)).name == "Kandahār"


@pytest.mark.parametrize(
    "second",
    ["It was the worst such war in years.", "On Monday, gunmen killed a judge.", "Gunmen killed a judge abroad."],
)
def test_other_acts_do_not_take_the_place_told_before(second: str) -> None:
    first = told("A suicide bomber struck a checkpoint in Kandahar, Afghanistan.", "struck", place="Kandahar")
    roles = {"time": "Monday"} if "Monday" in second else {"place": "abroad"} if "abroad" in second else {}
    assert not where(first, told(second, "war" if "war" in second else "killed", **roles)).known


@pytest.mark.parametrize("roles", [{}, {"place": "Paris"}])
def test_a_town_whose_hour_is_told_sets_no_scene(roles: dict[str, str]) -> None:
    text = "The shelling began at 10 p.m. in Paris, which was midnight at the front."
    assert not where(
        told(text, "shelling", names=(("Paris", "PLACE"),), **roles), told("A mine killed two.", "killed")
    ).known


def test_there_is_the_town_named_before() -> None:
    first = Said(text="The prize was Mekelle, the capital of Tigray in Ethiopia.", names=(("Mekelle", "PLACE"),))
    assert where(first, told("Hundreds were shot there.", "shot", place="there")).name == "Mek'ele"


def test_a_voyage_is_no_place() -> None:
    text = "A tanker sailing from Mersin to Haifa was hit by a drone off Cyprus."
    names = (("Mersin", "PLACE"), ("Haifa", "PLACE"), ("Cyprus", "COUNTRY"))
    assert where(told(text, "hit", names=names)).country == "CY"


def test_a_point_of_the_compass_is_no_place() -> None:
    said = Said(
        text="A drone hit a base in northeast Jordan.",
        events=(("hit", "ASSAULT", {"place": "northeast Jordan"}),),
        names=(("northeast", "PLACE"), ("Jordan", "COUNTRY")),
    )
    assert where(said).country == "JO"


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Russian shells fell on Kherson, and two people were killed.", "UA"),
        ("Pakistani jets struck Khost on Friday.", "AF"),
        ("Russian shells fell on Springfield, and two people were killed.", None),  # many towns, none of them hinted at
    ],
)
def test_whose_shells_they_were_is_not_where_they_fell(sentence: str, country: str | None) -> None:
    name = next(word for word in ("Kherson", "Khost", "Springfield") if word in sentence)
    trigger = "struck" if "struck" in sentence else "fell"
    assert where(Said(text=sentence, events=((trigger, "ASSAULT", {"place": name}),))).country == country


@pytest.mark.parametrize(
    ("target", "country"), [("Yemen's Houthis", "YE"), ("Sudan's army", None), ("the rebels", None)]
)
def test_those_struck_from_afar_are_in_their_country(target: str, country: str | None) -> None:
    text = f"Warplanes bombed {target} on Saturday."
    laid = document(Said(text=text, events=(("bombed", "ASSAULT", {"target": target}),)))
    sentence = laid.sentences[0]
    mark = replace(sentence.tagged.marks[0], mode="aerial")
    place = place_of(mark, sentence, laid, gazetteer=load_gazetteer(), registry=load())
    assert place.country == country


@pytest.mark.parametrize(
    ("text", "trigger", "known"),
    [
        ("The governor condemned the Kandahar bombing.", "bombing", True),
        ("The governor condemned Friday's Kandahar drone strike.", "strike", True),
        ("A Kandahar man condemned the bombing.", "bombing", False),
    ],
)
def test_an_act_may_be_called_by_its_place(*, text: str, trigger: str, known: bool) -> None:
    said = told(text, trigger, names=(("Kandahar", "PLACE"),))
    assert where(said).known is known


def test_here_is_where_the_report_was_written() -> None:
    text = "In 2015 two men killed seven people here."
    said = Said(text=text, events=(("killed", "ASSAULT", {"killed": "seven people"}),))
    assert where(Said(text="KOLOFATA - A bomb went off."), said).name == "Kolofata"
    quote = Said(text='"They killed seven people here," he said.', events=(("killed", "ASSAULT", {}),))
    assert where(Said(text="KOLOFATA - A bomb went off."), quote).name is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rockets were fired from a lorry at Mosul.", "Mosul"),
        ("A drone hit an outpost on Sunday evening Washington time.", "Washington"),
    ],
)
def test_where_it_was_sent_from_or_whose_clock_it_was_is_no_place(text: str, place: str) -> None:
    trigger = "fired" if "fired" in text else "hit"
    assert where(Said(text=text, events=((trigger, "ASSAULT", {"place": place}),))).name is None
