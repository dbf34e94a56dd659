"""What never changes once it is there: claims and reports, read when they are first asked for and kept."""

from collections.abc import Callable, Iterable
from threading import RLock
from typing import Any, TypeVar, cast

from vedette.model import Claim, Incident, Report
from vedette.store import Case
from vedette.store.waiting import Waiting
from vedette.web.heads import Heads

T = TypeVar("T")
_REPORTS = 3000  # kept; their texts are long


class Library:
    """Claims and reports of a case, and what follows from the reports alone; threads may share it."""

    def __init__(self, case: Case) -> None:
        self._case, self._lock, self._making = case, RLock(), dict[str, RLock]()
        self._claims: dict[str, Claim] = {}
        self._reports: dict[str, Report] = {}
        self._made: dict[str, tuple[int, Any]] = {}
        self.heads, self.weighed = Heads(case), dict[str, tuple[Incident, Waiting]]()

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """Give claims in the order of their ids as asked; those that are not there are left out."""
        wanted = list(ids)
        with self._lock:
            if missing := [one for one in wanted if one not in self._claims]:
                self._claims.update({one.claim_id: one for one in self._case.claims(missing)})
            return [self._claims[one] for one in wanted if one in self._claims]

    def reports(self, ids: Iterable[str]) -> dict[str, Report]:
        """Give reports by id; those that are not there are left out."""
        wanted = list(dict.fromkeys(ids))
        with self._lock:
            found = {one: self._reports[one] for one in wanted if one in self._reports}
            fresh = {one.id: one for one in self._case.reports([one for one in wanted if one not in found])}
            if len(self._reports) > _REPORTS:
                self._reports.clear()
            self._reports.update(fresh)
            return {one: {**found, **fresh}[one] for one in wanted if one in found or one in fresh}

    def ready(self, name: str, reports: int) -> bool:
        """Say whether what is named has been made of so many reports."""
        known = self._made.get(name)
        return known is not None and known[0] == reports

    def lasting(self, name: str, reports: int, make: Callable[[], T]) -> T:
        """Give what `make` gives; made anew only when there are more reports than the last time."""
        with self._making.setdefault(name, RLock()):
            known = self._made.get(name)
            if known is None or known[0] != reports:
                known = self._made[name] = (reports, make())
            return cast(T, known[1])
