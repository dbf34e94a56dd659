"""How large one report may be."""

from vedette.model import SourceError

LARGEST_REPORT = 5_000_000


def too_large(source: str, size: int) -> SourceError:
    """Make the error for a report of `size` bytes."""
    limit = LARGEST_REPORT // 1_000_000
    return SourceError(
        source,
        f"is {size / 1_000_000:.1f} MB, more than the {limit} MB that one report may have: "
        "split it, or give many reports as .jsonl",
    )
