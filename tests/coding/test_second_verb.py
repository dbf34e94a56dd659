"""The second verb of who accuses."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Sentence
from vedette.coding.second_verb import with_second_verb
from vedette.model import Mark, Role

TEXT = "Ruria accused its neighbour of arming rebels and cut ties with Arden."


def test_what_the_accuser_did_next_is_its_own(mark: Callable[..., Mark], sentence: Callable[..., Sentence]) -> None:
    accused = mark(TEXT, "accused", "ACCUSE", actor="Ruria")
    cut = mark(TEXT, "cut", "SANCTION", status="claimed", actor="its neighbour", target="Arden")
    second = with_second_verb(sentence(TEXT, accused, cut)).tagged.marks[1]
    assert (second.status, [span.text for span in second.of(Role.ACTOR)]) == ("actual", ["Ruria"])


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Ruria accused its neighbour of arming rebels and sheltering them.", "sheltering"),
        ("Ruria accused its neighbour of arming rebels.", "arming"),
    ],
)
def test_what_is_charged_stays_the_other_s(
    text: str, trigger: str, mark: Callable[..., Mark], sentence: Callable[..., Sentence]
) -> None:
    accused = mark(text, "accused", "ACCUSE", actor="Ruria")
    charged = mark(text, trigger, "AID", status="claimed", actor="its neighbour")
    told = sentence(text, accused, charged)
    assert with_second_verb(told) == told
