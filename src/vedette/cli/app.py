"""The commands of `vedette`: this holds no logic, each command is a file beside this one."""

from typing import Annotated

import typer

from vedette.cli import (
    actors_group,
    add,
    agreement,
    alerts,
    code,
    coverage,
    decide,
    decisions,
    demo,
    forecast,
    gazetteer,
    history,
    incident,
    incidents,
    measure,
    opinions,
    outlooks,
    reactions,
    read,
    review,
    sample,
    serve,
    simulate,
    sources,
    tag,
    tallies,
    user,
    verify,
)

READING, CASE = "From reports to claims", "A case: the record of one crisis"
BENCH = "The workbench: a case in the browser"
AHEAD = "How it escalates, and what may come"

app = typer.Typer(
    name="vedette",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(rich_help_panel=READING)(read.read)
app.command(rich_help_panel=READING)(tag.tag)
app.command(rich_help_panel=READING)(code.code)
app.command(rich_help_panel=READING)(demo.demo)
for module in (
    add,
    incidents,
    incident,
    history,
    reactions,
    tallies,
    coverage,
    outlooks,
    sources,
    verify,
    decide,
    decisions,
    sample,
    opinions,
    agreement,
):
    app.command(rich_help_panel=CASE)(getattr(module, module.__name__.rpartition(".")[2]))
app.command(rich_help_panel=AHEAD)(measure.measure)
app.command(rich_help_panel=AHEAD)(alerts.alerts)
app.command(rich_help_panel=AHEAD)(forecast.forecast)
app.command(rich_help_panel=AHEAD)(simulate.simulate)
app.command(rich_help_panel=BENCH)(serve.serve)
app.command(rich_help_panel=BENCH)(review.review)
app.add_typer(user.group, name="user", rich_help_panel=BENCH)
app.add_typer(gazetteer.group, name="gazetteer", rich_help_panel=READING)
app.add_typer(actors_group.group, name="actors", rich_help_panel=CASE)


def _version(asked: bool) -> None:
    if asked:
        import vedette

        typer.echo(f"vedette {vedette.__version__}")
        raise typer.Exit


@app.callback()
def vedette_(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Vedette reads news about an armed crisis and keeps a sourced record of it.

    Who did what to whom, where, when, with what, at what cost, because of what, and who says so.

    Try [bold]vedette demo[/] first; it needs nothing.
    """
