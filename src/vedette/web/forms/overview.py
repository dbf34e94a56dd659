"""The forms of what is to be known first."""

from datetime import date, datetime

from vedette.web.forms.nouns import Form, Run
from vedette.web.forms.told import CitedOutlook, CitedTally


class Strip(Form):
    """Conflict of a day in one direction."""

    date: date
    direction: str
    n: int
    killed: int


class Sum(Form):
    """A toll summed over incidents; `open` counts those without an upper end."""

    low: int
    best: int
    high: int
    open: int
    incidents: int


class Tolls(Form):
    """The dead and the wounded."""

    killed: Sum
    injured: Sum


class Counts(Form):
    """How much the case holds; `origins` is null until it is counted."""

    incidents: int
    statements: int
    unreviewed: int
    origins: int | None
    reports: int
    claims: int
    decisions: int


class Changed(Form):
    """What changed since a moment: ids of incidents."""

    since: datetime
    new: list[str]
    changed: list[str]
    gone: list[str]
    decisions: int


class Overview(Form):
    """What is to be known first."""

    as_of: date | None
    revision: int
    changed_since: Changed | None
    counts: Counts
    strip: list[Strip]
    tolls: Tolls
    tallies: list[CitedTally]
    outlooks: list[CitedOutlook]
    last_run: Run | None
