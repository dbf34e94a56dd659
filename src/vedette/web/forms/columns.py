"""The form of all incidents in columns."""

from datetime import date

from pydantic import Field

from vedette.web.forms.nouns import Form


class Coded(Form):
    """Texts of a column: for each row the place of its own among the values."""

    values: list[str]
    codes: list[int | None]


class CodedLists(Form):
    """The same for rows of several texts."""

    values: list[str]
    codes: list[list[int]]


class CodedParties(CodedLists):
    """The same for parties: names, with their registry ids, kinds and countries beside them."""

    ids: list[str | None]
    kinds: list[str | None]
    countries: list[str | None]


class Columns(Form):
    """All incidents in columns."""

    n: int
    revision: int
    as_of: date | None
    ids: list[str]
    from_: list[date | None] = Field(alias="from")
    to: list[date | None]
    date_precision: list[int | None]
    lat: list[float | None]
    lon: list[float | None]
    precision: list[int | None]
    killed_low: list[int | None]
    killed_best: list[int | None]
    killed_high: list[int | None]
    injured_low: list[int | None]
    injured_best: list[int | None]
    injured_high: list[int | None]
    origins: list[int]
    confidence: list[float]
    statement: list[int]
    reviewed: list[int]
    aggregate: list[int]
    background: list[int]
    summary: list[str]
    type: Coded
    mode: Coded
    status: Coded
    grade: Coded
    place: Coded
    country: Coded
    adm1: Coded
    side: Coded
    against: Coded
    actors: CodedParties
    targets: CodedParties
    outlets: CodedLists
