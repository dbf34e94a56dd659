"""The forms of links of action and reaction."""

from vedette.web.forms.incidents import Brief
from vedette.web.forms.nouns import Form, Reaction
from vedette.web.forms.reports import Head


class ChainLink(Reaction):  # type: ignore[misc]
    """A reaction and the report that states it."""

    report: Head | None


class Answering(Form):
    """Who answers whom, by the parties that acted, and how often: as stated in a report, and inferred."""

    who: str
    whom: str
    stated: int
    inferred: int


class Chains(Form):
    """Links of action and reaction, the newest first, their incidents with the side that acted, and runs of them, the
    first act first; `total` links there are of the days asked for, `stated` and `inferred` in all."""

    incidents: dict[str, Brief]
    sides: dict[str, str]
    links: list[ChainLink]
    chains: list[list[str]]
    total: int
    stated: int
    inferred: int
    answering: list[Answering]
