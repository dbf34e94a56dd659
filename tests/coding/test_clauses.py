"""Subjects and noun phrases of news sentences."""

import pytest

from vedette.coding.clauses import main_subject, noun_phrase, quoted, subject_of


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Omar Adan, head of the Reef Front, said that it would fight.", "said", "Omar Adan"),
        (
            "Following the raids, Chadian President Idris Saleh declared a curfew.",
            "declared",
            "Chadian President Idris Saleh",
        ),
        ("Meanwhile, the town's armed groups have demanded new talks.", "demanded", "the town's armed groups"),
        ("The militia, which is part of the army, also warned of war.", "warned", "The militia"),
        ("On Monday the navy said it had sunk a boat.", "said", "the navy"),
        ("The ministry stressed that the force reserves the right to answer.", "reserves", "the force"),
        ("The Reef Front, a small group that holds the port, claimed the raid.", "claimed", "The Reef Front"),
        ("Omar Adan, who leads a band that took Arlen, denied it.", "denied", "Omar Adan"),
        ("The army said that the rebels, a group that holds Arlen, fired first.", "fired", "the rebels"),
        ("Marland blamed the raid on Borland, which denied any part in it.", "denied", "Borland"),
        (
            "He met the head of the Reef Front, who rejected the terms.",
            "rejected",
            "the head of the Reef Front",
        ),
        ("Marland, which has denied it, sent no troops.", "denied", "Marland"),
        ("The Reef Front, which holds the port but draws its pay elsewhere, said so.", "said", "The Reef Front"),
        ("“Leave us,” former envoy Mary Holt said on Friday.", "said", "former envoy Mary Holt"),
    ],
)
def test_finds_the_subject_of_a_verb(text: str, verb: str, subject: str) -> None:
    found = subject_of(text, text.index(verb))
    assert found is not None
    assert text[slice(*found)] == subject


def test_a_participle_takes_the_subject_of_its_sentence() -> None:
    text = "The rebels have refused the offer, vowing to fight on."
    found = main_subject(text, text.index("vowing"))
    assert found is not None
    assert text[slice(*found)] == "The rebels"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the immediate departure of French troops from the country", "the immediate departure of French troops"),
        ("the governor not to act alone", "the governor"),
        ("Ethiopian forces leave the town", "Ethiopian forces"),
    ],
)
def test_a_noun_phrase_ends_before_verb_or_preposition(text: str, phrase: str) -> None:
    found = noun_phrase(text, 0)
    assert found is not None
    assert text[slice(*found)] == phrase


@pytest.mark.parametrize(("word", "inside"), [("go", True), ("said", False)])
def test_tells_what_stands_in_quotation_marks(word: str, inside: bool) -> None:
    text = "He said: no, “they must go now.”"
    assert quoted(text, text.index(word)) == inside
