"""`vedette reactions`: what answered what."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from vedette.cli import options, output, words
from vedette.cli.cases import opened
from vedette.cli.incident_table import what
from vedette.cli.table import Head, show
from vedette.model import Incident, Reaction, to_json

HEADS = (
    Head(name="When", least=12),
    Head(name="Act", least=20),
    Head(name="answers", least=20),
    Head(name="Kind", least=11, rank=1),
    Head(name="Basis", least=8),
    Head(name="Sentence", least=30, rank=2),
    Head(name="Ids", least=10, rank=3),
)


def reactions(
    case: options.CasePath,
    *,
    as_of: options.AsOf = None,
    recorded_by: options.RecordedBy = None,
    format: options.Format = "table",
    file: options.Output = None,
) -> int:
    """List what answered what.

    A stated reaction has the sentence that states it; an inferred one has a probability.

    Example: [bold]vedette reactions crisis.case --format jsonl[/]
    """
    with opened(case) as open_:
        found, incidents = (
            open_.reactions(as_of, recorded_by=recorded_by),
            open_.incident_list(as_of, recorded_by=recorded_by),
        )
    if format == "table":
        show_reactions(found, incidents, file=file)
    else:
        output.write(map(to_json, found), "reaction", format=format, file=file)
    return 0


def show_reactions(
    found: Sequence[Reaction], incidents: Sequence[Incident], *, most: int | None = None, file: Path | None = None
) -> None:
    """Print reactions as a table, in the order in which the acts happened; only the first `most` if that is given."""
    by_id = {incident.incident_id: incident for incident in incidents}
    order = {incident.incident_id: number for number, incident in enumerate(incidents)}
    ordered = sorted(found, key=lambda one: (order.get(one.from_, -1), order.get(one.because_of, -1)))
    show(HEADS, (_row(one, by_id) for one in ordered[:most]), nothing="no reactions found", file=file)


def _row(one: Reaction, incidents: Mapping[str, Incident]) -> Sequence[str]:
    act, cause = incidents.get(one.from_), incidents.get(one.because_of)
    return (
        words.days(act.from_, act.to) if act else "",
        brief(act),
        f"{words.days(cause.from_, cause.to)}: {brief(cause)}" if cause else one.because_of,
        one.kind,
        one.basis if one.basis == "stated" else f"{one.basis} {one.probability:.0%}",
        one.quote or "",
        f"{words.short(one.from_)} {words.short(one.because_of)}",
    )


def brief(incident: Incident | None) -> str:
    """Name an incident in a few words: its kind, who to whom, where."""
    if incident is None:
        return "?"
    place = incident.place.name
    parts = (what(incident), words.acts(incident.actors, incident.targets), f"at {place}" if place else "")
    return ", ".join(part for part in parts if part)
