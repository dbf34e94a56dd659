"""Which mark joins a source and a target, and what the PLV data call it."""

import pytest

from benchmarks.pair import Pair, governed, joining
from benchmarks.plv import Gold, named, quad_of, root_of, scores
from training.parties import marked
from vedette.model.mark import Mark, Role, RoleMark, Tagged
from vedette.model.span import Span, cut


def _pair(marked_sentence: str) -> Pair:
    text, (source, target) = marked(marked_sentence)
    return Pair(id="1", text=text, source=source, target=target)


def _span(text: str, words: str) -> Span:
    return cut(text, text.index(words), text.index(words) + len(words))


def _mark(text: str, trigger: str, type_: str, actor: str = "", target: str = "", *, status: str = "actual") -> Mark:
    roles = [(Role.ACTOR, actor), (Role.TARGET, target)]
    return Mark(
        trigger=_span(text, trigger),
        type=type_,
        mode=None,
        status=status,
        roles=tuple(RoleMark(role=role, span=_span(text, words)) for role, words in roles if words),
    )


MARKED = "<s>Norland</s> condemned the shelling of Esk by <t>Sudland</t> and hosted its rivals."
PAIR = _pair(MARKED)
TEXT = PAIR.text


def test_takes_the_markers_out() -> None:
    assert TEXT == "Norland condemned the shelling of Esk by Sudland and hosted its rivals."
    assert [TEXT[slice(*at)] for at in (PAIR.source, PAIR.target) if at] == ["Norland", "Sudland"]


def test_a_party_may_be_unmarked() -> None:
    assert _pair("<s>Norland</s> resigned.").target is None


def test_chooses_the_mark_that_has_both_parties() -> None:
    accusing = _mark(TEXT, "condemned", "ACCUSE", "Norland", "Sudland")
    shelling = _mark(TEXT, "shelling", "ASSAULT", "Sudland", "Esk")
    hosting = _mark(TEXT, "hosted", "CONSULT", "Norland", "its rivals")
    assert joining(Tagged(text=TEXT, marks=(shelling, hosting, accusing)), PAIR) == accusing


def test_either_party_may_act_in_a_talk() -> None:
    pair = _pair("<t>Sudland</t> met <s>Norland</s> and later bombed Esk.")
    talk = _mark(pair.text, "met", "CONSULT", "Sudland", "Norland")
    bombing = _mark(pair.text, "bombed", "ASSAULT", "Sudland", "Esk")
    assert joining(Tagged(text=pair.text, marks=(bombing, talk)), pair) == talk


def test_a_planned_act_goes_by_the_promise_of_its_source() -> None:
    pair = _pair("<s>Norland</s> agreed to send a hospital to <t>Sudland</t>.")
    promise = _mark(pair.text, "agreed", "AGREE", "Norland")
    sending = _mark(pair.text, "send", "MOBILIZE", "Norland", "Sudland", status="planned")
    assert governed(sending, Tagged(text=pair.text, marks=(promise, sending)), pair) == promise


@pytest.mark.parametrize(
    ("type_", "status", "trigger", "root"),
    [
        ("CONCEDE", "actual", "hosted", "YIELD"),
        ("RETREAT", "actual", "hosted", "YIELD"),
        ("RETREAT", "planned", "hosted", "AGREE"),
        ("AID", "denied", "hosted", "REJECT"),
        ("ASSAULT", "planned", "hosted", "ASSAULT"),
        ("AGREE", "actual", "hosted", "AGREE"),
    ],
)
def test_names_a_mark_as_the_data_do(type_: str, status: str, trigger: str, root: str) -> None:
    assert named(_mark(TEXT, trigger, type_, status=status)) == root


def test_a_signed_deal_is_support_there() -> None:
    text = "Norland and Sudland signed a treaty."
    assert named(_mark(text, "signed", "AGREE")) == "SUPPORT"


def test_a_sentence_without_marks_has_the_mildest_type() -> None:
    assert root_of(Tagged(text=TEXT), PAIR) == "CONSULT"


@pytest.mark.parametrize(("root", "quad"), [("AGREE", "1"), ("YIELD", "2"), ("REJECT", "3"), ("SANCTION", "4")])
def test_quads_follow_the_codebook(root: str, quad: str) -> None:
    assert quad_of(root) == quad


def test_a_wrong_root_of_the_right_quad_costs_only_at_the_roots() -> None:
    gold = [Gold(pair=PAIR, root=root, quad=quad_of(root)) for root in ("ACCUSE", "ASSAULT")]
    found = scores(gold, ["REJECT", "ASSAULT"])
    assert (found["root_accuracy"], found["quad_macro_f1"], found["binary_macro_f1"]) == (0.5, 1.0, 1.0)
