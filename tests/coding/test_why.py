"""Why claims of a report written here say what they say, by the tagger that the package brings."""

from functools import cache
from tempfile import NamedTemporaryFile

import pytest

import vedette
from vedette.coding.code import code
from vedette.coding.explain import explain
from vedette.model import Claim, Coding, Reason, Report, Span, Why

TEXT = """Strikes in the north

The army said on Tuesday that its jets had struck a rebel convoy near Gao, killing 14 fighters. The rebels condemned the
raid. Police in Mopti foiled an attack on a market on Friday, officials said, citing a guard.

Boko Haram and the army fought in Maiduguri on Monday. The group later burned a school.
"""


@cache
def explained() -> tuple[Report, Coding, tuple[Why, ...]]:
    with NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(TEXT)
        file.flush()
        report = vedette.read(file.name, published="2024-05-15")[0]
    return report, *explain(report)


def of(trigger: str, field: str) -> Reason:
    _, coding, whys = explained()
    claim = next(claim for claim in coding.claims if claim.trigger.text == trigger)
    why = next(why for why in whys if why.claim_id == claim.claim_id)
    return why.of(field)[0]


def quotes() -> list[Span]:
    reasons = [reason for why in explained()[2] for reason in why.reasons]
    return [span for reason in reasons for span in reason.words] + [
        one.words for reason in reasons for one in reason.instead if one.words
    ]


def values(claim: Claim) -> dict[str, object]:
    return {"type": claim.type, "mode": claim.mode, "status": claim.status}


def test_explaining_gives_the_same_claims() -> None:
    report, coding, _ = explained()
    assert coding == code(report)


def test_every_claim_has_its_reasons_in_order() -> None:
    _, coding, whys = explained()
    assert [why.claim_id for why in whys] == [claim.claim_id for claim in coding.claims]


def test_every_quote_of_a_reason_stands_in_the_body() -> None:
    assert quotes()
    assert all(span.stands_in(explained()[0].text) for span in quotes())


def test_reasons_tell_the_values_of_the_claim() -> None:
    _, coding, whys = explained()
    for claim, why in zip(coding.claims, whys, strict=True):
        told = {reason.field: reason.value for reason in why.reasons if reason.field in values(claim)}
        assert {name: value for name, value in values(claim).items() if value is not None}.items() <= told.items()


def test_a_head_tells_its_probability_and_what_it_weighed() -> None:
    reason = of("struck", "type")
    assert reason.by == "the tagger's trigger head"
    assert reason.probability is not None
    assert all(one.probability is not None for one in reason.instead)


def test_a_rule_that_decides_names_its_words() -> None:
    reason = of("attack", "status")
    assert (reason.value, reason.probability) == ("thwarted", None)
    assert "foiled" in reason.words[0].text


def test_a_source_tells_its_chain() -> None:
    assert of("attack", "source").value == "officials ← a guard"


def test_other_dates_say_what_they_belong_to() -> None:
    reason = of("struck", "when")
    told = [*reason.words, *(one.words for one in reason.instead if one.words)]
    assert "Tuesday" in [span.text for span in told]


def test_an_antecedent_that_does_not_fit_says_why() -> None:
    told = {one.value: one.because for reason in [of("burned", "actor")] for one in reason.instead}
    assert any("military" in because for because in told.values())


@pytest.mark.parametrize("name", ["Reason", "Why", "explain"])
def test_it_can_be_had_from_the_package(name: str) -> None:
    assert hasattr(vedette, name)
