"""What an expression cannot match without, and that a quick look for it changes no answer."""

import re

import pytest

from vedette.phrases.needed import needs, sought


@pytest.mark.parametrize(
    ("expression", "parts"),
    [
        (r"\b(?:claim|accept)(?:ed|s)?\s+responsibility\b", ("responsibility",)),
        (r"(?:accus|suspect)(?:ed|s)\s+of", ("accuss", "accused", "suspects", "suspected")),
        (r"said|says|told \w+", ("said", "says", "told ")),
        (r"phone calls?", ("phone call",)),
        (r"(?:heavy )?shelling", ("shelling",)),
        (r"n['’]t deny", ("n't deny", "n’t deny")),
        (r"(?:rocket ){2,3}", ("rocket ",)),
        (r"Krieg|guerre|ZÄH", ()),
        (r"\w+ed|a", ()),
        (r"(?:shelling)?", ()),
        (r"(?=shelling)\w+", ()),
    ],
)
def test_gives_the_parts_of_which_every_match_holds_one(expression: str, parts: tuple[str, ...]) -> None:
    assert needs(re.compile(expression, re.IGNORECASE)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "They SHELLED the port.",
        "They ſhelled the port.",
        "They fıred at it.",
        "THEY FİRED AT İT.",
        "Both talKed.",
        "No.",
    ],
)
@pytest.mark.parametrize("expression", [r"\bshelled\b", r"fired at it", r"talked|wept"])
def test_finds_what_the_expression_itself_finds(expression: str, text: str) -> None:
    found = sought(expression, re.IGNORECASE).search(text)
    plain = re.search(expression, text, re.IGNORECASE)
    assert (found and found.span()) == (plain and plain.span())


def test_does_not_search_a_text_without_what_it_needs() -> None:
    assert list(sought(r"shelled\s+the\s+\w+").finditer("They held talks in the port.")) == []
    assert not sought("shelled").may_stand_in("They held talks in the port.")
