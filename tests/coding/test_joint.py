"""Who acts together in words."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Sentence
from vedette.coding.joint import with_joint
from vedette.model import Mark, Role

MarkOf = Callable[..., Mark]
SentenceOf = Callable[..., Sentence]


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Tolvia and the River League also urged restraint.", "urged", "REQUEST"),
        ("Talks mediated by Tolvia and the River League broke down.", "Talks", "CONSULT"),
    ],
)
def test_two_named_together_both_act(text: str, trigger: str, type_: str, mark: MarkOf, sentence: SentenceOf) -> None:
    told = mark(text, trigger, type_, actor="Tolvia", target="River League")
    found = with_joint(sentence(text, told)).tagged.marks[0]
    assert [span.text for span in found.of(Role.ACTOR)] == ["Tolvia", "River League"]


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Tolvia urged the River League to stop.", "urged", "REQUEST"),
        ("Tolvia and the River League held talks.", "talks", "CONSULT"),
    ],
)
def test_whom_one_speaks_to_is_no_actor(
    text: str, trigger: str, type_: str, mark: MarkOf, sentence: SentenceOf
) -> None:
    told = mark(text, trigger, type_, actor="Tolvia", target="River League")
    assert with_joint(sentence(text, told)).tagged.marks == (told,)


def test_an_accusation_only_named_is_none(mark: MarkOf, sentence: SentenceOf) -> None:
    text = "The police have not commented on the accusation."
    assert with_joint(sentence(text, mark(text, "accusation", "ACCUSE"))).tagged.marks == ()


def test_talks_that_are_due_are_planned(mark: MarkOf, sentence: SentenceOf) -> None:
    text = "Talks between Tolvia and the River League were due to resume on Friday."
    assert with_joint(sentence(text, mark(text, "Talks", "CONSULT"))).tagged.marks[0].status == "planned"
