"""Reports for the tests of the store, and a coder that reads their simple sentences.

Run as a script it adds the reports to a case: `python desk.py CASE NUMBER`.
"""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from vedette.model import (
    Affiliation,
    Basis,
    Claim,
    Coding,
    Outlook,
    Party,
    Place,
    Published,
    Report,
    Source,
    SourceError,
    Span,
    Tally,
    Toll,
    When,
    WherePrecision,
    cut,
    precision_of,
)
from vedette.model.ids import content_id
from vedette.store import open_case

TOWNS = {"Arda": (36.1, 37.2), "Belen": (35.2, 38.4), "Corum": (34.9, 36.6), "Dara": (33.0, 36.1)}
_SENTENCE = re.compile(
    r"On (\d{4}-\d\d-\d\d) (?P<actor>[A-Z]\w+ forces) shelled (?P<target>a \w+) in (?P<town>\w+)"
    r"(?: in retaliation)?, killing (?P<killed>\d+)"
)


class Plain:
    """A registry that knows nobody."""

    def actor(self, actor_id: str, /) -> None:
        """Give no entry."""


def report(number: int, *, day: date | None, text: str, outlet: str | None = "Desk", url: str | None = None) -> Report:
    """A report of this text."""
    url = url or f"https://desk.example/{number}"
    return Report(
        id=content_id("r", url, text),
        sha256="0" * 64,
        url=url,
        outlet=outlet,
        agency=None,
        title=None,
        text=text,
        language="en",
        published=Published(
            start=day, end=day, precision="day" if day else "unknown", basis=Basis.GIVEN if day else Basis.UNKNOWN
        ),
    )


def reports(count: int) -> list[Report]:
    """Reports on a war of two sides; every incident is told by two or three outlets with figures that differ."""
    made = []
    for number in range(count):
        event = number // 3
        day = date(2024, 3, 1) + timedelta(days=event // 2)
        town = sorted(TOWNS)[event % len(TOWNS)]
        actor, target = (("Northern", "a depot"), ("Southern", "a bridge"))[event % 2]
        answer = " in retaliation" if event % 2 else ""
        made.append(
            report(
                number,
                day=day + timedelta(days=number % 3),
                outlet=f"Outlet {number % 3}",
                text=(
                    f"On {day} {actor} forces shelled {target} in {town}{answer}, killing {event + number % 3}, outlet "
                    f"{number} was told.\n\nOn {day - timedelta(days=4)} Eastern forces shelled a "
                    f"market in {town}, killing 2."
                ),
            )
        )
    return made


def code(given: Report) -> Coding:
    """Code the sentences that the reports of this module are made of."""
    if "UNREADABLE" in given.text:
        raise SourceError(given.url, "cannot be coded; leave it out")
    claims = tuple(_claim(given, match) for match in _SENTENCE.finditer(given.text))
    return Coding(
        report_id=given.id,
        claims=claims,
        tallies=tuple(_tallies(given)),
        outlooks=tuple(_outlooks(given)),
        affiliations=tuple(_affiliations(given)),
    )


def _claim(given: Report, match: re.Match[str]) -> Claim:
    lat, lon = TOWNS[match["town"]]
    end = given.text.find("\n\n", match.start())
    sentence = cut(given.text, match.start(), end if end > 0 else len(given.text))
    trigger = given.text.index("shelled", match.start())
    day, killed = date.fromisoformat(match[1]), int(match["killed"])
    claim = Claim(
        claim_id=content_id("c", given.id, trigger),
        report_id=given.id,
        url=given.url,
        outlet=given.outlet,
        published=given.day,
        sentence=sentence,
        trigger=cut(given.text, trigger, trigger + 7),
        type="ASSAULT",
        mode="heavy-weapons",
        status="actual",
        probability=0.9,
        actor=(_party(given, match, "actor"),),
        target=(_party(given, match, "target"),),
        place=Place(
            text=match["town"],
            start=match.start("town"),
            end=match.end("town"),
            name=match["town"],
            lat=lat,
            lon=lon,
            country="SY",
            precision=WherePrecision.EXACT,
        ),
        when=When(
            text=match[1], start=match.start(1), end=match.end(1), from_=day, to=day, precision=precision_of(day, day)
        ),
        killed=Toll(
            low=killed,
            best=killed,
            high=killed,
            text=match["killed"],
            start=match.start("killed"),
            end=match.end("killed"),
        ),
    )
    at = given.text.find("in retaliation", match.start(), match.end())
    return claim if at < 0 else replace(claim, cause=cut(given.text, at, at + len("in retaliation")))


def _party(given: Report, match: re.Match[str], side: str) -> Party:
    text = match[side]
    known = f"grp:{text.split()[0].lower()}" if side == "actor" else None
    return Party(
        text=text,
        start=match.start(side),
        end=match.end(side),
        actor_id=known,
        name=text,
        kind="armed group" if known else None,
    )


def _tallies(given: Report) -> Iterator[Tally]:
    for match in re.finditer(r"shelled (\d+) times since (\d{4}-\d\d-\d\d)", given.text):
        quote = Span(text=match[0], start=match.start(), end=match.end())
        yield Tally(
            tally_id=content_id("t", given.id, match.start()),
            report_id=given.id,
            low=int(match[1]),
            high=int(match[1]),
            from_=date.fromisoformat(match[2]),
            to=given.day,
            of="shellings",
            type="ASSAULT",
            quote=quote,
            sentence=quote,
            places=(Place(country="SY"),),
            source=Source(text=match[1], start=match.start(1), end=match.end(1)),
        )


def _outlooks(given: Report) -> Iterator[Outlook]:
    for match in re.finditer(r"war could widen", given.text):
        quote = Span(text=match[0], start=match.start(), end=match.end())
        yield Outlook(
            outlook_id=content_id("o", given.id, match.start()),
            report_id=given.id,
            by=None,
            if_=None,
            then=quote,
            modality="could",
            quote=quote,
        )


def _affiliations(given: Report) -> Iterator[Affiliation]:
    for match in re.finditer(r"(Northern forces), backed by (Eastern forces)", given.text):
        sides = [Party(text=match[i], start=match.start(i), end=match.end(i)) for i in (1, 2)]
        yield Affiliation(
            affiliation_id=content_id("f", given.id, match.start()),
            report_id=given.id,
            actor=sides[0],
            rel="backed_by",
            of=sides[1],
            status="actual",
            hedge=None,
            quote=Span(text=match[0], start=match.start(), end=match.end()),
        )


def add(path: str, count: int, *, coder: Callable[[Report], Coding] = code) -> None:
    """Add the first reports to a case."""
    with open_case(path, create=True, registry=Plain()) as case:
        case.add(reports(count), coder=coder)


if __name__ == "__main__":
    print("ready", flush=True)
    add(sys.argv[1], int(sys.argv[2]))
