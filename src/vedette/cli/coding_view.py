"""What one report says, as people read it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from vedette.cli import words
from vedette.cli.highlight import STYLES, highlighted
from vedette.cli.paragraph import paragraph
from vedette.cli.reasons_view import print_reasons
from vedette.cli.report_view import heading
from vedette.model import Affiliation, Claim, Coding, Outlook, Report, Tally, Why

if TYPE_CHECKING:
    from rich.console import Console

NAME_WIDTH = 8
Pairs = Iterable[tuple[str, str]]


def show(report: Report, coding: Coding, *, console: "Console", whys: Mapping[str, Why] = MappingProxyType({})) -> None:
    """Print a report's heading, then its claims (with their reasons by claim id), tallies, outlooks, affiliations."""
    heading(report, console)
    paragraph(console, _found(coding), indent=2)
    for claim in coding.claims:
        print_claim(claim, console)
        if claim.claim_id in whys:
            print_reasons(whys[claim.claim_id], console)
    _section("Tallies", (_tally(tally) for tally in coding.tallies), console)
    _section("Outlooks", (_outlook(outlook) for outlook in coding.outlooks), console)
    _section("Affiliations", (_affiliation(one) for one in coding.affiliations), console)
    console.print()


def _found(coding: Coding) -> str:
    counts = (
        (len(coding.claims), "claim", "claims"),
        (len(coding.tallies), "tally", "tallies"),
        (len(coding.outlooks), "outlook", "outlooks"),
        (len(coding.affiliations), "affiliation", "affiliations"),
    )
    return ", ".join(words.counted(*count) for count in counts if count[0]) or "no claims found"


def facts(claim: Claim) -> list[tuple[str, str]]:
    """Give what a claim says as (role, words), roles that it leaves open left out."""
    told = [
        ("who", words.acts(claim.actor, claim.target)),
        ("where", words.located(claim.place)),
        ("when", _when(claim)),
        ("with", ", ".join(span.text for span in claim.weapon)),
        ("toll", words.casualties(claim.killed, claim.injured)),
        ("count", "" if claim.count is None else claim.count.text),
        ("cause", "" if claim.cause is None else claim.cause.text),
        ("source", words.source(claim.source)),
    ]
    return [(role, said) for role, said in told if said]


def kind(claim: Claim) -> str:
    """Name what happened: type, mode and status, and how the report tells it."""
    notes = [
        name
        for name, holds in (
            ("a run of them", claim.aggregate),
            ("background", claim.background),
            ("from a caption", claim.caption),
        )
        if holds
    ]
    return " · ".join([" ".join(filter(None, (claim.type, claim.mode))), words.status(claim.status), *notes])


def _when(claim: Claim) -> str:
    when = claim.when
    if not when.known or (when.text is None and when.from_ is None and when.to == claim.published):
        return ""  # no more is known than that the report tells of it
    return f"{words.days(when.from_, when.to)} ({when.basis})"


def print_claim(claim: Claim, console: "Console", *, by: str = "") -> None:
    """Print what a claim says, then its sentence with the quotes highlighted; `by` names who makes it."""
    from rich.text import Text

    sure = " · ".join(part for part in (f"{claim.probability:.0%} sure", by) if part)
    console.print()
    paragraph(console, Text.assemble((kind(claim), "bold"), "  ", (sure, "dim")), indent=2)
    print_pairs(facts(claim), console)
    paragraph(console, highlighted(claim, plain=not console.is_terminal or console.no_color), indent=4)


def print_pairs(pairs: Pairs, console: "Console") -> None:
    """Print (name, words) pairs one below the other, a pair without words left out."""
    from rich.text import Text

    for name, said in pairs:
        if said:
            label = Text(f"    {name}", style=STYLES.get(name, "dim"))
            paragraph(console, " ".join(said.split()), indent=NAME_WIDTH + 5, label=label)


def _section(name: str, items: Iterable[tuple[str, list[tuple[str, str]]]], console: "Console") -> None:
    from rich.text import Text

    for number, (line, pairs) in enumerate(items):
        if number == 0:
            console.print(Text(f"\n  {name}", style="bold"))
        paragraph(console, " ".join(line.split()), indent=4, label="  -")
        print_pairs(pairs, console)


def _tally(tally: Tally) -> tuple[str, list[tuple[str, str]]]:
    number = words.figure(tally.low, tally.low, tally.high)
    return f"{number} {tally.of}, {words.days(tally.from_, tally.to)}", [
        ("who", words.acts(tally.actor, tally.target)),
        ("where", "; ".join(words.place(place) for place in tally.places)),
        ("source", words.source(tally.source)),
        ("quote", tally.quote.text),
    ]


def _outlook(outlook: Outlook) -> tuple[str, list[tuple[str, str]]]:
    who = words.party(outlook.by) if outlook.by else "the report"
    return f"{who}, “{outlook.modality}”", [
        ("if", "" if outlook.if_ is None else outlook.if_.text),
        ("then", outlook.then.text),
    ]


def _affiliation(one: Affiliation) -> tuple[str, list[tuple[str, str]]]:
    hedge = f" ({one.hedge})" if one.hedge else ""
    line = f"{words.party(one.actor)} — {one.rel.replace('_', ' ')} — {words.party(one.of)}{hedge}"
    return line, [("quote", one.quote.text)]
