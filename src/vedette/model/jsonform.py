"""The JSON form of every noun, and back: field names as they are, less a trailing underscore (`from_` -> "from").

A case holds nouns by the hundred thousand, so what is to be done with a kind is worked out once.
"""

import dataclasses
import types
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
How = Callable[[Any], Any]
_AS_THEY_ARE = frozenset({str, int, bool, types.NoneType})


def to_json(value: Any) -> Any:
    """Turn a noun (or tuple, date, enum ...) into what `json.dumps` takes; dates as ISO 8601, floats to 4 digits."""
    kind: Any = type(value)
    return value if kind in _AS_THEY_ARE else _writer(kind)(value)


def from_json(kind: type[T], form: Any) -> T:
    """Build a noun of `kind` from its JSON form; raises KeyError or ValueError when the form does not fit."""
    asked: Any = kind
    build = _reader(asked)
    return form if form is None or build is None else build(form)  # type: ignore[no-any-return]


@cache
def _writer(kind: type) -> How:
    """Give how values of a kind are written."""
    if dataclasses.is_dataclass(kind):
        return _noun_writer(tuple((field.name, field.name.rstrip("_")) for field in dataclasses.fields(kind)))
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, float):
        return lambda value: round(value, 4)
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    if issubclass(kind, (tuple, list)):
        return lambda value: [to_json(item) for item in value]
    if issubclass(kind, dict):
        return lambda value: {key: to_json(item) for key, item in value.items()}
    return lambda value: value


def _noun_writer(parts: tuple[tuple[str, str], ...]) -> How:
    def write(value: Any) -> dict[str, Any]:
        form = {}
        for name, key in parts:
            held = getattr(value, name)
            kind: Any = type(held)
            form[key] = held if kind in _AS_THEY_ARE else _writer(kind)(held)
        return form

    return write


@cache
def _reader(kind: Any) -> How | None:
    """Give how forms of a kind are read; None where a form is the value itself."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _noun_reader(kind)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _reader(next(arg for arg in get_args(kind) if arg is not types.NoneType))
    if origin is tuple:
        return _tuple_reader(_reader(get_args(kind)[0]))
    if kind in (date, datetime):
        return kind.fromisoformat  # type: ignore[no-any-return]
    return kind if isinstance(kind, type) and issubclass(kind, (Enum, float)) else None


def _tuple_reader(build: How | None) -> How:
    if build is None:
        return tuple
    return lambda form: tuple([None if item is None else build(item) for item in form])


def _noun_reader(kind: type) -> How:
    parts: tuple[tuple[str, str, How | None], ...] = ()

    def read(form: Any) -> Any:
        nonlocal parts
        if not parts:  # only now: a noun may hold its own kind
            parts = tuple((name, name.rstrip("_"), _reader(hint)) for name, hint in get_type_hints(kind).items())
        given = {}
        for name, key, build in parts:
            if key in form:
                held = form[key]
                given[name] = held if held is None or build is None else build(held)
        return kind(**given)

    return read
