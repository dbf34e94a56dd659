"""Reports coded by a model that answers well and badly."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import vedette
from vedette.coding.document import Sentence
from vedette.coding.layout import lay_out
from vedette.coding.mending import mended
from vedette.llm import LlmCoder, Settings
from vedette.model import Claim, Mark, Report, Role, SourceError, UsageError
from vedette.registry import load
from vedette.tagging import load as load_tagger

Event = dict[str, Any]
SHELLING: Event = {
    "sentence": 1,
    "trigger": "shelled",
    "type": "ASSAULT",
    "mode": "heavy-weapons",
    "status": "actual",
    "actor": ["Russian artillery"],
    "target": ["the market"],
    "place": ["Izium"],
    "time": ["on Monday"],
    "killed": ["At least five people"],
    "source": ["medics"],
}
CONDEMNED: Event = {
    "sentence": 3,
    "trigger": "condemned",
    "type": "ACCUSE",
    "mode": "condemn",
    "status": "actual",
    "actor": ["Ukraine's foreign ministry"],
    "cause": ['the "barbaric attack"'],
    "time": ["the next day"],
}


@pytest.fixture
def coded(coder: LlmCoder, report: Report, service: Any, talk: Any) -> Callable[..., list[Claim]]:
    """Give a function that codes the report with a model that tells of these events."""

    def call(*told: Event) -> list[Claim]:
        service.replies = [talk.events(*told)]
        return list(coder(report).claims)

    return call


def test_quotes_become_the_fields_of_a_claim(coded: Any, report: Report) -> None:
    (claim,) = coded(SHELLING)
    assert (claim.type, claim.mode, claim.status) == ("ASSAULT", "heavy-weapons", "actual")
    assert [(party.text, party.country) for party in claim.actor] == [("Russian artillery", "RU")]
    assert (claim.place.text, claim.place.country) == ("Izium", "UA")
    assert (claim.when.from_, claim.when.to) == (date(2022, 3, 7), date(2022, 3, 7))
    assert claim.source is not None
    assert claim.source.text == "medics"
    assert claim.trigger.stands_in(report.text)


def test_a_quote_of_another_sentence_is_read_there(coded: Any, report: Report) -> None:
    (claim,) = coded(SHELLING)
    assert claim.killed is not None
    assert (claim.killed.low, claim.killed.high) == (5, None)
    assert report.text[claim.killed.start : claim.killed.end] == "At least five people"
    assert claim.sentence.text.startswith("Russian artillery")


@pytest.mark.parametrize(
    ("role", "quote", "field", "value"),
    [
        ("actor", "The ministry", "actor", "The ministry"),
        ("target", "Moscow", "target", "Moscow"),
        ("place", "Istanbul", "place", "Istanbul"),
        ("time", "on Monday", "when", "on Monday"),
        ("source", "Turkey's president", "source", "Turkey's president"),
        ("weapon", "Russian artillery", "weapon", "Russian artillery"),
    ],
)
def test_any_field_may_come_from_another_sentence(coded: Any, role: str, quote: str, field: str, value: str) -> None:
    (claim,) = coded({"sentence": 2, "trigger": "killed", "type": "ASSAULT", "status": "actual", role: [quote]})
    found = getattr(claim, field)
    assert value in [one.text for one in (found if isinstance(found, tuple) else (found,))]


def test_a_quote_with_other_quotation_marks_is_found(coded: Any, report: Report) -> None:
    (claim,) = coded(CONDEMNED)
    assert claim.cause is not None
    assert claim.cause.text == "the “barbaric attack”"
    assert claim.actor[0].text == "Ukraine’s foreign ministry"
    assert claim.when.from_ == date(2022, 3, 8)


def test_every_quote_stands_in_the_body(coded: Any, report: Report) -> None:
    for claim in coded(SHELLING, CONDEMNED):
        single = (claim.sentence, claim.trigger, claim.place, claim.when, claim.killed, claim.cause, claim.source)
        quotes = [one for one in (*claim.actor, *claim.target, *claim.weapon, *single) if one and one.start is not None]
        assert all(report.text[one.start : one.end] == one.text for one in quotes)


def test_the_labels_are_the_models(coded: Any) -> None:
    (claim,) = coded({**SHELLING, "status": "denied", "mode": "other"})
    assert (claim.status, claim.mode) == ("denied", "other")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"trigger": "bombed"}, "trigger not in the text"),
        ({"trigger": ""}, "trigger not in the text"),
        ({"trigger": "said", "sentence": 4}, "trigger not in the sentence named, and in several others"),
        ({"type": "WAR"}, "no such type"),
        ({"type": None}, "no such type"),
        ({"status": "certain"}, "no such status"),
    ],
)
def test_a_claim_without_trigger_or_label_is_dropped(coded: Any, coder: LlmCoder, change: Event, reason: str) -> None:
    assert [claim.type for claim in coded({**SHELLING, **change}, CONDEMNED)] == ["ACCUSE"]
    assert coder.dropped.claims == {reason: 1}


def test_a_trigger_that_stands_in_one_sentence_needs_no_number(coded: Any) -> None:
    assert coded({**SHELLING, "sentence": 4}) == coded(SHELLING)


def test_a_claim_told_twice_is_one(coded: Any, coder: LlmCoder) -> None:
    assert len(coded(SHELLING, SHELLING)) == 1
    assert coder.dropped.claims == {"told twice": 1}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"target": ["two hospitals"]}, "quote not in the text"),
        ({"target": ["the mark"]}, "quote not in the text"),
        ({"target": [7]}, "no quote"),
        ({"mode": "nuclear"}, "no such mode"),
        ({"source": ["medics", "Turkey's president"]}, "told a second time in another sentence"),
    ],
)
def test_a_field_without_its_quote_is_dropped(coded: Any, coder: LlmCoder, change: Event, reason: str) -> None:
    (claim,) = coded({**SHELLING, **change})
    assert claim.target == () or "target" not in change
    assert coder.dropped.fields == {reason: 1}


def test_ids_dates_and_points_of_the_model_are_not_heard(coded: Any) -> None:
    told = {"place": [{"lat": 1.0, "lon": 2.0}], "when": "1999-01-01", "actor_id": "state:XX", "claim_id": "c-1"}
    (claim,) = coded({**SHELLING, **told})
    assert (claim.place.lat, claim.when.from_) != (1.0, date(1999, 1, 1))
    assert (claim.actor[0].country, claim.claim_id == "c-1") == ("RU", False)


def test_no_events_are_no_claims(coded: Any, coder: LlmCoder, service: Any) -> None:
    assert coded() == []
    assert len(service.asked) == 1


def test_a_report_without_a_sentence_is_not_sent(
    coder: LlmCoder, reporting: Callable[..., Report], service: Any
) -> None:
    assert coder(reporting("...")).claims == ()
    assert service.asked == []


@pytest.mark.parametrize("bad", ["", "I would rather not.", '{"events": [', '{"events": "none"}'])
def test_a_bad_answer_is_asked_for_once_more(
    coder: LlmCoder, report: Report, service: Any, talk: Any, bad: str
) -> None:
    service.replies = [talk.completion(bad), talk.events(SHELLING)]
    assert len(coder(report).claims) == 1
    assert "could not be used" in service.asked[1]["messages"][-1]["content"]


def test_two_bad_answers_fail_the_report_in_one_line(coder: LlmCoder, report: Report, service: Any, talk: Any) -> None:
    service.replies = [talk.completion("no")]
    with pytest.raises(SourceError, match=r"post\.example/1: the model's answer cannot be used: .*no JSON object"):
        coder(report)
    assert len(service.asked) == 2


def test_a_model_that_declines_fails_the_report(coder: LlmCoder, report: Report, service: Any, talk: Any) -> None:
    service.replies = [talk.completion(None, why="content_filter")]
    with pytest.raises(SourceError, match="declined, or a filter"):
        coder(report)


def test_a_report_whose_answer_is_cut_off_is_sent_in_halves(
    coder: LlmCoder, report: Report, service: Any, talk: Any
) -> None:
    def answer(form: Event) -> Any:
        shown = form["messages"][-1]["content"]
        told = [one for one in (SHELLING, CONDEMNED) if f"[{one['sentence']}]" in shown]
        if len(told) > 1:
            return talk.completion('{"events": [{"sentence": 1, "tri', why="length")
        return talk.events(*told)

    service.replies = [answer]
    assert {claim.type for claim in coder(report).claims} == {"ASSAULT", "ACCUSE"}
    assert len(service.asked) > 2


def test_an_answer_cut_off_at_a_single_sentence_fails_the_report(
    coder: LlmCoder, reporting: Callable[..., Report], service: Any, talk: Any
) -> None:
    service.replies = [talk.completion('{"events": [', why="length")]
    with pytest.raises(SourceError, match="cut off even for one sentence"):
        coder(reporting("Russian artillery shelled the market of Izium on Monday."))
    assert len(service.asked) == 1


def test_a_long_report_is_sent_in_pieces(
    settings: Settings, reporting: Callable[..., Report], report: Report, service: Any, talk: Any
) -> None:
    def answer(form: Event) -> Any:
        shown = form["messages"][-1]["content"]
        numbers = [int(line[1:].split("]")[0]) for line in shown.splitlines() if "artillery shelled" in line]
        return talk.events(*({**SHELLING, "sentence": number} for number in numbers))

    service.replies = [answer]
    long = reporting("\n\n".join([report.text] * 9))
    assert len(LlmCoder(replace(settings, piece=1000))(long).claims) == 9
    assert [len(form["messages"][1]["content"]) < 1200 for form in service.asked] == [True, True, True]


def test_the_same_answer_gives_the_same_coding(coder: LlmCoder, report: Report, service: Any, talk: Any) -> None:
    service.replies = [talk.events(SHELLING, CONDEMNED)]
    assert coder(report) == coder(report)


def test_a_dead_service_ends_the_run_after_three_reports(
    coder: LlmCoder, report: Report, service: Any, talk: Any
) -> None:
    service.replies = [talk.failure(500)]
    for _ in range(2):
        with pytest.raises(SourceError, match="answers 500"):
            coder(report)
    with pytest.raises(UsageError, match="3 reports in a row"):
        coder(report)


def test_a_report_that_is_coded_between_keeps_the_run_going(
    coder: LlmCoder, report: Report, service: Any, talk: Any
) -> None:
    for _ in range(3):
        service.replies = [talk.failure(400, "not today")]
        with pytest.raises(SourceError):
            coder(report)
        service.replies = [talk.events()]
        coder(report)


def test_a_bad_answer_is_an_answer(coder: LlmCoder, report: Report, service: Any, talk: Any) -> None:
    for _ in range(4):
        service.replies = [talk.completion("no")]
        with pytest.raises(SourceError):
            coder(report)


def test_the_models_text_is_only_what_was_asked_for(coded: Any, service: Any, report: Report) -> None:
    coded(SHELLING)
    sent = json.dumps(service.asked, ensure_ascii=False)
    assert "Turkey's president said" in sent
    assert report.url not in sent


def test_told_what_the_tagger_finds_it_gives_the_claims_of_our_own_coder(
    coder: LlmCoder, root: Path, service: Any, talk: Any
) -> None:
    report = vedette.read(str(root / "examples/crisis/mashtal-strike.txt"))[0]
    document = mended(lay_out(report, tagger=load_tagger()), registry=load())
    service.replies = [talk.events(*(event(mark, one) for one in document.sentences for mark in one.tagged.marks))]
    own, told = vedette.code(report), coder(report)
    assert len(own.claims) > 5
    assert [fields(claim) for claim in told.claims] == [fields(claim) for claim in own.claims]
    assert (told.tallies, told.outlooks) == (own.tallies, own.outlooks)


def event(mark: Mark, sentence: Sentence) -> Event:
    """Tell of a mark as a model would."""
    told = {"sentence": sentence.index + 1, "trigger": mark.trigger.text, "type": mark.type, "status": mark.status}
    return told | {role.value: [span.text for span in mark.of(role)] for role in Role}


def fields(claim: Claim) -> tuple[object, ...]:
    """Give what the rules read from quotes."""
    return (
        claim.claim_id,
        claim.actor,
        claim.target,
        claim.place,
        claim.when,
        claim.killed,
        claim.injured,
        claim.cause,
    )
