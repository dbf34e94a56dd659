"""Incidents as a table."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from vedette.cli import words
from vedette.cli.table import Head, show
from vedette.model import Incident

MOST = 2  # parties named on each side: a table is to be looked over
HEADS = (
    Head(name="Id", least=10),
    Head(name="When", least=12),
    Head(name="What", least=10),
    Head(name="Who → whom", least=13),
    Head(name="Where", least=10),
    Head(name="Killed", least=6, right=True, rank=1),
    Head(name="Injured", least=7, right=True, rank=2),
    Head(name="Origins", least=7, right=True, rank=3),
    Head(name="Grade", least=9, rank=3),
    Head(name="Outlets", least=16, rank=4),
    Head(name="With", least=12, rank=5),
)


def show_incidents(incidents: Iterable[Incident], *, nothing: str, file: Path | None = None) -> None:
    """Print incidents as a table that fits, or `nothing` if there are none."""
    show(HEADS, (row(incident) for incident in incidents), nothing=nothing, file=file)


def row(incident: Incident) -> Sequence[str]:
    """Give the cells of an incident, in the order of HEADS."""
    return (
        words.short(incident.incident_id),
        words.days(incident.from_, incident.to),
        what(incident),
        words.acts(incident.actors, incident.targets, most=MOST),
        words.place(incident.place, province=False),
        words.toll(incident.killed),
        words.toll(incident.injured),
        str(incident.independent_origins),
        incident.grade,
        ", ".join(dict.fromkeys(ref.outlet or words.file_name(ref.url) for ref in incident.reports)),
        ", ".join(incident.weapons),
    )


def what(incident: Incident) -> str:
    """Name an incident's kind, with its status where it is not plainly told to have happened."""
    notes = [words.status(incident.status)] if incident.status != "actual" else []
    notes += [note for note, holds in (("a run", incident.aggregate), ("background", incident.background)) if holds]
    kind = f"{incident.type} {(incident.mode or '').replace('-', ' ')}".strip()
    return f"{kind} ({', '.join(notes)})" if notes else kind
