"""Denials of acts that another sentence tells."""

from collections.abc import Callable

import pytest

from vedette.coding.denial import with_denials, with_deniers
from vedette.coding.document import Document, Sentence
from vedette.model import Mark, Role

Making = Callable[..., Mark]
Sentences = Callable[..., Sentence]
Documents = Callable[..., Document]
ALLEGED = "Marland accused the Red Front of burning a school."
TOLD = "A drone struck a tanker on Sunday."
DONE = "Marland's navy boarded a tanker on Sunday."


Denied = Callable[[str, str], list[Mark]]


@pytest.fixture
def denied(mark: Making, sentence: Sentences, document: Documents) -> Denied:
    """Give a function that gives the marks which denials add to the last of two sentences."""
    acts = {
        ALLEGED: mark(ALLEGED, "burning", "ASSAULT", status="claimed", actor="the Red Front", source="Marland"),
        TOLD: mark(TOLD, "struck", "ASSAULT", mode="drone", target="a tanker"),
        DONE: mark(DONE, "boarded", "COERCE", actor="Marland's navy", target="a tanker"),
    }

    def call(first: str, last: str) -> list[Mark]:
        found = with_denials(document([sentence(first, acts[first]), sentence(last)]))
        return list(found.sentences[1].tagged.marks)

    return call


@pytest.mark.parametrize(
    ("first", "last", "trigger"),
    [
        (ALLEGED, "The Red Front denied it.", "it"),
        (ALLEGED, "A spokesman rejected the accusation on Monday.", "the accusation"),
        (ALLEGED, "The group dismissed the claims.", "the claims"),
        (TOLD, "Marland denied any involvement.", "any involvement"),
        (TOLD, "Marland has denied it.", "it"),
        (TOLD, "Marland denied being involved.", "being involved"),
        (DONE, "Marland denied this, saying it had no ships there.", "this"),
    ],
)
def test_a_denial_is_one_of_the_act_told_before(first: str, last: str, trigger: str, denied: Denied) -> None:
    found = denied(first, last)
    assert [(one.trigger.text, one.status) for one in found] == [(trigger, "denied")]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (ALLEGED, "Marland denied it entry."),
        (ALLEGED, "Marland denied the claims."),  # it had made them
        (DONE, "The Red Front denied it."),  # another one did it
        (TOLD, "Marland rejected the proposal."),
        (TOLD, "The judge dismissed the charges."),  # nobody alleged the act
    ],
)
def test_no_denial_of_an_act_is_made_up(first: str, last: str, denied: Denied) -> None:
    assert denied(first, last) == []


def test_who_denies_a_part_is_the_one_meant(mark: Making, sentence: Sentences) -> None:
    text = "Marland denied any role in the attack."
    found = with_deniers(sentence(text, mark(text, "attack", "ASSAULT"))).tagged.marks[0]
    assert (found.status, found.of(Role.ACTOR)[0].text) == ("denied", "Marland")
