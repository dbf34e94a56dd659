"""The toll of an incident: low, best and high, and which claims carry them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_high

from vedette.linking.rules.said import Said
from vedette.model import Claim, Toll, TollRange

Field = Callable[[Claim], Toll | None]


@dataclass(frozen=True, slots=True)
class _Voice:
    """What one voice says last: the day, and the figures of that day, each once."""

    day: date
    figures: tuple[Toll, ...]
    bests: tuple[int, ...]

    @property
    def best(self) -> int:
        """Give the figure that the voice gives most often, the highest of several."""
        return _commonest(self.bests)


def toll(said: Sequence[Said], field: Field) -> TollRange | None:
    """Give low, best and high.

    1. Of each voice only its newest day speaks; its older figures are superseded.
    2. An open figure ("at least 3") that every later voice exceeds is superseded too: it was early, not another view.
    3. low is the least and high the greatest of the figures still standing; high is open when one of them is and no
       closed figure lies above it.
    4. best is the newest day's figure where figures only rise with time or somebody else gives it too; otherwise the
       figure that most voices give, or where they all differ their median (the upper of the two middle ones).

    `claims` names every claim with a figure, superseded ones as well: none is hidden.
    """
    counted = [one for one in said if field(one.claim) is not None]
    if not counted:
        return None
    live = _not_outgrown([_newest(voice, field) for _, voice in sorted(_by_voice(counted).items())])
    figures = [figure for voice in live for figure in voice.figures]
    return TollRange(
        low=min(figure.low for figure in figures),
        best=_best(live),
        high=_high(figures),
        claims=tuple(sorted(one.claim.claim_id for one in counted)),
    )


def _high(figures: Sequence[Toll]) -> int | None:
    closed = max((figure.high for figure in figures if figure.high is not None), default=None)
    open_ = max((figure.best for figure in figures if figure.high is None), default=None)
    return closed if open_ is None or (closed is not None and closed > open_) else None


def _by_voice(said: Sequence[Said]) -> dict[str, list[Said]]:
    voices: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        voices[one.voice].append(one)
    return voices


def _newest(said: list[Said], field: Field) -> _Voice:
    """Give what a voice's newest day says; what it tells as history, or holds at a distance, gives way to the rest."""
    day = max(one.published for one in said)
    last = [one for one in said if one.published == day]
    plain = [one for one in last if not one.claim.background and one.claim.status != "claimed"] or last
    return _Voice(day, _figures(last, field), tuple(figure.best for figure in _figures(plain, field)))


def _figures(said: Sequence[Said], field: Field) -> tuple[Toll, ...]:
    ordered = sorted(said, key=lambda one: one.claim.claim_id)
    return tuple(figure for one in ordered if (figure := field(one.claim)))


def _not_outgrown(voices: list[_Voice]) -> list[_Voice]:
    return [one for one in voices if not _outgrown(one, [other for other in voices if other.day > one.day])]


def _outgrown(one: _Voice, later: list[_Voice]) -> bool:
    return (
        all(figure.high is None for figure in one.figures)
        and bool(later)
        and all(other.best > max(one.bests) for other in later)
    )


def _best(live: Sequence[_Voice]) -> int:
    ordered = sorted(live, key=lambda one: (one.day, one.best))
    bests, first, last = [one.best for one in ordered], ordered[0].day, ordered[-1].day
    newest = _commonest([one.best for one in ordered if one.day == last])
    others = {best for one in ordered if one.day != last for best in one.bests}
    if first < last and (bests == sorted(bests) or newest in others):
        return newest
    return _commonest([best for one in ordered for best in dict.fromkeys(one.bests)]) if len(live) > 1 else bests[0]


def _commonest(bests: Sequence[int]) -> int:
    """Give the figure that stands most often; where none does, the upper median (of two: the higher)."""
    counted = Counter(bests)
    most = max(counted.values())
    return median_high(sorted(best for best, count in counted.items() if count == most))
