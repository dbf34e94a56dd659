"""Rows of registry files: read, checked, and named with file, line and reason where they are wrong."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from vedette.model import RegistryError
from vedette.registry.states import read_toml

Row = dict[str, Any]
TABLES = ("actor", "holder")
_HERE = Path(__file__).parent


def rows(path: Path, table: str) -> Iterator[Row]:
    """Give the rows of one table of a file (`actor = [ {...}, ... ]`); raises RegistryError."""
    form = read_toml(path)
    if not set(form) & set(TABLES) or set(form) - set(TABLES):
        raise RegistryError(f"{shown(path)}: needs a list `actor = [ {{...}}, ... ]` or `holder = [ {{...}}, ... ]`")
    listed = form.get(table, [])
    if not isinstance(listed, list) or not all(isinstance(row, dict) for row in listed):
        raise RegistryError(f"{shown(path)}: needs a list `{table} = [ {{...}}, ... ]`")
    yield from listed


def check(row: Row, path: Path, *, fields: Collection[str], needed: Collection[str], lists: Collection[str]) -> None:
    """Raise RegistryError where a row lacks a needed text, has an unknown field, or a list that holds no texts."""
    if missing := [name for name in needed if not isinstance(row.get(name), str) or not row[name].strip()]:
        raise RegistryError(f"{where(path, row)}: lacks {', '.join(missing)}")
    if unknown := sorted(set(row) - set(fields)):
        raise RegistryError(
            f"{where(path, row)}: has unknown {', '.join(unknown)}; known are {', '.join(sorted(fields))}"
        )
    for name in lists:
        listed = row.get(name, [])
        if not isinstance(listed, list) or not all(isinstance(item, str) and item.strip() for item in listed):
            raise RegistryError(f"{where(path, row)}: {name} must be a list of texts")


def day(form: Mapping[str, Any], name: str, row: Row, path: Path) -> date | None:
    """Give the day of a field, or None where it is left out."""
    value = form.get(name)
    if value is not None and not isinstance(value, date):
        raise RegistryError(f"{where(path, row)}: {name} must be a day, as 2022-10-27")
    return value


def days(form: Mapping[str, Any], row: Row, path: Path) -> tuple[date | None, date | None]:
    """Give the days `from` and `to` of a term; raises RegistryError where it ends before it begins."""
    start, end = day(form, "from", row, path), day(form, "to", row, path)
    if start and end and end < start:
        raise RegistryError(f"{where(path, row)}: ends on {end}, before it begins on {start}")
    return start, end


def where(path: Path, row: Row) -> str:
    """Give "file line N (label)" of a row, for an error line."""
    label = str(row.get("id") or row.get("person") or row.get("name") or "")
    lines = list(enumerate(path.read_text(encoding="utf-8").splitlines(), start=1))
    at = next((number for number, text in lines if label and f'"{label}"' in text and "{" in text), None)
    at = at or next((number for number, text in lines if label and label in text), 1)
    return f"{shown(path)} line {at} ({label or 'row without id'})"


def shown(path: Path) -> str:
    """Give the name of a file of ours, the whole path of anybody else's."""
    return path.relative_to(_HERE).as_posix() if path.is_relative_to(_HERE) else str(path)
