"""A person named right after the office: whom the phrase means."""

from collections.abc import Callable

import pytest

from vedette.coding.apposition import name_beside, with_name
from vedette.coding.document import Sentence
from vedette.model import Span

Laying = Callable[..., Sentence]


def _quote(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(text=words, start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("text", "office", "person"),
    [
        (
            "Niger's president called his Malian counterpart, Assimi Sow, on Friday.",
            "his Malian counterpart",
            "Assimi Sow",
        ),
        ("The archbishop of Bukavu, Jean Kito, urged both sides to stop.", "The archbishop of Bukavu", "Jean Kito"),
        ("It may fail, said a retired colonel, Marc Ilunga.", "a retired colonel", "Marc Ilunga"),
        (
            "The road could close, said the chamber's head in Goma, Pia Bahati.",
            "the chamber's head in Goma",
            "Pia Bahati",
        ),
        ("Gunmen shot a village elder, Musa Ali, at his farm.", "a village elder", "Musa Ali"),
    ],
)
def test_names_the_person_after_the_office(text: str, office: str, person: str, sentence: Laying) -> None:
    names = sentence(text, names={person: "PERSON"}).tagged.names
    found = name_beside(_quote(text, office), text, names)
    assert found is not None
    assert found.text == person
    assert with_name(_quote(text, office), text, names).text == f"{office}, {person}"


@pytest.mark.parametrize("post", ["in Goma", "for the Great Lakes", "at the UN"])
def test_names_the_person_after_the_place_of_an_office(post: str, sentence: Laying) -> None:
    text = f"The roads may close, according to the agency's head {post}, Pia Bahati."
    names = sentence(text, names={"Pia Bahati": "PERSON"}).tagged.names
    assert with_name(_quote(text, "the agency's head"), text, names).text == f"the agency's head {post}, Pia Bahati"


@pytest.mark.parametrize(
    ("text", "phrase", "person"),
    [
        ("Rebels shelled the town, Jan Novak said.", "the town", "Jan Novak"),
        ("The army arrested two priests, Jan Novak and another.", "two priests", "Jan Novak"),
        ("He met the bishop, Jan Novak said.", "the bishop", "Jan Novak"),
    ],
)
def test_leaves_phrases_that_nobody_is_named_for(text: str, phrase: str, person: str, sentence: Laying) -> None:
    names = sentence(text, names={person: "PERSON"}).tagged.names
    assert name_beside(_quote(text, phrase), text, names) is None


def test_a_place_taken_for_a_person_is_no_name_of_the_office(sentence: Laying) -> None:
    text = "The bishop of Moundou, Paul Sarr, begged the army to wait."
    names = sentence(text, names={"Moundou": "PERSON", "Paul Sarr": "PERSON"}).tagged.names
    found = name_beside(_quote(text, "The bishop of Moundou"), text, names)
    assert found is not None
    assert found.text == "Paul Sarr"
