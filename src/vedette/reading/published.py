"""When an undated text was published, as far as it gives that away."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from vedette.model import UNPUBLISHED, Basis, Published
from vedette.phrases.calendar import (
    MONTH,
    WEEKDAY,
    WEEKDAY_NAMES,
    add_days,
    add_months,
    day_or_none,
    month_of,
    weekday_before,
    weekday_of,
)
from vedette.phrases.written import DM, MD, full_date
from vedette.reading.dateline import placed_day
from vedette.reading.evidence import Bound, Mentioned, spelled_years, stated_years, yearless_days
from vedette.reading.known_events import known_events
from vedette.reading.terms import terms_of_office

if TYPE_CHECKING:
    from vedette.registry import Registry

_SEVERAL = 3  # days without a year that make their lack of one a habit of the text
_YEARS = 40  # how far apart bounds may lie for the years between them to be tried one by one
_BACK, _ON = 4, 2  # a week of days round the last day that the text dates
_RECENT = re.compile(
    rf"\b(?:said|told|killed|struck|hit|announced|on|late|early|since|reported|attacked)\s+(?:on\s+|late\s+|early\s+)?"
    rf"(?P<w>{WEEKDAY})(?![,\s]+(?:{MONTH}|\d)|\s+(?:mornings|afternoons|evenings|nights)|s\b)",
    re.IGNORECASE,
)
_FRESH = re.compile(
    r"\b(?:yesterday|today|tonight|overnight|last night|this (?:morning|afternoon|evening|week)|hours (?:later|ago|"
    r"after))\b",
    re.I,
)
_DAY = rf"(?:(?i:{WEEKDAY}),?\s+)?(?:(?i:{MONTH})\s+\d{{1,2}}|\d{{1,2}}\s+(?i:{MONTH}))(?:,?\s+\d{{4}})?"
_HEAD = re.compile(
    rf"^(?P<place>[A-Z][A-Z'’ .\-/]{{2,40}}(?:,\s*[A-Z][\w ]{{2,40}})?)\s*[,.]?\s*[(\[—–-]?\s*(?P<date>{_DAY})\b",
    re.MULTILINE,
)
_AGENCY = re.compile(
    rf"^(?P<date>{_DAY})\s*[(\[]\s*(?:Reuters|AP|AFP|Xinhua|TASS|Interfax|UPI|dpa|ANSA|EFE|PTI|ANI)\b", re.MULTILINE
)
_STAMP = re.compile(
    rf"^\W*(?:(?:(?:first |last )?(?:published|updated|posted|date|issued|modified)\b(?: on| at)?|"
    r"(?:[a-z]+ )?as (?:of|at))\W*)?"
    rf"(?:[\w /-]{{3,50}}\s(?:no\.?|n°|nº|#)\s*\d{{1,4}}\s*[,|:·/(–—-]\s*)?"
    rf"(?P<date>(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|"
    rf"th)?\s+{MONTH},?\s+\d{{4}}|"
    r"\d{4}-\d\d-\d\d))(?:\W.{0,40})?$",
    re.IGNORECASE | re.MULTILINE,
)


def infer(text: str, *, title: str | None = None, registry: "Registry | None" = None) -> Published:
    """Infer the publication interval from the text alone; its reasons say what each bound rests on.

    Bounds are explicit past dates, known events, terms of office, and ages ("two years after the invasion"); the
    days named without a year then choose the year, the last of them being the last day the text knows. What stays
    open stays open: several years give a long interval, no evidence gives an unknown date.
    """
    whole = f"{title}\n\n{text}" if title and title not in text[:300] else text
    bounds = _bounds(whole, registry)
    start, end = _meet(bounds)
    mentioned = _days(whole, bounds)
    if not mentioned:
        return _published(start, end, _short(bounds))
    return _by_its_days(whole, mentioned, bounds, start, end)


def dateline(text: str, *, title: str | None = None, registry: "Registry | None" = None) -> Published | None:
    """Read the day that stands at the head of a text ("BAGHDAD, Dec. 12 (Xinhua)", "12 December 2023"), or None.

    A dateline without a year takes the only year that the rest of the text allows; if it allows several, None.
    """
    head = "\n".join(text.split("\n")[:12])[:1500]
    found = _HEAD.search(head) or _AGENCY.search(head) or _STAMP.search(head)
    written = found["date"] if found else placed_day(head)
    if written is None:
        return None
    if day := full_date(written.lower()):
        return Published(start=day, end=day, precision="day", basis=Basis.DATELINE, reasons=(f"dateline: {written}",))
    return _yearless_dateline(text, written, title, registry)


def _yearless_dateline(text: str, written: str, title: str | None, registry: "Registry | None") -> Published | None:
    found = MD.search(written.lower()) or DM.search(written.lower())
    if not found:
        return None
    bounds = _bounds(f"{title or ''}\n\n{text}", registry)
    start, end = _meet(bounds)
    if start is None:
        return None
    month, number = month_of(found["m"]), int(found["d"])
    wanted = weekday_of(found["w"]) if found["w"] else None
    last = end or add_months(start, 12)
    days = [
        day
        for year in range(start.year, last.year + 1)
        if (day := day_or_none(year, month, number)) and start <= day <= last and wanted in (None, day.weekday())
    ]
    reasons = (f"dateline: {written}", *_short(bounds))
    spelled = spelled_years(text) if len(days) > 1 else {}
    if days and days[0].year in spelled:
        reasons = (*reasons, f"writes the year of {spelled[days[0].year]} and not its own")
        days = [day for day in days if day.year not in spelled]
        return _first_after(days, [Bound(start=day_or_none(days[0].year - 1, 12, 31))], reasons) if days else None
    if end is not None and len(days) == 1:
        return Published(start=days[0], end=days[0], precision="day", basis=Basis.DATELINE, reasons=reasons)
    return _first_after(days, bounds, reasons)


def _first_after(days: Sequence[date], bounds: Sequence[Bound], reasons: tuple[str, ...]) -> Published | None:
    """Take the first of several years where a day or an event that the text dates lies less than a year before it.

    News names the day of what is recent; a bare year ("since 2003") proves nothing.
    """
    near = [bound for bound in bounds if days and bound.start and not bound.whole_year and bound.kind != "office"]
    if not any((days[0] - bound.start).days <= 366 for bound in near if bound.start):
        return None
    why = f"{days[0].year} is the first year that fits all it names; a later one is not ruled out"
    return Published(start=days[0], end=days[0], precision="day", basis=Basis.INFERRED, reasons=(*reasons, why))


def _bounds(text: str, registry: "Registry | None") -> list[Bound]:
    known = registry if registry is not None else _registry()
    offices = list(terms_of_office(text, known)) if known is not None else []
    return _consistent([*stated_years(text), *known_events(text), *offices])


def _days(text: str, bounds: Sequence[Bound]) -> tuple[Mentioned, ...]:
    """Give the days without a year, the year added to those that are a known event's."""
    known = {(bound.day.month, bound.day.day): bound.day.year for bound in bounds if bound.day}
    return tuple(replace(one, year=known.get((one.month, one.day))) for one in yearless_days(text))


def _registry() -> "Registry":
    from vedette.registry import load

    return load()


def _consistent(bounds: list[Bound]) -> list[Bound]:
    """Leave out upper bounds that a later explicit date of the text refutes (a term that had ended, another Oct. 7)."""
    latest = max((bound.start for bound in bounds if bound.start and bound.end is None), default=None)
    if latest is None:
        return bounds
    return [bound for bound in bounds if bound.end is None or bound.end >= latest]


def _meet(bounds: Sequence[Bound]) -> tuple[date | None, date | None]:
    """Give the days that all bounds allow; of bounds that contradict each other only the lower ones count."""
    start = max((bound.start for bound in bounds if bound.start), default=None)
    ends = [bound.end for bound in bounds if bound.end and (start is None or bound.end >= start)]
    return start, min(ends, default=None)


def _short(bounds: Sequence[Bound]) -> tuple[str, ...]:
    """Give the reasons that matter: the events and terms, and the latest of the explicit dates."""
    latest = max(
        (bound for bound in bounds if bound.kind == "date"), key=lambda bound: bound.start or date.min, default=None
    )
    others = [bound.reason for bound in bounds if bound.kind != "date"]
    return tuple(dict.fromkeys([*others, *([latest.reason] if latest else [])]))


def _published(start: date | None, end: date | None, reasons: tuple[str, ...]) -> Published:
    if start is None and end is None:
        return UNPUBLISHED
    precision = "day" if start == end else "interval"
    return Published(start=start, end=end, precision=precision, basis=Basis.INFERRED, reasons=reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days that a text names without a year, the first and the last of its story."""

    first: Mentioned
    last: Mentioned
    mentioned: tuple[Mentioned, ...]
    text: str


def _by_its_days(
    text: str, mentioned: tuple[Mentioned, ...], bounds: list[Bound], start: date | None, end: date | None
) -> Published:
    """Choose the years in which the days the text names without a year fit what else is known."""
    reasons = _short(bounds)
    if start is None:
        return _published(None, end, reasons)
    years = range(start.year - 1, min(end.year if end else start.year + _YEARS, 9000) + 1)
    spans: list[tuple[date, date, str]] = []
    for first, last in clusters(mentioned):
        days = Days(first=first, last=last, mentioned=mentioned, text=text)
        spans = spans or [span for year in years if (span := _span(year, days, (start, end)))]
    if not spans:
        return _published(start, end, reasons)
    spelled = spelled_years(text) if end is None and len(mentioned) >= _SEVERAL else {}
    later = [span for span in spans if span[0].year - 1 in spelled and span[0].year not in spelled]
    if later and spans[0][0].year in spelled:
        spans = [span for span in spans if span[0] >= later[0][0]]
        reasons = (*reasons, f"writes the year of {spelled[later[0][0].year - 1]} and of none of its own days")
    low, high = spans[0], spans[-1]
    if end is None and not later and not _near(low[0], mentioned, bounds):
        return _published(low[0], None, (*reasons, "not before the last of the days it names without a year"))
    if end is None:
        why = f"{low[0].year} is the first year that fits all it names; a later one is not ruled out"
        lasts = f"not before {low[0].isoformat()}, the last day it names"
        return _published(low[0], low[1], (*reasons, lasts, low[2], why))
    closing = (high[2],) if len(spans) == 1 else (f"several years fit ({low[0].year} to {high[1].year})",)
    return _published(low[0], high[1], (*reasons, f"not before {low[0].isoformat()}, the last day it names", *closing))


def _near(first: date, mentioned: Sequence[Mentioned], bounds: Sequence[Bound]) -> bool:
    """Say whether the first year that fits may be taken where nothing ends the years: its days name weekdays that fit,
    or a day or an event that the text dates lies less than a year before it."""
    if any(one.weekday is not None for one in mentioned):
        return True
    dated = [bound.start for bound in bounds if bound.start and not bound.whole_year and bound.kind != "office"]
    return any((first - day).days <= 366 for day in dated)


def clusters(mentioned: Sequence[Mentioned]) -> Iterator[tuple[Mentioned, Mentioned]]:
    """Give the first and the last of the days named without a year: the last being one that the text calls its own
    ("as of"); or cut at the year's widest gap between them; or else beginning with the day of a known event."""
    ordered = sorted(mentioned, key=lambda one: (one.month, one.day))
    fresh = [n for n, one in enumerate(ordered) if one.fresh]
    if fresh:
        yield ordered[(fresh[-1] + 1) % len(ordered)], ordered[fresh[-1]]
    numbers = [date(2000, one.month, one.day).toordinal() for one in ordered]
    gaps = [(numbers[(n + 1) % len(numbers)] - numbers[n]) % 366 for n in range(len(numbers))]
    widest = max(range(len(gaps)), key=lambda n: gaps[n])
    yield ordered[(widest + 1) % len(ordered)], ordered[widest]
    for n, one in enumerate(ordered):
        if one.year is not None:
            yield one, ordered[n - 1]


def _span(year: int, days: Days, bounds: tuple[date, date | None]) -> tuple[date, date, str] | None:
    """Give the days on which the text can have been published if its last day is of `year`, and why it ends there."""
    (start, end), last = bounds, days.last
    latest = _day_of(last, last, year)
    if latest is None or not all(_fits(one, last, year) for one in days.mentioned):
        return None
    limit, why = _limit(days.text, latest, last, _day_of(days.first, last, year) or latest)
    near = _weekdays_near(days.text, latest) if _of_the_week(last) else []
    low, high = max(latest, start, *near), min(limit, end) if end else limit
    return (low, high, why) if low <= high else None


def _day_of(one: Mentioned, last: Mentioned, year: int) -> date | None:
    """Give a day its year, the last of the days being of `year`: those later in the calendar are of the year before."""
    return day_or_none(year - (1 if (one.month, one.day) > (last.month, last.day) else 0), one.month, one.day)


def _fits(one: Mentioned, last: Mentioned, year: int) -> bool:
    """Say whether "Tuesday, May 16" falls on its weekday and a known event's day in its year."""
    day = _day_of(one, last, year)
    return day is not None and one.weekday in (None, day.weekday()) and one.year in (None, day.year)


def _limit(text: str, latest: date, last: Mentioned, earliest: date) -> tuple[date, str]:
    """Give the last day of publication for a text whose last day is `latest`, and the reason in words."""
    a_year = add_days(add_months(earliest, 12), -1)
    if _of_the_week(last) and (near := _weekdays_near(text, latest)):
        said = min(near)
        name = WEEKDAY_NAMES[said.weekday()]
        return min(add_days(said, 7), _before_the_weekend(text, latest), a_year), (
            f'its "{name}" is {said.isoformat()}, the one next to {last.text}, so it is at most a week old'
        )
    if last.fresh:
        return min(add_days(latest, 14), a_year), f'"as of {last.text}" is at most two weeks old'
    if _RECENT.search(text) or _FRESH.search(text):
        return min(add_days(latest, 31), a_year), f"tells news of the week, its last day being {last.text}"
    return a_year, "its days have no year: less than a year old"


def _of_the_week(last: Mentioned) -> bool:
    """Say whether the text tells its last day as one of this week: "as of Dec. 12", "on Sunday, 13 August"."""
    return last.fresh or last.weekday is not None


def _weekdays_near(text: str, latest: date) -> list[date]:
    """Give the days that weekdays without a date mean ("said on Monday"), next to the last day that the text dates.

    News names a weekday for the days just gone: at most four days before the last dated one, or two after it.
    """
    found = {weekday_of(said["w"]) for said in _RECENT.finditer(text)}
    return [add_days(latest, shift) for shift in range(-_BACK, _ON + 1) if add_days(latest, shift).weekday() in found]


def _before_the_weekend(text: str, latest: date) -> date:
    """Give the Saturday before which a text that speaks of "last weekend" was published, else no limit."""
    if not re.search(r"\blast weekend\b", text, re.IGNORECASE):
        return date.max
    return add_days(weekday_before(latest, 5), 7)
