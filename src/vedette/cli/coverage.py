"""`vedette coverage`: how much a case has read about each month."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

import typer

from vedette.cli import options, output
from vedette.cli.cases import opened
from vedette.cli.table import Head, show

HEADS = (
    Head(name="Month", least=7),
    Head(name="Country", least=7),
    Head(name="Reports", least=7, right=True),
    Head(name="Outlets", least=7, right=True),
    Head(name="Incidents", least=9, right=True),
    Head(name="Longest gap", least=11, right=True),
    Head(name="Coverage", least=10),
)
IN_WORDS = {"none": "none: silence is not peace", "thin": "thin", "covered": "covered"}


def coverage(
    case: options.CasePath,
    *,
    from_: Annotated[
        date | None, options.DayOption("--from", help="From this day; the first report's unless given.")
    ] = None,
    to: Annotated[date | None, options.DayOption("--to", help="The last day; the last report's unless given.")] = None,
    country: Annotated[
        list[str] | None, typer.Option(metavar="COUNTRY", help="Only reports that speak of it; may be repeated.")
    ] = None,
    as_of: options.AsOf = None,
    recorded_by: options.RecordedBy = None,
    format: options.Format = "table",
    file: options.Output = None,
) -> int:
    """Tell how much a case has read about each month: where no report speaks, silence is not peace.

    A month is thin where it has less than a quarter of the reports that a month usually has; the longest gap is the
    most days in a row on which nothing was published.

    Example: [bold]vedette coverage crisis.case --country Iraq --country Syria[/]
    """
    with opened(case) as open_:
        found = open_.coverage(as_of, recorded_by=recorded_by, from_=from_, to=to, countries=country or ())
    if format == "table":
        show(HEADS, map(_row, found), nothing="no report with a date yet", file=file)
    else:
        output.write(found, "coverage", format=format, file=file)
    return 0


def _row(row: Mapping[str, Any]) -> Sequence[str]:
    numbers = (str(row[key]) for key in ("reports", "outlets", "incidents"))
    return row["month"], row["country"] or "any", *numbers, f"{row['longest_gap']} days", IN_WORDS[row["level"]]
