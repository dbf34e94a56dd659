"""Stated causes resolved to incidents, or left alone."""

from dataclasses import replace
from itertools import chain
from typing import Any

import pytest

from vedette.linking import link

STRIKE = {
    "trigger": "strike",
    "mode": "aerial",
    "actor": "France",
    "target": "JNIM",
    "place": "Tessit",
    "on": "2024-05-02",
}
RAID = {
    "trigger": "raid",
    "mode": "firearms",
    "actor": "the army",
    "target": "JNIM",
    "place": "Marou",
    "on": "2024-05-04",
}
ANSWER = {"trigger": "fired", "mode": "heavy-weapons", "actor": "JNIM", "target": "the army", "on": "2024-05-06"}


def because(told: Any, registry: Any) -> list[tuple[str, str | None]]:
    """The places of what the last incident answers, and the kind."""
    result = link(told[1], reports=[told[0]], registry=registry)
    place = {one.incident_id: one.place.name for one in result.incidents}
    return sorted((place[one.because_of] or "", one.kind) for one in result.reactions)


def test_a_bare_cue_points_to_the_acts_of_the_other_side_told_before(news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line("A raid of the army on JNIM in Marou came on May 4.", **RAID),
        line("In retaliation, JNIM fired mortars at the army on Monday.", **ANSWER, cause="In retaliation"),
    )
    assert because(told, registry) == [("Marou", "retaliation")]


def test_a_named_place_points_to_the_incident_there(news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line("A strike by France hit JNIM in Tessit on May 2.", **STRIKE),
        line("A raid of the army on JNIM in Marou came on May 4.", **RAID),
        line("JNIM fired at the army in response to the strike on Tessit.", **ANSWER, cause="the strike on Tessit"),
    )
    assert because(told, registry) == [("Tessit", "response")]


@pytest.mark.parametrize("cause", ["support to France in the war", "the drought", "its alliance with France"])
def test_a_cause_that_is_no_incident_makes_no_reaction(cause: str, news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line("A strike by France hit JNIM in Tessit on May 2.", **STRIKE),
        line(f"JNIM fired at the army in response to {cause}.", **ANSWER, cause=cause),
    )
    assert because(told, registry) == []


def test_own_acts_are_not_answered(news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line("JNIM led a raid on the army in Marou on May 4.", **{**RAID, "actor": "JNIM", "target": "the army"}),
        line("In retaliation, JNIM fired mortars at the army on Monday.", **ANSWER, cause="In retaliation"),
    )
    assert because(told, registry) == []


def test_what_came_later_is_not_answered(news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-12",
        line("A raid of the army on JNIM in Marou came on May 10.", **{**RAID, "on": "2024-05-10"}),
        line("In retaliation, JNIM fired mortars at the army on May 6.", **ANSWER, cause="In retaliation"),
    )
    assert because(told, registry) == []


def test_a_reaction_quotes_its_sentence_and_stands_on_both_incidents(news: Any, line: Any, registry: Any) -> None:
    sentence = "In retaliation, JNIM fired mortars at the army on Monday."
    told = [
        news(
            "Gao Post",
            "2024-05-07",
            line("A raid of the army on JNIM in Marou came on May 4.", **RAID),
            line(sentence, **ANSWER, cause="In retaliation"),
        )
    ]
    result = link(chain.from_iterable(claims for _, claims in told), reports=[told[0][0]], registry=registry)
    assert [(one.quote, one.report_id, one.basis) for one in result.reactions] == [(sentence, told[0][0].id, "stated")]
    assert sorted(ref.direction for one in result.incidents for ref in one.reactions) == ["because_of", "to"]


def test_an_act_named_only_to_date_another_is_not_answered(news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line("A raid of the army on JNIM in Marou came on May 4.", **RAID),
        line("JNIM fired mortars at the army two days after the raid in Marou.", **ANSWER, cause="the raid in Marou"),
    )
    assert because(told, registry) == []


def test_a_disavowal_is_told_apart(news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line("A raid of the army on JNIM in Marou came on May 4.", **RAID),
        line(
            "France disavowed the raid in Marou.",
            "disavowed",
            type="REJECT",
            actor="France",
            on="2024-05-06",
            cause="the raid in Marou",
        ),
    )
    assert because(told, registry) == [("Marou", "disavowal")]


def test_what_an_act_is_ranked_by_is_not_what_it_answers(news: Any, line: Any, registry: Any) -> None:
    text = "It was the deadliest attack on the army since a strike by France on JNIM in Tessit."
    told = news(
        "Gao Post",
        "2024-05-07",
        line("A strike by France hit JNIM in Tessit on May 2.", **STRIKE),
        line(
            "JNIM fired at the army in Marou.", "fired", actor="JNIM", target="the army", place="Marou", on="2024-05-06"
        ),
        line(text, "attack", mode="firearms", target="the army", on="2024-05-06", cause="a strike by France on JNIM"),
    )
    assert because(told, registry) == []


def test_an_answer_that_only_names_a_place_points_to_the_act_of_another_report(
    news: Any, line: Any, registry: Any
) -> None:
    first = news("Gao Post", "2024-05-04", line("A raid of the army on JNIM in Marou came on May 4.", **RAID))
    second = news(
        "Mali Wire",
        "2024-05-07",
        line("JNIM fired mortars at the army, which it called an answer to Marou.", **ANSWER, cause="Marou"),
    )
    result = link(chain(first[1], second[1]), reports=[first[0], second[0]], registry=registry)
    place = {one.incident_id: one.place.name for one in result.incidents}
    assert [place[one.because_of] for one in result.reactions] == ["Marou"]


def test_a_reply_points_to_what_its_own_sentence_tells_before(news: Any, line: Any, registry: Any) -> None:
    text = "A strike by France hit JNIM in Tessit on May 2, and JNIM replied with mortars fired at the army."
    told = news(
        "Gao Post",
        "2024-05-07",
        line("A raid of the army on JNIM in Marou came on April 30.", **{**RAID, "on": "2024-04-30"}),
        line(text, **STRIKE),
    )
    reply = news("Gao Post", "2024-05-07", line(text, **ANSWER, cause="replied"))[1][0]
    shift = told[1][1].sentence.start
    moved = replace(
        reply,
        claim_id="c-reply",
        report_id=told[0].id,
        sentence=told[1][1].sentence,
        trigger=reply.trigger.shift(shift),
        cause=reply.cause.shift(shift) if reply.cause else None,
    )
    assert because((told[0], (*told[1], moved)), registry) == [("Tessit", "response")]


def both(*told: Any, registry: Any) -> list[tuple[str, str | None]]:
    """The places of what is answered, and the kind, over several reports."""
    result = link(
        chain.from_iterable(claims for _, claims in told), reports=[one for one, _ in told], registry=registry
    )
    place = {one.incident_id: one.place.name for one in result.incidents}
    return sorted((place[one.because_of] or "", one.kind) for one in result.reactions)


def test_the_day_that_a_phrase_names_points_to_the_act_of_that_day(news: Any, line: Any, registry: Any) -> None:
    text = "JNIM fired mortars at the army on Monday in answer to the massacre of 4 May."
    told = [
        news("Gao Post", "2024-05-05", line("A raid of the army on JNIM in Marou came on May 4.", **RAID)),
        news("Sahel Desk", "2024-05-07",
             line(text, **ANSWER, cause="the massacre of 4 May",
                  more=[line(text, "massacre", on="2024-05-04", time="4 May")])),
    ]  # fmt: skip
    assert both(*told, registry=registry) == [("Marou", "response")]


def test_one_of_several_acts_that_is_named_is_answered(news: Any, line: Any, registry: Any) -> None:
    text = "JNIM fired mortars at the army in response to the attacks on its men, including the one on Tessit."
    told = [
        news("Gao Post", "2024-05-03", line("A strike by France on JNIM in Tessit came on May 2.", **STRIKE)),
        news("Sahel Desk", "2024-05-07", line(text, **ANSWER, cause="the attacks on its men")),
    ]
    assert both(*told, registry=registry) == [("Tessit", "response")]


def test_the_dead_of_a_town_stand_for_the_act_there(news: Any, line: Any, registry: Any) -> None:
    text = 'JNIM fired mortars at the army "in retaliation for the martyrs of Tessit".'
    told = [
        news("Gao Post", "2024-05-03", line("A strike by France on JNIM in Tessit came on May 2.", **STRIKE)),
        news("Sahel Desk", "2024-05-07", line(text, **ANSWER, cause="the martyrs of Tessit")),
    ]
    assert both(*told, registry=registry) == [("Tessit", "retaliation")]


def test_several_acts_that_nobody_names_point_to_none_elsewhere(news: Any, line: Any, registry: Any) -> None:
    text = "JNIM fired mortars at the army in reply to attacks by France on Tessit and its men."
    told = [
        news("Gao Post", "2024-05-03", line("A strike by France on JNIM in Tessit came on May 2.", **STRIKE)),
        news("Sahel Desk", "2024-05-07", line(text, **ANSWER, cause="attacks by France on Tessit and its men")),
    ]
    assert both(*told, registry=registry) == []
