"""Tallies compared with the record: how many incidents the case itself holds of what somebody counted."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from vedette.linking.kin import Kin, Kinship
from vedette.linking.kinds import family
from vedette.model import Incident, Party, Tally, to_json

_FITTING = frozenset({Kin.SAME, Kin.PART, Kin.ALLIED, Kin.COUNTRY, Kin.UNKNOWN})


def tally_forms(tallies: Iterable[Tally], incidents: Sequence[Incident], kinship: Kinship) -> list[dict[str, Any]]:
    """Give the JSON form of each tally with `in_record`."""
    return [{**to_json(one), "in_record": in_record(one, incidents, kinship)} for one in tallies]


def in_record(tally: Tally, incidents: Iterable[Incident], kinship: Kinship) -> int:
    """Count the incidents of the tally's type, in its days and places, by its actor and against its target.

    Runs of happenings told as one and discounted incidents do not count; what an incident leaves unknown (its actor,
    its place) does not keep it out, an unknown day does.
    """
    return sum(_counted(one, tally, kinship) for one in incidents)


def _counted(one: Incident, tally: Tally, kinship: Kinship) -> bool:
    return (
        not one.aggregate
        and one.grade != "Discounted"
        and family(one.type) == family(tally.type)
        and _in_days(one, tally)
        and _in_places(one, tally)
        and _fits(one.actors, tally.actor, kinship)
        and _fits(one.targets, tally.target, kinship)
    )


def _in_days(one: Incident, tally: Tally) -> bool:
    if one.from_ is None and one.to is None:
        return False
    first, last = one.from_ or one.to or date.min, one.to or one.from_ or date.max
    return first >= (tally.from_ or date.min) and last <= (tally.to or date.max)


def _in_places(one: Incident, tally: Tally) -> bool:
    countries = {place.country for place in tally.places if place.country}
    if not countries or one.place.country is None:
        return True
    if one.place.country not in countries:
        return False
    narrow = {place.name for place in tally.places if place.precision is not None and place.precision < 6}
    return not narrow or one.place.name in narrow or one.place.adm1 in narrow


def _fits(parties: tuple[Party, ...], wanted: tuple[Party, ...], kinship: Kinship) -> bool:
    return not parties or not wanted or kinship.nearest(parties, wanted) in _FITTING
