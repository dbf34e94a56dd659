"""The made reports are right about themselves, and linking finds their acts."""

from benchmarks.scale_link import timed
from benchmarks.scale_texts import made


def test_every_quote_of_a_made_claim_stands_in_its_report() -> None:
    reports, claims, truth = made(60)
    texts = {report.id: report.text for report in reports}
    for claim in claims:
        for span in (claim.sentence, claim.trigger, claim.place, claim.when, *claim.actor, *claim.target):
            assert texts[claim.report_id][span.start : span.end] == span.text
    assert set(truth) == {claim.claim_id for claim in claims}


def test_linking_finds_the_made_acts() -> None:
    assert timed(300)["b3_f1"] > 0.93
