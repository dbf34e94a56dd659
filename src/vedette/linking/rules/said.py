"""A claim with the voice that makes it."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from vedette.model import Claim

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A claim and its voice: claims of one voice (an agency, an outlet, copies of one text) count once.

    `tells` is False for one that only mentions the happening: what coding carried over to it is no evidence.
    """

    claim: Claim
    voice: str
    tells: bool = True

    @property
    def published(self) -> date:
        """Give the day of the report, the first day there is when unknown (the oldest gives way)."""
        return self.claim.published or date.min


def votes(said: Iterable[Said], choice: Callable[[Claim], K | None]) -> dict[K, tuple[int, float]]:
    """Count for each choice the voices behind it and their summed probability; choices of None do not vote."""
    behind: dict[K, dict[str, float]] = defaultdict(dict)
    for one in said:
        chosen = choice(one.claim)
        if chosen is not None:
            behind[chosen][one.voice] = max(one.claim.probability, behind[chosen].get(one.voice, 0.0))
    return {chosen: (len(voices), sum(voices[v] for v in sorted(voices))) for chosen, voices in behind.items()}


def winner(counted: dict[K, tuple[int, float]]) -> K | None:
    """Give the choice with most voices, then most probability, then the first in order."""
    return min(counted, key=lambda one: (-counted[one][0], -round(counted[one][1], 6), repr(one)), default=None)
