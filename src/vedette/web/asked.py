"""What incidents are asked for: the filters of an address."""

from datetime import date
from functools import lru_cache
from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from vedette.codebook import codebook
from vedette.linking.grade import GRADES
from vedette.registry.country import country_code
from vedette.web.problem import Problem, wrong

ORDERS = ("when", "killed", "injured", "origins", "confidence", "type", "status", "place", "grade", "known")
_LONG = 200  # characters of a word looked for


def _day(given: object) -> object:
    """Read a day as it is written in addresses; a bare number is none."""
    try:
        return date.fromisoformat(given) if isinstance(given, str) else given
    except ValueError as error:
        raise ValueError(f"{str(given)[:40]!r} is no day of the calendar; write it as YYYY-MM-DD") from error


Day = Annotated[date, BeforeValidator(_day)]


class Asked(BaseModel):
    """Filters; each of the lists holds alternatives, given again and again or with commas between."""

    model_config = ConfigDict(populate_by_name=True, frozen=True)

    type: list[str] = Field(default_factory=list, description="types of the codebook: ASSAULT ...")
    mode: list[str] = Field(default_factory=list, description="modes: aerial, demand ...")
    status: list[str] = Field(default_factory=list, description="actual, claimed, thwarted")
    grade: list[str] = Field(default_factory=list, description="Confirmed, Fair, Weak, Contested, Discounted")
    country: list[str] = Field(default_factory=list, description="two letters or a name")
    actor: list[str] = Field(default_factory=list, description="who did it: registry id or part of a name")
    target: list[str] = Field(default_factory=list, description="to whom: registry id or part of a name")
    direction: list[str] = Field(
        default_factory=list, description="conflict in deed by sides, as the strip names it: A → B"
    )
    place: list[str] = Field(default_factory=list, description="part of the name of a place or its province")
    outlet: list[str] = Field(default_factory=list, description="an outlet that tells of it")
    reviewed: bool | None = Field(default=None, description="whether a person has decided on it")
    statements: bool | None = Field(default=None, description="true: only acts in words; false: none of them")
    background: bool | None = Field(default=None, description="false: without what is told as history or as a run")
    from_: Day | None = Field(default=None, alias="from", description="what may have happened on this day or later")
    to: Day | None = Field(default=None, description="what may have happened on this day or before")
    killed_min: int | None = Field(default=None, ge=0, description="at least so many killed, by the best figure")
    text: str = Field(default="", max_length=_LONG, description="words of summary, names, places and outlets")
    select: list[str] = Field(default_factory=list, description="these incidents alone, by id")
    as_of: Day | None = Field(default=None, description="as known at the end of this day")
    sort: str = Field(default="when", description=f"one of {', '.join(ORDERS)}; with - before it the other way round")

    def listed(self, name: str) -> tuple[str, ...]:
        """Give the alternatives of a filter, in small letters; raises Problem for what no incident can have."""
        given = [part.strip() for value in getattr(self, name) for part in _parts(name, value)]
        kept = [value for value in given if value]
        if name == "country":
            return tuple(_country(value) for value in kept)
        _known(name, kept)
        return tuple(value.casefold() for value in kept)

    def order(self) -> tuple[str, bool]:
        """Give what to sort by, and whether the other way round."""
        name = self.sort.removeprefix("-")
        if name not in ORDERS:
            raise wrong(f"there is no order {self.sort!r}", "sort", f"choose one of {', '.join(ORDERS)}")
        return name, self.sort.startswith("-")

    def check(self) -> None:
        """Refuse days that nothing can lie between."""
        if self.from_ and self.to and self.from_ > self.to:
            raise wrong(f"{self.from_} to {self.to} ends before it begins", "from, to", "give the earlier day first")


Filters = Annotated[Asked, Query()]


def _parts(name: str, value: str) -> list[str]:
    """Names may hold commas; words of the codebook do not."""
    return value.split(",") if name in ("type", "mode", "status", "grade", "country", "select") else [value]


def _known(name: str, given: list[str]) -> None:
    book = codebook()
    known = {
        "type": tuple(book.types),
        "mode": tuple({mode for kind in book.types.values() for mode in kind.modes}),
        "status": tuple(book.statuses),
        "grade": GRADES,
    }.get(name)
    for value in given if known else ():
        if known and value.casefold() not in {one.casefold() for one in known}:
            raise wrong(f"there is no {name} {value[:60]!r}", name, f"choose one of {', '.join(sorted(known))}")


@lru_cache(maxsize=500)
def _country(given: str) -> str:
    code = country_code(given)
    if code is None:
        raise unknown_country(given)
    return code.casefold()


def unknown_country(given: str) -> Problem:
    """Give the problem of a country that is none."""
    return wrong(f"there is no country {given[:60]!r}", "country", "give its name or its two letters: Yemen or YE")
