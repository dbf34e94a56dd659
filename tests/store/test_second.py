"""Second coding: drawn blind, kept beside the record, and compared."""

import csv
import io

import pytest

from vedette.measuring.agreement import PROGRAM, agreement, answer
from vedette.model import UsageError, to_json
from vedette.model.opinion import CODED
from vedette.store import Case


def filled(case: Case, number: int = 6, **changes: str) -> str:
    """A sheet filled in as the program would, but for `changes`."""
    heading, *rows = case.sample(number)
    claims = {one.claim_id: one for one in case.claims()}
    table = io.StringIO()
    sink = csv.DictWriter(table, heading)
    sink.writeheader()
    for row in rows:
        cells = dict(zip(heading, row, strict=True))
        sink.writerow({**cells, **{field: answer(claims[row[0]], field) for field in CODED}, **changes})
    return table.getvalue()


def test_a_sheet_shows_the_words_and_no_answer(full: Case) -> None:
    heading, *rows = full.sample(5)
    assert len(rows) == 5
    claims = {one.claim_id: one for one in full.claims()}
    for row in rows:
        cells = dict(zip(heading, row, strict=True))
        assert cells["sentence"] == claims[row[0]].sentence.text
        assert [cells[field] for field in CODED] == [""] * len(CODED)


def test_the_same_seed_draws_the_same_and_another_one_others(full: Case) -> None:
    drawn = [[row[0] for row in full.sample(8, seed=seed)] for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]


def test_who_codes_as_the_program_does_agrees_fully(full: Case) -> None:
    full.add_opinions(filled(full, 12), coder="Ada")
    found = {one.field: one for one in agreement(full.claims(), full.opinions())}
    assert found["killed"].alpha == found["from"].alpha == found["actor"].alpha == 1
    assert found["type"].alpha is None  # one and the same type everywhere: there is nothing to tell apart
    assert found["actor"].coders == ("Ada", PROGRAM)


def test_people_are_compared_with_each_other(full: Case) -> None:
    full.add_opinions(filled(full, 12), coder="Ada")
    full.add_opinions(filled(full, 12, killed="3"), coder="Ben")
    found = {one.field: one for one in agreement(full.claims(), full.opinions(), program=False)}
    assert found["killed"].coders == ("Ada", "Ben")
    assert found["killed"].alpha is not None
    assert found["killed"].alpha < 0.5
    assert found["place"].alpha == 1


def test_a_later_opinion_takes_the_place_of_an_earlier_one_and_both_are_kept(full: Case) -> None:
    full.add_opinions(filled(full, 12, killed="3"), coder="Ada")
    full.add_opinions(filled(full, 12), coder="Ada")
    assert {one.field: one.alpha for one in agreement(full.claims(), full.opinions())}["killed"] == 1
    assert len(full.opinions()) == 2 * 12 * len(CODED)


def test_opinions_never_change_the_record(full: Case) -> None:
    before = to_json(full.incident_list())
    full.add_opinions(filled(full, 12, killed="40", place="Elsewhere"), coder="Ada")
    assert to_json(full.incident_list()) == before
    assert full.verify() == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"killed": "many"}, "does not fit killed"),
        ({"from": "May"}, "does not fit from"),
        ({"type": "WAR"}, "does not fit type"),
        ({"status": "-"}, "does not fit status"),
        ({"claim_id": "c-0"}, "no claim c-0"),
    ],
)
def test_a_cell_that_does_not_fit_is_told_with_its_line_and_nothing_is_kept(
    changes: dict[str, str], said: str, full: Case
) -> None:
    with pytest.raises(UsageError, match=rf"sheet, line 2: .*{said}"):
        full.add_opinions(filled(full, **changes), coder="Ada")
    assert full.opinions() == []


@pytest.mark.parametrize(("text", "coder"), [("a,b\n1,2\n", "Ada"), ("", "Ada"), ("claim_id\n", " ")])
def test_what_is_no_sheet_or_nobodys_is_refused(text: str, coder: str, full: Case) -> None:
    with pytest.raises(UsageError):
        full.add_opinions(text, coder=coder)


def test_a_sample_of_none_is_refused(full: Case) -> None:
    with pytest.raises(UsageError, match="draw 1 claim"):
        full.sample(0)
