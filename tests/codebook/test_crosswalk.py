"""Crosswalks: each row of those that we ship, and how rows are read."""

import pytest

from vedette.codebook import crosswalk, parse_crosswalk
from vedette.model import RegistryError

SHIPPED = ("acled", "muc4", "plv")
HEAD = 'labels = ["A", "B"]\nfields = ["text"]\n[words]\nfire = "fires?|blaze"\n'


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_rows_are_well_formed(name: str) -> None:
    table = crosswalk(name)
    assert table.rows
    assert all(row.codes or row.words for row in table.rows)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_row_is_found_in_an_empty_text(name: str) -> None:
    assert crosswalk(name).label({}) is None


def test_every_label_of_acled_has_a_row() -> None:
    table = crosswalk("acled")
    assert {row.label for row in table.rows} == set(table.labels)


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        ({"type": "ASSAULT", "mode": "aerial", "status": "actual"}, "AIR_STRIKE"),
        ({"type": "ASSAULT", "mode": "suicide", "status": "claimed"}, "SUIC_BOMB"),
        ({"type": "ASSAULT", "mode": "firearms", "status": "actual", "target": "soldiers military"}, "ARMED_CLASH"),
        ({"type": "ASSAULT", "mode": "firearms", "status": "actual", "target": "two farmers civilians"}, "ATTACK"),
        ({"type": "ASSAULT", "mode": "heavy-weapons", "status": "thwarted"}, "DISR_WEAP"),
        ({"type": "COERCE", "mode": "arrest", "status": "actual"}, "ARREST"),
        ({"type": "PROTEST", "mode": "demo", "status": "actual"}, "PEACE_PROTEST"),
        ({"type": "CONSULT", "mode": "", "status": "actual"}, "DIPLO"),
        ({"type": "MOBILIZE", "mode": "troops", "status": "actual"}, "CHANGE_TO_GROUP_ACT"),
    ],
)
def test_codes_lead_to_acled(facts: dict[str, str], label: str) -> None:
    assert crosswalk("acled").label(facts) == label


def test_the_first_row_that_fits_wins() -> None:
    table = parse_crosswalk(
        HEAD + '[[row]]\nlabel = "A"\ntext = ["{fire}"]\n[[row]]\nlabel = "B"\ntext = ["a"]\n', "own"
    )
    assert [table.label({"text": text}) for text in ("a blaze", "a bang", "boom")] == ["A", "B", None]


def test_words_are_whole_words() -> None:
    table = parse_crosswalk(HEAD + '[[row]]\nlabel = "A"\ntext = ["{fire}"]\n', "own")
    assert table.label({"text": "misfires"}) is None


def test_a_row_may_say_which_words_must_not_stand_there() -> None:
    table = parse_crosswalk(HEAD + '[[row]]\nlabel = "A"\ntype = "ASSAULT"\nno_text = ["{fire}"]\n', "own")
    assert [table.label({"type": "ASSAULT", "text": text}) for text in ("a fire", "a raid")] == [None, "A"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("labels = ", "own.toml: not readable as TOML"),
        (HEAD + '[[row]]\nlabel = "C"\n', "own.toml: row 1: label 'C' is not among"),
        (HEAD + '[[row]]\nlabel = "A"\ncolour = ["x"]\n', "own.toml: row 1: unknown condition 'colour'"),
        (HEAD + '[[row]]\nlabel = "A"\ntype = "WAR"\n', "own.toml: row 1: type 'WAR' is not in the codebook"),
        (HEAD + '[[row]]\nlabel = "A"\ntype = "AID"\nmode = "demo"\n', "own.toml: row 1: mode 'demo' is not"),
        (HEAD + '[[row]]\nlabel = "A"\ntext = ["("]\n', "own.toml: row 1: text: not a regular expression"),
    ],
)
def test_names_the_row_that_is_wrong(text: str, message: str) -> None:
    with pytest.raises(RegistryError, match=message):
        parse_crosswalk(text, "own.toml")
