"""The type of what one marked party does to another, from the marks of the sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from training.corpus import Stretch
from vedette.model.mark import Mark, Role, Tagged
from vedette.model.span import Span

RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})  # either party may be named as the actor
GOVERNING = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST"})
OTHER_ROLE = 0.5  # what a party counts that plays another part than the pair gives it
AFFECTED = frozenset({Role.TARGET, Role.PLACE, Role.KILLED, Role.INJURED, Role.CAUSE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sentence in which a source and a target are marked, or only one of them."""

    id: str
    text: str
    source: Stretch | None
    target: Stretch | None


def joining(tagged: Tagged, pair: Pair) -> Mark | None:
    """Choose the mark that joins source and target best; None when the sentence has no mark."""
    order = {id(mark): place for place, mark in enumerate(tagged.marks)}
    return max(tagged.marks, key=lambda mark: (_fit(mark, pair), -order[id(mark)]), default=None)


def _fit(mark: Mark, pair: Pair) -> tuple[float, float, float]:
    actors, others = mark.of(Role.ACTOR), [span for role in AFFECTED for span in mark.of(role)]
    straight = _share(pair.source, actors) + _part(pair.target, others, actors)
    turned = _share(pair.source, others) + _share(pair.target, actors)
    joined = max(straight, turned * (1.0 if mark.type in RECIPROCAL else OTHER_ROLE))
    outside = not any(_within(mark.trigger, at) for at in (pair.source, pair.target) if at)
    return round(joined + 0.25 * outside, 2), -_distance(mark, pair), mark.probability


def _part(at: Stretch | None, wanted: Iterable[Span], other: Iterable[Span]) -> float:
    return max(_share(at, wanted), OTHER_ROLE * _share(at, other))


def _share(at: Stretch | None, spans: Iterable[Span]) -> float:
    """Give the best share of a party's or a phrase's characters that both have, whichever of the two is shorter."""
    if at is None:
        return 0.0
    return max((_common(at, span) / min(at[1] - at[0], span.end - span.start) for span in spans), default=0.0)


def _common(at: Stretch, span: Span) -> int:
    return max(0, min(at[1], span.end) - max(at[0], span.start))


def _within(span: Span, at: Stretch) -> bool:
    return at[0] <= span.start and span.end <= at[1]


def _distance(mark: Mark, pair: Pair) -> float:
    """Give how far the trigger stands from the source (or the target, where there is no source), in characters."""
    at = pair.source or pair.target or (0, len(pair.text))
    return max(0, mark.trigger.start - at[1], at[0] - mark.trigger.end)


def governed(mark: Mark, tagged: Tagged, pair: Pair) -> Mark:
    """Give the act in words by which the source announces a planned mark ("agreed to send"), or the mark itself."""
    if mark.status != "planned":
        return mark
    said = [
        one
        for one in tagged.marks
        if one.type in GOVERNING and one.status == "actual" and one.trigger.end <= mark.trigger.start
        if _share(pair.source, one.of(Role.ACTOR)) > 0
    ]
    return max(said, key=lambda one: one.trigger.start, default=mark)
