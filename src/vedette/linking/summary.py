"""One sentence that says what an incident was."""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from vedette.linking.kin import label
from vedette.model import Party, Place, TollRange

_MOST_NAMED = 3


def summary(
    *,
    type_: str,
    mode: str | None,
    status: str,
    actors: Sequence[Party],
    targets: Sequence[Party],
    place: Place,
    from_: date | None,
    to: date | None,
    killed: TollRange | None,
    injured: TollRange | None,
    aggregate: bool,
) -> str:
    """Say in one sentence who did what to whom, where, when and at what cost."""
    parts = [_deed(type_, mode, actors, targets), f"in {place.name}" if place.name else "", _dated(from_, to)]
    said = " ".join(part for part in parts if part) + _cost(killed, injured)
    said += " (several times)" if aggregate else ""
    said += {"claimed": " (claimed)", "thwarted": " (thwarted)"}.get(status, "")
    return said[0].upper() + said[1:]


def wording(type_: str, mode: str | None) -> dict[str, str]:
    """Give the verb and the noun for a type, in the words of its mode where it has some."""
    table: dict[str, Any] = phrases().get(type_, {"verb": "acted on", "noun": "Act towards"})
    own = table.get(mode or "", {})
    return {"verb": str(own.get("verb", table["verb"])), "noun": str(own.get("noun", table["noun"]))}


@cache
def phrases() -> dict[str, Any]:
    """Give the table of wordings."""
    return tomllib.loads(files("vedette.linking").joinpath("phrases.toml").read_text(encoding="utf-8"))


def _deed(type_: str, mode: str | None, actors: Sequence[Party], targets: Sequence[Party]) -> str:
    words = wording(type_, mode)
    whom = _names(targets) or "an unnamed target"
    return f"{_names(actors)} {words['verb']} {whom}" if actors else f"{words['noun']} {whom}"


def _names(parties: Sequence[Party]) -> str:
    names = [label(party) for party in parties[:_MOST_NAMED]]
    more = ["others"] if len(parties) > _MOST_NAMED else []
    listed = names + more
    return " and ".join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else "".join(listed)


def _dated(from_: date | None, to: date | None) -> str:
    if from_ and to:
        return f"on {_day(from_)}" if from_ == to else f"between {_day(from_)} and {_day(to)}"
    if to:
        return f"by {_day(to)}"
    return f"from {_day(from_)} on" if from_ else "on an unknown day"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _cost(killed: TollRange | None, injured: TollRange | None) -> str:
    if killed and killed.high == 0 and (injured is None or injured.high == 0):
        return ", killing no one" if injured is None else ", without casualties"
    parts = [
        f"{verb} {_figure(range_)}"
        for verb, range_ in (("killing", killed), ("injuring", injured))
        if range_ and range_.high != 0
    ]
    return ", " + " and ".join(parts) if parts else ""


def _figure(range_: TollRange) -> str:
    if range_.high is None:
        return f"at least {range_.low}"
    return str(range_.best) if range_.low == range_.high else f"{range_.best} ({range_.low} to {range_.high})"
