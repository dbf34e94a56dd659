"""What somebody foresees."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Sentence
from vedette.coding.outlook_foreseen import foreseen_in


@pytest.mark.parametrize(
    ("text", "modality", "condition", "then"),
    [
        (
            "She expects that the rebels will move their camps to the valley.",
            "will",
            None,
            "move their camps to the valley",
        ),
        (
            "The blockade would hurt the farmers of the coast most, she said.",
            "would",
            "The blockade",
            "hurt the farmers of the coast most",
        ),
        (
            "The premier warned on Friday that the clashes could grow into a war.",
            "could",
            "the clashes",
            "could grow into a war",
        ),
        (
            "A long siege could lead to famine in the valley, the aid worker said.",
            "could",
            "A long siege",
            "lead to famine",
        ),
        (
            "If the dam breaks, the plain may be lost for years, said an engineer.",
            "may",
            "If the dam breaks",
            "lost for years",
        ),
        (
            "Should the talks fail, the war might spread to the coast, he warned.",
            "might",
            "Should the talks fail",
            "spread to the coast",
        ),
        (
            "The rebels may shell the port, which would draw in the neighbours, she said.",
            "may",
            "The rebels may shell the port",
            "draw in the neighbours",
        ),
        (
            "Both armies are unwilling to risk a larger war, the analyst added.",
            "unwilling to",
            None,
            "risk a larger war",
        ),
        (
            "The killing of the sheikh has revived fears that the truce could break, residents said.",
            "revived fears that",
            "The killing of the sheikh",
            "the truce could break",
        ),
        (
            "“It might spread when the rivers fall,” the officer said.",
            "might",
            "when the rivers fall",
            "It might spread",
        ),
    ],
)
def test_reads_an_outlook(
    text: str, modality: str, condition: str | None, then: str, sentence: Callable[..., Sentence]
) -> None:
    found = foreseen_in(sentence(text))[0]
    assert found.modality.text == modality
    assert (found.if_.text if found.if_ else None) == condition
    assert then in found.then.text


@pytest.mark.parametrize(
    "text", ["The army left on 3 May 2021.", "The soldiers may have fled.", "They will meet on Monday."]
)
def test_what_is_no_outlook(text: str, sentence: Callable[..., Sentence]) -> None:
    assert foreseen_in(sentence(text)) == ()


@pytest.mark.parametrize(
    ("text", "then"),
    [
        (
            "“If the rains fail, the herders may lose their stock and the wells could run dry,” said a vet.",
            ["the herders may lose their stock", "the wells could run dry"],
        ),
        (
            "“If the rains fail, the herders will go north and could clash with farmers,” said a vet.",
            ["the herders will go north", "could clash with farmers"],
        ),
    ],
)
def test_joined_clauses_share_their_condition(text: str, then: list[str], sentence: Callable[..., Sentence]) -> None:
    found = foreseen_in(sentence(text))
    assert [one.then.text for one in found] == then
    assert {one.if_.text for one in found if one.if_} == {"If the rains fail"}
    assert all(one.if_ for one in found)


def test_what_may_come_is_told_with_its_subject(sentence: Callable[..., Sentence]) -> None:
    found = foreseen_in(sentence("The vet said the truce may collapse if the wells run dry."))[0]
    assert found.then.text == "the truce may collapse"
    assert found.if_ is not None
    assert found.if_.text == "if the wells run dry"


def test_the_subject_of_a_predicate_is_what_may_come(sentence: Callable[..., Sentence]) -> None:
    found = foreseen_in(sentence("The vet thinks that a march on the coast is unlikely as long as the rains last."))[0]
    assert "march on the coast is unlikely" in found.then.text


def test_at_once_is_no_condition(sentence: Callable[..., Sentence]) -> None:
    found = foreseen_in(sentence("Two risings at once, in the hills and on the coast, could break the army, he said."))
    assert [one.if_ for one in found] == [None]


def test_a_comma_within_a_number_parts_nothing(sentence: Callable[..., Sentence]) -> None:
    text = "Should the dyke fail, another 25,000 farmers could lose their land, she said."
    (one,) = foreseen_in(sentence(text))
    assert one.if_ is not None
    assert (one.if_.text, one.then.text) == (
        "Should the dyke fail",
        "another 25,000 farmers could lose their land",
    )
