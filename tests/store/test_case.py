"""What a case keeps and gives."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from vedette.model import UsageError, to_json
from vedette.store import Case, rows, tables
from vedette.store.frames import COLUMNS

SQLITE = pytest.mark.parametrize("place", ["sqlite"], indirect=True)


def test_adding_twice_changes_nothing(full: Case, desk: Any) -> None:
    before = (full.incident_list(), full.reactions(), len(full.claims()))
    again = full.add(desk.reports(18), coder=desk.code)
    assert (again.new_reports, again.known_reports, again.new_claims, again.new_incidents) == (0, 18, 0, ())
    assert (full.incident_list(), full.reactions(), len(full.claims())) == before


def test_adding_in_two_steps_gives_what_one_step_gives(full: Case, desk: Any, place: Any) -> None:
    from vedette.store import open_case

    with open_case(place("steps"), create=True, registry=desk.Plain()) as steps:
        for first in range(0, 18, 5):
            steps.add(desk.reports(18)[first : first + 5], coder=desk.code)
        assert [(one.incident_id, one.claims) for one in steps.incident_list()] == [
            (one.incident_id, one.claims) for one in full.incident_list()
        ]


def test_reports_of_one_event_are_one_incident(full: Case) -> None:
    told = [one for one in full.incident_list(type="ASSAULT", place="Arda", target="depot") if len(one.reports) == 3]
    assert [(one.independent_origins, one.grade, one.killed.low, one.killed.high) for one in told if one.killed] == [
        (3, "Fair", 0, 2),
        (3, "Fair", 4, 6),
    ]


def test_gives_what_was_added(case: Case, desk: Any) -> None:
    added = case.add(desk.reports(3), coder=desk.code)
    assert (added.new_reports, added.new_claims, len(added.new_incidents)) == (3, 6, 2)
    added = case.add(
        [
            desk.report(
                90,
                day=date(2024, 3, 2),
                outlet="Late",
                text=("On 2024-03-01 Northern forces shelled a depot in Arda, killing 9."),
            )
        ],
        coder=desk.code,
    )
    assert (len(added.new_incidents), len(added.changed_incidents)) == (0, 1)


def test_an_incident_keeps_its_past_states(case: Case, desk: Any) -> None:
    case.add(desk.reports(1), coder=desk.code)
    (known,) = [one.incident_id for one in case.incident_list(target="depot")]
    case.add(desk.reports(3), coder=desk.code)
    states = case.history(known)
    assert [(one.revision, len(one.reports)) for one in states] == [(1, 1), (2, 3)]
    assert states[0].known_from == states[1].known_from


def test_what_cannot_be_coded_is_told_and_the_rest_is_kept(case: Case, desk: Any) -> None:
    broken = desk.report(70, day=None, text="UNREADABLE")
    added = case.add([broken, *desk.reports(2)], coder=desk.code)
    assert added.new_reports == 2
    assert added.failures == ("https://desk.example/70: cannot be coded; leave it out",)
    assert case.failures() == list(added.failures)


def test_what_cannot_be_read_is_told(case: Case, desk: Any) -> None:
    from vedette.reading.failure import Failure

    added = case.add([Failure(source="a.bin", problem="is no text; leave it out")], coder=desk.code)
    assert added.failures == ("a.bin: is no text; leave it out",)


def test_progress_is_told_after_each_report(case: Case, desk: Any) -> None:
    seen: list[str] = []
    case.add(desk.reports(3), coder=desk.code, progress=lambda report: seen.append(report.id))
    assert seen == [one.id for one in desk.reports(3)]


def test_as_of_knows_only_reports_published_by_then(full: Case, desk: Any) -> None:
    early = full.incident_list(as_of="2024-03-01")
    assert {ref.published for one in early for ref in one.reports} == {date(2024, 3, 1)}
    told = [one for one in early if one.place.name == "Arda" and one.from_ == date(2024, 3, 1)]
    assert [(one.killed.best, one.independent_origins) for one in told if one.killed] == [(0, 1)]
    assert full.incident_list(as_of="2024-02-01") == []
    assert [one.incident_id for one in full.incident_list(as_of="2030-01-01")] == [
        one.incident_id for one in full.incident_list()
    ]


def test_as_of_counts_an_undated_report_from_the_day_it_came(case: Case, desk: Any) -> None:
    text = "On 2024-03-01 Northern forces shelled a depot in Arda, killing 9."
    case.add([desk.report(1, day=None, text=text)], coder=desk.code)
    assert (case.incident_list(as_of="2024-03-02"), len(case.incident_list(as_of="2100-01-01"))) == ([], 1)


def test_a_day_after_all_that_is_known_gives_what_is_kept_of_now(full: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    full.decide("reject", [full.incident_list()[0].incident_id], person="Ada")
    now = full.incident_list()

    def never(*_: object, **__: object) -> None:
        raise AssertionError("linked anew")

    monkeypatch.setattr("vedette.store.snapshot.link", never)
    assert full.incident_list(as_of="2999-01-01") == now
    assert full.leaves_nothing_out("2999-01-01")
    assert not full.leaves_nothing_out("2024-12-31")  # that it was rejected was not known then


def test_as_of_leaves_out_later_decisions(full: Case) -> None:
    one = full.incident_list(target="depot", place="Arda")[0]
    full.decide("reject", [one.incident_id], person="Ada")
    graded = {
        True: full.incident_list(grade="Discounted"),
        False: full.incident_list(as_of="2024-12-31", grade="Discounted"),
    }
    assert [[found.incident_id for found in graded[now]] for now in (True, False)] == [[one.incident_id], []]


FILTERS: list[tuple[dict[str, Any], int]] = [
    ({}, 12),
    ({"type": "assault"}, 12),
    ({"type": ["THREATEN", "ACCUSE"]}, 0),
    ({"actor": "northern"}, 3),
    ({"actor": "grp:southern"}, 3),
    ({"target": "market"}, 6),
    ({"place": "Arda"}, 4),
    ({"country": "IQ"}, 0),
    ({"from_": "2024-03-03"}, 2),
    ({"to": date(2024, 2, 28)}, 6),
    ({"status": "claimed"}, 0),
    ({"statements": True}, 0),
    ({"statements": False, "from_": "2024-03-01", "to": "2024-03-01"}, 2),
]


@pytest.mark.parametrize(("asked", "count"), FILTERS)
def test_filters_incidents(asked: dict[str, Any], count: int, full: Case) -> None:
    assert len(full.incident_list(**asked)) == count
    assert full.incidents(**asked).height == count


def test_a_day_that_is_none_is_told(full: Case) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        full.incidents(from_="soon")


def test_the_frame_has_its_columns_even_when_empty(case: Case) -> None:
    assert case.incidents().columns == list(COLUMNS)


def test_a_bare_retaliation_answers_the_other_side(case: Case, desk: Any) -> None:
    case.add(
        [
            desk.report(
                1,
                day=date(2024, 3, 9),
                text=(
                    "On 2024-03-07 Northern forces shelled a depot in Arda, killing 9.\n\n"
                    "On 2024-03-08 Southern forces shelled a bridge in Dara in retaliation, killing 2."
                ),
            )
        ],
        coder=desk.code,
    )
    first, second = case.incident_list()
    assert [(one.from_, one.because_of, one.kind, one.basis) for one in case.reactions()] == [
        (second.incident_id, first.incident_id, "retaliation", "stated")
    ]
    assert case.incidents()["because_of"].to_list() == [[], [first.incident_id]]


def test_a_tally_is_compared_with_the_record(full: Case, desk: Any) -> None:
    full.add(
        [desk.report(99, day=date(2024, 3, 20), text="The towns were shelled 40 times since 2024-03-01.")],
        coder=desk.code,
    )
    (tally,) = full.tallies()
    assert (tally["low"], tally["from"], tally["in_record"]) == (40, "2024-03-01", 6)


def test_gives_outlooks_and_affiliations(case: Case, desk: Any) -> None:
    case.add(
        [desk.report(1, day=None, text="Northern forces, backed by Eastern forces, know the war could widen.")],
        coder=desk.code,
    )
    assert [one.then.text for one in case.outlooks()] == ["war could widen"]
    assert [(one.actor.text, one.rel, one.of.text) for one in case.affiliations()] == [
        ("Northern forces", "backed_by", "Eastern forces")
    ]


def test_counts_actors_and_sources(full: Case) -> None:
    actors = {row["actor_id"]: (row["as_actor"], row["as_target"]) for row in full.actors()}
    assert actors == {"grp:eastern": (6, 0), "grp:northern": (3, 0), "grp:southern": (3, 0)}
    assert [(row["outlet"], row["reports"], row["claims"], row["confirmed"]) for row in full.sources()] == [
        (f"Outlet {i}", 6, 12, 12) for i in range(3)
    ]


def test_verify_finds_a_changed_body(full: Case) -> None:
    assert full.verify() == []
    with full._engine.begin() as connection:
        connection.exec_driver_sql("update reports set form = replace(form, 'killing 4', 'killing 7')")
    assert any("killing 4" in line or "'4'" in line for line in full.verify())


@SQLITE
def test_verify_finds_a_date_whose_phrase_does_not_stand(full: Case) -> None:
    one = full.claims()[0]
    with full._engine.begin() as connection:
        forms = tables.claims
        moved = replace(one, when=replace(one.when, start=1, end=11))
        connection.execute(
            forms.update().where(forms.c.claim_id == one.claim_id).values(form=rows.dump(to_json(moved)))
        )
    assert any(line.startswith(f"{one.claim_id}: when quotes '{one.when.text}'") for line in full.verify())


def test_verify_finds_an_incident_that_its_claims_do_not_give(full: Case) -> None:
    with full._engine.begin() as connection:
        connection.exec_driver_sql("update incidents set form = replace(form, '\"Arda\"', '\"Elsewhere\"')")
    assert full.verify() != []
