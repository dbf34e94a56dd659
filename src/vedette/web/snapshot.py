"""What a case says at one moment, kept ready to be served."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from threading import RLock
from typing import Any, TypeVar, cast

from vedette.formats.jsonl import compact
from vedette.linking.kinds import verbal
from vedette.linking.ledger import in_force
from vedette.model import Claim, Decision, Incident, Report, Verdict, to_json
from vedette.store import Case


def shown(url: str) -> str:
    """Give a report's address as it may leave the server and stand in a page: of a file, or what is no address of the
    web, the last part alone."""
    return url if url.startswith(("http://", "https://")) else re.split("[/:]", url)[-1]


T = TypeVar("T")
Form = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Kept:
    """What was worked out of a snapshot before, by name."""

    values: dict[str, Any] = field(default_factory=dict)
    lock: RLock = field(default_factory=RLock)


class Snapshot:
    """The case as known at the end of a day (None: now), in one version. Threads may share it: nothing changes but
    what has been worked out already."""

    def __init__(self, case: Case, *, version: int, as_of: date | None = None) -> None:
        self.case, self.version, self.as_of = case, version, as_of
        self._kept = Kept()
        self.decisions: list[Decision] = case.decisions()
        self.incidents: list[Incident] = case.incident_list(as_of)
        looked = self._looked_at()
        self.forms: list[Form] = [
            {
                **to_json(one),
                "reports": [{**to_json(ref), "url": shown(ref.url)} for ref in one.reports],
                "statement": verbal(one.type),
                "reviewed": not looked.isdisjoint(one.claims),
            }
            for one in self.incidents
        ]
        self.at: dict[str, int] = {one.incident_id: number for number, one in enumerate(self.incidents)}
        self._rows: list[bytes | None] = [None] * len(self.forms)

    def __len__(self) -> int:
        """Count the incidents."""
        return len(self.forms)

    def once(self, name: str, make: Callable[["Snapshot"], T]) -> T:
        """Give what `make` gives of this snapshot, made the first time only."""
        if name not in self._kept.values:
            with self._kept.lock:
                if name not in self._kept.values:
                    self._kept.values[name] = make(self)
        return cast(T, self._kept.values[name])

    def row(self, number: int) -> bytes:
        """Give an incident as JSON text."""
        made = self._rows[number]
        if made is None:
            made = self._rows[number] = compact(self.forms[number])
        return made

    def form(self, incident_id: str) -> Form | None:
        """Give the form of an incident, None for one that is not known."""
        number = self.at.get(incident_id)
        return None if number is None else self.forms[number]

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id, as they were coded."""
        return {one.claim_id: one for one in self.case.claims()}

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """Reports by id."""
        return {one.id: one for one in self.case.reports()}

    def claims_of(self, ids: Iterable[str]) -> list[Claim]:
        """Give claims by their ids, in that order; those that are not there are left out."""
        return [self.claims[one] for one in ids if one in self.claims]

    @cached_property
    def told_by(self) -> Mapping[str, Sequence[Claim]]:
        """Claims by the report that makes them."""
        found: dict[str, list[Claim]] = {}
        for one in self.claims.values():
            found.setdefault(one.report_id, []).append(one)
        return found

    def _looked_at(self) -> set[str]:
        """Give the claims on which a person has decided."""
        settled = (one for one in in_force(self.decisions) if one.verdict is not Verdict.UNSURE)
        return {subject for one in settled for subject in one.subjects}
