"""`vedette read`: sources to reports."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from vedette.cli import options, output, screen
from vedette.cli.exits import Failures
from vedette.cli.gather import reports
from vedette.model import Report, to_json


def read(
    src: options.Sources,
    format: Annotated[
        Literal["table", "json", "jsonl"],
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="table, or json (jsonl is the same): one object a report."
        ),
    ] = "table",
    published: options.Published = None,
    outlet: options.Outlet = None,
    file: options.Output = None,
) -> int:
    """Read reports: the body without page furniture, and the date.

    The date of publication comes with how it is known: given, metadata, feed, address, dateline, or inferred from the
    text as an interval with its reasons.

    Example: [bold]vedette read report.html --format json[/]
    """
    failures = Failures()
    found = reports(src, failures, published=published, outlet=outlet, streaming=format == "table")
    if format == "table":
        _show(found, file)
    else:
        output.write(map(to_json, found), "report", format="jsonl", file=file)
    return failures.code


def _show(found: Iterable[Report], file: Path | None) -> None:
    from vedette.cli.report_view import heading, pieces

    with screen.sink(file) as console:
        for report in found:
            heading(report, console)
            pieces(report, console)
            print(f"\n{report.text}\n", file=console.file, flush=True)
