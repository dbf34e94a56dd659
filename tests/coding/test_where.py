import importlib.util
import sys
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
