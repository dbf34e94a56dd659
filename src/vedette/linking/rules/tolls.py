"""The toll of an incident: low, best and high, and which claims carry them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_high

from vedette.linking.rules.said import Said
from vedette.model import Claim, Toll, TollRange


@dataclass(frozen=True, slots=True)
class _Voice:
    """What one voice says last: its figures, the day, and the claims that carry them."""

    day: date
    low: int
    best: int
    high: int | None
    claims: tuple[str, ...]


def toll(said: Sequence[Said], field: Callable[[Claim], Toll | None]) -> TollRange | None:
    """Give low, best and high.

    1. Of each voice only its newest report speaks; the older figures of that voice are superseded.
    2. An open figure ("at least 3") that every later voice exceeds is superseded too: it was early, not another view.
    3. low is the least and high the greatest of the figures still standing; high is open when one of them is and no
       closed figure reaches it.
    4. best is the newest figure while figures only rise with time, otherwise the median of the voices (the upper of
       the two middle ones).

    `claims` names every claim with a figure, superseded ones as well: none is hidden.
    """
    counted = [one for one in said if field(one.claim) is not None]
    if not counted:
        return None
    live = _not_outgrown([_newest(voice, field) for _, voice in sorted(_by_voice(counted).items())])
    closed = max((one.high for one in live if one.high is not None), default=None)
    open_ = max((one.best for one in live if one.high is None), default=None)
    high = closed if open_ is None or (closed is not None and closed > open_) else None
    claims = tuple(sorted(one.claim.claim_id for one in counted))
    return TollRange(low=min(one.low for one in live), best=_best(live), high=high, claims=claims)


def _by_voice(said: Sequence[Said]) -> dict[str, list[Said]]:
    voices: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        voices[one.voice].append(one)
    return voices


def _newest(said: list[Said], field: Callable[[Claim], Toll | None]) -> _Voice:
    """Give what a voice's newest day says; of several figures of that day the surest is its best."""
    day = max(one.published for one in said)
    last = sorted((one for one in said if one.published == day),
                  key=lambda one: (one.claim.background, one.claim.status != "actual", -_best_of(one, field),
                                   one.claim.claim_id))
    figures = [figure for one in last if (figure := field(one.claim))]
    open_ = any(figure.high is None for figure in figures)
    return _Voice(day, min(figure.low for figure in figures), figures[0].best,
                  None if open_ else max(figure.high or 0 for figure in figures),
                  tuple(one.claim.claim_id for one in last))


def _best_of(one: Said, field: Callable[[Claim], Toll | None]) -> int:
    figure = field(one.claim)
    return figure.best if figure else 0


def _not_outgrown(voices: list[_Voice]) -> list[_Voice]:
    return [one for one in voices if not _outgrown(one, [other for other in voices if other.day > one.day])]


def _outgrown(one: _Voice, later: list[_Voice]) -> bool:
    return one.high is None and bool(later) and all(other.best > one.best for other in later)


def _best(live: Sequence[_Voice]) -> int:
    ordered = sorted(live, key=lambda one: (one.day, one.best))
    bests = [one.best for one in ordered]
    if ordered[0].day < ordered[-1].day and bests == sorted(bests):
        newest = [one.best for one in ordered if one.day == ordered[-1].day]
        return median_high(newest)
    return median_high(bests)
