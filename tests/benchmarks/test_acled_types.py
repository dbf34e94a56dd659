"""ACLED's name for a snippet, on snippets of our own."""

from pathlib import Path

import pytest

from benchmarks.acled_types import OWN, label_of, labels, measure, read, scores
from vedette.codebook import crosswalk


def test_every_label_has_a_snippet() -> None:
    assert {snippet.label for snippet in read(OWN)} == set(crosswalk("acled").labels)


def test_nearly_all_own_snippets_get_their_label() -> None:
    snippets = read(OWN)
    found = labels(snippets)
    assert sum(one.label == label for one, label in zip(snippets, found, strict=True)) >= 0.8 * len(snippets)


@pytest.mark.parametrize("head", ["", "id\tsnippet\tlabel\n", "id\ttext\tclass\n"])
def test_a_line_of_names_may_stand_first(tmp_path: Path, head: str) -> None:
    path = tmp_path / "snippets.tsv"
    path.write_text(head + '1\tHe said "no\tDIPLO\n2\tRain.\tNATURAL_DISASTER\n', "utf-8")
    assert [(one.id, one.label) for one in read(path)] == [("1", "DIPLO"), ("2", "NATURAL_DISASTER")]


def test_a_text_without_claims_goes_by_its_words() -> None:
    assert label_of((), "An earthquake shook the coast.") == "NATURAL_DISASTER"


def test_a_text_that_no_row_knows_is_other() -> None:
    assert label_of((), "The weather was fine.") == "OTHER"


def test_new_labels_are_scored_apart() -> None:
    found = scores(["ATTACK", "DIPLO"], ["ATTACK", "ATTACK"])
    assert (found["weighted_f1_25"], found["weighted_f1_new"]) == (1.0, 0.0)
    assert found["weighted_f1"] == pytest.approx(1 / 3)


def test_says_that_own_snippets_are_no_measure() -> None:
    assert "no measure" in measure(OWN, limit=3).notes["own snippets"]
