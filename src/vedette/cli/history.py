"""`vedette history`: how what is held of an incident came to be."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vedette.cli import options, output, screen
from vedette.cli.cases import incident_or, opened
from vedette.cli.coding_view import print_pairs
from vedette.cli.incident_table import what
from vedette.cli.incident_view import held

if TYPE_CHECKING:
    from rich.console import Console

    from vedette.model import Incident
    from vedette.store.history import Step

HEADINGS = {"published": "As reports told it", "recorded": "As this case held it"}
_BARE = frozenset({"id", "summary", "known"})


def history(
    case: options.CasePath,
    id_: Annotated[str, typer.Argument(metavar="ID", show_default=False, help="Its id; the first digits will do.")],
    format: Annotated[
        Literal["table", "json", "jsonl"],
        typer.Option("--format", "-f", metavar="FORMAT", help="table, json or jsonl."),
    ] = "table",
    file: options.Output = None,
) -> int:
    """Tell what changed about an incident, when, and why.

    First by the days on which it could be known (each day gives what --as-of gives), then by the moments from which
    this case held it: which report, or whose decision, changed what.

    Example: [bold]vedette history crisis.case inc-1a2b3c[/]
    """
    with opened(case) as open_:
        steps = open_.steps(incident_or(id_, (), open_, case=case))
    if format == "table":
        with screen.sink(file) as console:
            for axis, heading in HEADINGS.items():
                _show([step for step in steps if step.axis == axis], heading, console)
    else:
        output.write((step.form() for step in steps), "step", format=format, file=file)
    return 0


def _show(steps: "Sequence[Step]", heading: str, console: "Console") -> None:
    from rich.text import Text

    if not steps:
        return
    console.print(Text(heading, style="bold"))
    for step in steps:
        console.print(Text(f"\n{step.at[:16].replace('T', ' ')}", style="bold"))
        print_pairs([*_changed(step), *(("because", reason) for reason in step.because)], console)
    console.print()


def _changed(step: "Step") -> Iterator[tuple[str, str]]:
    """Give the first state whole, then what differs, then that it ended."""
    if step.after is None:
        yield "ended", "it is no incident of its own any more"
    elif step.before is None:
        yield from ((name, value) for name, value in _held(step.after) if value)
    else:
        for (name, old), (_, new) in zip(_held(step.before), _held(step.after), strict=True):
            if old != new:
                yield name, f"{old or 'nothing'} → {new or 'nothing'}"


def _held(incident: "Incident") -> list[tuple[str, str]]:
    kept = [(name, value) for name, value in held(incident) if name not in _BARE]
    return [("what", what(incident)), *kept, ("claims", str(len(incident.claims)))]
