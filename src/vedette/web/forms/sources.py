"""The forms of who tells of the case, and of how much was read."""

from vedette.web.forms.nouns import Form, Run
from vedette.web.forms.reports import FirstLast


class Outlet(Form):
    """An outlet and what it tells; origins, copies and confirmed are null until they are counted."""

    outlet: str
    reports: int
    origins: int | None
    copies: int | None
    agencies: list[str]
    claims: int
    incidents: int
    confirmed: int | None


class Sources(Form):
    """Who tells of the case."""

    outlets: list[Outlet]
    languages: dict[str, int]
    published: FirstLast
    reports: int
    counted: bool
    runs: list[Run]


class Month(Form):
    """How much was read about a month."""

    month: str
    country: str | None
    reports: int
    outlets: int
    incidents: int
    longest_gap: int
    level: str


class Coverage(Form):
    """How much was read, and the countries that incidents name."""

    items: list[Month]
    countries: list[str]
