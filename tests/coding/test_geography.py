import pytest

from vedette.coding.geography import meant_by, named_countries
from vedette.model import Span
from vedette.registry import load, load_gazetteer


def meant(text: str, *names: str) -> list[tuple[str, str | None, str | None] | None]:
    """Give name, country and first-level unit of what each name means in a text."""
    gazetteer, registry = load_gazetteer(), load()
    spans = [Span(text=name, start=text.index(name), end=text.index(name) + len(name)) for name in names]
    countries = named_countries(text, gazetteer=gazetteer, registry=registry)
    found = meant_by(text, spans, countries, gazetteer=gazetteer, registry=registry)
    return [(one.spot.name, one.spot.country, one.spot.adm1) if one else None for one in found]


@pytest.mark.parametrize(
    ("text", "names", "country"),
    [
        ("Police in Tripoli, Lebanon, fired into the air.", ("Tripoli",), "LB"),
        ("Militias in Tripoli and Misrata fought over Sirte.", ("Tripoli", "Misrata", "Sirte"), "LY"),
        ("The Georgian town of Gori was bombed; Tskhinvali burned.", ("Gori", "Tskhinvali"), "GE"),
        ("A jury in Atlanta, Georgia, heard a Macon man.", ("Atlanta", "Georgia", "Macon"), "US"),
        ("Shelling hit Donetsk, Bakhmut and Avdiivka.", ("Donetsk", "Bakhmut", "Avdiivka"), "UA"),
        ("Clashes went on in San Pedro, near Bogota, said Colombia.", ("San Pedro",), "CO"),
        ("Gunmen raided Mocha, Hodeidah and Taiz.", ("Mocha", "Hodeidah", "Taiz"), "YE"),
        ("Fighters took Kidal, Gao and Timbuktu.", ("Kidal", "Gao", "Timbuktu"), "ML"),
        ("A mine went off in Alexandria, La., the mayor said.", ("Alexandria", "La."), "US"),
        ("Security was tight in the Syrian city of Hama.", ("Hama",), "SY"),
    ],
)
def test_names_of_a_text_are_settled_together(text: str, names: tuple[str, ...], country: str) -> None:
    assert [found and found[1] for found in meant(text, *names)] == [country] * len(names)


def test_a_county_lies_in_the_state_that_stands_after_it() -> None:
    assert meant("Deputies of Madison County, Kentucky, came.", "Madison County", "Kentucky")[0] == (
        "Madison County",
        "US",
        "Kentucky",
    )


def test_a_name_that_a_part_of_another_state_bears_tells_no_country() -> None:
    shares = named_countries("Georgia and Iraq", gazetteer=load_gazetteer(), registry=load())
    assert shares == {"IQ": 1.0}


def test_an_unknown_name_stays_unknown() -> None:
    assert meant("They met in Xyzzyqwv.", "Xyzzyqwv") == [None]
