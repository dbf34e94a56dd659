"""Evidence from what kind of happening it is."""

from collections.abc import Iterator

from vedette.linking.facts import Facts
from vedette.linking.features.feature import Feature
from vedette.linking.kinds import modes_mix, verbal


def kind(one: Facts, two: Facts) -> Iterator[Feature]:
    """Compare type and mode; a run of happenings is never one of them."""
    left, right = one.claim, two.claim
    if left.aggregate != right.aggregate:
        yield Feature("aggregate", -9.0, "one tells a run of happenings, the other a single one", bars=True)
    if left.type == right.type:
        yield Feature("type", 1.0, f"both {left.type}")
    else:
        yield Feature("type", -1.5, f"{left.type} against {right.type}", bars=verbal(left.type) or verbal(right.type))
    told = not (one.reference or two.reference or one.thin or two.thin)
    if not told or not left.mode or not right.mode or "other" in (left.mode, right.mode):
        return
    if left.mode == right.mode:
        yield Feature("mode", 0.5, f"both {left.mode}")
    elif modes_mix(left.mode, right.mode):
        yield Feature("mode", -0.3, f"{left.mode} against {right.mode}, which reports mix up")
    else:
        yield Feature("mode", -1.1, f"{left.mode} against {right.mode}")
