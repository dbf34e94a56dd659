"""Values as people read them: days, figures, places, parties."""

from collections.abc import Iterable
from datetime import date

from vedette.model import Party, Place, Published, Source, Toll, TollRange, WherePrecision

HOW_EXACT = {
    WherePrecision.NEAR: "near",
    WherePrecision.SECOND_ORDER: "district",
    WherePrecision.FIRST_ORDER: "province",
    WherePrecision.AREA: "area",
    WherePrecision.COUNTRY: "country",
    WherePrecision.WATER_OR_AIR: "at sea or in the air",
}
STATUS = {
    "actual": "happened",
    "claimed": "claimed",
    "denied": "denied",
    "planned": "planned",
    "hypothetical": "may happen",
    "thwarted": "thwarted",
}


def days(from_: date | None, to: date | None) -> str:
    """Write an interval of days: the day, "A ~ B", "from A", "by B" or "unknown"."""
    if from_ == to:
        return from_.isoformat() if from_ else "unknown"
    if from_ is None:
        return f"by {to}"
    return f"from {from_}" if to is None else f"{from_} ~ {to}"


def figure(low: int, best: int, high: int | None) -> str:
    """Write a number with its range: "8", "3–5", "12+", "5 (3–8)"."""
    if low == high:
        return str(low)
    span = f"{low}+" if high is None else f"{low}–{high}"
    return span if best in (low, high) else f"{best} ({span})"


def toll(value: Toll | TollRange | None) -> str:
    """Write a toll, "" where none is told."""
    return "" if value is None else figure(value.low, value.best, value.high)


def casualties(killed: Toll | TollRange | None, injured: Toll | TollRange | None) -> str:
    """Write both tolls: "8 killed, 2+ injured", "no one killed or injured"."""
    told = [(toll(value), word) for value, word in ((killed, "killed"), (injured, "injured")) if value is not None]
    if told and all(number == "0" for number, _ in told):
        return f"no one {' or '.join(word for _, word in told)}"
    return ", ".join(f"{number} {word}" for number, word in told)


def party(value: Party) -> str:
    """Name a party: as the registry does, else in the words of the report."""
    return value.name or value.text


def parties(values: Iterable[Party]) -> str:
    """Name parties, each once."""
    return ", ".join(dict.fromkeys(party(value) for value in values))


def acts(actors: Iterable[Party], targets: Iterable[Party]) -> str:
    """Write "who → whom", with "?" for a side that is not told; "" where neither is."""
    who, whom = parties(actors), parties(targets)
    if not whom:
        return who
    return f"{who or '?'} → {whom}"


def place(value: Place) -> str:
    """Name a place with its province and country, each once; "" where nothing is known."""
    name = value.name or value.text
    if name and value.precision == WherePrecision.COUNTRY:
        return name
    return ", ".join(dict.fromkeys(part for part in (name, value.adm1, value.country) if part))


def located(value: Place) -> str:
    """Name a place and say in a word how exact it is: "Kirkuk, IQ (province)"."""
    name, exact = place(value), HOW_EXACT.get(value.precision) if value.precision else None
    return f"{name} ({exact})" if name and exact else name


def source(value: Source | None) -> str:
    """Name a source, "" where the report names none."""
    return "" if value is None else value.name or value.text


def status(value: str) -> str:
    """Write a status as a word of everyday language."""
    return STATUS.get(value, value)


def published(value: Published) -> str:
    """Write when a report was published and how that is known."""
    said = days(value.start, value.end)
    reasons = f": {'; '.join(value.reasons)}" if value.reasons else ""
    return f"{said} ({value.basis}{reasons})" if said != "unknown" else f"date unknown{reasons}"


def short(id_: str) -> str:
    """Shorten an id to what is typed: its prefix and six digits."""
    prefix, dash, digits = id_.rpartition("-")
    return f"{prefix}{dash}{digits[:6]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number of things: "1 report", "2 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
