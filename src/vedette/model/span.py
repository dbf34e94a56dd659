"""A stretch of a text and where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A quote: `text` stands at code points `start` (included) to `end` (excluded) of its source."""

    text: str
    start: int
    end: int

    def shift(self, offset: int) -> "Span":
        """Give the same quote counted from `offset` code points further left (sentence -> body)."""
        return Span(text=self.text, start=self.start + offset, end=self.end + offset)

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Say whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def stands_in(self, source: str) -> bool:
        """Say whether the quote is found in `source` at its offsets."""
        return 0 <= self.start < self.end and source[self.start : self.end] == self.text


def cut(source: str, start: int, end: int) -> Span:
    """Quote `source` from `start` to `end` (code points)."""
    return Span(text=source[start:end], start=start, end=end)
