"""`vedette incident`: one incident with every claim."""

from typing import Annotated, Literal

import typer

from vedette.cli import options, output, screen
from vedette.cli.cases import opened, present_incident
from vedette.model import to_json


def incident(
    case: options.CasePath,
    id_: Annotated[str, typer.Argument(metavar="ID", show_default=False, help="Its id; the first digits will do.")],
    format: Annotated[
        Literal["table", "json"], typer.Option("--format", "-f", metavar="FORMAT", help="table or json.")
    ] = "table",
    file: options.Output = None,
) -> int:
    """Show one incident with every claim and quote.

    Also what it answers, what answers it, and its earlier states. An id that the incident had before it was joined with
    another leads to it too.

    Example: [bold]vedette incident crisis.case inc-1a2b3c[/]
    """
    from vedette.cli.incident_view import Seen, show

    with opened(case) as open_:
        incidents = {one.incident_id: one for one in open_.incident_list()}
        whole = present_incident(id_, open_, case=case)
        held = set(incidents[whole].claims)
        seen = Seen(
            incident=incidents[whole],
            claims=[claim for claim in open_.claims() if claim.claim_id in held],
            history=open_.history(whole),
            others=incidents,
        )
    if format == "table":
        with screen.sink(file) as console:
            show(seen, console=console)
    else:
        form = {**to_json(seen.incident), "claims": to_json(seen.claims), "history": to_json(seen.history)}
        output.write([form], "incident", format="jsonl", file=file)
    return 0
