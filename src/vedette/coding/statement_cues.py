"""The words that make an act in words: the rows of statements.toml."""

import re
from dataclasses import dataclass
from functools import cache

from vedette.coding.cues import any_of, table
from vedette.phrases.needed import Sought

FILE = "statements.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A row of the cue file: trigger words with their act, what must follow, and where the one addressed stands."""

    type: str
    words: Sought
    mode: str | None = None
    status: str = "actual"
    then: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    object: str | None = None
    teller: bool = False
    person: bool = False


@cache
def cues() -> tuple[Cue, ...]:
    """Read the rows of the cue file."""
    return tuple(
        Cue(
            type=row["type"],
            words=any_of(row["words"]),
            mode=row.get("mode"),
            status=row.get("status", "actual"),
            then=re.compile(r"\s*" + row["then"], re.I) if "then" in row else None,
            before=re.compile(row["before"], re.I) if "before" in row else None,
            object=row.get("object"),
            teller=row.get("teller", False),
            person=row.get("person", False),
        )
        for row in table(FILE)["cue"]
    )
