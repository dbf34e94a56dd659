"""`vedette code`: reports to claims."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from vedette.cli import options, output, screen
from vedette.cli.coder import chosen
from vedette.cli.exits import Failures
from vedette.cli.gather import reports
from vedette.model import Coding, Report, SourceError, to_json

if TYPE_CHECKING:
    from vedette.store.add import Coder


def code(
    src: options.Sources,
    *,
    format: options.Format = "table",
    published: options.Published = None,
    outlet: options.Outlet = None,
    coder: options.Coder = "own",
    records: Annotated[
        Literal["claims", "all"],
        typer.Option(
            metavar="WHICH", help='claims, or all: tallies, outlooks and affiliations too, each named by "record".'
        ),
    ] = "claims",
    file: options.Output = None,
) -> int:
    """Code reports into claims, each with its quote.

    A claim says who did what to whom, where, when, with what, at what cost, because of what, according to whom.

    Example: [bold]vedette code report.txt --published 2023-12-16[/]
    """
    failures = Failures()
    with chosen(coder) as other:
        found = reports(src, failures, published=published, outlet=outlet)
        coded = _coded(found) if other is None else _coded_by(other, found, failures)
        if format == "table":
            _show(coded, file)
        else:
            forms = _all(coded) if records == "all" and format != "csv" else _claims(coded)
            output.write(forms, "claim", format=format, file=file)
    return failures.code


def _coded(found: Iterable[Report]) -> Iterator[tuple[Report, Coding]]:
    from vedette.coding.ahead import coded_ahead

    return ((report, coding()) for report, coding in coded_ahead(found, wanted=lambda report: report) if coding)


def _coded_by(coder: "Coder", found: Iterable[Report], failures: Failures) -> Iterator[tuple[Report, Coding]]:
    """Code with another coder, which may fail on a report."""
    for report in found:
        try:
            yield report, coder(report)
        except SourceError as error:
            failures.add(error.source, error.problem)


def _claims(coded: Iterable[tuple[Report, Coding]]) -> Iterator[dict[str, Any]]:
    return (to_json(claim) for _, coding in coded for claim in coding.claims)


def _all(coded: Iterable[tuple[Report, Coding]]) -> Iterator[dict[str, Any]]:
    for _, coding in coded:
        kinds = (
            ("claim", coding.claims),
            ("tally", coding.tallies),
            ("outlook", coding.outlooks),
            ("affiliation", coding.affiliations),
        )
        yield from ({"record": kind, **to_json(noun)} for kind, nouns in kinds for noun in nouns)


def _show(coded: Iterable[tuple[Report, Coding]], file: Path | None) -> None:
    from vedette.cli.coding_view import show
    from vedette.cli.highlight import legend

    with screen.sink(file) as console:
        if console.is_terminal:
            console.print(legend(), end="\n\n")
        for report, coding in coded:
            show(report, coding, console=console)
