"""The forms of what somebody said, foresees or counted."""

from vedette.web.forms.incidents import Brief
from vedette.web.forms.nouns import Form, Outlook, Span, Tally
from vedette.web.forms.reports import Head


class CitedOutlook(Outlook):  # type: ignore[misc]
    """An outlook and its report."""

    report: Head | None


class Outlooks(Form):
    """Who foresees what."""

    items: list[CitedOutlook]


class CitedTally(Tally):  # type: ignore[misc]
    """A tally beside the record, and its report."""

    in_record: int
    record_low: int
    record_high: int
    silent_months: list[str]
    thin_months: list[str]
    silent_places: list[str]
    beside: str
    report: Head | None


class Tallies(Form):
    """What somebody counted."""

    items: list[CitedTally]


class Statement(Brief):
    """An act in words, with its words."""

    intensity: float
    quote: Span | None
    trigger: Span | None
    report: Head | None


class Statements(Form):
    """Acts in words."""

    items: list[Statement]
