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


def test_fire_from_a_side_s_base_is_its_own(mark: Callable[..., Mark], sentence: Callable[..., Sentence]) -> None:
    text = "Fire from a Turkish base on Mount Arden burned orchards."
    made = mark(text, "Fire", "ASSAULT", target="orchards")
    told = sentence(text, made, names={"Turkish": "COUNTRY"})
    assert [span.text for span in with_implied(made, told).of(Role.ACTOR)] == ["Turkish"]
    assert with_implied(made, sentence(text, made, names={"Turkish": "PLACE"})).of(Role.ACTOR) == ()


def test_whom_a_relative_clause_tells_of_is_the_target(
    mark: Callable[..., Mark], sentence: Callable[..., Sentence]
) -> None:
    text = "They avenged Omar Adan, a teacher whom gunmen shot dead in Arden."
    made = mark(text, "shot", "ASSAULT", actor="gunmen", place="Arden")
    one = with_implied(made, sentence(text, made))
    assert [span.text for span in (*one.of(Role.TARGET), *one.of(Role.KILLED))] == ["Omar Adan", "Omar Adan"]


def test_what_a_bomb_went_off_at_stands_beside_whom_it_hurt(
    mark: Callable[..., Mark], sentence: Callable[..., Sentence]
) -> None:
    text = "A bomb went off on 14 July outside a café; nine people died."
    made = mark(text, "went off", "ASSAULT", weapon="A bomb", target="nine people", killed="nine people")
    found = with_implied(made, sentence(text, made)).of(Role.TARGET)
    assert [span.text for span in found] == ["a café", "nine people"]


def test_a_place_cut_in_two_by_the_tagger_is_one(mark: Callable[..., Mark], sentence: Callable[..., Sentence]) -> None:
    text = "In retaliation for the Mir Ali bombing, jets took off."
    made = mark(text, "bombing", "ASSAULT")
    told = sentence(text, made, names={"Mir": "GROUP", "Ali": "PLACE"})
    assert [span.text for span in with_implied(made, told).of(Role.PLACE)] == ["Mir Ali"]


def test_a_place_in_a_region_before_the_verb_does_nothing(
    mark: Callable[..., Mark], sentence: Callable[..., Sentence]
) -> None:
    text = "A drone that flew at the garrison in southern Syria got through."
    made = mark(text, "got", "ASSAULT", target="the garrison in southern Syria")
    assert with_implied(made, sentence(text, made, names={"Syria": "COUNTRY"})).of(Role.ACTOR) == ()
