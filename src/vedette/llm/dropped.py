"""What an answer held that does not stand in the text or the codebook: counted, by what and why."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Dropped:
    """Claims and fields left out, counted by the reason."""

    claims: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Dropped") -> None:
        """Count another's too."""
        self.claims += other.claims
        self.fields += other.fields

    def line(self) -> str:
        """Say it all in one line."""
        told = [_told(kind, why) for kind, why in (("claim", self.claims), ("field", self.fields)) if why]
        return f"dropped {' and '.join(told)}" if told else "dropped nothing"


def _told(kind: str, why: Counter[str]) -> str:
    number = why.total()
    reasons = ", ".join(
        f"{times:,} {reason}" for reason, times in sorted(why.items(), key=lambda one: (-one[1], one[0]))
    )
    return f"{number:,} {kind}{'s' * (number != 1)} ({reasons})"
