"""Who foresees what."""

import pytest

from tests.coding.laid_out import Said, document
from vedette.coding.outlook import outlooks_of
from vedette.registry import load


@pytest.mark.parametrize(
    ("text", "by", "if_", "then"),
    [
        ("The shelling has raised fears of a new war in the delta.", None, "The shelling", "a new war in the delta"),
        (
            "The killing risks setting off clashes along the coast.",
            None,
            "The killing",
            "risks setting off clashes along the coast",
        ),
        (
            "The siege could end in famine, said Omar Adan, an aid worker.",
            "Omar Adan",
            "The siege",
            "could end in famine",
        ),
    ],
)
def test_an_outlook_has_its_author(text: str, by: str | None, if_: str, then: str) -> None:
    names = (("Omar Adan", "PERSON"),) if "Omar Adan" in text else ()
    (found,) = outlooks_of(document(Said(text=text, names=names)), registry=load())
    assert (found.by and (found.by.name or found.by.text), found.if_ and found.if_.text) == (by, if_)
    assert found.then.text == then


@pytest.mark.parametrize(
    "text", ["The road could be repaired by May.", "Could the raid lead to war?", "The raid may have led to clashes."]
)
def test_a_report_foresees_no_more_than_war(text: str) -> None:
    assert outlooks_of(document(Said(text=text)), registry=load()) == ()
