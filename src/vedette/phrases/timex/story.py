"""Where a text stands in time as it goes on: the publication, and the last date told."""

from dataclasses import dataclass, replace
from datetime import date

from vedette.phrases.calendar import add_days, add_months, day_or_none, weekday_after, weekday_before

BACK = 150  # days that going back over the turn of a year costs, since stories mostly go forward


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A year, a month or a day; years before our era are negative."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def value(self) -> str:
        """Give the TIMEX3 value."""
        year = f"{self.year:04}" if self.year > 0 else f"BC{-self.year:04}"
        return "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def full(self) -> date | None:
        """Give the day, where it is one of our era."""
        if self.month is None or self.day is None or self.year < 1:
            return None
        return day_or_none(self.year, self.month, self.day)

    @property
    def first(self) -> date | None:
        """Give the first day, where it is of our era."""
        return day_or_none(self.year, self.month or 1, self.day or 1) if self.year > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a phrase is read against.

    `published` is the day of publication; `last` the date told last and `last_day` the last one that was a day;
    `narrative` says that the text tells history, so that "last year" too counts from what it told last; `history`
    that the paragraph does; `tense` is "past", "future" or None; `given` the year that a date without one has by the
    whole story.
    """

    published: date | None = None
    last: Moment | None = None
    last_day: date | None = None
    narrative: bool = False
    history: bool = False
    before_our_era: bool = False
    tense: str | None = None
    given: int | None = None

    @property
    def now(self) -> date | None:
        """Give the day that "last week" counts from: the publication, in history the last day or month told."""
        if self.published and not self.narrative:
            return self.published
        return self.told or self.published

    @property
    def told(self) -> date | None:
        """Give the first day of the date told last, else the publication."""
        if self.last is None:
            return self.published
        return self.last.first

    @property
    def year(self) -> int | None:
        """Give the year that "this year" counts from."""
        if self.published and not self.narrative:
            return self.published.year
        return self.told_year

    @property
    def told_year(self) -> int | None:
        """Give the year of the date told last, else that of the publication."""
        if self.last is not None:
            return self.last.year
        return self.published.year if self.published else None

    def moved(self, moment: Moment) -> "Story":
        """Give the story after a date was told."""
        day = moment.full
        return replace(self, last=moment, last_day=day or self.last_day)

    def year_of(self, month: int, day: int = 1, *, weekday: int | None = None) -> int | None:
        """Give a month or day without a year the one it has by the story or by the publication."""
        if self.given is not None:
            return self.given
        if (self.narrative or self.history or self.published is None) and self.last is not None:
            return _beside(month, day, self.last, weekday)
        if self.published is None:
            return None
        return _seen_from(month, day, self.published, weekday, ahead=self.tense == "future")

    def weekday(self, wanted: int, which: str = "") -> date | None:
        """Give a weekday its day: next to the date told last in history, else next to the publication."""
        by_story = self.narrative or (self.history and self.last is not None and self.last.day is not None)
        if (by_story or which in ("the following", "the previous")) and self.last_day:
            step = weekday_before if which in ("the previous", "the preceding") else weekday_after
            return step(self.last_day, wanted, strictly="the " in which)
        if self.published is None:
            return None
        if which in ("next", "the coming", "coming") or (
            self.tense == "future" and not which.endswith(("last", "past"))
        ):
            return weekday_after(self.published, wanted, strictly=which == "next")
        return weekday_before(self.published, wanted, strictly=which in ("last", "this past"))


def _beside(month: int, day: int, last: Moment, weekday: int | None) -> int:
    """Give the year that puts a date next to the one told last."""
    if last.year < 1 or last.month is None:
        return last.year
    anchor = day_or_none(last.year, last.month, last.day or 1) or date(last.year, last.month, 1)

    def cost(year: int) -> int:
        built = day_or_none(year, month, day)
        if built is None or (weekday is not None and built.weekday() != weekday):
            return 10_000
        ahead = (built - anchor).days
        return abs(ahead) if ahead >= 0 or year == last.year else -ahead + BACK

    return min((last.year, last.year + 1, last.year - 1), key=cost)


def _seen_from(month: int, day: int, now: date, weekday: int | None, *, ahead: bool) -> int | None:
    """Give the last year (in the future tense the next) in which the date does not lie beyond the publication."""
    years = range(now.year, now.year + 9) if ahead else range(now.year, max(now.year - 12, 1), -1)
    for year in years:
        built = day_or_none(year, month, day)
        if built is None or (weekday is not None and built.weekday() != weekday):
            continue
        if built >= now.replace(day=1) if ahead else built <= now:
            return year
    return None


def of_day(day: date) -> Moment:
    """Give the moment of a day."""
    return Moment(year=day.year, month=day.month, day=day.day)


def shifted(moment: Moment, amount: int, unit: str) -> str | None:
    """Give the value of a date so many units on (or back): as exact as the unit."""
    if unit in ("decade", "century", "year"):
        return by_years(moment.year + amount * {"decade": 10, "century": 100, "year": 1}[unit], unit)
    base = moment.full or moment.first
    exact = {"day": moment.day, "night": moment.day, "week": moment.day, "fortnight": moment.day}
    if base is None or exact.get(unit, moment.month) is None:
        return None
    if unit in ("month", "quarter"):
        moved = add_months(base, amount * (3 if unit == "quarter" else 1))
        return of_month(moved) if unit == "month" else of_quarter(moved)
    if unit in ("week", "fortnight"):
        return of_week(add_days(base, amount * (14 if unit == "fortnight" else 7)))
    if unit in ("day", "night"):
        return add_days(base, amount).isoformat() + ("TNI" if unit == "night" else "")
    return None


def by_years(year: int, unit: str) -> str:
    """Give a year, its decade or its century."""
    text = Moment(year=year).value
    cut = {"decade": -1, "century": -2}.get(unit)
    return text[:cut] if cut else text


def of_month(day: date) -> str:
    """Give the value of the month of a day."""
    return f"{day.year:04}-{day.month:02}"


def of_quarter(day: date) -> str:
    """Give the value of the quarter of a day."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def of_week(day: date) -> str:
    """Give the value of the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
