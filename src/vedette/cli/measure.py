"""`vedette measure`: how a crisis escalates, from a case or any table of events."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from vedette.cli import options
from vedette.cli.exits import complain
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from vedette.measuring import EventTable
    from vedette.measuring.covariates import Covariates

What = Literal[
    "overview", "series", "tension", "acts", "episodes", "reactions", "reciprocity", "responses", "triangle", "breaks"
]  # fmt: skip
By = Literal["pair", "country", "adm1", "all"]

sides_option = Annotated[
    list[str] | None,
    typer.Option(
        "--side", metavar="SIDE=NAME,...", help="Put parties together into a side; may be repeated.", show_default=False
    ),
]
columns_option = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="FIELD=COLUMN,...",
        help="How your file calls from, to, actor, target, type, killed_best ...",
        show_default=False,
    ),
]


def measure(
    source: Annotated[
        str,
        typer.Argument(metavar="CASE|FILE", show_default=False, help="A case, or a table of events."),
    ],
    *,
    what: Annotated[
        What,
        typer.Option(
            metavar="MEASURE",
            help="overview, series, tension, acts (behind it), episodes, reactions, reciprocity, responses, triangle "
            "(third parties), breaks.",
        ),
    ] = "overview",
    every: Annotated[
        Literal["day", "week", "month"],
        typer.Option(metavar="PERIOD", help="Of series and the like: day, week or month."),
    ] = "week",
    by: Annotated[
        By, typer.Option(metavar="UNIT", help="Of tension and episodes: pair, country, adm1 or all.")
    ] = "pair",
    pair: Annotated[
        str | None,
        typer.Option(metavar="NAME,NAME", help="Only acts between these two parties, either way.", show_default=False),
    ] = None,
    type_: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="TYPE", help="Only acts of this type; may be repeated.", show_default=False),
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="COUNTRY", help="Only acts there, as the record names it.", show_default=False)
    ] = None,
    side: sides_option = None,
    from_: Annotated[date | None, options.DayOption("--from", help="The first day watched.")] = None,
    to: Annotated[date | None, options.DayOption("--to", help="The last day watched.")] = None,
    on: Annotated[
        date | None, options.DayOption("--on", help="Of acts: the day whose tension is opened up; the last.")
    ] = None,
    as_of: options.AsOf = None,
    recorded_by: options.RecordedBy = None,
    columns: columns_option = None,
    covariates: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Of reactions: a CSV with a column day and a column for each thing that may move how much is done (a "
            "war next door), its values holding until the next row.",
            show_default=False,
        ),
    ] = None,
    half_life: Annotated[
        float,
        typer.Option(metavar="DAYS", min=0.01, max=36500, help="Of tension: after how many days an act counts half."),
    ] = 14.0,
    top: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many pairs or places, those of most acts first.")
    ] = 6,
    level: Annotated[float, typer.Option(metavar="PERCENT", min=1, max=99.9, help="Of the intervals.")] = 90.0,
    draws: Annotated[
        int, typer.Option(min=20, metavar="N", help="How many times open dates and tolls are drawn.")
    ] = 200,
    seed: Annotated[int, typer.Option(min=0, metavar="N", help="Of those draws.")] = 0,
    format: Annotated[
        Literal["table", "jsonl", "csv", "parquet"],
        typer.Option("--format", "-f", metavar="FORMAT", help="table, jsonl, csv or parquet."),
    ] = "table",
    file: options.Output = None,
) -> int:
    """Measure a crisis: who acts on whom how often, tension, bursts and calm, reactions, reciprocity.

    Open dates and tolls are carried through as intervals; what was left out is told first. A model that fails its own
    test is shown as failed and never called retaliation. Without --what the pairs are told with all of it in short.

    Example: [bold]vedette measure crisis.case --what tension --by country[/]
    """
    from vedette.cli import measure_overview, measure_view
    from vedette.measuring import event_table

    table = event_table(
        source, as_of=as_of, recorded_by=recorded_by, from_=from_, to=to, types=type_ or (), country=country,
        pair=_two(pair), sides=sides_of(side or []), columns=columns_of(columns),
    )  # fmt: skip
    for note in table.notes:
        complain(f"{source}: {note}")
    drawn, given = {"draws": draws, "level": level / 100, "seed": seed}, _covariates(covariates, what)
    if what == "overview":
        if format != "table":
            raise UsageError(f"--format {format}: the overview is a table; choose a measure with --what")
        return measure_overview.overview(table, top=top, drawn=drawn, file=file)
    found = _measured(
        what, table, by=by, every=every, top=top, half_life=half_life, on=on, drawn=drawn, asked=bool(type_),
        covariates=given,
    )  # fmt: skip
    measure_view.write(what, found, table, format=format, file=file)
    return 0


def _measured(what: What, table: "EventTable", *, asked: bool, **given: Any) -> "pl.DataFrame":
    """Call the function of a measure with what it takes of the options."""
    from vedette import measuring

    drawn, types = given["drawn"], sorted(set(table.rows["type"])) if asked else ()
    several: Mapping[str, Callable[[], pl.DataFrame]] = {
        "series": lambda: measuring.series(table, every=given["every"], zeros=False, **drawn),
        "tension": lambda: measuring.tension(
            table, by=given["by"], half_life=given["half_life"], top=given["top"], **drawn
        ),
        "acts": lambda: measuring.contributions(table, on=given["on"], by=given["by"], half_life=given["half_life"]),
        "episodes": lambda: measuring.episodes(table, by=given["by"], top=given["top"], types=types, **drawn),
        "reactions": lambda: measuring.reactions(
            table, top=given["top"], types=types, seed=drawn["seed"], covariates=given["covariates"]
        ),
        "reciprocity": lambda: measuring.reciprocal(table, every=given["every"], top=given["top"], seed=drawn["seed"]),
        "responses": lambda: measuring.impulses(table, every=given["every"], top=given["top"], seed=drawn["seed"]),
        "triangle": lambda: measuring.third_parties(table, every=given["every"], top=given["top"], seed=drawn["seed"]),
        "breaks": lambda: measuring.turning_points(
            table, by=given["by"], every=given["every"], top=given["top"], seed=drawn["seed"]
        ),
    }
    return several[what]()


def _covariates(given: Path | None, what: What) -> "Covariates | None":
    from vedette.measuring.covariates import covariates_of

    if given is not None and what != "reactions":
        raise UsageError("--covariates moves the baseline of reactions; add --what reactions")
    return None if given is None else covariates_of(given)


def _two(given: str | None) -> list[str]:
    names = [part.strip() for part in (given or "").split(",") if part.strip()]
    if given is not None and len(names) != 2:
        raise UsageError(f"--pair {given}: name two parties with a comma between")
    return names


def sides_of(given: list[str]) -> dict[str, str]:
    """Read --side: the side of each name."""
    made: dict[str, str] = {}
    for one in given:
        side, equals, names = one.partition("=")
        if not equals or not side.strip() or not names.strip():
            raise UsageError(f"--side {one}: write SIDE=NAME,NAME,...")
        made |= {name.strip(): side.strip() for name in names.split(",")}
    return made


def columns_of(given: str | None) -> dict[str, str]:
    """Read --columns: the column of each field."""
    parts = [part.partition("=") for part in (given or "").split(",") if part.strip()]
    if any(not equals for _, equals, _ in parts):
        raise UsageError(f"--columns {given}: write FIELD=COLUMN with commas between, such as from=day,actor=who")
    return {name.strip(): column.strip() for name, _, column in parts}
