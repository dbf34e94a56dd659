"""Parquet with the flat columns, typed."""

import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from vedette.formats.columns import columns_of, flat

if TYPE_CHECKING:
    import polars


def frame(forms: Iterable[Mapping[str, Any]], record: str) -> "polars.DataFrame":
    """Lay records out as a Polars frame: dates as Date, lists as List(String)."""
    import polars

    types: dict[str, Any] = {
        "text": polars.String,
        "int": polars.Int64,
        "float": polars.Float64,
        "date": polars.Date,
        "flag": polars.Boolean,
        "list": polars.List(polars.String),
    }
    kinds = {column.column: column.kind for column in columns_of(record)}
    rows = [{key: _typed(value, kinds[key]) for key, value in flat(form, record).items()} for form in forms]
    return polars.DataFrame(rows, schema={key: types[kind] for key, kind in kinds.items()})


def bytes_of(forms: Iterable[Mapping[str, Any]], record: str) -> bytes:
    """Write records as one Parquet file."""
    buffer = io.BytesIO()
    frame(forms, record).write_parquet(buffer)
    return buffer.getvalue()


def _typed(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind == "date":
        return date.fromisoformat(value)
    return float(value) if kind == "float" else value
