"""`vedette actors`: who acts in a case."""

from collections.abc import Mapping, Sequence
from typing import Any

from vedette.cli import options, output, words
from vedette.cli.cases import opened
from vedette.cli.table import Head, show
from vedette.model import to_json

HEADS = (
    Head(name="Actor", least=20),
    Head(name="Kind", least=11),
    Head(name="Country", least=7),
    Head(name="Acts", least=4, right=True),
    Head(name="Target", least=6, right=True),
    Head(name="Met", least=12),
    Head(name="Id", least=14, rank=1),
)


def actors(case: options.CasePath, format: options.Format = "table", file: options.Output = None) -> int:
    """List the known actors that a case meets.

    With how often each acts and is acted on, and the first and last day.

    Example: [bold]vedette actors crisis.case[/]
    """
    with opened(case) as open_:
        found = open_.actors()
    if format == "table":
        show(HEADS, map(_row, found), nothing="no known actors", file=file)
    else:
        output.write(map(to_json, found), "actor", format=format, file=file)
    return 0


def _row(row: Mapping[str, Any]) -> Sequence[str]:
    return (
        row["name"] or "",
        row["kind"] or "",
        row["country"] or "",
        str(row["as_actor"]),
        str(row["as_target"]),
        words.days(row["first"], row["last"]),
        row["actor_id"],
    )
