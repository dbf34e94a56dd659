"""The flat columns of every record, as `columns.tsv` lists them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from vedette.formats.path import walk
from vedette.model.errors import RegistryError

RECORDS = (
    *("claim", "incident", "reaction", "tally", "outlook", "affiliation", "actor", "source"),
    *("coverage", "decision", "step", "agreement"),
)
KINDS = frozenset({"text", "int", "float", "date", "flag", "list"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a flat file: its name, the kind of its values, where they stand in the JSON form, what it means."""

    record: str
    column: str
    kind: str
    path: str
    about: str

    def value(self, form: Mapping[str, Any]) -> Any:
        """Take the column's value out of a record's JSON form: a scalar or None, or a list if the kind is "list"."""
        found = walk(form, self.path)
        if self.kind == "list":
            return [str(item) for item in found]
        return found[0] if found else None


@cache
def columns_of(record: str) -> tuple[Column, ...]:
    """Give the columns of a kind of record ("claim", "incident" ...), in the order of the file."""
    return tuple(column for column in _table() if column.record == record)


def flat(form: Mapping[str, Any], record: str) -> dict[str, Any]:
    """Lay a record's JSON form out flat: column name -> scalar, None or list of texts."""
    return {column.column: column.value(form) for column in columns_of(record)}


def parse(text: str, name: str) -> tuple[Column, ...]:
    """Read columns from TSV; RegistryError names `name`, the line and the reason."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    columns = tuple(_column(row, name) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    doubles = {
        (c.record, c.column) for c in columns if sum(d.record == c.record and d.column == c.column for d in columns) > 1
    }
    if doubles:
        raise RegistryError(f"{name}: {sorted(doubles)[0]} stands twice; keep one of the rows")
    return columns


def _column(row: dict[str, str], name: str) -> Column:
    where = f"{name}: {row.get('record')} {row.get('column')}"
    if any(value is None for value in row.values()) or None in row:
        raise RegistryError(f"{where}: a row has five cells with tabs between; mend that row")
    if row["record"] not in RECORDS or row["kind"] not in KINDS:
        raise RegistryError(f"{where}: record or kind {row['kind']!r} is unknown; the head of the file lists them")
    return Column(**row)


@cache
def _table() -> tuple[Column, ...]:
    return parse(files("vedette.formats").joinpath("columns.tsv").read_text("utf-8"), "columns.tsv")
