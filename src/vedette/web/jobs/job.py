"""A job: reports that somebody gave, and how far they have come."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum


class State(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


OVER = frozenset({State.DONE, State.FAILED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One thing given: `name` as it is shown, and the file that holds it, or None for an address to fetch."""

    name: str
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A report that was kept."""

    report_id: str
    title: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What was given by whom, what is told of it (outlet, day), and how far it has come.

    `reports` are those kept so far; the ids of incidents are there when it is done; `failures` are lines of "source:
    problem"; `tries` counts how often it was begun: a server that is stopped takes it up again.
    """

    job_id: str
    person: str
    made: datetime
    given: tuple[Given, ...]
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    state: State = State.WAITING
    tries: int = 0
    reports: tuple[Found, ...] = ()
    known_reports: int = 0
    new_claims: int = 0
    new_incidents: tuple[str, ...] = ()
    changed_incidents: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    ended: datetime | None = None

    @property
    def over(self) -> bool:
        """Say whether nothing more will come."""
        return self.state in OVER

    def failed(self, problem: str) -> "Job":
        """Give the job as it ended with a problem."""
        return replace(self, state=State.FAILED, failures=(*self.failures, problem), ended=datetime.now(UTC))
