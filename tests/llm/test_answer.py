"""What a model wrote, read."""

import json

import pytest

from vedette.llm.answer import parse
from vedette.llm.errors import BadAnswerError
from vedette.model import Role

EVENT = {"sentence": 1, "trigger": "shelled", "type": "assault ", "mode": "Aerial", "status": "Actual"}
GOOD = json.dumps({"events": [EVENT]})


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"```\n{GOOD}",
        f"Here is what I found:\n```json\n{GOOD}\n```\nAsk me for more!",
        f"Here you are: {GOOD} Done.",
        f"<think>{{maybe}} ```json```</think>\n{GOOD}",
        json.dumps([EVENT]),
    ],
)
def test_reads_an_object_however_it_is_wrapped(text: str) -> None:
    (told,) = parse(text)
    assert (told.sentence, told.trigger, told.type, told.mode, told.status) == (
        1, "shelled", "ASSAULT", "aerial", "actual",
    )  # fmt: skip


def test_no_events_are_an_answer() -> None:
    assert parse('{"events": []}') == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("I cannot help with that.", "no JSON object"),
        (GOOD[:40], "not valid JSON"),
        ("{'events': []}", "not valid JSON"),
        ('{"claims": []}', 'list under "events"'),
        ('{"events": {"a": 1}}', 'list under "events"'),
        ('{"events": ["shelled"]}', "no object"),
        ("[" * 100_000, "too deep|not valid JSON"),
    ],
)
def test_says_what_is_wrong_with_an_answer(text: str, problem: str) -> None:
    with pytest.raises(BadAnswerError, match=problem):
        parse(text)


@pytest.mark.parametrize(
    ("given", "quotes", "unquoted"),
    [
        (["the army", "rebels"], ["the army", "rebels"], 0),
        ("the army", ["the army"], 0),
        (None, [], 0),
        ([""], [], 0),
        ([3, {"text": "the army"}, "rebels"], ["rebels"], 2),
    ],
)
def test_takes_a_phrase_for_a_list_and_counts_what_is_none(given: object, quotes: list[str], unquoted: int) -> None:
    (told,) = parse(json.dumps({"events": [{**EVENT, "actor": given}]}))
    assert told.roles == tuple((Role.ACTOR, quote) for quote in quotes)
    assert told.unquoted == unquoted


@pytest.mark.parametrize(
    ("given", "number"), [(4, 4), ("[4]", 4), ("four", None), (None, None), (True, None), (1.5, None)]
)
def test_reads_the_number_of_a_sentence(given: object, number: int | None) -> None:
    assert parse(json.dumps({"events": [{**EVENT, "sentence": given}]}))[0].sentence == number
