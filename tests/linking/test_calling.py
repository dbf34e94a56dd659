"""Mentions that call an act told before."""

from typing import Any

import pytest

from vedette.linking import link
from vedette.linking.calling import call_of_phrase

BLAST = {"trigger": "exploded", "mode": "explosives", "target": "villagers", "place": "Marou", "on": "2024-05-02"}
SHOTS = {
    "trigger": "shot",
    "mode": "firearms",
    "actor": "gunmen",
    "target": "the army",
    "place": "Tessit",
    "on": "2024-05-04",
}
TWO = ("A device exploded among villagers in Marou on May 2.", "Some gunmen shot at the army in Tessit on May 4.")


def joined_with(told: Any, registry: Any) -> list[str]:
    """The place of the incident that the last claim of a report belongs to."""
    report, claims = told
    result = link(claims, reports=[report], registry=registry)
    last = max(claims, key=lambda claim: claim.trigger.start)
    return [one.place.name or "" for one in result.incidents if last.claim_id in one.claims]


@pytest.mark.parametrize(
    "case",
    [
        ("Nobody claimed the bombing.", "bombing", "Marou"),
        ("Nobody claimed the shooting.", "shooting", "Tessit"),
        ("Nobody claimed the attack.", "attack", "Tessit"),
        ("Nobody has claimed the Marou attack.", "attack", "Marou"),
    ],
)
def test_a_mention_goes_to_the_act_that_its_words_fit(
    case: tuple[str, str, str], news: Any, line: Any, registry: Any
) -> None:
    text, trigger, place = case
    told = news("Gao Post", "2024-05-07", line(TWO[0], **BLAST), line(TWO[1], **SHOTS), line(text, trigger))
    assert joined_with(told, registry) == [place]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [("Nobody claimed the Dakar bombing.", "bombing"), ("It is so since the invasion.", "invasion")],
)
def test_a_mention_of_something_else_joins_nothing(
    text: str, trigger: str, news: Any, line: Any, registry: Any
) -> None:
    told = news("Gao Post", "2024-05-07", line(TWO[0], **BLAST), line(text, trigger))
    assert joined_with(told, registry) == []


def test_a_condemnation_answers_the_act_that_its_object_calls(news: Any, line: Any, registry: Any) -> None:
    text = "France condemned the bombing."
    told = news(
        "Gao Post",
        "2024-05-07",
        line(TWO[0], **BLAST),
        line(TWO[1], **SHOTS),
        line(text, "condemned", type="ACCUSE", mode="condemn", actor="France", cause="the bombing"),
    )
    result = link(told[1], reports=[told[0]], registry=registry)
    place = {one.incident_id: one.place.name for one in result.incidents}
    assert [place[one.because_of] for one in result.reactions] == ["Marou"]


def test_the_doer_speaking_of_its_act_tells_no_other(news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line(
            "France struck JNIM in Tessit on May 2.",
            "struck",
            mode="aerial",
            actor="France",
            target="JNIM",
            place="Tessit",
            on="2024-05-02",
        ),
        line(
            "France said it had hit a depot of militants.",
            "hit",
            mode="aerial",
            actor="France",
            target="militants",
            on="2024-05-02",
        ),
    )
    assert len(link(told[1], reports=[told[0]], registry=registry).incidents) == 1


@pytest.mark.parametrize(
    ("phrase", "noun", "names", "plural"),
    [
        ("the Marou bombing", "bombing", {"marou"}, False),
        ("his killing", "killing", set(), False),
        ("air strikes on their camps", "strike", set(), True),
    ],
)
def test_reads_how_a_phrase_calls_an_act(phrase: str, noun: str, names: set[str], plural: bool) -> None:
    call = call_of_phrase(phrase)
    assert call is not None
    assert (call.noun.noun, call.names, call.plural) == (noun, names, plural)


def test_an_act_of_which_the_text_goes_on_speaking_stays_near(news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line(TWO[0], **BLAST),
        line(TWO[1], **SHOTS),
        line("Many mourned after the Marou bombing.", "bombing"),
        line("Nobody claimed the attack.", "attack"),
    )
    assert joined_with(told, registry) == ["Marou"]


def test_a_cause_that_is_no_known_act_points_to_nothing(news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line(TWO[0], **BLAST),
        line(
            "France shelled JNIM over an ambush on a patrol.",
            "shelled",
            mode="heavy-weapons",
            actor="France",
            target="JNIM",
            cause="an ambush on a patrol",
        ),
    )
    assert link(told[1], reports=[told[0]], registry=registry).reactions == ()
