"""What a model took, and what was dropped, in a line."""

from collections import Counter
from dataclasses import replace

import pytest

from vedette.llm import Settings
from vedette.llm.dropped import Dropped
from vedette.llm.usage import Usage


@pytest.fixture
def usage() -> Usage:
    used = Usage(seconds=2.34)
    used.count({"prompt_tokens": 1500, "completion_tokens": 500})
    used.count({"prompt_tokens": 500, "completion_tokens": 0})
    return used


def test_tokens_cost_and_time_are_told(usage: Usage, settings: Settings) -> None:
    priced = replace(settings, price_in=0.5, price_out=2.0)
    assert usage.line(priced) == "test-model: 2 answers, 2,000 tokens read, 500 written, cost 0.0020, 2.3 s"


def test_a_cost_without_prices_is_unknown(usage: Usage, settings: Settings) -> None:
    assert "cost unknown" in usage.line(settings)


@pytest.mark.parametrize("form", [None, {}, {"prompt_tokens": "many", "completion_tokens": 2}, [1]])
def test_tokens_that_were_not_told_are_owned_to(usage: Usage, settings: Settings, form: object) -> None:
    usage.count(form)
    assert "2,000 tokens read, 500 written (of 1 answers not told)" in usage.line(settings)


def test_what_was_dropped_is_counted_by_reason() -> None:
    dropped = Dropped(claims=Counter({"told twice": 1}))
    dropped.add(Dropped(claims=Counter({"no such type": 2}), fields=Counter({"quote not in the text": 1})))
    assert dropped.line() == "dropped 3 claims (2 no such type, 1 told twice) and 1 field (1 quote not in the text)"
    assert Dropped().line() == "dropped nothing"
