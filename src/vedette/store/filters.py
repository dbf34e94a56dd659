"""Choosing incidents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from vedette.linking.grade import GRADES
from vedette.linking.kinds import verbal
from vedette.model import Incident, Party, UsageError

Days = date | str | None
Words = str | Sequence[str] | None


class Asked(TypedDict, total=False):
    """The keywords that reads of incidents take: the fields of `Filter`."""

    type: Words
    actor: str | None
    target: str | None
    place: str | None
    country: Words
    from_: Days
    to: Days
    status: Words
    grade: Words
    statements: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What an incident must be; what is None is not asked.

    `type`, `status`, `grade` and `country` (code or name) take one value or several. `actor` is a registry id or a
    part of a name and asks who did it, `target` to whom; `place` is a part of the place's or its province's name.
    `from_` and `to` keep what may have happened between them, both days included. `statements` True keeps statements
    alone, False leaves them out.
    """

    type: Words = None
    actor: str | None = None
    target: str | None = None
    place: str | None = None
    country: Words = None
    from_: Days = None
    to: Days = None
    status: Words = None
    grade: Words = None
    statements: bool | None = None

    def __post_init__(self) -> None:
        """Refuse what no incident can be: UsageError for an unknown grade or country, a day that is none, an interval
        that ends before it begins. A country may be given by its name; its code is kept."""
        first, last = day(self.from_), day(self.to)
        if first and last and first > last:
            raise UsageError(f"from {first} to {last}: ends before it begins; give the earlier day first")
        for given in _listed(self.grade):
            if given.casefold() not in {grade.casefold() for grade in GRADES}:
                raise UsageError(f"grade {given}: there is none of that name; choose one of {', '.join(GRADES)}")
        object.__setattr__(self, "country", tuple(map(_country, _listed(self.country))) or None)

    def keeps(self, incident: Incident) -> bool:
        """Say whether the incident is asked for."""
        return (
            _is(incident.type, self.type)
            and _is(incident.status, self.status)
            and _is(incident.grade, self.grade)
            and _is(incident.place.country, self.country)
            and _between(incident, self.from_, self.to)
            and _named(incident.actors, self.actor)
            and _named(incident.targets, self.target)
            and _stands(self.place, incident.place.name, incident.place.adm1, incident.place.text)
            and self.statements in (None, verbal(incident.type))
        )


def day(given: Days) -> date | None:
    """Read a day given as a date or as YYYY-MM-DD; raises UsageError."""
    if not isinstance(given, str):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"{given!r} is not a day; write it as YYYY-MM-DD") from error


def _is(value: str | None, wanted: Words) -> bool:
    if wanted is None:
        return True
    return (value or "").casefold() in {one.casefold() for one in _listed(wanted)}


def _listed(given: Words) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given or ())


def _country(given: str) -> str:
    from vedette.registry.country import country_code

    code = country_code(given)
    if code is None:
        raise UsageError(f"country {given}: unknown; give its name or its two letters: Yemen or YE")
    return code


def _between(incident: Incident, from_: Days, to: Days) -> bool:
    first, last = day(from_), day(to)
    if first is None and last is None:
        return True
    if incident.from_ is None and incident.to is None:
        return False
    return (incident.to or date.max) >= (first or date.min) and (incident.from_ or date.min) <= (last or date.max)


def _named(parties: Sequence[Party], wanted: str | None) -> bool:
    return wanted is None or any(
        wanted == party.actor_id or _stands(wanted, party.name, party.text) for party in parties
    )


def _stands(wanted: str | None, *names: str | None) -> bool:
    return wanted is None or any(wanted.casefold() in name.casefold() for name in names if name)
