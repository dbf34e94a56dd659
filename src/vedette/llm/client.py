"""Asking the model: what is tried again and how long is waited, and what an answer says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic, sleep
from typing import Any

from vedette.llm import settings as names
from vedette.llm.errors import NoAnswerError
from vedette.llm.http import NoReplyError, Reply, post
from vedette.llm.settings import Settings
from vedette.llm.usage import Usage
from vedette.model.errors import UsageError

TRIES = 4
SLOW_TRIES = 2  # a model that let the whole time pass once is asked only once more
FIRST_WAIT = 1.0  # seconds; doubled each time that the service does not say how long
LONGEST_WAIT = 60.0
_BUSY = frozenset((408, 409, 425, 429, 500, 502, 503, 504, 529))
_TOO_LONG = ("context_length", "context length", "maximum context", "too many tokens", "context window", "too long")
_OPTIONAL = ("response_format", "temperature")
Messages = Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the model wrote. `cut_off`: it had no room to read or write all; `withheld`: a filter kept it back."""

    text: str
    cut_off: bool = False
    withheld: bool = False


class Client:
    """Asks one model, and counts in `usage` what that takes."""

    def __init__(self, settings: Settings) -> None:
        self.settings, self.usage = settings, Usage()
        self._wishes: dict[str, Any] = {"response_format": {"type": "json_object"}, "temperature": 0}

    def ask(self, messages: Messages) -> Answer:
        """Give the model's answer; raises UsageError for settings that no report could do with, else NoAnswerError."""
        began = monotonic()
        try:
            return self._answer(self._reply(messages))
        finally:
            self.usage.seconds += monotonic() - began

    def _reply(self, messages: Messages) -> Reply:
        """Ask until there is a reply worth reading, within bounds."""
        tried = 0
        while True:
            tried += 1
            try:
                reply = self._post(messages)
            except NoReplyError as dead:
                if not dead.again or tried >= (SLOW_TRIES if dead.slow else TRIES):
                    raise NoAnswerError(self._told(str(dead))) from dead
                sleep(_pause(tried))
                continue
            if reply.status not in _BUSY or tried >= TRIES:
                return reply
            sleep(self._wait(reply, tried))

    def _post(self, messages: Messages) -> Reply:
        """Post once; what the service says it does not know (JSON mode, temperature) is left out from then on."""
        form = {"model": self.settings.model, "messages": list(messages), **self._wishes}
        reply = post(self.settings.url, form, key=self.settings.key, timeout=self.settings.timeout)
        refused = [name for name in self._wishes if name in _said(reply)] if reply.status in (400, 422) else []
        for name in refused:
            del self._wishes[name]
        return self._post(messages) if refused else reply

    def _wait(self, reply: Reply, tried: int) -> float:
        asked = _retry_after(reply)
        if asked is not None and asked > LONGEST_WAIT:
            raise NoAnswerError(self._told(f"answers {reply.status} and asks to wait {asked:.0f} s; try again later"))
        return asked if asked is not None else _pause(tried)

    def _answer(self, reply: Reply) -> Answer:
        if reply.status != 200:
            return self._refused(reply)
        form = reply.form()
        choice = _choice(form)
        if choice is None:
            said = self._because(_said(reply)) if isinstance(form, dict) and form.get("error") else ""
            raise NoAnswerError(self._told(f"answers with no chat completion{said}; check {names.URL}"))
        self.usage.count(form.get("usage"))
        message, why = choice["message"], choice.get("finish_reason")
        text = message.get("content")
        withheld = why == "content_filter" or bool(message.get("refusal"))
        return Answer(text=text if isinstance(text, str) else "", cut_off=why == "length", withheld=withheld)

    def _refused(self, reply: Reply) -> Answer:
        said = _said(reply)
        if reply.status in (401, 403):
            raise UsageError(f"{names.KEY}: {self.settings.address} answers {reply.status} and does not take the key")
        if reply.status in (404, 405) or 300 <= reply.status < 400:
            where = f"{names.URL} or {names.MODEL}" if reply.status == 404 else names.URL
            raise UsageError(f"{where}: {self._told(f'answers {reply.status}')}{self._because(said)}; mend it")
        if reply.status == 413 or (reply.status in (400, 422) and any(sign in said.lower() for sign in _TOO_LONG)):
            return Answer(text="", cut_off=True)
        raise NoAnswerError(f"{self._told(f'answers {reply.status}')}{self._because(said)}")

    def _because(self, said: str) -> str:
        return f" ({self._clean(said)})" if said else ""

    def _told(self, what: str) -> str:
        return f"{self.settings.address} {what}"

    def _clean(self, said: str) -> str:
        """Give what a service said as a short line that cannot show the key."""
        line = " ".join(said.split())
        return (line.replace(self.settings.key, "[key]") if self.settings.key else line)[:160]


def _choice(form: Any) -> Any:
    """Give the first choice of a chat completion, or None where the form has none."""
    choices = form.get("choices") if isinstance(form, dict) else None
    first = choices[0] if isinstance(choices, list) and choices else None
    return first if isinstance(first, dict) and isinstance(first.get("message"), dict) else None


def _said(reply: Reply) -> str:
    """Give the message of an error, in the forms that services use."""
    form = reply.form()
    error = form.get("error", form) if isinstance(form, dict) else None
    if isinstance(error, str):
        return error
    if not isinstance(error, dict):
        return ""
    parts = (error.get(key) for key in ("message", "code", "param", "detail"))
    return "; ".join(part for part in parts if isinstance(part, str) and part)


def _pause(tried: int) -> float:
    return min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (tried - 1))


def _retry_after(reply: Reply) -> float | None:
    """Read the seconds of a Retry-After header, which gives them or a date; None without a sound one."""
    given = next((value for name, value in reply.headers.items() if name.lower() == "retry-after"), "").strip()
    try:
        return max(0.0, float(given))
    except ValueError:
        pass
    try:
        until = parsedate_to_datetime(given)
    except ValueError:
        return None
    return max(0.0, ((until if until.tzinfo else until.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())
