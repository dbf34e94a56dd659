"""Tallies compared with the record: how many incidents the case itself holds of what somebody counted, and what of
that time and those places it has read nothing about."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from vedette.linking.kin import Kin, Kinship
from vedette.linking.kinds import family
from vedette.model import Incident, Party, Place, Tally, to_json
from vedette.store.coverage import NONE, THIN, Month, Reading

_FITTING = frozenset({Kin.SAME, Kin.PART, Kin.ALLIED, Kin.COUNTRY, Kin.UNKNOWN})


class Fits(IntEnum):
    """Whether an incident is of those that were counted; the least of its fields decides."""

    NO = 0
    MAYBE = 1
    UNLESS = 2  # unless what it leaves unknown says otherwise
    YES = 3


def tally_forms(
    tallies: Iterable[Tally], incidents: Sequence[Incident], kinship: Kinship, reading: Reading
) -> list[dict[str, Any]]:
    """Give the JSON form of each tally with what the record holds beside it.

    `in_record` is how many incidents fit, `record_low` those of which nothing is left open, `record_high` also those
    that may fall into its days. `silent_months` and `thin_months` are the months of its time about which the case has
    read nothing or little, `silent_places` its places of which no report speaks; `beside` says it in words.
    """
    return [_form(one, incidents, kinship, reading) for one in tallies]


def in_record(tally: Tally, incidents: Iterable[Incident], kinship: Kinship, *, least: Fits = Fits.UNLESS) -> int:
    """Count the incidents of the tally's type, in its days and places, by its actor and against its target.

    Runs of happenings told as one and discounted incidents do not count; what an incident leaves unknown (its actor,
    its place) does not keep it out, an unknown day does.
    """
    return sum(_fits(one, tally, kinship) >= least for one in incidents)


def _form(tally: Tally, incidents: Sequence[Incident], kinship: Kinship, reading: Reading) -> dict[str, Any]:
    fits = [_fits(one, tally, kinship) for one in incidents]
    months, silent = _months(tally, reading), _silent_places(tally, reading)
    form = {
        **to_json(tally),
        "in_record": sum(one >= Fits.UNLESS for one in fits),
        "record_low": sum(one >= Fits.YES for one in fits),
        "record_high": sum(one >= Fits.MAYBE for one in fits),
        "silent_months": [one.month for one in months if one.level == NONE],
        "thin_months": [one.month for one in months if one.level == THIN],
        "silent_places": silent,
    }
    return {**form, "beside": _beside(form, tally)}


def _beside(form: dict[str, Any], tally: Tally) -> str:
    low, best, high = form["record_low"], form["in_record"], form["record_high"]
    said = f"{tally.low} or more" if tally.high is None else str(tally.low)
    said = said if tally.high in (None, tally.low) else f"{tally.low} to {tally.high}"
    held = str(best) if low == high else f"{best} ({low} to {high})"
    gaps = [
        f"{words} {', '.join(form[key])}"
        for key, words in (
            ("silent_months", "no report about"),
            ("thin_months", "few reports about"),
            ("silent_places", "none from"),
        )
        if form[key]
    ]
    gaps += ["since when is not said"] if tally.from_ is None else []
    return "; ".join([f"{said} counted, the record holds {held}", *gaps])


def _fits(one: Incident, tally: Tally, kinship: Kinship) -> Fits:
    if one.aggregate or one.grade == "Discounted" or family(one.type) != family(tally.type):
        return Fits.NO
    return min(
        _in_days(one, tally),
        _in_places(one, tally),
        _between(one.actors, tally.actor, kinship),
        _between(one.targets, tally.target, kinship),
    )


def _in_days(one: Incident, tally: Tally) -> Fits:
    first, last = tally.from_ or date.min, tally.to or date.max
    if one.from_ is None and one.to is None:
        return Fits.MAYBE
    begins, ends = one.from_ or one.to or date.min, one.to or one.from_ or date.max
    if begins >= first and ends <= last:
        return Fits.YES if one.from_ is not None else Fits.UNLESS
    return Fits.MAYBE if ends >= first and begins <= last else Fits.NO


def _in_places(one: Incident, tally: Tally) -> Fits:
    countries = _countries(tally.places)
    if not countries:
        return Fits.YES
    if one.place.country is None:
        return Fits.UNLESS
    if one.place.country not in countries:
        return Fits.NO
    narrow = {place.name for place in tally.places if place.precision is not None and place.precision < 6}
    return Fits.YES if not narrow or one.place.name in narrow or one.place.adm1 in narrow else Fits.NO


def _between(parties: tuple[Party, ...], wanted: tuple[Party, ...], kinship: Kinship) -> Fits:
    if not wanted:
        return Fits.YES
    if not parties:
        return Fits.UNLESS
    kin = kinship.nearest(parties, wanted)
    return Fits.NO if kin not in _FITTING else Fits.UNLESS if kin is Kin.UNKNOWN else Fits.YES


def _months(tally: Tally, reading: Reading) -> list[Month]:
    """Give the months of a tally; each as it is covered where it is covered least of the tally's countries that reports
    speak of at all."""
    if tally.from_ is None or tally.to is None or tally.from_ > tally.to:
        return []
    spoken: list[str | None] = [*sorted(_countries(tally.places) & {*reading.countries()})]
    sets = [reading.months(tally.from_, tally.to, country=country) for country in spoken or [None]]
    return [min(months, key=lambda one: (one.reports, one.month)) for months in zip(*sets, strict=True)]


def _silent_places(tally: Tally, reading: Reading) -> list[str]:
    spoken = {*reading.countries()}
    return sorted(
        {place.name or str(place.country) for place in tally.places if place.country and place.country not in spoken}
    )


def _countries(places: Iterable[Place]) -> set[str]:
    return {place.country for place in places if place.country}
