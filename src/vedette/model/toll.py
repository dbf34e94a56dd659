"""How many people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """How many people, as far as one phrase of a text says: low <= best <= high.

    `high` None is open upwards ("at least 12"). `text`, `start`, `end` quote the phrase; `of` says who they were.
    """

    low: int
    best: int
    high: int | None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    of: str | None = None

    def fits(self, other: "Toll") -> bool:
        """Say whether the two ranges share a number."""
        return (other.high is None or self.low <= other.high) and (self.high is None or other.low <= self.high)

    def __add__(self, other: "Toll") -> "Toll":
        """Sum of tolls of different people (never of two claims about the same people)."""
        high = None if self.high is None or other.high is None else self.high + other.high
        return Toll(
            low=self.low + other.low,
            best=self.best + other.best,
            high=high,
            text=self.text,
            start=self.start,
            end=self.end,
            of=self.of,
        )
