"""Which column of a file of events holds what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from vedette.measuring.intensity import rows_of
from vedette.model.errors import RegistryError, UsageError

if TYPE_CHECKING:
    import polars as pl

FIELDS = frozenset(
    "id from to precision acled_precision actor target type subtype cameo intensity killed_low killed_best killed_high "
    "mode status country adm1 place text aggregate background because_of".split()
)
REQUIRED = ("from", "actor")
_KILLED = ("killed_low", "killed_high")


def columns_of(frame: pl.DataFrame, given: Mapping[str, str]) -> dict[str, str]:
    """Give the column of each field that a file has: as `given` (field -> column), else by event_columns.tsv.

    Raises UsageError for a field or column that is none, and where no column tells who acted when.
    """
    for name, column in given.items():
        if name not in FIELDS:
            raise UsageError(f"--columns {name}={column}: no such field; there are {', '.join(sorted(FIELDS))}")
        if column not in frame.columns:
            raise UsageError(f"--columns {name}={column}: no such column; there are {', '.join(frame.columns[:30])}")
    plain = {re.sub(r"[^a-z0-9]", "", column.casefold()): column for column in reversed(frame.columns)}
    found = dict(given)
    for name, spelt in names():
        if name not in found and spelt in plain and plain[spelt] not in found.values():
            found[name] = plain[spelt]
    for name in REQUIRED:
        if name not in found:
            raise UsageError(
                f"no column tells {'when an act was' if name == 'from' else 'who acted'}; there are "
                f"{', '.join(frame.columns[:30])}: name yours with --columns {name}=NAME"
            )
    if "killed_best" not in found:
        return {name: column for name, column in found.items() if name not in _KILLED}
    return found


@cache
def names() -> tuple[tuple[str, str], ...]:
    """Give field and column name of each row of event_columns.tsv; RegistryError for a field that is none."""
    made = tuple((row["field"], row["name"]) for row in rows_of("event_columns.tsv"))
    for name, spelt in made:
        if name not in FIELDS or not re.fullmatch(r"[a-z0-9]+", spelt):
            raise RegistryError(
                f"event_columns.tsv: {name} {spelt}: no such field, or a name with spaces or signs; mend that row"
            )
    return made
