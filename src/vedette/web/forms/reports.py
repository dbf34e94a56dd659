"""The forms of reports."""

from datetime import date

from vedette.web.forms.incidents import Brief
from vedette.web.forms.nouns import Claim, Form, Report


class Head(Form):
    """A report where it is cited; `url` is a bare name where it is no address of the web."""

    report_id: str
    title: str | None
    outlet: str | None
    agency: str | None
    published: date | None
    language: str | None
    url: str


class Told(Head):
    """A report with its text."""

    text: str


class Listed(Head):
    """A report in the list of all."""

    claims: int


class FirstLast(Form):
    """The first and the last day on which a report was published, and how many have no date."""

    first: date | None
    last: date | None
    undated: int


class ReportPage(Form):
    """Reports of a page, how many there are in all, and after how many the next page begins."""

    items: list[Listed]
    total: int
    next: int | None


class Mark(Form):
    """A span of a report's text that a claim rests on."""

    start: int
    end: int
    kind: str
    claim_id: str
    probability: float


class Placed(Claim):  # type: ignore[misc]
    """A claim and the incident that holds it."""

    incident_id: str | None


class ReportWhole(Report):  # type: ignore[misc]
    """A report with its marks, claims and incidents."""

    marks: list[Mark]
    claims: list[Placed]
    incidents: list[Brief]
