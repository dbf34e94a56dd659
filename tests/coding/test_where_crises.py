"""Places of acts in the words of many crises: what is meant, and how exact it is (UCDP where_prec)."""

import importlib.util
import sys
from pathlib import Path

import pytest

from vedette.coding.where import place_of
from vedette.model import Place
from vedette.registry import load, load_gazetteer

_SPEC = importlib.util.spec_from_file_location("laid_out", Path(__file__).with_name("laid_out.py"))
assert _SPEC
assert _SPEC.loader
laid_out = importlib.util.module_from_spec(_SPEC)
sys.modules["laid_out"] = laid_out
_SPEC.loader.exec_module(laid_out)


def told(text: str, trigger: str, place: str = "", names: str = "", type_: str = "ASSAULT") -> Place:
    """Resolve the place of the act that a sentence tells; `names` are its places, parted by |."""
    roles = {"place": place} if place else {}
    labelled = tuple((name, "PLACE") for name in names.split("|") if name)
    laid = laid_out.document(laid_out.Said(text=text, names=labelled, events=((trigger, type_, roles),)))
    sentence = laid.sentences[0]
    return place_of(sentence.tagged.marks[0], sentence, laid, gazetteer=load_gazetteer(), registry=load())


@pytest.mark.parametrize(
    ("text", "trigger", "place", "country", "precision"),
    [
        ("Gunmen killed nine farmers near Djibo in Burkina Faso.", "killed", "near Djibo in Burkina Faso", "BF", 2),
        (
            "Men killed 30 people near Bunia in Ituri province, Congo.",
            "killed",
            "near Bunia in Ituri province",
            "CD",
            2,
        ),
        ("An ambush cost the lives of two guards near Goma, Congo.", "ambush", "near Goma", "CD", 2),
        ("Drones struck Odesa overnight, Ukraine said.", "struck", "Odesa", "UA", 1),
        ("Troops shelled villages in Kharkiv region of Ukraine.", "shelled", "villages in Kharkiv region", "UA", 4),
        (
            "Fighters attacked a post in North Kivu province, Congo.",
            "attacked",
            "a post in North Kivu province",
            "CD",
            4,
        ),
        ("A mine killed a boy in northern Mali.", "killed", "northern Mali", "ML", 5),
        ("Jets bombed eastern Congo again.", "bombed", "eastern Congo", "CD", 5),
        ("A tanker was hit in the Red Sea.", "hit", "the Red Sea", None, 7),
        ("A freighter was seized in the Gulf of Aden.", "seized", "the Gulf of Aden", None, 7),
        ("Police fired on a crowd in Khartoum, Sudan.", "fired", "Khartoum", "SD", 1),
        ("Militiamen burned homes south of Nyala, Sudan.", "burned", "south of Nyala", "SD", 2),
        ("Rebels took a bridge on the outskirts of Goma, Congo.", "took", "the outskirts of Goma", "CD", 2),
        ("Soldiers killed two in Jenin in the West Bank.", "killed", "Jenin in the West Bank", "PS", 1),
        ("A strike killed a medic in Nuseirat camp in Gaza.", "strike", "Nuseirat camp in Gaza", "PS", 1),
        ("Shells hit a school in Khiam, Lebanon.", "hit", "a school in Khiam", "LB", 1),
        ("Rockets fell near Kiryat Shmona, Israel said.", "fell", "near Kiryat Shmona", "IL", 2),
        ("Al-Shabaab shelled Baidoa in Somalia.", "shelled", "Baidoa in Somalia", "SO", 1),
        ("A blast hit a bus in Quetta, Pakistan.", "hit", "Quetta, Pakistan", "PK", 1),
        ("Gunmen shot police in Pulwama district, Kashmir, India.", "shot", "Pulwama district, Kashmir", "IN", None),
        ("The junta bombed a village in Sagaing region, Myanmar.", "bombed", "a village in Sagaing region", "MM", 4),
        ("The army shelled Laukkai, Myanmar.", "shelled", "Laukkai", "MM", 1),
        ("Gangs burned a market in Cité Soleil, Haiti.", "burned", "Cité Soleil", "HT", 1),
        ("The ELN blew up a pipeline in Arauca department, Colombia.", "blew", "Arauca department", "CO", 4),
        ("Guerrillas ambushed a patrol in Cauca, Colombia.", "ambushed", "Cauca", "CO", None),
        ("Cartel gunmen killed three in Culiacán, Mexico.", "killed", "Culiacán", "MX", 1),
        ("Houthi fire killed four in Marib province, Yemen.", "killed", "Marib province", "YE", 4),
        ("Aircraft bombed the port of Hodeidah, Yemen.", "bombed", "the port of Hodeidah", "YE", 1),
        ("Insurgents beheaded men in Macomia district, Mozambique.", "beheaded", "Macomia district", "MZ", None),
        ("Fano fighters raided Lalibela, Ethiopia.", "raided", "Lalibela", "ET", 1),
        ("A drone killed worshippers in Ethiopia's Amhara region.", "killed", "Ethiopia's Amhara region", "ET", 4),
        ("Shelling hit Stepanakert, Azerbaijan confirmed.", "hit", "Stepanakert", "AZ", 1),
        ("Snipers shot a soldier near Jermuk, Armenia.", "shot", "near Jermuk", "AM", 2),
        ("Gunmen held the monastery of Banjska, Kosovo.", "held", "Banjska", "XK", None),
        ("Rebels attacked Idlib city, Syria.", "attacked", "Idlib city", "SY", 1),
        ("Jets struck Idlib province, Syria.", "struck", "Idlib province", "SY", 4),
        ("A bomb went off in Manbij in northern Syria.", "bomb", "Manbij in northern Syria", "SY", 1),
        ("Turkish drones hit Qamishli, Syria.", "hit", "Qamishli", "SY", 1),
        ("Boko Haram raided Chibok in Nigeria's Borno State.", "raided", "Chibok in Nigeria's Borno State", "NG", 1),
        ("Bandits took pupils in Zamfara state, Nigeria.", "took", "Zamfara state", "NG", 4),
        ("Separatists shot a teacher in Bamenda, Cameroon.", "shot", "Bamenda", "CM", 1),
        ("Raiders hit Bambari in the Central African Republic.", "hit", "Bambari", "CF", 1),
        ("Clashes broke out in Malakal, South Sudan.", "Clashes", "Malakal", "SS", 1),
        ("A car bomb exploded in Kismayo, Somalia.", "exploded", "Kismayo", "SO", 1),
        ("Militias fought in Zawiya, west of Tripoli, Libya.", "fought", "Zawiya, west of Tripoli", "LY", 1),
        ("Gunmen stormed a mosque in Herat, Afghanistan.", "stormed", "Herat", "AF", 1),
        ("The Taliban attacked Panjshir Valley, Afghanistan.", "attacked", "Panjshir Valley", "AF", None),
        ("A bomb killed rangers in Yala province, Thailand.", "killed", "Yala province", "TH", 4),
        ("Rebels besieged Marawi in the Philippines.", "besieged", "Marawi", "PH", 1),
        ("Chinese cutters rammed a boat at Second Thomas Shoal.", "rammed", "Second Thomas Shoal", None, None),
        ("A shell landed in Sumy oblast, Ukraine.", "landed", "Sumy oblast", "UA", 4),
        ("Drones attacked Engels air base in Russia.", "attacked", "Engels air base", "RU", 1),
        (
            "Fire broke out at the Zaporizhzhia Nuclear Power Plant.",
            "Fire",
            "the Zaporizhzhia Nuclear Power Plant",
            "UA",
            1,
        ),
        ("Iran struck Ain al-Asad base in Iraq.", "struck", "Ain al-Asad base", "IQ", 1),
        ("Rockets hit the Conoco field in Syria.", "hit", "the Conoco field", "SY", 1),
        ("A drone hit troops at Tower 22 in Jordan.", "hit", "Tower 22", "JO", 1),
        ("Protesters marched in Nasiriyah, Iraq.", "marched", "Nasiriyah", "IQ", 1),
        ("Soldiers seized Kati camp, Mali.", "seized", "Kati camp", "ML", 1),
        ("An ambush killed troops at Tinzaouaten, Mali.", "killed", "Tinzaouaten", "ML", None),
        ("Jihadists attacked Diffa region in Niger.", "attacked", "Diffa region", "NE", 4),
        ("A strike hit Dahiyeh, the suburb of Beirut, Lebanon.", "hit", "Dahiyeh", "LB", None),
        ("Trucks burned at Kerem Shalom crossing, Israel.", "burned", "Kerem Shalom crossing", "IL", 1),
        ("Inmates fled Ghuwayran prison, Syria.", "fled", "Ghuwayran prison", "SY", 1),
    ],
)
def test_resolves_the_place_of_an_act(
    text: str, trigger: str, place: str, country: str | None, precision: int | None
) -> None:
    found = told(text, trigger, place)
    assert found.name is not None
    assert found.country == country
    assert precision is None or found.precision == precision


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Kyiv said the soldiers were killed.", "killed", ""),
        ("A spokesman in Geneva said three aid workers were killed.", "killed", "Geneva"),
        ("The Aleppo-based group ambushed a convoy.", "ambushed", "Aleppo"),
        ("Kurdish fighters killed a Syrian officer.", "killed", ""),
        ("The Haqqani network attacked Afghan police.", "attacked", ""),
        ("An analyst in Nairobi said militants raided a farm.", "raided", "Nairobi"),
    ],
)
def test_where_it_was_said_and_who_acted_is_no_place(text: str, trigger: str, names: str) -> None:
    assert not told(text, trigger, names=names).known


@pytest.mark.parametrize(
    ("text", "trigger", "place", "name", "point", "precision"),
    [
        ("Rebels ambushed a convoy 80 km north of Goma, Congo.", "ambushed", "Goma", "Goma", (-0.95, 29.23), 3),
        ("A ship was hit 20 miles south of Aden, Yemen.", "hit", "south of Aden", "Aden", (12.49, 45.04), 2),
        ("Gunmen hit a post between Gao and Ansongo in Mali.", "hit", "Gao", "Gao", (16.27, -0.04), 2),
        ("US jets bombed launchers near Hodeidah.", "bombed", "Hodeidah", "Hodeidah", (14.80, 42.95), 2),
        (
            "A shell killed two near Nikopol, across the river from the Zaporizhzhia nuclear plant.",
            "killed",
            "near Nikopol, across the river from the Zaporizhzhia nuclear plant",
            "Nikopol",
            (47.57, 34.39),
            2,
        ),
    ],
)
def test_tells_how_far_off_a_place_is(
    *, text: str, trigger: str, place: str, name: str, point: tuple[float, float], precision: int
) -> None:
    found = told(text, trigger, place)
    assert (found.text, found.name, found.precision) == (place, name, precision)
    assert (found.lat, found.lon) == pytest.approx(point, abs=0.02)


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Fighters stormed a post on the border with Chad.", "stormed", ""),
        ("Men raided Qwerzul on the frontier with Niger.", "raided", "Qwerzul"),
    ],
)
def test_the_neighbour_over_a_border_is_not_the_place(text: str, trigger: str, names: str) -> None:
    assert told(text, trigger, names=names).country is None


@pytest.mark.parametrize(
    ("text", "trigger", "place", "name"),
    [
        (
            "Men took pupils in Kuriga, in Nigeria's Kaduna state.",
            "took",
            "Kuriga, in Nigeria's Kaduna state",
            "Kaduna",
        ),
        ("Police shot a man in Laayoune, Morocco.", "shot", "Laayoune, Morocco", "Laayoune"),
    ],
)
def test_takes_no_town_far_from_where_the_words_put_it(text: str, trigger: str, place: str, name: str) -> None:
    assert told(text, trigger, place).name == name
