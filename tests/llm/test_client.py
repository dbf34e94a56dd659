"""Asking a service that answers well and badly."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from vedette.llm import Settings
from vedette.llm.client import TRIES, Client
from vedette.llm.errors import NoAnswerError
from vedette.model import UsageError

ASK = [{"role": "user", "content": "?"}]
Says = Callable[[Any], Any]


@pytest.fixture
def client(settings: Settings) -> Client:
    return Client(settings)


def test_gives_what_the_model_wrote_and_counts_it(client: Client, service: Any, talk: Any) -> None:
    service.replies = [talk.completion("hello")]
    assert client.ask(ASK).text == "hello"
    assert (client.usage.read, client.usage.written) == (1000, 200)
    assert (service.paths, service.keys) == (["/v1/chat/completions"], [f"Bearer {client.settings.key}"])
    assert (service.asked[0]["model"], service.asked[0]["messages"]) == ("test-model", ASK)


def test_without_a_key_none_is_sent(settings: Settings, service: Any, talk: Any) -> None:
    service.replies = [talk.completion("hello")]
    Client(replace(settings, key="")).ask(ASK)
    assert service.keys == [None]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 529])
def test_a_service_in_trouble_is_asked_again(client: Client, service: Any, talk: Any, waits: Any, status: int) -> None:
    service.replies = [talk.failure(status), talk.failure(status), talk.completion("hello")]
    assert client.ask(ASK).text == "hello"
    assert waits.seconds == [1.0, 2.0]


@pytest.mark.parametrize("status", [429, 500])
def test_a_service_that_stays_in_trouble_is_given_up(client: Client, service: Any, talk: Any, status: int) -> None:
    service.replies = [talk.failure(status, "overloaded")]
    with pytest.raises(NoAnswerError, match=rf"answers {status} \(overloaded\)"):
        client.ask(ASK)
    assert len(service.asked) == TRIES


def test_waits_as_long_as_the_service_asks(client: Client, service: Any, talk: Any, waits: Any) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    service.replies = [
        talk.failure(429, Retry_After="7"),
        talk.failure(429, Retry_After=later),
        talk.failure(429, Retry_After="soon"),
        talk.completion("hello"),
    ]
    assert client.ask(ASK).text == "hello"
    assert (waits.seconds[0], waits.seconds[2]) == (7.0, 4.0)
    assert 20 < waits.seconds[1] <= 30


def test_never_waits_for_long(client: Client, service: Any, talk: Any, waits: Any) -> None:
    service.replies = [talk.failure(429, Retry_After="3600")]
    with pytest.raises(NoAnswerError, match="asks to wait 3600 s"):
        client.ask(ASK)
    assert (len(service.asked), waits.seconds) == (1, [])


@pytest.mark.parametrize(
    ("status", "named"),
    [(401, "VEDETTE_LLM_KEY"), (403, "VEDETTE_LLM_KEY"), (404, "VEDETTE_LLM_MODEL"), (405, "VEDETTE_LLM_URL")],
)
def test_settings_that_the_service_refuses_are_named(
    client: Client, service: Any, talk: Any, status: int, named: str
) -> None:
    service.replies = [talk.failure(status, "no")]
    with pytest.raises(UsageError, match=named):
        client.ask(ASK)
    assert len(service.asked) == 1


def test_a_redirect_is_refused(client: Client, service: Any, talk: Any) -> None:
    service.replies = [talk.failure(307, Location="http://127.0.0.1:9/elsewhere")]
    with pytest.raises(UsageError, match="VEDETTE_LLM_URL"):
        client.ask(ASK)
    assert len(service.asked) == 1


@pytest.mark.parametrize(
    ("status", "message"),
    [(400, "This model's maximum context length is 4096 tokens"), (413, "")],
)
def test_a_text_too_long_for_the_model_is_as_if_cut_off(
    client: Client, service: Any, talk: Any, status: int, message: str
) -> None:
    service.replies = [talk.failure(status, message)]
    assert client.ask(ASK).cut_off


def test_says_that_an_answer_was_cut_off_or_withheld(client: Client, service: Any, talk: Any) -> None:
    service.replies = [talk.completion('{"ev', why="length"), talk.completion(None, why="content_filter")]
    assert client.ask(ASK).cut_off
    assert client.ask(ASK).withheld


def test_what_the_service_does_not_know_is_left_out_from_then_on(client: Client, service: Any, talk: Any) -> None:
    service.replies = [
        talk.failure(400, "Unsupported parameter: 'response_format'"),
        talk.failure(400, "temperature does not support 0"),
        talk.completion("hello"),
    ]
    assert client.ask(ASK).text == "hello"
    client.ask(ASK)
    assert [sorted(form.keys() - {"model", "messages"}) for form in service.asked] == [
        ["response_format", "temperature"], ["temperature"], [], [],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("says", "problem"),
    [
        (lambda talk: talk.failure(400, "bad tools"), r"answers 400 \(bad tools\)"),
        (lambda talk: talk.Says(body=b"<html>Welcome</html>"), "no chat completion; check VEDETTE_LLM_URL"),
        (lambda talk: talk.Says(body=b'{"choices": []}'), "no chat completion"),
        (lambda talk: talk.Says(body=b'{"choices": [{"text": "hello"}]}'), "no chat completion"),
        (lambda talk: talk.Says(body=b'{"error": "model is loading"}'), r"\(model is loading\)"),
        (lambda talk: talk.Says(body=b"\xff\xfe"), "no chat completion"),
        (lambda talk: talk.Says(body=b""), "no chat completion"),
    ],
)
def test_says_what_a_strange_reply_is(client: Client, service: Any, talk: Any, says: Says, problem: str) -> None:
    service.replies = [says(talk)]
    with pytest.raises(NoAnswerError, match=problem):
        client.ask(ASK)


def test_a_late_answer_is_given_up(settings: Settings, service: Any, talk: Any) -> None:
    service.replies = [talk.Says(body=b"{}", late=0.5)]
    with pytest.raises(NoAnswerError, match="does not answer in time"):
        Client(replace(settings, timeout=0.1)).ask(ASK)
    assert len(service.asked) == 2


def test_an_answer_that_breaks_off_is_asked_for_again(client: Client, service: Any, talk: Any) -> None:
    service.replies = [replace(talk.completion("hello"), broken=True), talk.completion("hello")]
    assert client.ask(ASK).text == "hello"


def test_nobody_at_the_address_is_said(settings: Settings, waits: Any) -> None:
    with pytest.raises(NoAnswerError, match=r"127\.0\.0\.1:9/v1 refuses the connection"):
        Client(replace(settings, url="http://127.0.0.1:9/v1")).ask(ASK)
    assert waits.seconds == [1.0, 2.0, 4.0]


@pytest.mark.parametrize("status", [400, 401, 404, 500])
def test_no_error_shows_the_key(client: Client, service: Any, talk: Any, status: int) -> None:
    key = client.settings.key
    service.replies = [talk.Says(body=json.dumps({"error": f"bad key {key}"}).encode(), status=status)]
    with pytest.raises((NoAnswerError, UsageError)) as caught:
        client.ask(ASK)
    assert key not in str(caught.value)
