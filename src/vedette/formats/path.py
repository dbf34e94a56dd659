"""Where a value stands in a JSON form: "place.name", "actor.name|text", "reactions[direction=to].incident_id"."""

import re
from collections.abc import Mapping
from typing import Any

STEP = re.compile(r"(?P<keys>[^\[]+)(?:\[(?P<key>\w+)=(?P<value>\w+)\])?")


def walk(form: Any, path: str) -> list[Any]:
    """Give all values that stand at `path`, lists passed through, empty ones (None, "") left out."""
    found = [form]
    for step in path.split("."):
        found = [value for item in found for value in _step(item, step)]
    return found


def _step(item: Any, step: str) -> list[Any]:
    match = STEP.fullmatch(step)
    if match is None:
        raise ValueError(f"path step {step!r} is not of the form key, key|key or key[key=value]")
    values = _first(item, match["keys"].split("|"))
    if match["key"]:
        return [value for value in values if value.get(match["key"]) == match["value"]]
    return values


def _first(item: Any, keys: list[str]) -> list[Any]:
    if not isinstance(item, Mapping):
        return []
    value = next((item[key] for key in keys if item.get(key) not in (None, "")), None)
    if value is None:
        return []
    return [part for part in value if part is not None] if isinstance(value, (list, tuple)) else [value]
