"""How much was read about each month and country: where no report speaks, silence is not peace."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Any

from vedette.model import Claim, Incident, Report

NONE, THIN, COVERED = LEVELS = ("none", "thin", "covered")
_MONTH = 30.4  # days
_SHARE = 0.25  # of the usual month: what has fewer reports is thinly covered


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What was read about a month: reports published in it, their outlets, the incidents known of it, and the most days
    in a row in which nothing was published. `level`: none (nor do later reports tell of an incident in it), thin (less
    than a quarter of what the months with reports have at the median, for as many days) or covered."""

    month: str
    reports: int = 0
    outlets: int = 0
    incidents: int = 0
    longest_gap: int = 0
    level: str = NONE

    def form(self, country: str | None = None) -> dict[str, Any]:
        """Give the month in JSON form."""
        return {
            "month": self.month,
            "country": country,
            "reports": self.reports,
            "outlets": self.outlets,
            "incidents": self.incidents,
            "longest_gap": self.longest_gap,
            "level": self.level,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read, laid out for questions about months: published days and outlets of the reports that speak of a
    country (None: of any), and the days of incidents."""

    published: Mapping[str | None, Sequence[tuple[date, str]]] = field(default_factory=dict)
    happened: Mapping[str | None, Sequence[date]] = field(default_factory=dict)

    def countries(self) -> list[str]:
        """Give the countries that reports speak of, those of most reports first."""
        known = {country: len(days) for country, days in self.published.items() if country}
        return sorted(known, key=lambda country: (-known[country], country))

    def span(self) -> tuple[date, date] | None:
        """Give the first and the last day on which a report was published; None without any."""
        days = [day for day, _ in self.published.get(None, ())]
        return (min(days), max(days)) if days else None

    def months(self, first: date, last: date, *, country: str | None = None) -> list[Month]:
        """Give the months from one day to another (both included) as they are covered."""
        days = self.published.get(country, ())
        usual = median(_per_month(days).values()) if days else 0.0
        return [self._month(start, end, days, country, usual) for start, end in months_between(first, last)]

    def rows(self, from_: date | None, to: date | None, *, countries: Sequence[str] = ()) -> list[dict[str, Any]]:
        """Give the months from one day to another, of the first and the last report unless given, in JSON form: of all
        reports, or of those that speak of each of these countries."""
        span = self.span()
        first, last = from_ or (span and span[0]), to or (span and span[1])
        if first is None or last is None:
            return []
        asked = tuple(countries) or (None,)
        return [month.form(country) for country in asked for month in self.months(first, last, country=country)]

    def _month(
        self, start: date, end: date, days: Sequence[tuple[date, str]], country: str | None, usual: float
    ) -> Month:
        within = [(day, outlet) for day, outlet in days if start <= day <= end]
        count, incidents = len(within), sum(start <= day <= end for day in self.happened.get(country, ()))
        least = _SHARE * usual * ((end - start).days + 1) / _MONTH
        level = COVERED if count and count >= least else THIN if count or incidents else NONE
        return Month(
            month=f"{start:%Y-%m}",
            reports=count,
            outlets=len({outlet for _, outlet in within}),
            incidents=incidents,
            longest_gap=longest_gap([day for day, _ in within], start, end),
            level=level,
        )


def reading(reports: Iterable[Report], claims: Iterable[Claim], incidents: Iterable[Incident]) -> Reading:
    """Lay out what was read; reports without a date speak of no month."""
    return reading_of(
        ((one.id, one.day, one.outlet or one.url) for one in reports),
        ((one.report_id, one.place.country) for one in claims),
        incidents,
    )


def reading_of(
    reports: Iterable[tuple[str, date | None, str]],
    countries: Iterable[tuple[str, str | None]],
    incidents: Iterable[Incident],
) -> Reading:
    """Lay out the same from rows: id, day and outlet of each report, and each country that one of its claims names."""
    spoken: dict[str, set[str]] = defaultdict(set)
    for report_id, named in countries:
        if named:
            spoken[report_id].add(named)
    published: dict[str | None, list[tuple[date, str]]] = defaultdict(list)
    for report_id, day_of_report, outlet in reports:
        if day_of_report is not None:
            for country in (None, *sorted(spoken[report_id])):
                published[country].append((day_of_report, outlet))
    happened: dict[str | None, list[date]] = defaultdict(list)
    for incident in incidents:
        if (day := incident.from_ or incident.to) is not None:
            for where in {None, incident.place.country}:
                happened[where].append(day)
    return Reading(published=dict(published), happened=dict(happened))


def months_between(first: date, last: date) -> Iterator[tuple[date, date]]:
    """Give the first and last day of each calendar month from one day to another, cut to those days."""
    start = first
    while start <= last:
        following = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield start, min(last, following - timedelta(days=1))
        start = following


def longest_gap(days: Iterable[date], first: date, last: date) -> int:
    """Give the most days in a row, from `first` to `last`, on which nothing was published."""
    ordered = sorted({first - timedelta(days=1), *days, last + timedelta(days=1)})
    return max((later - earlier).days - 1 for earlier, later in pairwise(ordered))


def _per_month(days: Iterable[tuple[date, str]]) -> dict[tuple[int, int], int]:
    counted: dict[tuple[int, int], int] = defaultdict(int)
    for day, _ in days:
        counted[day.year, day.month] += 1
    return counted
