"""How far second coders, and the program itself, agree on the fields of claims."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vedette.measuring.alpha import alpha, between, interval, nominal, ratio
from vedette.model import Claim, Party, Toll
from vedette.model.opinion import CODED, NOTHING, Opinion

PROGRAM = "vedette"
_METRICS: Mapping[str, tuple[str, Callable[..., float]]] = {
    "from": ("interval", interval),
    "to": ("interval", interval),
    "killed": ("ratio", ratio),
    "injured": ("ratio", ratio),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Alpha of one field with its 95% interval, on `claims` that two or more of `coders` coded."""

    field: str
    metric: str
    alpha: float | None
    low: float | None
    high: float | None
    claims: int
    coders: tuple[str, ...]


def agreement(claims: Iterable[Claim], opinions: Iterable[Opinion], *, program: bool = True) -> list[Agreement]:
    """Give the agreement of each field among second coders, and of the program with them unless it is left out."""
    by_id = {one.claim_id: one for one in claims}
    said: dict[str, dict[str, dict[str, str]]] = {field: defaultdict(dict) for field in CODED}
    for one in sorted(opinions, key=lambda one: (one.at, one.opinion_id)):
        if one.claim_id in by_id and one.field in said:
            said[one.field][one.claim_id][one.coder] = one.value
    for field, units in said.items():
        for claim_id, values in units.items():
            if program:
                values.setdefault(PROGRAM, answer(by_id[claim_id], field))
    return [_agreement(field, units) for field, units in said.items() if units]


def answer(claim: Claim, field: str) -> str:
    """Give what the program says of a field, as a second coder would write it."""
    return _ANSWERS[field](claim) or NOTHING


def _agreement(field: str, units: Mapping[str, Mapping[str, str]]) -> Agreement:
    name, metric = _METRICS.get(field, ("nominal", nominal))
    read = [
        {coder: value for coder, given in values.items() if (value := _value(given, name)) is not None}
        for _, values in sorted(units.items())
    ]
    paired = [list(values.values()) for values in read if len(values) > 1]
    limits = between(paired, metric)
    return Agreement(
        field=field,
        metric=name,
        alpha=alpha(paired, metric),
        low=limits[0] if limits else None,
        high=limits[1] if limits else None,
        claims=len(paired),
        coders=tuple(sorted({coder for values in read for coder in values})),
    )


def _value(given: str, metric: str) -> Hashable | None:
    """Read a value for comparison; of days and counts that nobody tells nothing can be compared."""
    text = " ".join(given.split()).casefold()
    if metric == "nominal":
        return "; ".join(sorted(part.strip() for part in text.split(";"))) or None
    if text in ("", NOTHING):
        return None
    return date.fromisoformat(text).toordinal() if metric == "interval" else float(text)


def _named(parties: tuple[Party, ...]) -> str:
    return "; ".join(one.name or one.text for one in parties)


def _best(toll: Toll | None) -> str:
    return "" if toll is None else str(toll.best)


_ANSWERS: Mapping[str, Callable[[Claim], Any]] = {
    "type": lambda claim: claim.type,
    "mode": lambda claim: claim.mode,
    "status": lambda claim: claim.status,
    "from": lambda claim: claim.when.from_ and claim.when.from_.isoformat(),
    "to": lambda claim: claim.when.to and claim.when.to.isoformat(),
    "country": lambda claim: claim.place.country,
    "place": lambda claim: claim.place.name,
    "actor": lambda claim: _named(claim.actor),
    "target": lambda claim: _named(claim.target),
    "killed": lambda claim: _best(claim.killed),
    "injured": lambda claim: _best(claim.injured),
}
