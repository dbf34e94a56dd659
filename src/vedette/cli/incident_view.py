"""One incident, as people read it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from vedette.cli import words
from vedette.cli.coding_view import print_claim, print_pairs
from vedette.cli.incident_table import what
from vedette.cli.reactions import brief
from vedette.model import Claim, Incident

if TYPE_CHECKING:
    from rich.console import Console

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An incident, its claims, its states from the first on, and the case's incidents by id."""

    incident: Incident
    claims: Sequence[Claim]
    history: Sequence[Incident]
    others: Mapping[str, Incident]


def show(seen: Seen, *, console: "Console") -> None:
    """Print what is held of an incident, what it answers, its earlier states, then every claim with its quotes."""
    from rich.text import Text

    one = seen.incident
    console.print(Text(what(one), style="bold"))
    print_pairs([*held(one), *_answers(one, seen.others), *_states(seen.history)], console)
    outlets = {ref.report_id: _told_by(ref.outlet or ref.url, ref.published) for ref in one.reports}
    console.print(Text(f"\n{words.counted(len(seen.claims), 'claim')}", style="bold"))
    for claim in seen.claims:
        print_claim(claim, console, by=outlets.get(claim.report_id, claim.url))


def held(one: Incident) -> Iterator[Pair]:
    """Give what is held of an incident, name by name."""
    yield "id", one.incident_id
    yield "summary", one.summary
    yield "when", words.days(one.from_, one.to)
    yield "where", words.located(one.place)
    yield "who", words.acts(one.actors, one.targets)
    yield "with", ", ".join(one.weapons)
    yield "toll", words.casualties(one.killed, one.injured)
    yield "dead", words.sides(one.killed_by_side)
    yield "wounded", words.sides(one.injured_by_side)
    yield "blamed", "; ".join(map(words.responsibility, one.responsibility))
    yield "grade", f"{one.grade}: {one.grade_reason}" if one.grade_reason else one.grade
    yield "origins", f"{one.independent_origins} independent of each other, {words.counted(len(one.reports), 'report')}"
    yield "known", f"since {one.known_from:%Y-%m-%d %H:%M} UTC, revision {one.revision}" if one.known_from else ""


def _answers(one: Incident, others: Mapping[str, Incident]) -> Iterator[Pair]:
    for ref in one.reactions:
        name = "answers" if ref.direction == "because_of" else "answered"
        basis = ref.basis if ref.basis == "stated" else f"{ref.basis}, {ref.probability:.0%}"
        other = others.get(ref.incident_id)
        when = f"{words.days(other.from_, other.to)} " if other else ""
        yield name, f"{words.short(ref.incident_id)} {when}{brief(other)} ({basis})"


def _states(history: Sequence[Incident]) -> Iterator[Pair]:
    for before, after in pairwise(history):
        changes = [
            f"{name} {old or 'nothing'} → {new or 'nothing'}"
            for (name, old), (_, new) in zip(held(before), held(after), strict=True)
            if old != new and name not in {"id", "summary", "known"}
        ]
        yield "revised", f"{after.revision}: {'; '.join(changes) or 'in a detail'}"


def _told_by(outlet: str, published: object) -> str:
    return f"{outlet}, {published or 'date unknown'}"
