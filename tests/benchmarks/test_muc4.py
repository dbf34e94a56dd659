"""From a lower-case report to templates."""

import json
from pathlib import Path

import pytest

from benchmarks.casing import cased, sentences
from benchmarks.muc4 import baseline, measure, read, told
from benchmarks.muc4_templates import trimmed
from vedette.tagging import load as load_tagger

TEXT = (
    "police said that a powerful bomb exploded last night in front of the municipal theater in lima.    "
    "the shining path claimed the attack.  mayor pedro salas was kidnapped by unidentified gunmen on 3 may."
)


def test_blanks_and_stops_part_sentences() -> None:
    assert [part for part, _ in sentences(TEXT)] == [
        "police said that a powerful bomb exploded last night in front of the municipal theater in lima.",
        "the shining path claimed the attack.",
        "mayor pedro salas was kidnapped by unidentified gunmen on 3 may.",
    ]


def test_four_blanks_part_paragraphs() -> None:
    assert [after for _, after in sentences(TEXT)] == ["\n\n", " ", ""]


def test_a_stop_after_a_short_word_parts_nothing() -> None:
    assert len(sentences("col. ruiz met gen. mena and capt. soto left.")) == 1


def test_sentences_and_names_get_capitals() -> None:
    text = cased(TEXT, load_tagger())
    assert text.startswith("Police said that a powerful bomb exploded")
    assert "Lima." in text
    assert "Pedro Salas was kidnapped by unidentified gunmen" in text


def test_no_word_is_changed_but_for_its_case() -> None:
    assert cased(TEXT, load_tagger()).lower().split() == TEXT.split()


def test_tells_each_type_of_incident_once() -> None:
    found = {template.incident_type: template for template in told(TEXT, claims=True)}
    assert set(found) == {"bombing", "kidnapping"}
    assert ("pedro salas",) in found["kidnapping"].entities("Victim")
    assert ("unidentified gunmen",) in found["kidnapping"].entities("PerpInd")


def test_the_attack_is_the_one_that_was_told() -> None:
    assert "attack" not in {template.incident_type for template in told(TEXT, claims=True)}


def test_fighting_between_forces_is_no_incident() -> None:
    assert (
        told(
            "soldiers clashed with guerrillas near the river.  five guerrillas were killed by the soldiers.",
            claims=True,
        )
        == []
    )


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The alleged gunmen,", "gunmen"),
        ('"Santo Tomas" farm', '"santo tomas" farm'),
        ("about some men", "men"),
        ("the", ""),
    ],
)
def test_mentions_are_trimmed(text: str, mention: str) -> None:
    assert trimmed(text) == mention


@pytest.fixture
def data(tmp_path: Path) -> Path:
    template = {
        "incident_type": "bombing",
        "Weapon": [[["a powerful bomb", 17], ["powerful bomb", 19]]],
        "Target": [],
        "Victim": [[]],
    }
    rows = [
        {"docid": "X-1", "doctext": TEXT, "templates": [template, template]},
        {"docid": "X-2", "doctext": "the guerrillas rested.", "templates": []},
    ]
    path = tmp_path / "reports.json"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return path


def test_like_templates_and_empty_entities_count_once_and_never(data: Path) -> None:
    first, second = read(data)
    assert [template.slots["Victim"] for template in first.templates] == [()]
    assert (first.templates[0].entities("Weapon"), second.templates) == ((("a powerful bomb", "powerful bomb"),), ())


def test_the_baseline_blames_the_guerrillas_where_they_are_named(data: Path) -> None:
    named = [templates[0].entities("PerpInd") for templates in baseline(read(data))]
    assert named == [(), (("guerrillas",),)]


def test_scores_reports(data: Path) -> None:
    result = measure(data)
    assert (result.n, result.scores["recall"]) == (2, 1.0)
    assert result.scores["f1"] > result.baseline["f1"] == 0.0
