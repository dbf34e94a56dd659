"""`vedette code`: reports to claims."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from vedette.cli import options, output, screen
from vedette.cli.coder import chosen
from vedette.cli.exits import Failures
from vedette.cli.gather import reports
from vedette.model import Coding, Report, SourceError, UsageError, Why, to_json

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
    why: Annotated[
        bool,
        typer.Option(
            "--why", help="Say for each field which words made it, what decided, and what else was considered."
        ),
    ] = False,
    file: options.Output = None,
) -> int:
    """Code reports into claims, each with its quote.

    A claim says who did what to whom, where, when, with what, at what cost, because of what, according to whom.

    With --why, each claim is followed by its reasons (in JSON: under "why").

    Example: [bold]vedette code report.txt --published 2023-12-16[/]
    """
    failures = Failures()
    if why:
        _refuse(format, coder)
        _explain(reports(src, failures, published=published, outlet=outlet), format, file, every=records == "all")
        return failures.code
    with chosen(coder) as other:
        found = reports(src, failures, published=published, outlet=outlet)
        coded = _coded(found) if other is None else _coded_by(other, found, failures)
        if format == "table":
            _show(coded, file)
        else:
            forms = _all(coded) if records == "all" and format != "csv" else _claims(coded)
            output.write(forms, "claim", format=format, file=file)
    return failures.code


def _refuse(format: str, coder: str) -> None:
    """Refuse what cannot be explained."""
    if coder != "own":
        raise UsageError("--why tells what our own coder weighed; a language model gives no reasons: leave out --coder")
    if format == "csv":
        raise UsageError("--why gives reasons within reasons, which CSV cannot hold; take table, jsonl or json")


def _explain(found: Iterable[Report], format: str, file: Path | None, *, every: bool) -> None:
    from vedette.coding.explain import explain

    explained = ((report, *explain(report)) for report in found)
    if format != "table":
        forms = (form for _, coding, whys in explained for form in _with_reasons(coding, whys, every=every))
        output.write(forms, "claim", format=format, file=file)
        return
    with screen.sink(file) as console:
        from vedette.cli.coding_view import show

        for report, coding, whys in explained:
            show(report, coding, console=console, whys={why.claim_id: why for why in whys})


def _with_reasons(coding: Coding, whys: tuple[Why, ...], *, every: bool) -> Iterator[dict[str, Any]]:
    reasons = {why.claim_id: to_json(why.reasons) for why in whys}
    if not every:
        yield from ({**to_json(claim), "why": reasons[claim.claim_id]} for claim in coding.claims)
        return
    for form in _all([(None, coding)]):
        yield {**form, "why": reasons[form["claim_id"]]} if form["record"] == "claim" else form


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


def _all(coded: Iterable[tuple[Report | None, Coding]]) -> Iterator[dict[str, Any]]:
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
