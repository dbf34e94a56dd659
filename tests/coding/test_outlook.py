"""What somebody foresees."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Sentence
from vedette.coding.outlook import foreseen_in


@pytest.mark.parametrize(
    ("text", "modality", "condition", "then"),
    [
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
