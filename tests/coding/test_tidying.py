"""Marks and roles that words take back."""

from collections.abc import Callable

from vedette.coding.document import Sentence
from vedette.coding.tidying import without_accuser, without_slips
from vedette.model import Mark, Role

Making = Callable[..., Mark]
Laying = Callable[..., Sentence]


def test_who_was_shot_is_hurt_unless_the_words_tell_of_death(mark: Making, sentence: Laying) -> None:
    text = "A senator was shot in the leg at a rally."
    (one,) = without_slips(sentence(text, mark(text, "shot", "ASSAULT", killed="A senator"))).tagged.marks
    assert [role.role for role in one.roles] == [Role.INJURED]
    deadly = "A senator was shot dead at a rally."
    told = sentence(deadly, mark(deadly, "shot", "ASSAULT", killed="A senator"))
    assert without_slips(told) == told


def test_some_of_the_dead_are_no_other_dead(mark: Making, sentence: Laying) -> None:
    text = "Two of the dead were officers."
    assert without_slips(sentence(text, mark(text, "dead", "ASSAULT", killed="Two"))).tagged.marks == ()


def test_a_weapon_is_no_part_of_what_it_was_fired_at(mark: Making, sentence: Laying) -> None:
    text = "Rebels fired two missiles and a drone at the carrier."
    made = mark(text, "fired", "ASSAULT", weapon="two missiles and a drone", target="a drone at the carrier")
    (one,) = without_slips(sentence(text, made)).tagged.marks
    assert [span.text for span in one.of(Role.TARGET)] == ["the carrier"]


def test_who_was_blamed_blames_nobody(mark: Making, sentence: Laying) -> None:
    text = "The Hill Army was blamed for the raid."
    made = mark(text, "blamed", "ACCUSE", actor="The Hill Army")
    one = without_accuser(made, sentence(text, made))
    assert [(role.role, role.span.text) for role in one.roles] == [(Role.TARGET, "The Hill Army")]


def test_a_share_of_the_wounded_counts_nobody(mark: Making, sentence: Laying) -> None:
    text = "Most of the wounded were hit by artillery fire."
    made = mark(text, "fire", "ASSAULT", injured="Most of the wounded")
    assert without_slips(sentence(text, made)).tagged.marks[0].of(Role.INJURED) == ()


def test_what_a_word_means_has_not_happened(mark: Making, sentence: Laying) -> None:
    text = "The term is used by the army for rebels who have been killed or captured."
    assert without_slips(sentence(text, mark(text, "killed", "ASSAULT", killed="rebels"))).tagged.marks == ()


def test_a_word_of_judgement_is_the_accusation_before_it(mark: Making, sentence: Laying) -> None:
    text = "Chad said the strike was unacceptable."
    said, judged = mark(text, "said", "ACCUSE", actor="Chad"), mark(text, "unacceptable", "ACCUSE")
    assert without_slips(sentence(text, said, judged)).tagged.marks == (said,)
    assert without_slips(sentence(text, judged)).tagged.marks == (judged,)


def test_what_somebody_retaliated_with_is_the_act(mark: Making, sentence: Laying) -> None:
    text = "Chad retaliated that night with a barrage of rockets."
    answer, barrage = mark(text, "retaliated", "MOBILIZE"), mark(text, "barrage", "ASSAULT", actor="Chad")
    assert without_slips(sentence(text, answer, barrage)).tagged.marks == (barrage,)
