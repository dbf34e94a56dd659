"""A crosswalk: what another codebook calls the things that ours codes, as a table that people can mend."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from vedette.codebook.book import Codebook, codebook
from vedette.model.errors import RegistryError

CODES = ("type", "mode", "status")
NOT = "no_"  # before the name of a field: none of these words is there


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: `label` is given where each of `codes` is among its values, each of `words` found, none of `without`."""

    label: str
    codes: tuple[tuple[str, frozenset[str]], ...]
    words: tuple[tuple[str, re.Pattern[str]], ...]
    without: tuple[tuple[str, re.Pattern[str]], ...] = ()

    def fits(self, facts: Mapping[str, str]) -> bool:
        """Say whether all conditions of the row hold; a fact that is not given is the empty text."""
        return (
            all(facts.get(name, "") in values for name, values in self.codes)
            and all(pattern.search(facts.get(name, "")) for name, pattern in self.words)
            and not any(pattern.search(facts.get(name, "")) for name, pattern in self.without)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """The labels of another codebook and the rows that lead to them, the first that fits wins."""

    labels: tuple[str, ...]
    rows: tuple[Row, ...]

    def rank(self, facts: Mapping[str, str]) -> int | None:
        """Give the number of the first row that fits, or None."""
        return next((number for number, row in enumerate(self.rows) if row.fits(facts)), None)

    def label(self, facts: Mapping[str, str]) -> str | None:
        """Give the label of the first row that fits, or None."""
        number = self.rank(facts)
        return None if number is None else self.rows[number].label


@cache
def crosswalk(name: str) -> Crosswalk:
    """Load a crosswalk that the package ships ("acled", "plv"); RegistryError names the row that is wrong."""
    return parse_crosswalk(files("vedette.codebook").joinpath(f"{name}.toml").read_text("utf-8"), f"{name}.toml")


def parse_crosswalk(text: str, name: str) -> Crosswalk:
    """Read a crosswalk from TOML; RegistryError names `name`, the row and the reason."""
    try:
        form = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RegistryError(f"{name}: not readable as TOML: {error}") from error
    labels = tuple(form.get("labels", ()))
    fields = frozenset(form.get("fields", ()))
    shorts = {f"{{{key}}}": value for key, value in form.get("words", {}).items()}
    rows = (_row(row, labels, fields, shorts, f"{name}: row {n}") for n, row in enumerate(form.get("row", ()), 1))
    return Crosswalk(labels=labels, rows=tuple(rows))


def _row(form: dict[str, Any], labels: tuple[str, ...], fields: frozenset[str], shorts: Any, where: str) -> Row:
    if form.get("label") not in labels:
        raise RegistryError(f"{where}: label {form.get('label')!r} is not among `labels`; add it there or mend the row")
    if unknown := {name.removeprefix(NOT) for name in form} - fields - {"label", *CODES}:
        raise RegistryError(f"{where}: unknown condition {sorted(unknown)[0]!r}; known are {sorted(fields)}")
    codes = tuple((name, _values(name, form[name], form, where)) for name in CODES if name in form)
    words, without = (
        tuple(
            (name, _pattern(form[lead + name], shorts, f"{where}: {name}"))
            for name in sorted(fields)
            if lead + name in form
        )
        for lead in ("", NOT)
    )
    return Row(label=form["label"], codes=codes, words=words, without=without)


def _values(name: str, value: Any, form: dict[str, Any], where: str) -> frozenset[str]:
    values = frozenset([value] if isinstance(value, str) else value)
    if unknown := values - _known(name, form, codebook()):
        raise RegistryError(f"{where}: {name} {sorted(unknown)[0]!r} is not in the codebook")
    return values


def _known(name: str, form: dict[str, Any], book: Codebook) -> set[str]:
    if name == "status":
        return set(book.statuses)
    if name == "type":
        return set(book.types)
    types = [form["type"]] if isinstance(form.get("type"), str) else form.get("type", ())
    return {mode for type_ in types if type_ in book.types for mode in book.types[type_].modes}


def _pattern(words: list[str], shorts: dict[str, str], where: str) -> re.Pattern[str]:
    text = "|".join(words)
    for short, meaning in shorts.items():
        text = text.replace(short, meaning)
    try:
        return re.compile(rf"\b(?:{text})\b", re.I)
    except re.error as error:
        raise RegistryError(f"{where}: not a regular expression: {error}") from error
