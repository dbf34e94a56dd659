"""Choosing incidents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

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

    `type`, `status` and `country` take one value or several. `actor` is a registry id or a part of a name and asks who
    did it, `target` to whom; `place` is a part of the place's or its province's name. `from_` and `to` keep what may
    have happened between them, both days included. `statements` True keeps statements alone, False leaves them out.
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

    def keeps(self, incident: Incident) -> bool:
        """Say whether the incident is asked for; raises UsageError for a day that is none."""
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
    listed = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    return (value or "").casefold() in {one.casefold() for one in listed}


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
