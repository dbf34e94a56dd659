"""Anchor events: well-known dated events by which an undated text can be dated."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from vedette.model import RegistryError
from vedette.phrases.needed import Sought, sought

ANCHORS = Path(__file__).with_name("anchors.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A known event that began on `date`. `words` mean it; `alone` says that they do without its day beside them."""

    id: str
    name: str
    date: date
    words: Sought
    alone: bool = False

    def named_in(self, sentence: str) -> re.Match[str] | None:
        """Give where the sentence names this event, if it does."""
        return self.words.search(_lowered(sentence))


@lru_cache(maxsize=4)
def load_anchors(path: Path = ANCHORS) -> tuple[Anchor, ...]:
    """Read the anchor events, in order of time; raises RegistryError with the row that is wrong."""
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("event", [])
    return tuple(sorted((_anchor(row, path) for row in rows), key=lambda anchor: anchor.date))


def anchors_in(text: str) -> Iterator[Anchor]:
    """Give the known events that a text names."""
    lowered = _lowered(text)
    return (anchor for anchor in load_anchors() if anchor.words.search(lowered))


def _lowered(text: str) -> str:
    """Write a text in small letters and as long as it was: "İ" alone would become two characters."""
    return text.replace("İ", "I").lower()


def _anchor(row: dict[str, Any], path: Path) -> Anchor:
    where = f"{path.name}, event {row.get('id', '?')!r}"
    try:
        words = sought("|".join(f"(?:{word})" for word in row["words"]))  # small letters: faster than IGNORECASE
        return Anchor(
            id=row["id"],
            name=row["name"],
            date=row["date"],
            words=words,
            alone=row.get("alone", False),
        )
    except KeyError as error:
        raise RegistryError(f"{where}: no {error.args[0]}; add it") from error
    except re.error as error:
        raise RegistryError(f"{where}: {error} in its words; mend the expression") from error
