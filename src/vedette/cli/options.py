"""Arguments and options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from vedette.model.errors import UsageError


def day(text: str) -> date:
    """Read a day of the command line."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day of the calendar; write it as YYYY-MM-DD") from error


def past_day(text: str) -> date:
    """Read a day of publication of the command line."""
    from vedette.reading.given import day_of_publication

    given = day(text)
    try:
        day_of_publication(given)
    except UsageError as error:
        raise typer.BadParameter(str(error)) from error
    return given


def file_to_write(text: str) -> Path:
    """Read the path of a file to write to; refuse one that cannot be made before any work is done."""
    path = Path(text)
    if path.is_dir():
        raise typer.BadParameter(f"{text} is a folder; give the name of a file in it")
    if not path.absolute().parent.is_dir():
        raise typer.BadParameter(f"{text}: the folder {path.parent} does not exist; make it first")
    return path


def DayOption(name: str, *, help: str) -> Any:  # noqa: N802 - stands where typer.Option stands
    """Describe an option that takes a day."""
    return typer.Option(name, parser=day, metavar="DATE", help=help, show_default=False)


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SRC...",
        show_default=False,
        help="Files, folders, addresses, feeds, .jsonl, .warc.gz, or - for standard input.",
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        parser=past_day,
        metavar="DATE",
        help="When the reports were published (YYYY-MM-DD); goes before what they say themselves.",
    ),
]
Outlet = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who published the reports; goes before what they say themselves.")
]
CasePath = Annotated[
    str,
    typer.Argument(
        metavar="CASE",
        show_default=False,
        help="Path of the case (one SQLite file), or its address on PostgreSQL "
        "(postgresql://user@host/database?schema=name).",
    ),
]
AsOf = Annotated[
    date | None, DayOption("--as-of", help="As known at the end of this day: by what was published until then.")
]
RecordedBy = Annotated[
    date | None, DayOption("--recorded-by", help="As the case held it at the end of this day, whatever came in later.")
]
Coder = Annotated[
    Literal["own", "llm"],
    typer.Option(
        metavar="CODER",
        help="own, or llm: a language model of your choice, set by VEDETTE_LLM_URL, _KEY and _MODEL. The texts are "
        "sent to that address, and tokens, cost and time are told at the end.",
    ),
]
Listing = Literal["table", "jsonl", "json", "csv"]
Format = Annotated[Listing, typer.Option("--format", "-f", metavar="FORMAT", help="table, jsonl, json or csv.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        parser=file_to_write,
        metavar="FILE",
        help="Write to a file instead; CSV is then written so that Excel opens it right.",
    ),
]
