"""The forms of incidents in lists."""

from datetime import date

from pydantic import Field

from vedette.web.forms.nouns import Form, Incident, Party, Place, TollRange


class Served(Incident):  # type: ignore[misc]
    """An incident as it is served: `statement` says whether it is verbal, `reviewed` whether a person has decided."""

    statement: bool
    reviewed: bool


class IncidentPage(Form):
    """A page of incidents; `next` is the cursor of the page after it."""

    items: list[Served]
    total: int
    next: str | None


class Brief(Form):
    """An incident beside others."""

    incident_id: str
    type: str
    mode: str | None
    status: str
    from_: date | None = Field(alias="from")
    to: date | None
    place: Place
    actors: list[Party]
    targets: list[Party]
    killed: TollRange | None
    injured: TollRange | None
    grade: str
    summary: str
    statement: bool
    reviewed: bool
