"""Which country's capital "the capital" is."""

import pytest

from vedette.coding.placing import Surroundings
from vedette.coding.where_capital import capital_named
from vedette.model import Span
from vedette.registry import load, load_gazetteer

THE_CAPITAL = "a garage in the east of the capital"


@pytest.mark.parametrize(
    ("dateline", "shares", "name"),
    [
        ("BAMAKO - ", {"FR": 0.7, "ML": 0.3}, "Bamako"),
        ("Kyiv, Ukraine (Wire) - ", {"RU": 0.6, "UA": 0.4}, "Kyiv"),
        ("NAIROBI - ", {"SD": 0.9, "KE": 0.1}, "Khartoum"),
        ("GAO, Mali - ", {"ML": 0.8, "FR": 0.2}, "Bamako"),
        ("", {"ML": 0.8, "FR": 0.2}, "Bamako"),
    ],
)
def test_the_capital_is_where_the_report_was_written(dateline: str, shares: dict[str, float], name: str) -> None:
    phrase, around = Span(text=THE_CAPITAL, start=0, end=len(THE_CAPITAL)), Surroundings(countries=shares)
    place = capital_named(phrase, around, gazetteer=load_gazetteer(), registry=load(), dateline=dateline)
    assert place.name == name


def test_a_country_that_the_phrase_names_goes_before_the_dateline() -> None:
    text = "the Syrian capital"
    phrase, around = Span(text=text, start=0, end=len(text)), Surroundings(countries={"IQ": 0.6, "SY": 0.4})
    place = capital_named(phrase, around, gazetteer=load_gazetteer(), registry=load(), dateline="BAGHDAD - ")
    assert place.country == "SY"
