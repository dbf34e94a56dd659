"""Counts of happenings over a stretch of time."""

from collections.abc import Callable

import pytest

from tests.coding.laid_out import Said
from tests.coding.laid_out import document as laid_out
from vedette.coding.document import Sentence
from vedette.coding.tally import swallowed, tallies_of
from vedette.coding.tally_counts import counts
from vedette.model import Mark
from vedette.registry import load, load_gazetteer


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The garrison has been shelled over 40 times since May 3.", 41, None),
        ("The force counts 160 attacks on its convoys since October.", 160, 160),
        ("There were more than 60 drone attacks in the past month.", 61, None),
        ("The town had lived through more than 90 bombardments since May 3.", 91, None),
        ("There had been at least 25 shootings since June 15.", 25, None),
        ("The base was hit at least five more times on Friday.", 5, None),
        ("The port saw at least 40 drone attacks between May and August.", 40, None),
        ("Monitors logged 37 air strikes in the two districts between 4 and 12 May.", 37, 37),
        ("The militia has fired more than 300 rockets at the port since May 3.", 301, None),
        ("More than 300 rockets have been fired at the port since May 3.", 301, None),
        ("The death toll since May 3 has risen to at least 64, the council said.", 64, None),
        ("The ministry put the number of fighters killed since May 3 at 80.", 80, 80),
        ("The army said that 40 rebels had been “neutralised” in the hills over the past week.", 40, 40),
    ],
)
def test_reads_a_tally(text: str, low: int, high: int | None, sentence: Callable[..., Sentence]) -> None:
    assert [(one.quantity.low, one.quantity.high) for one in counts(sentence(text))] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "It was the third strike in a week.",
        "It was its 25th attack since June.",
        "Twelve soldiers were killed in attacks since May.",
        "Gunmen carried out three attacks on the road.",
        "He vowed on 16 May that the operations would go on until winter.",
        "The number of lorries at the crossing has risen to 900 since May.",
        "The company has launched three products since May.",
    ],
)
def test_what_is_no_tally(text: str, sentence: Callable[..., Sentence]) -> None:
    assert counts(sentence(text)) == ()


def test_what_a_tally_counts_is_no_happening(sentence: Callable[..., Sentence], mark: Callable[..., Mark]) -> None:
    text = "The garrison has been shelled over 40 times since May 3."
    shelled = mark(text, "shelled", "ASSAULT")
    assert swallowed(shelled, sentence(text, shelled))


@pytest.mark.parametrize(
    ("text", "start", "actors", "targets"),
    [
        (
            "It was the fourth blast this month, said the union, which has seen over 30 bombings since March.",
            3,
            [],
            [],
        ),
        ("Local officials say drones have struck its boats more than 20 times since May.", 5, [], ["its boats"]),
        (
            "Residents said the militia has attacked the town at least 9 times since May.",
            5,
            ["the militia"],
            ["the town"],
        ),
    ],
)
def test_a_tally_has_its_own_stretch_and_parties(text: str, start: int, actors: list[str], targets: list[str]) -> None:
    laid = laid_out(Said(text=text))
    found = tallies_of(laid.sentences[0], laid, registry=load(), gazetteer=load_gazetteer())
    assert [tally.from_ and tally.from_.month for tally in found] == [start]
    assert [party.text for party in found[0].actor] == actors
    assert [party.text for party in found[0].target] == targets


def test_what_goes_on_since_an_act_began_with_it() -> None:
    laid = laid_out(Said(text="More than 900 people have been killed since the rebels took up arms in 2012."))
    found = tallies_of(laid.sentences[0], laid, registry=load(), gazetteer=load_gazetteer())
    assert [tally.from_ and tally.from_.isoformat() for tally in found] == ["2012-01-01"]


@pytest.mark.parametrize(
    ("text", "source", "targets"),
    [
        ("Volunteers recorded 28 attacks on clinics since May 3.", "Volunteers", ["clinics"]),
        ("The ministry put the number killed since May 3 at 80.", "The ministry", []),
        ("The militia has fired more than 300 rockets at the port since May 3.", None, ["the port"]),
    ],
)
def test_who_counts_is_the_source(text: str, source: str | None, targets: list[str]) -> None:
    laid = laid_out(Said(text=text))
    (found,) = tallies_of(laid.sentences[0], laid, registry=load(), gazetteer=load_gazetteer())
    assert (found.source.text if found.source else None, [party.text for party in found.target]) == (source, targets)


def test_the_area_that_is_counted_is_the_one_told_before() -> None:
    first = Said(text="Shells fell on Kherson in Ukraine.", events=(("fell", "ASSAULT", {"place": "Kherson"}),))
    laid = laid_out(first, Said(text="Monitors logged 37 strikes on the city between 4 and 12 May."))
    (found,) = tallies_of(laid.sentences[1], laid, registry=load(), gazetteer=load_gazetteer())
    assert [place.name for place in found.places] == ["Kherson"]


def test_what_a_noun_counts_is_no_happening(sentence: Callable[..., Sentence], mark: Callable[..., Mark]) -> None:
    text = "The ministry put the number of fighters killed since May 3 at 80."
    killed = mark(text, "killed", "ASSAULT")
    assert swallowed(killed, sentence(text, killed))
