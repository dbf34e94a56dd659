"""Whom an answer in words is meant for."""

import pytest

from tests.coding.laid_out import Said, document
from vedette.coding.opponent import opponent
from vedette.model import Role

TOLD = Said(
    text="Jets of Sendria bombed a market.",
    names=(("Sendria", "COUNTRY"),),
    events=(("bombed", "ASSAULT", {"actor": "Sendria"}),),
)
CHARGE = Said(text="Tolvia accused the rebels of theft.", events=(("accused", "ACCUSE", {"actor": "Tolvia"}),))


def _meant(*said: Said, trigger: str) -> list[str] | None:
    laid = document(*said)
    one = laid.sentences[-1]
    mark = next(mark for mark in one.tagged.marks if mark.trigger.text == trigger)
    found = opponent(mark, one, laid)
    return [span.text for span in found[0].of(Role.ACTOR)] if found else None


def test_a_rejected_accusation_is_the_accusers() -> None:
    answer = Said(
        text="The rebels dismissed the allegation.",
        events=(("dismissed", "REJECT", {"actor": "The rebels", "target": "the allegation"}),),
    )
    assert _meant(CHARGE, answer, trigger="dismissed") == ["Tolvia"]


def test_a_rejected_offer_is_of_who_made_it() -> None:
    offer = Said(text="Tolvia promised a truce.", events=(("promised", "AGREE", {"actor": "Tolvia"}),))
    answer = Said(
        text="The rebels rejected the offer.",
        events=(("rejected", "REJECT", {"actor": "The rebels", "target": "the offer"}),),
    )
    assert _meant(offer, answer, trigger="rejected") == ["Tolvia"]


def test_a_refused_proposal_is_of_whom_it_names() -> None:
    answer = Said(
        text="The rebels rejected a Tolvian plan for the port.",
        names=(("Tolvian", "COUNTRY"),),
        events=(("rejected", "REJECT", {"actor": "The rebels", "target": "a Tolvian plan for the port"}),),
    )
    assert _meant(answer, trigger="rejected") == ["Tolvian"]


def test_a_threat_is_meant_for_who_does_what_must_stop() -> None:
    threat = Said(
        text="Tolvia warned of war unless the bombing of Sendria ended.",
        events=(("warned", "THREATEN", {"actor": "Tolvia"}), ("bombing", "ASSAULT", {"actor": "Sendria"})),
    )
    assert _meant(threat, trigger="warned") == ["Sendria"]


def test_what_somebody_calls_aggression_was_done_by_another() -> None:
    blame = Said(
        text="Jets of Sendria bombed a market, in what Tolvia called aggression.",
        events=(("bombed", "ASSAULT", {"actor": "Sendria"}), ("called", "ACCUSE", {"actor": "Tolvia"})),
    )
    assert _meant(blame, trigger="called") == ["Sendria"]


@pytest.mark.parametrize("target", ["Tolvia", "the rebels"])
def test_who_is_named_stays(target: str) -> None:
    answer = Said(
        text=f"Omar Adan condemned {target}.",
        events=(("condemned", "ACCUSE", {"actor": "Omar Adan", "target": target}),),
    )
    assert _meant(TOLD, answer, trigger="condemned") is None
