"""What is shown of reports where their texts are not: small enough to keep of all that a case holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from threading import RLock
from typing import Any

from vedette.model import Report
from vedette.store import Case
from vedette.web.address import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A report less its text; `start` is the first day on which it may have been published, `day` the last."""

    id: str
    title: str | None
    outlet: str | None
    agency: str | None
    start: date | None
    day: date | None
    language: str | None
    url: str

    def form(self) -> dict[str, Any]:
        """Give it as it is served."""
        return {
            "report_id": self.id,
            "title": self.title,
            "outlet": self.outlet,
            "agency": self.agency,
            "published": self.day,
            "language": self.language,
            "url": self.url,
        }


def head(report: Report) -> Head:
    """Give the head of a report."""
    return Head(
        id=report.id,
        title=report.title,
        outlet=report.outlet,
        agency=report.agency,
        start=report.published.start,
        day=report.day,
        language=report.language,
        url=shown(report.url),
    )


class Heads:
    """The heads of a case's reports, each read once; threads may share it."""

    def __init__(self, case: Case) -> None:
        self._case, self._lock, self._held = case, RLock(), dict[str, Head]()

    def of(self, ids: Iterable[str]) -> dict[str, Head]:
        """Give heads by the ids of their reports, read at once where they are not held; what is not there is left
        out."""
        wanted = list(dict.fromkeys(ids))
        with self._lock:
            if missing := [one for one in wanted if one not in self._held]:
                self._held.update({one.id: head(one) for one in self._case.reports(missing)})
            return {one: self._held[one] for one in wanted if one in self._held}

    def all(self) -> list[Head]:
        """Give those of all reports, in the order of their ids."""
        return list(self.of(sorted(self._case.known_reports())).values())
