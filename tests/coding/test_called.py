"""Who goes by the noun of a name, or by a name that a clause gives."""

import pytest

from tests.coding.laid_out import Said, document
from vedette.coding.called import calls_itself, named_by_head
from vedette.coding.who import parties
from vedette.model import Span
from vedette.registry import load


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(text=words, start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("Gunmen shot a member of the Green Dawn movement.", "Green Dawn movement"),
        ("The National Dawn Movement called a strike.", "National Dawn Movement"),
        ("Gunmen shot a member of the Green Dawn party.", None),
        ("Nobody liked the movement of troops.", None),
    ],
)
def test_the_movement_is_the_one_of_that_name(first: str, name: str | None) -> None:
    laid = document(Said(text=first), Said(text="The movement blamed the army."))
    found = named_by_head(span("The movement blamed the army.", "The movement"), laid.sentences[1], laid)
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Another faction, which calls itself the Sons of Dawn, fired rockets.", "Another faction", "Sons of Dawn"),
        ("A group calling itself Green Dawn fired rockets.", "A group", "Green Dawn"),
        ("A militia known as the Dawn Guard fired rockets.", "A militia", "Dawn Guard"),
        ("A militia fired rockets.", "A militia", None),
        ("The Red Front, known as Dawn, fired rockets.", "The Red Front", None),
    ],
)
def test_a_group_has_the_name_that_it_goes_by(text: str, phrase: str, name: str | None) -> None:
    found = calls_itself(span(text, phrase), text)
    assert (found.text if found else None) == name


def test_the_party_of_such_a_phrase_bears_the_name() -> None:
    text = "A group calling itself Green Dawn fired rockets."
    laid = document(Said(text=text))
    (party,) = parties(span(text, "A group"), laid.sentences[0], laid, registry=load())
    assert (party.text, party.name, party.kind) == ("A group", "Green Dawn", "armed group")


def test_states_in_a_list_cut_short_are_several() -> None:
    text = "The United Arab Emirates, Bahrain and Kuwait closed their airspace."
    laid = document(Said(text=text))
    phrase = span(text, "The United Arab Emirates, Bahrain")
    found = parties(phrase, laid.sentences[0], laid, registry=load())
    assert [party.name for party in found] == ["United Arab Emirates", "Bahrain"]


def test_bombers_with_a_flag_are_its_forces() -> None:
    text = "Seven US B-2 bombers struck the plant."
    laid = document(Said(text=text))
    (party,) = parties(span(text, "Seven US B-2 bombers"), laid.sentences[0], laid, registry=load())
    assert (party.kind, party.country) == ("military", "US")
