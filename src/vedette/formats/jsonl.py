"""JSON lines, and plain JSON: records as they are, text not escaped."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any


def line(form: Mapping[str, Any]) -> str:
    """Write one record as one line of JSON, its line end included."""
    return json.dumps(form, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def lines(forms: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Write records as JSON lines, one at a time."""
    return map(line, forms)


def document(forms: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Write records as one JSON array, a record a line, without ever holding them all."""
    yield "["
    for number, form in enumerate(forms):
        yield ("\n" if number == 0 else ",\n") + line(form).rstrip("\n")
    yield "\n]\n"


def compact(form: Any) -> bytes:
    """Write a value as JSON without a blank, in UTF-8."""
    return json.dumps(form, ensure_ascii=False, separators=(",", ":"), default=_plain).encode()


def _plain(value: Any) -> str:
    """Write days and moments as ISO 8601, anything else as it prints."""
    return value.isoformat() if isinstance(value, date) else str(value)
