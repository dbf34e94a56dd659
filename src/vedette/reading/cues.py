"""The cue words of furniture, loaded from furniture.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A row of furniture.toml."""

    reason: str
    pattern: re.Pattern[str]
    weight: float = 1.0
    kind: str = "line"
    caption: bool = False
    once: bool = False
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All rows of furniture.toml."""

    news: re.Pattern[str]
    lines: tuple[Rule, ...]
    within: tuple[Rule, ...]
    headings: tuple[Rule, ...]
    outlet: tuple[re.Pattern[str], ...]
    media: re.Pattern[str]
    author: re.Pattern[str]


@cache
def rules() -> Rules:
    """Load the rules, once."""
    data = tomllib.loads(files("vedette.reading").joinpath("furniture.toml").read_text(encoding="utf-8"))
    return Rules(
        news=_compiled(data["news"]),
        author=_compiled(data["about"]["author"]),
        media=_compiled(data["about"]["media"]),
        outlet=tuple(_compiled(row) for row in data["about"]["outlet"]),
        lines=tuple(_rule(row) for row in data["line"]),
        within=tuple(_rule(row) for row in data["within"]),
        headings=tuple(_rule(row) for row in data["heading"]),
    )


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(
        reason=row["reason"],
        pattern=_compiled(row["pattern"]),
        weight=row.get("weight", 1.0),
        kind=row.get("kind", "line"),
        caption=row.get("caption", False),
        once=row.get("once", False),
        where=row.get("where", ""),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)
