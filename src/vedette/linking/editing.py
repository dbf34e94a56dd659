"""A claim as a person corrected it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from vedette.codebook import codebook
from vedette.model import (
    Claim,
    DatePrecision,
    Decision,
    Party,
    Place,
    Span,
    Toll,
    UsageError,
    When,
    WherePrecision,
    precision_of,
)

Edit = Callable[[Claim, str], Claim]
BY_HAND = "a person's decision"


def edited(claim: Claim, edits: Iterable[Decision]) -> Claim:
    """Give the claim as a person corrected it; the stored claim stays as it was.

    Raises UsageError when a field cannot be edited or a value does not fit it.
    """
    for one in edits:
        claim = _edit(claim, one.field or "", one.value or "")
    return claim


def _edit(claim: Claim, name: str, value: str) -> Claim:
    if name not in EDITABLE:
        raise UsageError(f"decision: the field {name!r} cannot be edited; choose one of {', '.join(EDITABLE)}")
    edit, wanted = EDITABLE[name]
    try:
        return edit(claim, value.strip())
    except (ValueError, KeyError) as error:
        raise UsageError(f"decision: {value!r} does not fit the field {name!r}; give {wanted}") from error


def _type(claim: Claim, value: str) -> Claim:
    kind = codebook().types[value.upper()]
    return replace(claim, type=value.upper(), mode=claim.mode if claim.mode in kind.modes else None)


def _mode(claim: Claim, value: str) -> Claim:
    if value and value not in codebook().types[claim.type].modes:
        raise ValueError(value)
    return replace(claim, mode=value or None)


def _status(claim: Claim, value: str) -> Claim:
    if value not in codebook().statuses:
        raise ValueError(value)
    return replace(claim, status=value)


def _from(claim: Claim, value: str) -> Claim:
    day = date.fromisoformat(value)
    to = claim.when.to or day
    return replace(claim, when=_interval(claim.when, day, max(to, day)))


def _to(claim: Claim, value: str) -> Claim:
    day = date.fromisoformat(value)
    return replace(claim, when=_interval(claim.when, min(claim.when.from_ or day, day), day))


def _interval(when: When, from_: date, to: date) -> When:
    precision = precision_of(from_, to) if from_ <= to else DatePrecision.DAY
    return replace(when, from_=from_, to=to, precision=precision, basis=BY_HAND)


def _killed(claim: Claim, value: str) -> Claim:
    return replace(claim, killed=_toll(value))


def _injured(claim: Claim, value: str) -> Claim:
    return replace(claim, injured=_toll(value))


def _toll(value: str) -> Toll | None:
    """Read "8", "5-8", "12+"; nothing means that no figure is told."""
    if not value:
        return None
    if value.endswith("+"):
        return Toll(low=int(value[:-1]), best=int(value[:-1]), high=None)
    low, _, high = value.partition("-")
    least, most = int(low), int(high or low)
    if not 0 <= least <= most:
        raise ValueError(value)
    return Toll(low=least, best=least, high=most)


def _place(claim: Claim, value: str) -> Claim:
    """Read "Name" or "Name @ LAT, LON"; a point makes the place exact."""
    name, at, point = (part.strip() for part in value.partition("@"))
    if not name:
        raise ValueError(value)
    where = Place(name=name, country=claim.place.country, precision=WherePrecision.NEAR, basis=BY_HAND)
    if at:
        lat, lon = (float(part) for part in point.split(","))
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise ValueError(value)
        where = replace(where, lat=lat, lon=lon, precision=WherePrecision.EXACT)
    return replace(claim, place=where)


def _country(claim: Claim, value: str) -> Claim:
    from vedette.registry.country import country_code

    code = country_code(value)
    if code is None:
        raise ValueError(value)
    return replace(claim, place=replace(claim.place, country=code))


def _actor(claim: Claim, value: str) -> Claim:
    return replace(claim, actor=_parties(claim, value))


def _target(claim: Claim, value: str) -> Claim:
    return replace(claim, target=_parties(claim, value))


def _parties(claim: Claim, value: str) -> tuple[Party, ...]:
    """Read "grp:one; Name of another": an id of the registry has a colon; nothing means that nobody is named."""
    return tuple(_party(claim, part.strip()) for part in value.split(";") if part.strip())


def _party(claim: Claim, given: str) -> Party:
    at = claim.trigger
    plain = Party(text=given, start=at.start, end=at.end, name=given, basis=BY_HAND)
    if ":" not in given:
        return plain
    from vedette.registry import load

    entry = load().actor(given)
    if entry is None:
        raise KeyError(given)
    return replace(plain, text=entry.name, name=entry.name, actor_id=given, kind=entry.kind, country=entry.country)


def _weapon(claim: Claim, value: str) -> Claim:
    at = claim.trigger
    named = [part.strip() for part in value.split(";") if part.strip()]
    return replace(claim, weapon=tuple(Span(text=one, start=at.start, end=at.end) for one in named))


def _aggregate(claim: Claim, value: str) -> Claim:
    return replace(claim, aggregate=_flag(value))


def _background(claim: Claim, value: str) -> Claim:
    return replace(claim, background=_flag(value))


def _flag(value: str) -> bool:
    return {"true": True, "false": False}[value.casefold()]


_DAY, _FIGURE, _FLAG = "a day as YYYY-MM-DD", "a number, two as 5-8, or an open one as 12+", "true or false"
_PARTIES = "names or ids of the registry (grp:...), several with ; between"
EDITABLE: dict[str, tuple[Edit, str]] = {
    "type": (_type, "one of the codebook's types"),
    "mode": (_mode, "a mode that the codebook has for the type"),
    "status": (_status, "one of the codebook's statuses"),
    "from": (_from, _DAY),
    "to": (_to, _DAY),
    "place": (_place, "a name, or a name and a point: Kirkuk @ 35.47, 44.39"),
    "country": (_country, "a country's name or its two letters"),
    "actor": (_actor, _PARTIES),
    "target": (_target, _PARTIES),
    "weapon": (_weapon, "words, several with ; between"),
    "killed": (_killed, _FIGURE),
    "injured": (_injured, _FIGURE),
    "aggregate": (_aggregate, _FLAG),
    "background": (_background, _FLAG),
}
