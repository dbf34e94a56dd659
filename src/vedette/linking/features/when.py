"""Evidence from when it happened."""

from collections.abc import Iterator

from vedette.linking.facts import Facts
from vedette.linking.features.feature import Feature

_BARRED_AFTER = 2  # days between two exact dates
_LONG = 9  # days: an interval longer than this says little


def when(one: Facts, two: Facts) -> Iterator[Feature]:
    """Compare the days: a shift of one day is what time zones and night hours make, two are another day."""
    gap = _gap(one, two)
    if gap is None:
        return
    if gap == 0:
        yield _overlap(one, two)
    elif gap < _BARRED_AFTER:
        yield _next_day(one, two)
    elif one.exact_day and two.exact_day:
        yield Feature("days", -9.0, f"{gap} days apart", bars=True)
    else:
        both = one.dated and two.dated
        yield Feature("days", -5.0 if both else -2.0, f"at least {gap} days apart", bars=both and gap > 3)


def _overlap(one: Facts, two: Facts) -> Feature:
    if one.exact_day and two.exact_day:
        return Feature("days", 2.2, "same day")
    if not (one.dated and two.dated):
        return Feature("days", 0.6, "the day of one lies in the days before the other's publication")
    widest = max(_width(one), _width(two))
    return Feature("days", 1.2, "days overlap") if widest <= _LONG else Feature("days", 0.2, "long intervals overlap")


def _next_day(one: Facts, two: Facts) -> Feature:
    if one.around_midnight or two.around_midnight:
        return Feature("days", 0.8, "next day, told of the hours around midnight")
    if one.exact_day and two.exact_day:
        return Feature("days", -1.4, "next day")
    return Feature("days", -0.2, "next day, one date is loose")


def _width(one: Facts) -> int:
    return one.width if one.width is not None else 10_000


def _gap(one: Facts, two: Facts) -> int | None:
    """Give the days between the two windows; 0 when they overlap, None when both lack a bound to compare."""
    if (one.from_ is None and one.to is None) or (two.from_ is None and two.to is None):
        return None
    after = one.from_ - two.to if one.from_ is not None and two.to is not None else 0
    before = two.from_ - one.to if two.from_ is not None and one.to is not None else 0
    return max(after, before, 0)
