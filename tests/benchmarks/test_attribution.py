"""Tokens of sources and cues, by cases counted by hand."""

import json
from pathlib import Path

import pytest

from benchmarks.attribution import gold_spans, in_text, measure, simple_spans, token_scores, tokens
from vedette.model.mark import Attribution, Part, Tagged
from vedette.model.span import cut

TEXT = "Mayor Ana Reyes said that the bridge was gone."
NOTHING = {Part.SOURCE: [], Part.CUE: [], Part.CONTENT: []}


def test_tokens_are_words() -> None:
    assert tokens("He said, “go.”", [(0, 14)]) == {0, 3, 10}


def test_reads_every_piece_of_a_span() -> None:
    row = {
        "spans": {
            "T1": {"kind": "Source", "offsets": [[0, 5], [10, 15]]},
            "T2": {"kind": "Discard", "offsets": [[0, 9]]},
        }
    }
    assert gold_spans(row) == NOTHING | {Part.SOURCE: [(0, 5), (10, 15)]}


def test_offsets_count_from_the_start_of_the_text() -> None:
    tagged = Tagged(text="He said so.", attributions=(Attribution(part=Part.CUE, span=cut("He said so.", 3, 7)),))
    assert in_text([(20, tagged)])[Part.CUE] == [(23, 27)]


def test_scores_tokens_and_not_spans() -> None:
    gold, found = NOTHING | {Part.SOURCE: [(0, 15)]}, NOTHING | {Part.SOURCE: [(6, 20)]}
    scores = token_scores([TEXT], [gold], [found])
    assert scores["source_precision"] == pytest.approx(2 / 3)
    assert scores["source_recall"] == pytest.approx(2 / 3)
    assert scores["cue_f1"] == 0.0


def test_a_token_counts_once_however_many_spans_hold_it() -> None:
    twice = NOTHING | {Part.CUE: [(16, 20), (16, 25)]}
    assert token_scores([TEXT], [twice], [twice])["cue_f1"] == 1.0


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (TEXT, "Mayor Ana Reyes "),
        ("“It is gone,” she added.", "she "),
        ("It is gone, according to Ana Reyes.", " Ana Reyes"),
    ],
)
def test_the_baseline_takes_the_name_beside_a_verb_of_saying(text: str, source: str) -> None:
    assert [text[slice(*at)] for at in simple_spans(text)[Part.SOURCE]] == [source]


def test_measures_articles(tmp_path: Path) -> None:
    spans = {"T1": {"kind": "Source", "offsets": [[0, 15]]}, "T2": {"kind": "Cue", "offsets": [[16, 20]]}}
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"doc": "own", "text": TEXT, "spans": spans}) + "\n", "utf-8")
    result = measure(path)
    assert (result.n, result.scores["source_f1"], result.baseline["cue_f1"]) == (1, 1.0, 1.0)
