"""Roles that the words imply."""

from collections.abc import Callable

from vedette.coding.document import Sentence
from vedette.coding.implied import with_implied
from vedette.model import Mark, Role


def test_where_an_act_killed_is_its_place(mark: Callable[..., Mark], sentence: Callable[..., Sentence]) -> None:
    text = "A raid in the town of Arden killed Omar Adan."
    made = mark(text, "raid", "ASSAULT", target="town of Arden", killed="Omar Adan")
    found = with_implied(made, sentence(text, made, names={"Arden": "PLACE"}))
    assert [span.text for span in found.of(Role.TARGET)] == ["Omar Adan"]
    assert [span.text for span in found.of(Role.PLACE)] == ["town of Arden"]


def test_a_blast_outside_a_cafe_is_aimed_at_the_cafe(
    mark: Callable[..., Mark], sentence: Callable[..., Sentence]
) -> None:
    text = "A bomb went off on 14 July outside a café."
    made = mark(text, "went off", "ASSAULT", weapon="A bomb")
    assert [span.text for span in with_implied(made, sentence(text, made)).of(Role.TARGET)] == ["a café"]


def test_who_sent_what_did_harm_is_the_doer(mark: Callable[..., Mark], sentence: Callable[..., Sentence]) -> None:
    text = "A bomb planted by rebels killed six people near Arden."
    made = mark(text, "killed", "ASSAULT", weapon="A bomb", killed="six people")
    assert [span.text for span in with_implied(made, sentence(text, made)).of(Role.ACTOR)] == ["rebels"]


def test_who_responds_with_strikes_does_them(mark: Callable[..., Mark], sentence: Callable[..., Sentence]) -> None:
    text = "The navy responded with air strikes that killed thirty men."
    made = mark(text, "strikes", "ASSAULT", killed="thirty men")
    assert [span.text for span in with_implied(made, sentence(text, made)).of(Role.ACTOR)] == ["The navy"]
