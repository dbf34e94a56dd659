"""Cause, effect and signal: the score by cases counted by hand, and what is read from marks and connectives."""

from pathlib import Path

import pytest

from benchmarks.causal import are_causal, measure, sentence_scores
from benchmarks.causal_reading import connectives, joined_relations, marked_relations, relations, written
from benchmarks.causal_score import arguments_of, chunks, compare, score, signals_of
from vedette.model.mark import Mark, Role, RoleMark, Tagged
from vedette.model.span import cut

TEXT = "Shops closed early because of the clashes ."
GOLD = "<ARG1>Shops closed early</ARG1> <SIG0>because of</SIG0> <ARG0>the clashes</ARG0> ."


def _f1(found: str, gold: str = GOLD) -> float:
    return compare(gold, found).f1()


def test_the_gold_itself_is_all_right() -> None:
    assert _f1(GOLD) == 1.0


def test_a_wrong_border_is_one_error_and_not_two() -> None:
    # Two of three spans are right, one has a wrong border: 2*2 / (2*2 + 1).
    assert _f1(GOLD.replace("Shops closed early</ARG1>", "Shops closed</ARG1> early")) == pytest.approx(4 / 5)


def test_cause_and_effect_exchanged_are_two_wrong_labels() -> None:
    turned = GOLD.replace("ARG0", "ARGX").replace("ARG1", "ARG0").replace("ARGX", "ARG1")
    assert _f1(turned) == pytest.approx(2 / (2 + 2))


def test_a_missing_span_counts_whole() -> None:
    assert _f1(GOLD.replace("<SIG0>", "").replace("</SIG0>", "")) == pytest.approx(4 / (4 + 1))


def test_a_superfluous_span_counts_whole() -> None:
    plain = GOLD.replace("<SIG0>", "").replace("</SIG0>", "")
    assert _f1(GOLD, plain) == pytest.approx(4 / (4 + 1))


def test_a_span_cut_in_two_is_two_wrong_borders() -> None:
    gold, found = "<ARG0>a b c d</ARG0> e", "<ARG0>a b</ARG0> <ARG0>c d</ARG0> e"
    assert compare(gold, found).counts == {("BE", "C"): 2}


def test_another_label_with_another_border_is_one_error() -> None:
    assert compare("<ARG0>a b c</ARG0> d", "<ARG1>b c d</ARG1>".join(("a ", ""))).counts == {("LBE", "C"): 1}


def test_relations_are_taken_in_the_order_that_fits_best() -> None:
    other = "<ARG0>Shops closed early</ARG0> <ARG1>because of the clashes</ARG1> ."
    assert score([[GOLD, other]], [[other, GOLD]], [TEXT]).f1() == 1.0


def test_relations_beyond_those_of_the_gold_do_not_count() -> None:
    assert score([[GOLD]], [[GOLD, TEXT, "<ARG0>Shops</ARG0> closed"]], [TEXT]).f1() == 1.0


def test_a_sentence_without_a_cause_does_not_count() -> None:
    assert score([[], [GOLD]], [[GOLD], [GOLD]], [TEXT, TEXT]).f1() == 1.0


def test_a_relation_that_is_not_found_is_missing() -> None:
    assert score([[GOLD]], [[]], [TEXT]).counts == {("FN", "C"): 1, ("FN", "E"): 1, ("FN", "S"): 1}


def test_signals_may_stand_within_a_cause() -> None:
    marked = "<ARG1>They marched</ARG1> <ARG0><SIG0>demanding</SIG0> bread</ARG0> ."
    assert arguments_of(marked) == ["B-E", "I-E", "B-C", "I-C", "O"]
    assert signals_of(marked) == ["O", "O", "B-S", "O", "O"]


def test_an_inside_tag_alone_begins_a_span() -> None:
    assert [(chunk.label, *chunk.bounds) for chunk in chunks(["I-C", "I-C", "O", "I-E"])] == [("C", 0, 1), ("E", 3, 3)]


def test_a_relation_is_written_as_it_is_read() -> None:
    assert [written(TEXT, one) for one in joined_relations(TEXT)][:1] == [GOLD]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "The blast led to a curfew .",
            "<ARG0>The blast</ARG0> <SIG0>led to</SIG0> <ARG1>a curfew</ARG1> .",
        ),
        (
            "Miners marched demanding higher pay .",
            "<ARG1>Miners marched</ARG1> <ARG0><SIG0>demanding</SIG0> higher pay</ARG0> .",
        ),
        (
            "A mine went off , killing two herders .",
            "<ARG0>A mine went off</ARG0> , <ARG1><SIG0>killing</SIG0> two herders</ARG1> .",
        ),
        (
            "Following the raid , the market was shut .",
            "<SIG0>Following</SIG0> <ARG0>the raid</ARG0> , <ARG1>the market was shut</ARG1> .",
        ),
        (
            "He fled when the shelling began , officials said .",
            "<ARG1>He fled</ARG1> when <ARG0>the shelling began</ARG0> , officials said .",
        ),
    ],
)
def test_connectives_lead_to_cause_and_effect(text: str, marked: str) -> None:
    assert written(text, joined_relations(text)[0]) == marked


def _struck(text: str, trigger: str, cause: str) -> Tagged:
    spans = [cut(text, text.index(words), text.index(words) + len(words)) for words in (trigger, cause)]
    roles = (RoleMark(role=Role.CAUSE, span=spans[1]),)
    return Tagged(text=text, marks=(Mark(trigger=spans[0], type="ASSAULT", mode=None, status="actual", roles=roles),))


def test_a_mark_with_a_cause_is_a_relation() -> None:
    tagged = _struck("The army struck the port in retaliation for the ambush .", "struck", "the ambush")
    assert written(tagged.text, marked_relations(tagged)[0]) == (
        "<ARG1>The army struck the port</ARG1> <SIG0>in retaliation for</SIG0> <ARG0>the ambush</ARG0> ."
    )


def test_what_marks_and_connectives_tell_alike_comes_first() -> None:
    tagged = _struck("As feared , troops fired after the crowd moved to the gate .", "fired", "the crowd")
    assert written(tagged.text, relations(tagged)[0]).endswith("after <ARG0>the crowd moved to the gate</ARG0> .")


def test_an_empty_side_is_no_relation() -> None:
    assert joined_relations("because .") == []


def test_a_cause_makes_a_sentence_causal() -> None:
    told, plain = "Workers walked out because the mine had not paid them .", "The two ministers will meet on Monday ."
    assert are_causal([told, plain]) == [True, False]


def test_each_row_of_the_connectives_is_of_a_known_kind() -> None:
    assert {connective.cause for connective in connectives()} == {"after", "before", "within", "told"}
    assert all(not connective.words.search("") for connective in connectives())


def test_sentences_are_scored_by_f1_of_the_causal_ones() -> None:
    assert sentence_scores(["1", "1", "0"], ["1", "0", "0"])["sentence_f1"] == pytest.approx(2 / 3)


def test_measures_the_subtasks_that_are_there(tmp_path: Path) -> None:
    head = "corpus,doc_id,sent_id,eg_id,index,text,text_w_pairs,seq_label,pair_label,context,num_sents\n"
    (tmp_path / "x_dev_subtask2.csv").write_text(f"{head}own,1,1,0,i,{TEXT},{GOLD},1,1,,1\n", "utf-8")
    result = measure(tmp_path)
    assert (result.n, result.scores["f1"], "sentence_f1" in result.scores) == (1, 1.0, False)
