"""The acts of a case: parties rolled up to the side they act for, open dates closed, what is left out told."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

import pytest

from vedette.measuring.recorded import days_of, of_case, side_of
from vedette.model import Actor, CaseError, DatePrecision, Incident, Office, Party, Place, ReportRef, TollRange
from vedette.store.coverage import Reading


class Registry:
    """A registry of a handful of entries."""

    entries: ClassVar[dict[str, Actor]] = {
        one.id: one
        for one in (
            Actor(id="state:XX", name="Corvo", kind="state", country="XX"),
            Actor(id="mil:XX", name="Army of Corvo", kind="military", country="XX"),
            Actor(id="gov:north", name="Northern Government", kind="government", country="XX"),
            Actor(id="group:front", name="The Front", kind="armed group", country="XX"),
            Actor(
                id="person:dorn",
                name="Ada Dorn",
                kind="person",
                country="XX",
                offices=(
                    Office(title="commander", of="group:front", from_=None, to=date(2020, 1, 1)),
                    Office(title="minister", of="mil:XX", from_=date(2020, 1, 2), to=None),
                ),
            ),
        )
    }

    def actor(self, actor_id: str, /) -> Actor | None:
        return self.entries.get(actor_id)


def party(
    actor_id: str | None = None, *, text: str = "them", kind: str | None = None, country: str | None = None
) -> Party:
    return Party(text=text, start=0, end=4, actor_id=actor_id, kind=kind, country=country)


def incident(number: int = 1, **given: Any) -> Incident:
    facts: dict[str, Any] = {
        "incident_id": f"inc-{number}",
        "type": "ASSAULT",
        "mode": "drone",
        "status": "actual",
        "from_": date(2024, 3, 4),
        "to": date(2024, 3, 4),
        "date_precision": DatePrecision.DAY,
        "actors": (party("mil:XX"),),
        "targets": (party("group:front"),),
        "killed": TollRange(low=2, best=3, high=None),
        "place": Place(country="XX"),
        "reports": (ReportRef(report_id="r", url="u", outlet=None, published=date(2024, 3, 5)),),
    }
    return Incident(**facts | given)


@dataclass
class Held:
    """What a case answers to the questions that measuring asks."""

    incidents: list[Incident]
    name: str = "held.case"
    registry: Registry = field(default_factory=Registry)

    def incident_list(self, as_of: date | None, *, recorded_by: date | None) -> list[Incident]:
        return self.incidents

    def reading(self, as_of: date | None, *, recorded_by: date | None, incidents: list[Incident]) -> Reading:
        days = [(date(2024, 3, 5), "North Post"), (date(2024, 3, 20), "North Post")]
        return Reading(published={None: days, **{one.place.country: days for one in incidents if one.place}})


@pytest.mark.parametrize(
    ("who", "side"),
    [
        (party("mil:XX"), "Corvo"),
        (party("gov:north"), "Northern Government"),
        (party("group:front"), "The Front"),
        (party("person:dorn"), "Corvo"),
        (party(kind="military", country="XX"), "Corvo"),
        (party(kind="armed group"), "armed groups"),
        (party(kind="armed group", country="XX"), "armed groups (XX)"),
        (party(kind="civilians"), "civilians"),
        (party(text="a depot", country="XX"), "unknown"),
    ],
)
def test_parties_act_for_a_side(who: Party, side: str) -> None:
    assert side_of(who, Registry(), date(2024, 3, 4)) == side


def test_a_person_acts_for_whom_the_office_was_held_that_day() -> None:
    assert side_of(party("person:dorn"), Registry(), date(2019, 5, 1)) == "The Front"


@pytest.mark.parametrize(
    ("from_", "to", "precision", "days"),
    [
        (date(2024, 3, 4), date(2024, 3, 6), DatePrecision.FEW_DAYS, (date(2024, 3, 4), date(2024, 3, 6))),
        (None, date(2024, 3, 31), None, (date(2024, 3, 1), date(2024, 3, 31))),
        (None, date(2024, 3, 7), DatePrecision.WEEK, (date(2024, 3, 1), date(2024, 3, 7))),
        (date(2024, 3, 1), None, DatePrecision.WEEK, (date(2024, 3, 1), date(2024, 3, 7))),
        (None, None, None, None),
    ],
)
def test_an_open_side_of_a_date_is_closed(from_: Any, to: Any, precision: Any, days: Any) -> None:
    assert days_of(incident(from_=from_, to=to, date_precision=precision)) == days


def test_rows_carry_what_measures_need() -> None:
    table = of_case(Held([incident()]))  # type: ignore[arg-type]
    row = table.rows.row(0, named=True)
    assert (row["actor"], row["target"], row["type"], row["intensity"]) == ("Corvo", "The Front", "ASSAULT", -10.0)
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == (2.0, 3.0, None)
    assert (table.first, table.last) == (date(2024, 3, 4), date(2024, 3, 20))
    assert table.coverage(date(2024, 3, 6), date(2024, 3, 7)) == "covered"


def test_a_known_party_stands_for_those_without_a_name_and_a_side_is_not_its_own_target() -> None:
    mixed = incident(actors=(party("mil:XX"), party(text="jets")), targets=(party("group:front"), party("mil:XX")))
    assert of_case(Held([mixed])).pairs() == [("Corvo", "The Front")]  # type: ignore[arg-type]


def test_what_is_left_out_is_told() -> None:
    held = [
        incident(1),
        incident(2, aggregate=True),
        incident(3, background=True),
        incident(4, grade="Discounted"),
        incident(5, from_=None, to=None, date_precision=None),
        incident(6, from_=date(2003, 1, 1), to=date(2003, 1, 1)),
        incident(7, from_=None, to=date(2024, 3, 19), date_precision=None),
    ]
    table = of_case(Held(held))  # type: ignore[arg-type]
    assert sorted(table.rows["id"]) == ["inc-1", "inc-7"]
    said = " ".join(table.notes)
    for told in (
        "3 incidents told as a run",
        "1 incidents without a date",
        "1 incidents of before",
        "1 incidents whose",
    ):
        assert told in said


def test_a_case_without_a_dated_incident_is_refused() -> None:
    with pytest.raises(CaseError, match="nothing to measure"):
        of_case(Held([incident(from_=None, to=None, date_precision=None)]))  # type: ignore[arg-type]
