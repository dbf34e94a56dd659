"""The JSON form of every noun, and back: field names as they are, less a trailing underscore (`from_` -> "from")."""

import dataclasses
import types
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_json(value: Any) -> Any:
    """Turn a noun (or tuple, date, enum ...) into what `json.dumps` takes; dates as ISO 8601, floats to 4 digits."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name.rstrip("_"): to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {key: to_json(item) for key, item in value.items()}
    return value


def from_json(kind: type[T], form: Any) -> T:
    """Build a noun of `kind` from its JSON form; raises KeyError or ValueError when the form does not fit."""
    return _build(kind, form)  # type: ignore[no-any-return]


def _build(kind: Any, form: Any) -> Any:
    if form is None:
        return None
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _build(hint, form[key]) for name, (key, hint) in hints.items() if key in form})
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _build(next(arg for arg in get_args(kind) if arg is not types.NoneType), form)
    if origin is tuple:
        return tuple(_build(get_args(kind)[0], item) for item in form)
    return _plain(kind, form)


def _plain(kind: Any, form: Any) -> Any:
    if kind in (date, datetime):
        return kind.fromisoformat(form)
    return kind(form) if isinstance(kind, type) and issubclass(kind, (Enum, float)) else form


@cache
def _hints(kind: type) -> dict[str, tuple[str, Any]]:
    return {name: (name.rstrip("_"), hint) for name, hint in get_type_hints(kind).items()}
