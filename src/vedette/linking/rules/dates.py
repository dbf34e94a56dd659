"""The days of an incident."""

from collections.abc import Iterable, Sequence
from datetime import date

from vedette.linking.rules.said import Said, votes, winner
from vedette.model import UNDATED, When, precision_of

_LOOSE = 9  # days: an interval longer than this gives way to a shorter one that disagrees


def days(said: Sequence[Said]) -> When:
    """Give the interval in which it happened.

    The intervals of all dated claims are intersected. Where they disagree, those of more than nine days give way;
    of the rest the days that more than half of the voices name hold; without such a majority it is their union.
    """
    dated = [one for one in said if one.claim.when.known]
    if not dated:
        return UNDATED
    common = _common(one.claim.when for one in dated)
    if common is not None:
        return common
    short = [one for one in dated if _width(one.claim.when) <= _LOOSE] or dated
    return _common(one.claim.when for one in short) or _majority(short) or _union(one.claim.when for one in short)


def _width(when: When) -> int:
    return (when.to - when.from_).days + 1 if when.from_ and when.to else 10**6


def _common(whens: Iterable[When]) -> When | None:
    known = list(whens)
    from_ = max((when.from_ for when in known if when.from_), default=None)
    to = min((when.to for when in known if when.to), default=None)
    if from_ and to and from_ > to:
        return None
    return _when(from_, to, known, "all claims")


def _majority(said: Sequence[Said]) -> When | None:
    counted = votes(said, lambda claim: (claim.when.from_, claim.when.to))
    chosen = winner(counted)
    if chosen is None or counted[chosen][0] * 2 <= len({one.voice for one in said}):
        return None
    return _when(chosen[0], chosen[1], [one.claim.when for one in said], "most voices")


def _union(whens: Iterable[When]) -> When:
    known = list(whens)
    from_ = min(when.from_ or date.min for when in known)
    to = max(when.to or date.max for when in known)
    return _when(None if from_ == date.min else from_, None if to == date.max else to, known, "claims that disagree")


def _when(from_: date | None, to: date | None, known: Sequence[When], basis: str) -> When:
    if from_ and to:
        return When(from_=from_, to=to, precision=precision_of(from_, to), basis=basis)
    stated = [when.precision for when in known if when.precision is not None]
    return When(from_=from_, to=to, precision=max(stated, default=None), basis=basis)
