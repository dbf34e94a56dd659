"""`vedette incidents`: what a case holds to have happened."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, Any, Literal

import typer

from vedette.cli import options, output
from vedette.cli.cases import opened
from vedette.cli.incident_table import show_incidents
from vedette.model import Incident, UsageError, to_json

Day = date | None
ORDERS: dict[str, Callable[[Incident], Any]] = {
    "killed": lambda incident: -(incident.killed.best if incident.killed else -1),
    "injured": lambda incident: -(incident.injured.best if incident.injured else -1),
    "origins": lambda incident: -incident.independent_origins,
    "confidence": lambda incident: -incident.confidence,
}


def incidents(
    case: options.CasePath,
    *,
    from_: Annotated[Day, options.DayOption("--from", help="Only what may have happened on this day or later.")] = None,
    to: Annotated[Day, options.DayOption("--to", help="Only what may have happened on this day or before.")] = None,
    type_: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Only this type: ASSAULT ...")] = None,
    mode: Annotated[str | None, typer.Option(metavar="MODE", help="Only this mode: aerial, demand ...")] = None,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Only by this actor: id or part of a name.")] = None,
    target: Annotated[str | None, typer.Option(metavar="NAME", help="Only against this target, likewise.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Only at this place or in this province.")] = None,
    country: Annotated[str | None, typer.Option(metavar="COUNTRY", help="Only in this country: IQ, Sudan ...")] = None,
    status: Annotated[str | None, typer.Option(metavar="STATUS", help="Only of this status: actual ...")] = None,
    grade: Annotated[str | None, typer.Option(metavar="GRADE", help="Only of this grade: Confirmed, Fair ...")] = None,
    statements: Annotated[
        bool | None,
        typer.Option("--statements/--events", show_default=False, help="Only acts in words, or only other acts."),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Both, as without either.")] = False,
    as_of: options.AsOf = None,
    recorded_by: options.RecordedBy = None,
    sort: Annotated[
        Literal["when", "killed", "injured", "origins", "confidence"],
        typer.Option(metavar="BY", help="By when, or most first: killed, injured, origins, confidence."),
    ] = "when",
    format: Annotated[
        Literal["table", "jsonl", "json", "csv", "geojson", "parquet"],
        typer.Option("--format", "-f", metavar="FORMAT", help="table, jsonl, json, csv, geojson or parquet."),
    ] = "table",
    file: options.Output = None,
) -> int:
    """List what a case holds to have happened.

    An incident is the claims about one occurrence put together, whatever number of reports they come from.

    Example: [bold]vedette incidents crisis.case --from 2023-12-01 --type ASSAULT --format csv -o december.csv[/]
    """
    _known(type_, mode, status)
    with opened(case) as open_:
        found = open_.incident_list(
            as_of,
            recorded_by=recorded_by,
            from_=from_,
            to=to,
            type=type_,
            actor=actor,
            target=target,
            place=place,
            country=country,
            status=status,
            grade=grade,
            statements=None if all_ else statements,
        )
        empty = not found and not open_.incident_list()
    chosen = [incident for incident in found if mode is None or incident.mode == mode.lower()]
    if sort in ORDERS:
        chosen.sort(key=ORDERS[sort])
    nothing = f"{case} holds no incident yet: vedette add {case} SOURCE" if empty else "no incidents match"
    _write(chosen, format, nothing=nothing, file=file)
    return 0


def _write(chosen: Iterable[Incident], format: str, *, nothing: str, file: Any) -> None:
    if format == "table":
        show_incidents(chosen, nothing=nothing, file=file)
    else:
        output.write(map(to_json, chosen), "incident", format=format, file=file)


def _known(type_: str | None, mode: str | None, status: str | None) -> None:
    """Refuse a type, mode or status that the codebook does not have."""
    from vedette.codebook import codebook

    book = codebook()
    modes = {mode for kind in book.types.values() for mode in kind.modes}
    for option, given, values in (
        ("--type", type_ and type_.upper(), book.types),
        ("--status", status, book.statuses),
        ("--mode", mode and mode.lower(), modes),
    ):
        if given and given not in values:
            raise UsageError(f"{option} {given}: not in the codebook; choose one of {', '.join(sorted(values))}")
