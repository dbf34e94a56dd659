"""The forms of what changing something answers: decisions, jobs."""

from datetime import date, datetime
from typing import Any, Literal

from vedette.web.forms.nouns import Form, form_of
from vedette.web.jobs.job import Found as FoundNoun

Found: Any = form_of(FoundNoun)
JobState = Literal["waiting", "running", "done", "failed"]


class Decided(Form):
    """What a decision led to: its ids, and the incidents that hold now what it is about."""

    decision_id: str
    decision_ids: list[str]
    incidents: list[str]
    linked: bool


class Accepted(Form):
    """A job that was taken."""

    id: str
    state: JobState


class Job(Form):
    """What was given by whom, and how far it has come."""

    id: str
    job_id: str
    person: str
    made: datetime
    given: list[str]
    outlet: str | None
    published: date | None
    url: str | None
    state: JobState
    tries: int
    reports: list[Found]
    new_reports: int
    known_reports: int
    new_claims: int
    new_incidents: list[str]
    changed_incidents: list[str]
    failures: list[str]
    ended: datetime | None


class Jobs(Form):
    """All jobs, the latest first."""

    items: list[Job]
