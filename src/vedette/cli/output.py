"""Records out: as JSON, JSON lines, CSV, GeoJSON or Parquet, to standard output or a file."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from vedette.cli.written import whole
from vedette.model.errors import UsageError

Forms = Iterable[Mapping[str, Any]]


def write(forms: Forms, record: str, *, format: str, file: Path | None = None) -> None:
    """Write the JSON forms of records of one kind ("claim", "incident" ...) in a format, as they come."""
    if format == "parquet":
        return _write_bytes(forms, record, file)
    texts = _texts(forms, record, format, spreadsheet=file is not None)
    if file is None:
        return _stream(texts)
    with whole(file) as path, path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as sink:
        sink.writelines(texts)
    return None


def _texts(forms: Forms, record: str, format: str, *, spreadsheet: bool) -> Iterator[str]:
    from vedette.formats import csv, geojson, jsonl

    if format == "csv":
        return csv.rows(forms, record, spreadsheet=spreadsheet)
    if format == "geojson":
        return geojson.collection(forms)
    return jsonl.document(forms) if format == "json" else jsonl.lines(forms)


def _stream(texts: Iterable[str]) -> None:
    for text in texts:
        sys.stdout.write(text)
        sys.stdout.flush()


def _write_bytes(forms: Forms, record: str, file: Path | None) -> None:
    from vedette.formats import parquet

    if file is None and sys.stdout.isatty():
        raise UsageError("parquet is binary and would garble the terminal; add --output FILE")
    content = parquet.bytes_of(forms, record)
    if file is None:
        sys.stdout.buffer.write(content)
    else:
        with whole(file) as path:
            path.write_bytes(content)
