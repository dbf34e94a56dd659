"""Values of JSON forms as people read them on paper."""

from datetime import date
from typing import Any

from vedette.web.snapshot import Form

_EXACT = {2: "near", 3: "district", 4: "province", 5: "area", 6: "country", 7: "at sea or in the air"}


def day(given: str | date | None) -> str:
    """Write a day: 5 Jan 2024."""
    if given is None:
        return "unknown"
    one = date.fromisoformat(str(given)[:10])
    return f"{one.day} {one:%b %Y}"


def days(form: Form) -> str:
    """Write the days of an incident."""
    first, last = form["from"], form["to"]
    if first == last:
        return day(first)
    if first is None or last is None:
        return f"by {day(last)}" if last else f"from {day(first)} on"
    return f"{day(first)} – {day(last)}"


def figure(form: Form | None) -> str:
    """Write a toll with its range: "8", "12+", "5 (3–8)"; nothing where none is told."""
    if form is None:
        return ""
    low, best, high = form["low"], form["best"], form["high"]
    if low == high:
        return f"{low:,}"
    span = f"{low:,}+" if high is None else f"{low:,}–{high:,}"
    return span if best in (low, high) else f"{best:,} ({span})"


def names(parties: list[Form]) -> str:
    """Name parties, each once."""
    return ", ".join(dict.fromkeys(party["name"] or party["text"] for party in parties))


def where(place: Form) -> str:
    """Name a place, and say how exact it is."""
    name = ", ".join(dict.fromkeys(part for part in (place["name"], place["adm1"], place["country"]) if part))
    exact = _EXACT.get(place["precision"] or 0)
    return f"{name} ({exact})" if name and exact else name or "unknown"


def value(given: Any) -> str:
    """Write a value of a history."""
    if given is None or given in ([], ""):
        return "nothing"
    return ", ".join(map(str, given)) if isinstance(given, list) else str(given)
