"""Evidence from the wording of the two sentences."""

from collections.abc import Iterator

from vedette.linking.facts import Facts
from vedette.linking.features.feature import Feature

_CHANCE = 0.12  # likeness that sentences of one crisis have by chance


def wording(one: Facts, two: Facts) -> Iterator[Feature]:
    """Compare the sentences word by word, rare words weighing more; adds weapons named by both."""
    alike = likeness(one, two)
    yield Feature("wording", round(2.8 * (min(alike, 0.8) - _CHANCE), 4), f"wording {alike:.0%} alike")
    shared = one.weapons & two.weapons
    if shared:
        yield Feature("weapon", 0.3, f"both name {', '.join(sorted(shared))}")


def likeness(one: Facts, two: Facts) -> float:
    """Give the cosine of the two sentences' weighted words, 0..1."""
    small, large = sorted((one.words, two.words), key=len)
    return sum(value * large[word] for word, value in small.items() if word in large)
