"""The forms of an incident with all that is known of it."""

from typing import Any

from vedette.web.forms.incidents import Brief, Served
from vedette.web.forms.nouns import Claim, Decision, Form, Incident, Reaction
from vedette.web.forms.reports import Head, Told


class Linked(Reaction):  # type: ignore[misc]
    """A reaction, the incident at its other end, and the report that states it."""

    incident: Brief
    report: Head | None


class Sides(Form):
    """What an incident answers, and what answers it."""

    before: list[Linked]
    after: list[Linked]


class Change(Form):
    """A field of an incident that changed."""

    field: str
    before: Any
    after: Any


class Step(Form):
    """A state of an incident, and what led to it."""

    axis: str
    at: str
    incident_id: str | None
    changes: list[Change]
    because: list[str]
    incident: Incident | None


class Ruling(Decision):  # type: ignore[misc]
    """A decision, and whether it is in force."""

    in_force: bool


class IncidentWhole(Form):
    """An incident with all that is known of it."""

    incident: Served
    claims: list[Claim]
    reports: dict[str, Told]
    reactions: Sides
    history: list[Step]
    decisions: list[Ruling]
