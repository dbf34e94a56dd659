"""Claims of responsibility: the claimant is actor and source of a claimed act, in its sentence and after it."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Document, Sentence
from vedette.coding.responsibility import with_claimants, with_claims_of_acts
from vedette.model import Mark, Role

Making = Callable[..., Mark]
Sentences = Callable[..., Sentence]
Documents = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("The Red Front claimed responsibility for the bombing in Arlen.", "bombing", "The Red Front"),
        ("The Red Front has taken credit for the deadly ambush.", "ambush", "The Red Front"),
        ("On Monday the Red Front said it was behind the attack.", "attack", "the Red Front"),
        ("The Red Front claimed the killing on Monday.", "killing", "The Red Front"),
        ("The ambush, claimed by the Red Front, killed four.", "ambush", "the Red Front"),
        ("The attack was later claimed by the Red Front.", "attack", "the Red Front"),
        ("The Red Front claimed to have shelled the port.", "shelled", "The Red Front"),
        ("Officials said Marland was behind the explosion.", "explosion", "Marland"),
    ],
)
def test_a_claimed_act_is_its_claimants(text: str, trigger: str, who: str, mark: Making, sentence: Sentences) -> None:
    found = with_claimants(sentence(text, mark(text, trigger, "ASSAULT"))).tagged.marks[0]
    assert (found.status, [span.text for span in found.of(Role.ACTOR)]) == ("claimed", [who])


def test_the_noun_of_a_claimed_act_is_marked_where_nothing_is(sentence: Sentences) -> None:
    found = with_claimants(sentence("In it he took responsibility for the ambush.")).tagged.marks
    assert [(mark.trigger.text, mark.type, mark.status) for mark in found] == [("ambush", "ASSAULT", "claimed")]


@pytest.mark.parametrize(
    "text",
    ["No group claimed responsibility for the ambush.", "The Red Front has not claimed responsibility for the ambush."],
)
def test_what_nobody_claims_is_told_as_a_fact(text: str, mark: Making, sentence: Sentences) -> None:
    claimed = mark(
        text, "ambush", "ASSAULT", status="claimed", source=text.partition(" claimed")[0].removesuffix(" has not")
    )
    found = with_claimants(sentence(text, claimed)).tagged.marks[0]
    assert (found.status, found.of(Role.SOURCE)) == ("actual", ())


def told(last: str, mark: Making, sentence: Sentences, document: Documents) -> Document:
    first = "A bomb killed nine people in Kunduz on Friday."
    act = mark(first, "killed", "ASSAULT", mode="explosives", target="nine people", place="Kunduz")
    return document([sentence(first, act), sentence(last)])


@pytest.mark.parametrize("last", ["The Red Front claimed responsibility.", "The Red Front took responsibility for it."])
def test_a_claim_of_an_act_told_before_points_to_it(
    last: str, mark: Making, sentence: Sentences, document: Documents
) -> None:
    found = with_claims_of_acts(told(last, mark, sentence, document))
    claim = found.sentences[1].tagged.marks[0]
    pointed = found.pointed(claim, found.sentences[1])
    assert (claim.type, claim.mode, claim.status) == ("ASSAULT", "explosives", "claimed")
    assert pointed is not None
    assert pointed[0].trigger.text == "killed"


@pytest.mark.parametrize("last", ["Nobody claimed responsibility.", "The Red Front has not claimed responsibility."])
def test_no_claim_is_made_for_nobody(last: str, mark: Making, sentence: Sentences, document: Documents) -> None:
    found = with_claims_of_acts(told(last, mark, sentence, document))
    assert found.sentences[1].tagged.marks == ()
