"""A part of the test items, for a quick look."""

from collections.abc import Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
LIMIT: dict[str, dict[str, Any]] = {"--limit": {"type": int, "help": "use about N items, spread over the file"}}


def spread(items: Sequence[Item], limit: int | None) -> list[Item]:
    """Give about `limit` of the items, evenly spread (all of them, without a limit)."""
    return list(items[:: max(1, len(items) // limit) if limit else 1])
