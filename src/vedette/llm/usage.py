"""What a model took: requests, tokens, time, money."""

from dataclasses import dataclass
from typing import Any

from vedette.llm.settings import Settings

_MILLION = 1_000_000


@dataclass(slots=True)
class Usage:
    """Sums over all answers so far; `untold` counts answers whose service did not say their tokens."""

    answers: int = 0
    read: int = 0
    written: int = 0
    untold: int = 0
    seconds: float = 0.0

    def count(self, form: Any) -> None:
        """Add the `usage` of a chat completion."""
        self.answers += 1
        read, written = (_tokens(form, key) for key in ("prompt_tokens", "completion_tokens"))
        if read is None or written is None:
            self.untold += 1
        else:
            self.read, self.written = self.read + read, self.written + written

    def cost(self, settings: Settings) -> float | None:
        """Give the cost in the currency of the prices, None where there are none."""
        if settings.price_in is None or settings.price_out is None:
            return None
        return (self.read * settings.price_in + self.written * settings.price_out) / _MILLION

    def line(self, settings: Settings) -> str:
        """Say it all in one line."""
        cost = self.cost(settings)
        parts = [
            f"{self.answers:,} answer{'s' * (self.answers != 1)}",
            f"{self.read:,} tokens read",
            f"{self.written:,} written" + (f" (of {self.untold:,} answers not told)" if self.untold else ""),
            "cost unknown (no prices set)" if cost is None else f"cost {cost:.4f}",
            f"{self.seconds:.1f} s",
        ]
        return f"{settings.model}: {', '.join(parts)}"


def _tokens(form: Any, key: str) -> int | None:
    number = form.get(key) if isinstance(form, dict) else None
    return number if isinstance(number, int) and number >= 0 else None
