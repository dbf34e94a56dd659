"""From what a model wrote to the happenings that it tells of, not yet checked."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vedette.llm.errors import BadAnswerError
from vedette.model import Role

_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.S | re.I)
_FENCE = re.compile(r"```[ \t]*(?:json)?[ \t]*\r?\n(.*?)(?:```|\Z)", re.S | re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A happening as the model gives it: words and labels of which nothing is known to be right."""

    sentence: int | None
    trigger: str
    type: str
    mode: str | None
    status: str
    roles: tuple[tuple[Role, str], ...] = ()
    unquoted: int = 0


def parse(text: str) -> tuple[Told, ...]:
    """Read {"events": [...]}, in a code fence or not; raises BadAnswerError, which says what is wrong."""
    if not text.strip():
        raise BadAnswerError("the answer is empty")
    form = _json(text)
    events = form.get("events") if isinstance(form, dict) else form
    if not isinstance(events, list):
        raise BadAnswerError('the answer is no object with a list under "events"')
    for event in events:
        if not isinstance(event, dict):
            raise BadAnswerError('"events" holds something that is no object')
    return tuple(_told(event) for event in events)


def _json(text: str) -> Any:
    bare = _THOUGHT.sub("", text)
    fenced = _FENCE.search(bare)
    inside = (fenced[1] if fenced else bare).strip()
    start = min((at for at in (inside.find("{"), inside.find("[")) if at >= 0), default=-1)
    if start < 0:
        raise BadAnswerError("the answer holds no JSON object")
    try:
        return json.JSONDecoder().raw_decode(inside, start)[0]
    except json.JSONDecodeError as error:
        raise BadAnswerError(f"the answer is not valid JSON ({error.msg} at line {error.lineno})") from error
    except RecursionError as error:
        raise BadAnswerError("the answer is JSON nested too deep") from error


def _told(event: dict[str, Any]) -> Told:
    values = [(role, value) for role in Role for value in _values(event.get(role.value))]
    roles = tuple((role, value) for role, value in values if isinstance(value, str) and value.strip())
    return Told(
        sentence=_number(event.get("sentence")),
        trigger=_word(event.get("trigger")),
        type=_word(event.get("type")).upper(),
        mode=_word(event.get("mode")).lower() or None,
        status=_word(event.get("status")).lower(),
        roles=roles,
        unquoted=sum(not isinstance(value, str) for _, value in values),
    )


def _values(given: Any) -> Iterator[Any]:
    """Give the items of a list, or the one thing that stands in place of it."""
    yield from given if isinstance(given, list) else () if given is None else (given,)


def _number(given: Any) -> int | None:
    if isinstance(given, str) and given.strip(" []").isdecimal():
        return int(given.strip(" []"))
    return given if isinstance(given, int) and not isinstance(given, bool) else None


def _word(given: Any) -> str:
    return given.strip() if isinstance(given, str) else ""
