"""Who is blamed and who is threatened."""

from collections.abc import Callable

import pytest

from vedette.coding.blaming import with_blamed
from vedette.coding.cause_about import about
from vedette.coding.document import Sentence
from vedette.model import Mark, Role

MarkOf = Callable[..., Mark]
SentenceOf = Callable[..., Sentence]


def _texts(mark: Mark, role: Role) -> list[str]:
    return [span.text for span in mark.of(role)]


@pytest.mark.parametrize(
    ("text", "what", "whom"),
    [
        ("Sendria blamed the ambush on the Hill Front.", "the ambush", "the Hill Front"),
        ("Sendria blamed the ambush squarely on Tolvia on Friday.", "the ambush", "Tolvia"),
        ("Sendria blamed the ambush on hill bandits.", "the ambush", "hill bandits"),
        ("The ambush was blamed on the Hill Front.", "The ambush", "the Hill Front"),
    ],
)
def test_who_an_act_is_blamed_on_did_it(text: str, what: str, whom: str, mark: MarkOf, sentence: SentenceOf) -> None:
    one = sentence(text, mark(text, "ambush", "ASSAULT"), mark(text, "blamed", "ACCUSE"))
    blame, act = sorted(with_blamed(one).tagged.marks, key=lambda found: found.type)
    cause = about(blame, one, ())
    assert (_texts(blame, Role.TARGET), cause and cause.text) == ([whom], what)
    assert (_texts(act, Role.ACTOR), act.status) == ([whom], "claimed")


@pytest.mark.parametrize(
    "text",
    ["The mayor blamed the defeat on poor roads.", "The mayor blamed the raid on Sunday.", "He blamed it."],
)
def test_what_is_nobody_is_not_blamed(text: str, mark: MarkOf, sentence: SentenceOf) -> None:
    blame = with_blamed(sentence(text, mark(text, "blamed", "ACCUSE"))).tagged.marks[0]
    assert _texts(blame, Role.TARGET) == []


def test_a_toll_is_told_even_where_somebody_is_blamed(mark: MarkOf, sentence: SentenceOf) -> None:
    text = "Sendria blamed the blast that killed nine on the Hill Front."
    text = text.replace(" that killed nine", " with nine dead")
    act = mark(text, "blast", "ASSAULT", killed="nine")
    assert with_blamed(sentence(text, act, mark(text, "blamed", "ACCUSE"))).tagged.marks[0].status == "actual"


def test_a_clause_about_the_accused_names_the_accuser(mark: MarkOf, sentence: SentenceOf) -> None:
    text = "Tolvia, which Sendria accuses of arming the rebels, denounced the talks."
    one = sentence(
        text,
        mark(text, "accuses", "ACCUSE", actor="Tolvia|Sendria", target="the rebels"),
        mark(text, "denounced", "ACCUSE", actor="Tolvia|Sendria"),
    )
    charge, later = with_blamed(one).tagged.marks
    assert (_texts(charge, Role.ACTOR), _texts(charge, Role.TARGET)) == (["Sendria"], ["Tolvia"])
    assert _texts(later, Role.ACTOR) == ["Tolvia"]


def test_who_condemns_an_act_did_not_do_it(mark: MarkOf, sentence: SentenceOf) -> None:
    text = "The Red Union called the raid unlawful."
    one = sentence(
        text,
        mark(text, "called", "ACCUSE", actor="The Red Union"),
        mark(text, "raid", "ASSAULT", actor="The Red Union"),
    )
    done = with_blamed(one)
    assert _texts(done.tagged.marks[1], Role.ACTOR) == []
    cause = about(done.tagged.marks[0], done, ())
    assert cause is not None
    assert cause.text == "the raid"


def test_whom_the_next_verb_addresses_is_not_accused(mark: MarkOf, sentence: SentenceOf) -> None:
    text = "Sendria called the raid a crime and asked the League to meet."
    one = with_blamed(sentence(text, mark(text, "called", "ACCUSE", actor="Sendria", target="the League")))
    assert _texts(one.tagged.marks[0], Role.TARGET) == []


@pytest.mark.parametrize(
    ("text", "tagged", "target"),
    [
        ("General Oba vowed his troops would stay if Tolvia did not pull out.", "his troops", "Tolvia"),
        ("General Oba threatened war unless Tolvia left the valley.", "", "Tolvia"),
        ("General Oba vowed to crush every rebel and thanked Tolvia.", "Tolvia", "every rebel"),
        ("General Oba threatened to kill any trader who paid them.", "", "any trader"),
        ("General Oba vowed to fight Tolvia if the rains held.", "Tolvia", "Tolvia"),
    ],
)
def test_a_threat_is_meant_for_whom_it_would_hit_or_oblige(
    text: str, tagged: str, target: str, mark: MarkOf, sentence: SentenceOf
) -> None:
    roles = {"actor": "General Oba"} | ({"target": tagged} if tagged else {})
    trigger = text.split()[2]
    names = {"Tolvia": "COUNTRY"} if "Tolvia" in text else {}
    threat = with_blamed(sentence(text, mark(text, trigger, "THREATEN", **roles), names=names)).tagged.marks[0]
    assert _texts(threat, Role.TARGET) == [target]
