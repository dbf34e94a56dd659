"""Ids that last."""

from datetime import date
from typing import Any

import pytest

from vedette.linking import Linked
from vedette.linking.ids import founded_by, lasting
from vedette.model import Incident, Reaction, ReactionRef

DAYS = {"c-1": date(2024, 3, 4), "c-2": date(2024, 3, 1), "c-3": None, "c-4": date(2024, 3, 4)}
EARLY, LATE = "2024-05-01T00:00:00+00:00", "2024-05-02T00:00:00+00:00"


def incident(*claims: str, **fields: Any) -> Incident:
    return Incident(
        incident_id=founded_by(claims[0]),
        type="ASSAULT",
        mode=None,
        status="actual",
        from_=None,
        to=None,
        date_precision=None,
        claims=claims,
        **fields,
    )


KEPT: list[tuple[str, tuple[str, ...], dict[str, str], str]] = [
    ("none is known: as linking names it", ("c-2", "c-1"), {}, "c-2"),
    ("the known one stays when an earlier claim joins", ("c-2", "c-1"), {"c-1": EARLY}, "c-1"),
    ("the oldest of two stays", ("c-2", "c-1"), {"c-1": EARLY, "c-2": LATE}, "c-1"),
    ("of two as old, that of the report published first", ("c-1", "c-2", "c-3"), dict.fromkeys(DAYS, EARLY), "c-2"),
    ("of two as old of one day, the smaller claim id", ("c-4", "c-1"), dict.fromkeys(DAYS, EARLY), "c-1"),
    ("an undated report comes last", ("c-3", "c-4"), {"c-3": EARLY, "c-4": EARLY}, "c-4"),
]


@pytest.mark.parametrize(("claims", "known", "founder"), [row[1:] for row in KEPT], ids=[row[0] for row in KEPT])
def test_an_incident_keeps_the_oldest_id_that_its_claims_founded(
    claims: tuple[str, ...], known: dict[str, str], founder: str
) -> None:
    since = {founded_by(claim): moment for claim, moment in known.items()}
    named = lasting(Linked(incidents=(incident(*claims),)), published=DAYS, since=since)
    assert [one.incident_id for one in named.incidents] == [founded_by(founder)]


def test_a_denial_that_stands_with_two_incidents_names_neither() -> None:
    whole = Linked(incidents=(incident("c-1", "c-3"), incident("c-2", "c-3")))
    named = lasting(whole, published=DAYS, since={founded_by("c-3"): EARLY})
    assert {one.incident_id for one in named.incidents} == {founded_by("c-1"), founded_by("c-2")}


def test_reactions_follow_the_names() -> None:
    first, second = founded_by("c-2"), founded_by("c-4")
    said: dict[str, Any] = {"basis": "stated", "probability": 1.0, "quote": None}
    whole = Linked(
        incidents=(
            incident("c-2", "c-1", reactions=(ReactionRef(direction="to", incident_id=second, **said),)),
            incident("c-4", reactions=(ReactionRef(direction="because_of", incident_id=first, **said),)),
        ),
        reactions=(Reaction(from_=second, because_of=first, kind="response", report_id="r-1", **said),),
    )
    named = lasting(whole, published=DAYS, since={founded_by("c-1"): EARLY})
    assert [(one.from_, one.because_of) for one in named.reactions] == [(second, founded_by("c-1"))]
    refs = {one.incident_id: [ref.incident_id for ref in one.reactions] for one in named.incidents}
    assert refs == {founded_by("c-1"): [second], second: [founded_by("c-1")]}
    assert list(named.incidents) == sorted(named.incidents, key=lambda one: one.incident_id)
