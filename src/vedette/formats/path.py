"""Where a value stands in a JSON form: "place.name", "actor.name|text", "reactions[direction=to].incident_id"."""

import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any

STEP = re.compile(r"(?P<keys>[^\[]+)(?:\[(?P<key>\w+)=(?P<value>\w+)\])?")
Step = Callable[[Any], list[Any]]


def walk(form: Any, path: str) -> list[Any]:
    """Give all values that stand at `path`, lists passed through, empty ones (None, "") left out."""
    first, *later = _steps(path)
    found = first(form)
    for step in later:
        found = [value for item in found for value in step(item)]
    return found


@cache  # there are as many paths as columns, and as many forms as a case holds
def _steps(path: str) -> tuple[Step, ...]:
    return tuple(_step(step) for step in path.split("."))


def _step(step: str) -> Step:
    match = STEP.fullmatch(step)
    if match is None:
        raise ValueError(f"path step {step!r} is not of the form key, key|key or key[key=value]")
    keys, key, wanted = tuple(match["keys"].split("|")), match["key"], match["value"]
    first = partial(_first, keys)
    return (lambda item: [value for value in first(item) if value.get(key) == wanted]) if key else first


def _first(keys: tuple[str, ...], item: Any) -> list[Any]:
    for key in keys if isinstance(item, dict) else ():
        value = item.get(key)
        if isinstance(value, (list, tuple)):
            return [part for part in value if part is not None]
        if value is not None and value != "":
            return [value]
    return []
