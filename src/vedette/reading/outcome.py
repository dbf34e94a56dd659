"""The last look at a report: it is handed on, handed on without its date, or refused with a reason."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from vedette.model import UNPUBLISHED, Published, Report
from vedette.reading.failure import Failure
from vedette.reading.given import last_day
from vedette.reading.language import name_of

Outcome = Report | Failure


def outcomes(report: Report, *, source: str, today: date | None = None) -> Iterator[Outcome]:
    """Give the report, or the Failure that says why not.

    For a date in the future, and for characters that are lost, both: the report goes without them.
    """
    if not report.text:
        yield Failure(source=source, problem="has no text once page furniture is cut: nothing to read")
    elif report.language not in (None, "en"):
        name = name_of(str(report.language))
        yield Failure(source=source, problem=f"is in {name} (detected); Vedette reads English only: skipped")
    elif (day := report.published.start) and day > last_day(today):
        problem = (
            f"has a publication date in the future ({day}, {report.published.basis}): the date is dropped, the "
            "report kept; give the right one with --published"
        )
        yield Failure(source=source, problem=problem)
        yield replace(report, published=_in_text(report, today))
    else:
        yield from _lost(report, source)
        yield report


def _in_text(report: Report, today: date | None) -> Published:
    """Give the day of the report's dateline in place of one that cannot be, if that can."""
    from vedette.reading.published import dateline  # reads the registry: only such a report pays for it

    found = dateline(report.text, title=report.title)
    return found if found and found.start and found.start <= last_day(today) else UNPUBLISHED


def _lost(report: Report, source: str) -> Iterator[Failure]:
    if lost := f"{report.title or ''}{report.text}".count("\ufffd"):
        said = (
            f"{lost} characters that cannot be read, each shown"
            if lost > 1
            else "a character that cannot be read, shown"
        )
        yield Failure(source=source, problem=f"has {said} as �: the report is kept; save it as UTF-8 to have them")
