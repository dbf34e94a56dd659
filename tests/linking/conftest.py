"""Reports and claims made for the tests of linking: every quote stands in its body."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from vedette.model import (
    Actor,
    Basis,
    Claim,
    Membership,
    Party,
    Place,
    Published,
    Report,
    Source,
    Span,
    Toll,
    When,
    WherePrecision,
    cut,
    precision_of,
)
from vedette.model.ids import content_id

PLACES = {
    "Marou": ("ML", 14.50, -4.20, WherePrecision.EXACT),
    "Tessit": ("ML", 15.20, 0.70, WherePrecision.EXACT),
    "Marou airfield": ("ML", 14.52, -4.21, WherePrecision.EXACT),
    "Mopti region": ("ML", 14.6, -4.0, WherePrecision.FIRST_ORDER),
    "Mali": ("ML", 17.0, -4.0, WherePrecision.COUNTRY),
    "Niger": ("NE", 17.0, 8.0, WherePrecision.COUNTRY),
}
PARTIES = {
    "the army": ("mil:ML", "Malian Armed Forces", "military", "ML"),
    "Mali": ("state:ML", "Mali", "state", "ML"),
    "JNIM": ("grp:jnim", "JNIM", "armed group", "ML"),
    "the Macina brigade": ("grp:macina", "Macina Liberation Front", "armed group", "ML"),
    "ISGS": ("grp:isgs", "Islamic State Sahel", "armed group", "NE"),
    "gunmen": (None, None, "armed group", None),
    "militants": (None, None, "armed group", "ML"),
    "villagers": (None, None, "civilians", "ML"),
    "it": (None, None, None, None),
    "France": ("state:FR", "France", "state", "FR"),
}


@dataclass(frozen=True)
class Sahel:
    """A small registry."""

    def actor(self, actor_id: str, /) -> Actor | None:
        part = {"mil:ML": "state:ML", "grp:macina": "grp:jnim"}.get(actor_id)
        known = {entry[0]: entry for entry in PARTIES.values()}
        if actor_id not in known:
            return None
        links = (Membership(rel="part_of", of=part),) if part else ()
        return Actor(id=actor_id, name=str(known[actor_id][1]), kind=str(known[actor_id][2]), memberships=links)


Line = dict[str, Any]
News = Callable[..., tuple[Report, tuple[Claim, ...]]]


def line(text: str, trigger: str, **fields: Any) -> Line:
    """A sentence, its trigger word and what coding found in it; `more` are other claims of the same sentence."""
    return {"text": text, "trigger": trigger, **fields}


def news(
    outlet: str | None, day: str | None, *lines: Line, agency: str | None = None
) -> tuple[Report, tuple[Claim, ...]]:
    """A report of these sentences (a paragraph each) and its claims."""
    published = date.fromisoformat(day) if day else None
    body = "\n\n".join(one["text"] for one in lines)
    report = Report(
        id=content_id("r", outlet, day, body),
        sha256="0" * 64,
        url=f"https://{outlet or 'unknown'}.example/{day}",
        outlet=outlet,
        agency=agency,
        title=None,
        text=body,
        language="en",
        published=Published(
            start=published,
            end=published,
            precision="day" if day else "unknown",
            basis=Basis.GIVEN if day else Basis.UNKNOWN,
        ),
    )
    starts, at = [], 0
    for one in lines:
        starts.append(at)
        at += len(one["text"]) + 2
    told = [(each, start) for one, start in zip(lines, starts, strict=True) for each in (one, *one.get("more", ()))]
    return report, tuple(_claim(report, one, start) for one, start in told if one["trigger"])


def _claim(report: Report, one: Line, start: int) -> Claim:
    sentence = Span(text=one["text"], start=start, end=start + len(one["text"]))
    trigger = _quote(sentence, one["trigger"])
    claim = Claim(
        claim_id=content_id("c", report.id, trigger.start),
        report_id=report.id,
        url=report.url,
        outlet=report.outlet,
        published=report.day,
        sentence=sentence,
        trigger=trigger,
        type=one.get("type", "ASSAULT"),
        mode=one.get("mode"),
        status=one.get("status", "actual"),
        probability=one.get("probability", 0.9),
        actor=_parties(sentence, one.get("actor", ())),
        target=_parties(sentence, one.get("target", ())),
        killed=_toll(sentence, one.get("killed")),
        injured=_toll(sentence, one.get("injured")),
        weapon=tuple(_quote(sentence, word) for word in one.get("weapon", ())),
        aggregate=one.get("aggregate", False),
        background=one.get("background", False),
        caption=one.get("caption", False),
    )
    if "place" in one:
        country, lat, lon, precision = PLACES[one["place"]]
        quote = _quote(sentence, one["place"])
        claim = replace(
            claim,
            place=Place(
                text=quote.text,
                start=quote.start,
                end=quote.end,
                name=one["place"],
                lat=lat,
                lon=lon,
                country=country,
                precision=precision,
            ),
        )
    if "on" in one:
        from_, to = (
            (date.fromisoformat(day) if day else None for day in (*one["on"].split(".."), one["on"])[:2])
            if ".." in one["on"]
            else (date.fromisoformat(one["on"]),) * 2
        )
        precision = precision_of(from_, to) if from_ and to else None
        quote = _quote(sentence, one["time"]) if "time" in one else None
        claim = replace(
            claim,
            when=When(
                text=quote.text if quote else None,
                start=quote.start if quote else None,
                end=quote.end if quote else None,
                from_=from_,
                to=to,
                precision=precision,
            ),
        )
    if "cause" in one:
        claim = replace(claim, cause=_quote(sentence, one["cause"]))
    if "source" in one:
        quote = _quote(sentence, one["source"])
        actor_id = PARTIES.get(one["source"], (None,))[0]
        claim = replace(claim, source=Source(text=quote.text, start=quote.start, end=quote.end, actor_id=actor_id))
    return claim


def _quote(sentence: Span, words: str) -> Span:
    at = sentence.text.lower().index(words.lower())
    return cut(sentence.text, at, at + len(words)).shift(sentence.start)


def _parties(sentence: Span, names: str | Sequence[str]) -> tuple[Party, ...]:
    listed = (names,) if isinstance(names, str) else names
    return tuple(_party(_quote(sentence, name), name) for name in listed)


def _party(quote: Span, name: str) -> Party:
    actor_id, full, kind, country = PARTIES.get(name, (None, None, None, None))
    return Party(
        text=quote.text, start=quote.start, end=quote.end, actor_id=actor_id, name=full, kind=kind, country=country
    )


def _toll(sentence: Span, given: tuple[str, int] | tuple[str, int, int | None] | None) -> Toll | None:
    if given is None:
        return None
    quote, high = _quote(sentence, given[0]), given[2] if len(given) > 2 else given[1]
    return Toll(low=given[1], best=given[1], high=high, text=quote.text, start=quote.start, end=quote.end)


@pytest.fixture(name="line")
def line_of_report() -> Callable[..., Line]:
    """Make a sentence of a report."""
    return line


@pytest.fixture(name="news")
def news_of_outlet() -> News:
    """Make a report and its claims."""
    return news


@pytest.fixture
def registry() -> Sahel:
    """A small registry of the Sahel."""
    return Sahel()
