"""The acts of a case as known on a day, and the days of which its reports can tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from vedette.forecasting.acts import Acts, acts_of_table
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    from vedette.store.case import Case

SILENCE = 14  # days without a report after which silence is no sign of peace, or five usual gaps if that is longer


def acts_of_case(case: Case, as_of: date | None = None, *, attack: Sequence[str] = ()) -> Acts:
    """Give what a case holds to have happened, as known at the end of a day (default: that of its last report).

    Days in long gaps between reports are unknown, not quiet; where the last report is long past, the record ends with
    it, and that is noted. Raises UsageError or CaseError for a case without dated reports or acts.
    """
    from vedette.measuring.table import event_table

    published = sorted({one.day for one in case.reports() if one.day and (as_of is None or one.day <= as_of)})
    if not published:
        until = f" until {as_of}" if as_of else ""
        raise UsageError(
            f"{case.name}: holds no report{until} whose day of publication is known; add some, or say it with "
            "--published"
        )
    limit = silence(published)
    stale = as_of is not None and (as_of - published[-1]).days > limit
    end = published[-1] if as_of is None or stale else as_of
    told = event_table(case, as_of=as_of or end, to=end)
    notes = [f"taken as read: the record ends with its last report, of {end}"] if stale else []
    return acts_of_table(told, attack=attack, blank=silent(published, limit), notes=notes)


def silence(published: Sequence[date]) -> float:
    """Give the days without a report from which on nothing is known."""
    gaps = [(later - earlier).days for earlier, later in pairwise(published)]
    return max(SILENCE, 5 * median(gaps)) if gaps else SILENCE


def silent(published: Sequence[date], limit: float) -> frozenset[int]:
    """Give the days (ordinals) in gaps between reports that are longer than `limit`."""
    long = [(one, (later - one).days) for one, later in pairwise(published) if (later - one).days > limit]
    return frozenset((one + timedelta(days=step)).toordinal() for one, gap in long for step in range(1, gap))
