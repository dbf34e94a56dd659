"""Compare what the program says with rows that a person coded by hand (`expected.yaml`)."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Any

from vedette.model import Claim, Party, Place, Span, Toll, When

IDLE = frozenset(
    "the a an of in on at to by for and or with from its their his her no not unknown leader organization organisation "
    "group groups movement forces force government state member members area province base minister prime secretary "
    "defense defence general president stated near north south east west northern southern eastern western".split()
)
NEAR_KM = 25.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One row of a hand-coded file: found or not, and what was wrong with the nearest thing found."""

    section: str
    row: str
    found: bool
    wrong: str = ""
    article: str = ""


def words(text: str) -> set[str]:
    """Give the telling words of a text: folded to ASCII, without function words and generic nouns."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("u.s.", "united states").replace("’", "'"))
    bare = re.sub(r"[^a-z0-9 ]", "", plain.encode("ascii", "ignore").decode().replace("-", " ").replace("/", " "))
    return {_stem(word) for word in bare.split()} - IDLE


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def same_words(expected: str, *found: str | None, share: float = 0.5) -> bool:
    """Say whether at least `share` of the telling words of `expected` stand in what was found."""
    wanted = words(expected)
    got = set().union(*(words(text) for text in found if text))
    return bool(wanted) and len(wanted & got) >= share * len(wanted)


def same_party(expected: str, parties: tuple[Party, ...]) -> bool:
    """Say whether one of the parties is the expected one, by resolved name or by words."""
    plain = re.sub(r"\(.*?\)", "", expected)
    return any(
        same_words(form, party.text, party.name, share=0.34)
        for party in parties
        for part in re.split(r",\s*", plain)
        for form in (part, *re.findall(r"\((.*?)\)", expected))
    )


def same_date(expected: Any, when: When) -> bool:
    """Say whether a time is the expected one: a day (exact), a year, "from D", "after D" or "on or before D"."""
    if isinstance(expected, int):
        return when.from_ is not None and when.to is not None and when.from_.year == expected == when.to.year
    found = re.search(r"\d{4}-\d\d-\d\d", str(expected))
    if found is None:
        return True
    day = date.fromisoformat(found.group())
    lead = str(expected)[: found.start()].strip()
    if lead == "on or before":
        return when.to is not None and day - timedelta(days=1) <= when.to <= day
    if lead in {"from", "after", "since"}:
        return when.from_ is not None and day <= when.from_ <= day + timedelta(days=1)
    return when.from_ == when.to == day


def same_place(expected: str, place: Place, *, near_km: float = NEAR_KM) -> bool:
    """Say whether a place is the expected one: within `near_km` where coordinates are given, else by words."""
    if re.search(r"\bnot stated\b", expected):
        away = re.search(r"NOT ([^)]*)", expected)
        return not (place.precision and place.precision < 4) and not (away and same_words(away.group(1), place.name))
    point = re.search(r"\((-?[\d.]+), (-?[\d.]+)\)", expected)
    if point:
        return kilometres(place, float(point.group(1)), float(point.group(2))) <= near_km
    return same_words(expected, place.name, place.text, place.adm1)


def kilometres(place: Place, lat: float, lon: float) -> float:
    """Give the great-circle distance in km from a place to a point (infinite when it has no coordinates)."""
    if place.lat is None or place.lon is None:
        return float("inf")
    half = (radians(lat - place.lat) / 2, radians(lon - place.lon) / 2)
    chord = sin(half[0]) ** 2 + cos(radians(lat)) * cos(radians(place.lat)) * sin(half[1]) ** 2
    return 2 * 6371.0 * asin(sqrt(chord))


def same_toll(expected: Any, toll: Toll | None) -> bool:
    """Say whether a toll is the expected number, or its lower bound ("several (at least 2)")."""
    if toll is None:
        return False
    if isinstance(expected, int):
        return toll.low == toll.best == expected
    least = re.search(r"at least (\d+)", str(expected))
    return least is None or toll.low == int(least.group(1))


def holds(span: Span | None, expected: str, sentence: str = "") -> bool:
    """Say whether a quote (or the sentence round it) holds the telling words of `expected`."""
    return same_words(expected, span.text if span else None, sentence)


def wrong_fields(row: dict[str, Any], claim: Claim) -> list[str]:
    """Give the fields of an expected row that a claim does not meet."""
    modes = row.get("mode") if isinstance(row.get("mode"), list) else [row.get("mode")]
    tests = {
        "type": row.get("type") == claim.type,
        "mode": modes == [None] or claim.mode in modes,
        "status": row.get("status", claim.status) == claim.status,
        "when": same_date(_date_of(row), claim.when) if _dated(row) else True,
        "place": "place" not in row or isinstance(row["place"], list) or same_place(row["place"], claim.place),
        "actor": _party(row, ("actor", "speaker"), claim.actor),
        "target": _party(row, ("target", "against", "to"), claim.target) if _aimed(row) else True,
        "parties": all(same_party(name, claim.actor + claim.target) for name in row.get("parties", [])),
        "killed": "killed" not in row or same_toll(row["killed"], claim.killed),
        "injured": "injured" not in row or same_toll(row["injured"], claim.injured),
        "weapon": "weapon" not in row or any(same_words(row["weapon"], span.text) for span in claim.weapon),
        "source": "source" not in row or (claim.source is not None and same_words(row["source"], claim.source.text)),
        "what": all(same_words(str(row[key]), claim.sentence.text) for key in ("what", "quote") if key in row),
        "caption": row.get("from") != "caption" or claim.caption,
    }
    return [field for field, good in tests.items() if not good]


def _date_of(row: dict[str, Any]) -> Any:
    """Give the day of a row, or since when what it tells of has gone on: a day under `from` is a bound."""
    if "when" in row or not re.match(r"\d{4}-\d\d-\d\d$", str(row.get("from", ""))):
        return row.get("when", row.get("from", ""))
    return f"from {row['from']}"


def _dated(row: dict[str, Any]) -> bool:
    return bool(re.match(r"(\D*\d{4}-\d\d-\d\d|\d{4}$)", str(_date_of(row))))


def _aimed(row: dict[str, Any]) -> bool:
    return isinstance(row.get("to", ""), str)


def _party(row: dict[str, Any], keys: tuple[str, ...], parties: tuple[Party, ...]) -> bool:
    return all(same_party(str(row[key]), parties) for key in keys if isinstance(row.get(key), str))
