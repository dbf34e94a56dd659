"""Pieces of one phrase taken for several parties."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Sentence
from vedette.coding.fragments import gathered, trimmed
from vedette.model import Mark, Role, Span

Making = Callable[..., Mark]
Laying = Callable[..., Sentence]


@pytest.mark.parametrize(
    ("phrase", "left"),
    [
        ("a second camp an hour later", "a second camp"),
        ("rebel positions repeatedly", "rebel positions"),
        ("the envoy there", "the envoy"),
        ("15 herders last week", "15 herders"),
        ("the town three days", "the town"),
        ("the last garrison", "the last garrison"),
        ("later", "later"),
    ],
)
def test_cuts_adverbs_of_time(phrase: str, left: str) -> None:
    assert trimmed(Span(text=phrase, start=0, end=len(phrase)), phrase).text == left


@pytest.mark.parametrize(
    ("text", "trigger", "given", "names", "actors", "targets"),
    [
        (
            "Chad fired shells at villages across Darfur.",
            "fired",
            {"actor": "Chad", "target": "villages|Darfur"},
            {"Chad": "COUNTRY", "Darfur": "PLACE"},
            ["Chad"],
            ["villages across Darfur"],
        ),
        (
            "The mayor of Kayes, Awa Sow, was shot by gunmen.",
            "shot",
            {"actor": "gunmen", "target": "The mayor of Kayes"},
            {"Awa Sow": "PERSON"},
            ["gunmen"],
            ["Awa Sow"],
        ),
        (
            "The general met the envoy, Jan Novak, and blamed Chad.",
            "blamed",
            {"actor": "The general|Jan Novak", "target": "Chad"},
            {"Jan Novak": "PERSON", "Chad": "COUNTRY"},
            ["The general"],
            ["Chad"],
        ),
        (
            "Omar Adan threatened to oust the president, Jan Novak.",
            "threatened",
            {"actor": "Omar Adan|Jan Novak", "target": "the president"},
            {"Omar Adan": "PERSON", "Jan Novak": "PERSON"},
            ["Omar Adan"],
            ["Jan Novak"],
        ),
        (
            "Guards shot five inmates said to be members of the Red Front.",
            "shot",
            {"actor": "Guards", "target": "five inmates|members of the Red Front"},
            {"Red Front": "GROUP"},
            ["Guards"],
            ["five inmates"],
        ),
        (
            "The rebels accepted a truce proposed by Chad.",
            "proposed",
            {"actor": "The rebels|Chad"},
            {"Chad": "COUNTRY"},
            ["Chad"],
            [],
        ),
        (
            "Gunmen killed a teacher and a nurse.",
            "killed",
            {"actor": "Gunmen", "target": "a teacher|a nurse"},
            {},
            ["Gunmen"],
            ["a teacher", "a nurse"],
        ),
        (
            "Shells hit the mayor, Awa Sow said.",
            "hit",
            {"target": "the mayor"},
            {"Awa Sow": "PERSON"},
            [],
            ["the mayor"],
        ),
    ],
)
def test_one_party_for_each_phrase(
    *,
    text: str,
    trigger: str,
    given: dict[str, str],
    names: dict[str, str],
    actors: list[str],
    targets: list[str],
    mark: Making,
    sentence: Laying,
) -> None:
    made = mark(text, trigger, "ASSAULT", **given)
    found = gathered(made, sentence(text, made, names=names).tagged)
    assert [span.text for span in found.of(Role.ACTOR)] == actors
    assert [span.text for span in found.of(Role.TARGET)] == targets
