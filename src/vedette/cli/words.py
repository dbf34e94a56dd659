"""Values as people read them: days, figures, places, parties."""

from collections.abc import Iterable
from datetime import date

from vedette.model import (
    Party,
    Place,
    Published,
    Report,
    Responsibility,
    SideToll,
    Source,
    Toll,
    TollRange,
    WherePrecision,
)

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
SIDE = {
    "actor": "of the attackers",
    "target": "of those attacked",
    "civilian": "civilians",
    "unknown": "not told whose",
}
STANCE = {"claimed": "claims it", "denied": "denies it"}


def days(from_: date | str | None, to: date | str | None) -> str:
    """Write an interval of days (dates, or ISO dates as text): the day, "A ~ B", "from A", "by B" or "unknown"."""
    if from_ == to:
        return str(from_) if from_ else "unknown"
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


def sides(values: Iterable[SideToll]) -> str:
    """Write whose dead or wounded: "3 of those attacked, 2–4 civilians, 1 not told"."""
    return ", ".join(f"{figure(one.low, one.best, one.high)} {SIDE.get(one.side, one.side)}" for one in values)


def responsibility(value: Responsibility) -> str:
    """Write who is held responsible by whom: "JNIM (accused by the army, Radio Marou)"."""
    if value.stance == "accused":
        return f"{party(value.party)} (accused by {', '.join(value.by)})"
    return f"{party(value.party)} ({STANCE.get(value.stance, value.stance)})"


def casualties(killed: Toll | TollRange | None, injured: Toll | TollRange | None) -> str:
    """Write both tolls: "8 killed, 2+ injured", "no one killed or injured"."""
    told = [(toll(value), word) for value, word in ((killed, "killed"), (injured, "injured")) if value is not None]
    if told and all(number == "0" for number, _ in told):
        return f"no one {' or '.join(word for _, word in told)}"
    return ", ".join(f"{number} {word}" for number, word in told)


def party(value: Party) -> str:
    """Name a party: as the registry does, else in the words of the report."""
    return value.name or value.text


def parties(values: Iterable[Party], *, most: int | None = None) -> str:
    """Name parties, each once; after the first `most` only how many more there are."""
    names = list(dict.fromkeys(party(value) for value in values))
    more = len(names) - most if most and len(names) > most else 0
    return ", ".join(names[:most]) + (f" and {more} more" if more else "")


def acts(actors: Iterable[Party], targets: Iterable[Party], *, most: int | None = None) -> str:
    """Write "who → whom", with "?" for a side that is not told; "" where neither is. `most` as for `parties`."""
    who, whom = parties(actors, most=most), parties(targets, most=most)
    if not whom:
        return who
    return f"{who or '?'} → {whom}"


def place(value: Place, *, province: bool = True) -> str:
    """Name a place with its province and country, each once; "" where nothing is known."""
    name = value.name or value.text
    if name and value.precision == WherePrecision.COUNTRY:
        return name
    return ", ".join(dict.fromkeys(part for part in (name, value.adm1 if province else None, value.country) if part))


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
    """Write when a report was published and on what basis that is known."""
    said = days(value.start, value.end)
    return said if said == "unknown" else f"{said} ({value.basis})"


def told_by(report: Report | None) -> str:
    """Name a report by its outlet, or else its address, and its day."""
    if report is None:
        return ""
    return f"{report.outlet or report.url}, {report.day or 'date unknown'}"


def short(id_: str) -> str:
    """Shorten an id to what is typed: its prefix and six digits."""
    prefix, dash, digits = id_.rpartition("-")
    return f"{prefix}{dash}{digits[:6]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number of things: "1 report", "2 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def file_name(url: str) -> str:
    """Give the name of a local file without its folders; an address stays whole."""
    return url.rsplit("/", 1)[-1] if url.startswith("file:") else url
