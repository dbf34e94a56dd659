"""`vedette simulate`: what would change it, run forward thousands of times beside the run in which nothing changes."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vedette.cli import options, screen
from vedette.cli.measure import columns_of, columns_option
from vedette.cli.simulate_view import list_scenarios, show_bargain, show_outcome
from vedette.cli.written import whole
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    from vedette.simulating.study import Outcome

Shown = Literal["table", "json"]


def simulate(
    source: Annotated[
        str | None,
        typer.Argument(metavar="CASE|CSV", show_default=False, help="A case, or a file of events (CSV, Parquet)."),
    ] = None,
    scenario: Annotated[
        str | None,
        typer.Argument(metavar="SCENARIO", show_default=False, help="A TOML file, or a name that --list shows."),
    ] = None,
    *,
    list_: Annotated[bool, typer.Option("--list", help="List the scenarios that come with the program.")] = False,
    side: Annotated[
        list[str] | None,
        typer.Option(metavar="ROLE=NAME,...", help="Who plays a role, by name or part of it; ? for doers not told."),
    ] = None,
    sides: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="A TOML file with a table of sides; demo binds `vedette demo`'s case."),
    ] = None,
    runs: Annotated[
        int | None, typer.Option(min=100, max=200_000, metavar="N", show_default=False, help="How many runs.")
    ] = None,
    days: Annotated[
        int | None, typer.Option(min=1, max=730, metavar="N", show_default=False, help="How many days ahead.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(min=0, max=2**32 - 1, metavar="N", show_default=False, help="Of chance.")
    ] = None,
    sensitivity: Annotated[
        bool, typer.Option("--sensitivity/--no-sensitivity", help="Turn each change by itself as well.")
    ] = True,
    brinkmanship: Annotated[
        Path | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Solve the crisis of this TOML file alone."),
    ] = None,
    svg: Annotated[
        Path | None, typer.Option(parser=options.file_to_write, metavar="FILE", help="Draw the fan charts.")
    ] = None,
    from_: Annotated[date | None, options.DayOption("--from", help="Take the record from this day on.")] = None,
    to: Annotated[
        date | None, options.DayOption("--to", help="Take it until this day; the runs begin after it.")
    ] = None,
    as_of: Annotated[date | None, options.DayOption("--as-of", help="As known at the end of this day.")] = None,
    columns: columns_option = None,
    format: Annotated[Shown, typer.Option("--format", "-f", metavar="FORMAT", help="table or json.")] = "table",
    file: options.Output = None,
) -> int:
    """Run a crisis forward under a scenario and beside it without, and say how often each threshold is crossed.

    Sides react to each other as they did in the record; the scenario changes what it names. Where the record does not
    establish how they react, the output says so.

    Example: [bold]vedette simulate demo.case withdrawal --sides demo --svg withdrawal.svg[/]
    """
    if list_:
        list_scenarios(file)
        return 0
    if brinkmanship is not None:
        return _bargain(brinkmanship, format, file)
    if source is None or scenario is None:
        missing = "a case or a file of events, and " if source is None else ""
        raise UsageError(f"simulate: give {missing}a scenario; `vedette simulate --list` shows those that are shipped")
    outcome = _outcome(
        source,
        scenario,
        bound=side or [],
        sides=sides,
        watched=(from_, to),
        as_of=as_of,
        columns=columns,
        set_={"runs": runs, "days": days, "seed": seed},
    )
    return _write(outcome, sensitivity=sensitivity, svg=svg, format=format, file=file)


def _outcome(
    source: str,
    name: str,
    *,
    bound: Sequence[str],
    sides: str | None,
    watched: tuple[date | None, date | None],
    as_of: date | None,
    columns: str | None,
    set_: dict[str, int | None],
) -> "Outcome":
    from vedette.simulating.binding import settled
    from vedette.simulating.record import read_record
    from vedette.simulating.scenario import read_scenario
    from vedette.simulating.shipped import found
    from vedette.simulating.study import prepare, run

    told = read_scenario(found(name), **{key: value for key, value in set_.items() if value is not None})
    first, last = watched[0] or told.first, watched[1] or told.last
    record = read_record(
        source, name=source, types=told.types, first=first, last=last, as_of=as_of, columns=columns_of(columns)
    )
    scenario, chosen = settled(told, record, bound=bound, file=sides)
    return run(prepare(record, scenario, chosen))


def _write(outcome: "Outcome", *, sensitivity: bool, svg: Path | None, format: Shown, file: Path | None) -> int:
    from vedette.simulating.drawing import svg as drawn
    from vedette.simulating.sensitivity import sensitivity as turned

    turns = turned(outcome.study) if sensitivity else ()
    if svg is not None:
        with whole(svg) as path:
            path.write_text(drawn(outcome), "utf-8")
    if format == "json":
        from vedette.simulating.form import outcome_form

        _json(outcome_form(outcome, turns), file)
    else:
        show_outcome(outcome, turns, file)
    return 0


def _bargain(path: Path, format: Shown, file: Path | None) -> int:
    from vedette.simulating.bargain import form, read_bargain
    from vedette.simulating.brinkmanship import solve

    bargain = read_bargain(path)
    if format == "json":
        _json(form(solve(bargain.game), bargain), file)
    else:
        with screen.sink(file) as console:
            show_bargain(bargain, console)
    return 0


def _json(value: object, file: Path | None) -> None:
    import json

    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    if file is None:
        print(text, end="")
    else:
        with whole(file) as path:
            path.write_text(text, "utf-8")
