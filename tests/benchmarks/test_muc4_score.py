"""The score of templates, on cases counted by hand after the rules of the public script."""

import pytest

from benchmarks.muc4_score import Counts, Template, normal, score


def _template(kind: str, **slots: list[list[str]]) -> Template:
    return Template(incident_type=kind, slots={slot: tuple(map(tuple, held)) for slot, held in slots.items()})


def _counts(predicted: list[Template], gold: list[Template]) -> Counts:
    return score([predicted], [gold])


BOMBING = _template("bombing", PerpInd=[["two men", "men"]], Target=[["the town hall", "hall"]], Weapon=[["a bomb"]])


def test_the_gold_itself_is_all_right() -> None:
    assert _counts([BOMBING], [BOMBING]).f1() == 1.0


def test_the_type_counts_as_a_slot() -> None:
    counts = _counts([_template("bombing")], [BOMBING])
    assert (counts.precision(), counts.recall()) == (1.0, 0.25)


@pytest.mark.parametrize(
    ("mentions", "right"),
    [
        (["men"], True),
        (["two men", "men"], True),
        (["Men,"], True),
        (["the two men"], True),
        (["men", "students"], False),
        (["three men"], False),
    ],
)
def test_an_entity_is_right_when_all_its_mentions_are_of_one_gold_entity(mentions: list[str], right: bool) -> None:
    counts = _counts([_template("bombing", PerpInd=[mentions])], [BOMBING])
    assert (counts.right["PerpInd"], counts.found["PerpInd"]) == (int(right), int(right))


def test_two_mentions_of_one_thing_told_as_two_entities_are_both_right_but_find_one() -> None:
    counts = _counts([_template("bombing", PerpInd=[["men"], ["two men"]])], [BOMBING])
    assert (counts.right["PerpInd"], counts.predicted["PerpInd"]) == (2, 2)
    assert (counts.found["PerpInd"], counts.gold["PerpInd"]) == (1, 1)


def test_another_type_never_matches() -> None:
    attack = _template("attack", PerpInd=[["men"]], Target=[["hall"]], Weapon=[["bomb"]])
    assert _counts([attack], [BOMBING]).f1() == 0.0


def test_one_of_two_gold_types_matches() -> None:
    assert _counts([_template("attack")], [_template("bombing / attack")]).f1() == 1.0


def test_templates_are_matched_where_they_fit_best() -> None:
    gold = [_template("attack", Victim=[["ana lopez"]]), _template("attack", Victim=[["jose ruiz"]])]
    assert _counts(gold[::-1], gold).f1() == 1.0


def test_a_gold_template_is_matched_once() -> None:
    counts = _counts([_template("attack"), _template("attack")], [_template("attack")])
    assert (counts.precision(), counts.recall()) == (0.5, 1.0)


def test_what_is_not_matched_is_spurious_slot_by_slot() -> None:
    counts = _counts([BOMBING], [])
    assert (counts.predicted["Weapon"], counts.gold["Weapon"], counts.f1()) == (1, 0, 0.0)


def test_what_is_not_told_is_missing_slot_by_slot() -> None:
    counts = _counts([], [BOMBING])
    assert (counts.gold["Target"], counts.predicted["Target"], counts.f1()) == (1, 0, 0.0)


def test_reports_are_summed_before_f1() -> None:
    counts = score([[BOMBING], []], [[BOMBING], [BOMBING]])
    assert (counts.precision(), counts.recall()) == (1.0, 0.5)
    assert counts.f1() == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("mention", "folded"), [("The U.S. Embassy", "us embassy"), ('"9 May" group', "9 may group"), ("an  ox", "ox")]
)
def test_mentions_are_folded_as_in_the_script(mention: str, folded: str) -> None:
    assert normal(mention) == folded
