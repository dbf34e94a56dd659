"""ACLED's name for a snippet, on snippets of our own."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.acled_types import OWN, SNIPPETS, label_of, labels, measure, read, scores
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


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Bandits snatched a shopkeeper from his stall and asked for a ransom.", "ABDUCT_DISSAP"),
        ("Commandos dug up thirty grenades and a mortar in an orchard.", "DISR_WEAP"),
        ("A lorry rode over a mine near the dam.", "REM_EXPLOS"),
        ("Militants drove the soldiers from the fort and hoisted their flag.", "NON_STATE_ACTOR_OVERTAKES_TER"),
        ("The brigade vacated the hill and the coast guard moved in.", "NON_VIOL_TERRIT_TRANSFER"),
        ("The navy inaugurated an observation post on the island.", "HQ_ESTABLISHED"),
        ("Neighbours stoned a pickpocket.", "MOB_VIOL"),
        ("Weavers on strike smashed the looms.", "VIOL_DEMONSTR"),
        ("Officers hauled away nurses who were holding a vigil.", "PROTEST_WITH_INTER"),
        ("Two students were shot dead by soldiers during a demonstration.", "FORCE_AGAINST_PROTEST"),
        ("A curfew was imposed after the killings.", "OTHER"),
        ("The front owned up to the blast.", "ATTRIB"),
        ("A ferry overturned and nine people drowned.", "MAN_MADE_DISASTER"),
        ("The river burst its banks after torrential rain.", "NATURAL_DISASTER"),
        ("Divers found two tonnes of hashish under the ferry.", "ORG_CRIME"),
    ],
)
def test_words_of_a_label_lead_to_it(text: str, label: str) -> None:
    assert label_of((), text) == label


def test_each_label_has_as_many_snippets_of_ours() -> None:
    known = Counter(one.label for one in read(SNIPPETS))
    assert set(known.values()) == {18}
    assert len(known) == 30


def test_says_that_own_snippets_are_no_measure() -> None:
    assert "no measure" in measure(OWN, limit=3).notes["own snippets"]
