"""`vedette sources`: who tells of a case."""

from collections.abc import Mapping, Sequence
from typing import Any

from vedette.cli import options, output
from vedette.cli.cases import opened
from vedette.cli.table import Head, show
from vedette.model import to_json

HEADS = (
    Head(name="Outlet", least=20),
    Head(name="Reports", least=7, right=True),
    Head(name="Origins", least=7, right=True),
    Head(name="Copies", least=6, right=True),
    Head(name="Claims", least=6, right=True),
    Head(name="Incidents", least=9, right=True),
    Head(name="Confirmed", least=9, right=True),
    Head(name="Agencies", least=12, rank=1),
)


def sources(
    case: options.CasePath,
    *,
    as_of: options.AsOf = None,
    recorded_by: options.RecordedBy = None,
    format: options.Format = "table",
    file: options.Output = None,
) -> int:
    """List the outlets that tell of a case.

    With their reports, how many of them are copies, and how many incidents an independent voice tells of too.

    Example: [bold]vedette sources crisis.case --format csv -o outlets.csv[/]
    """
    with opened(case) as open_:
        found = open_.sources(as_of, recorded_by=recorded_by)
    if format == "table":
        show(HEADS, map(_row, found), nothing="no reports yet", file=file)
    else:
        output.write(map(to_json, found), "source", format=format, file=file)
    return 0


def _row(row: Mapping[str, Any]) -> Sequence[str]:
    numbers = (str(row[key]) for key in ("reports", "origins", "copies", "claims", "incidents", "confirmed"))
    return (row["outlet"], *numbers, ", ".join(row["agencies"]))
