"""Reports that try the page: an answer, a threat by a name from right to left, a pair in doubt, hostile words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from vedette.model import Claim, Coding, Party, Report, When, cut, precision_of
from vedette.model.ids import content_id
from vedette.store import Coder


def reports(desk: Any, evil: str) -> list[Any]:
    """All of them."""
    return [answer_report(desk), threat_report(desk), evil_report(desk, evil), *doubtful_reports(desk)]


def coder(desk: Any) -> Coder:
    """Code what the store's desk codes, and threats."""

    def code(given: Report) -> Coding:
        coding: Coding = desk.code(given)
        return replace(coding, claims=(*coding.claims, *threats(given)))

    return code


_THREAT = re.compile(r"On (\d{4}-\d\d-\d\d) (\w+ forces) threatened (\w+ \w+)")


def threats(given: Report) -> Iterator[Claim]:
    """Code the threats of a report."""
    for match in _THREAT.finditer(given.text):
        day = date.fromisoformat(match[1])
        by, against = (
            Party(
                text=match[at],
                start=match.start(at),
                end=match.end(at),
                actor_id=known,
                name=match[at],
                kind="armed group",
            )
            for at, known in ((2, "grp:northern"), (3, "grp:south-command"))
        )
        trigger = given.text.index("threatened", match.start())
        yield Claim(
            claim_id=content_id("c", given.id, trigger),
            report_id=given.id,
            url=given.url,
            outlet=given.outlet,
            published=given.day,
            sentence=cut(given.text, match.start(), match.end()),
            trigger=cut(given.text, trigger, trigger + len("threatened")),
            type="THREATEN",
            mode=None,
            status="actual",
            probability=0.9,
            actor=(by,),
            target=(against,),
            when=When(
                text=match[1],
                start=match.start(1),
                end=match.end(1),
                from_=day,
                to=day,
                precision=precision_of(day, day),
            ),
        )


def threat_report(desk: Any) -> Any:
    """A report of words, against a party whose name is written from right to left."""
    text = "On 2024-03-08 Northern forces threatened \u0642\u0648\u0627\u062a \u0627\u0644\u062c\u0646\u0648\u0628."
    return desk.report(98, day=date(2024, 3, 8), text=text, outlet="\u0635\u0648\u062a")


def answer_report(desk: Any) -> Any:
    """A report of an act and of what answered it."""
    text = (
        "On 2024-03-07 Northern forces shelled a mill in Arda, killing 3.\n\n"
        "On 2024-03-08 Southern forces shelled a convoy in Arda in retaliation, killing 2."
    )
    return desk.report(97, day=date(2024, 3, 9), text=text, outlet="Outlet 1")


def doubtful_reports(desk: Any) -> list[Any]:
    """Reports of two outlets that may be about one act, or about two."""
    told = (("14", "a ferry", 5, "Outlet 1"), ("15", "a boat", 6, "Outlet 2"))
    return [
        desk.report(
            int(f"8{day}"),
            day=date(2024, 3, 16),
            text=f"On 2024-03-{day} Northern forces shelled {target} in Corum, killing {killed}.",
            outlet=outlet,
        )
        for day, target, killed, outlet in told
    ]


def evil_report(desk: Any, evil: str) -> Any:
    """A report whose text, outlet, title and address would be run by a page that trusted them.

    It begins with a letter of two UTF-16 units, of which Python counts one and a browser two.
    """
    text = (
        f"\U0001f534 On 2024-03-09 Western forces shelled a {'depot'} in Dara, killing 4. {evil} war could widen. "
        "It was shelled 9 times since 2024-03-01."
    )
    return desk.report(99, day=date(2024, 3, 10), text=text, outlet=f"Evil {evil}", url="javascript:alert(3)")
