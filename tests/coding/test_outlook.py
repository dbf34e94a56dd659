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


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("“We could see more raids like this one,” said Omar Adan.", "We could see more raids like this one"),
        ("Omar Adan expects the rebels to march on the port.", "the rebels to march on the port"),
        ("Omar Adan warned that the siege risks a “long famine” in the valley.", "risks a “long famine” in the valley"),
        ("The truce is unlikely to hold, said diplomat Omar Adan.", "The truce is unlikely to hold"),
    ],
)
def test_what_befalls_or_is_expected_of_others_is_foreseen(text: str, then: str) -> None:
    (found,) = outlooks_of(document(Said(text=text, names=(("Omar Adan", "PERSON"),))), registry=load())
    assert (found.by is not None and "Omar Adan" in found.by.text, found.then.text) == (True, then)


def test_what_the_speaker_will_do_is_no_outlook() -> None:
    told = document(Said(text="“We could strike at any hour,” said Omar Adan.", names=(("Omar Adan", "PERSON"),)))
    assert outlooks_of(told, registry=load()) == ()


def test_he_is_the_person_of_whom_the_text_just_spoke() -> None:
    about = Said(text="Omar Adan, a retired colonel, was less gloomy.", names=(("Omar Adan", "PERSON"),))
    told = document(about, Said(text="A truce would probably calm the valley within days, he said."))
    (found,) = outlooks_of(told, registry=load())
    assert found.by is not None
    assert found.by.text == "Omar Adan"
