"""One reason, with its weight."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feature:
    """A reason for (weight > 0) or against (weight < 0) two claims being about one happening, in words.

    `bars` says that it settles the matter: the two are never joined.
    """

    name: str
    weight: float
    words: str
    bars: bool = False
