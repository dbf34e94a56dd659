"""`vedette tallies`: what somebody counted, beside what the case holds."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from vedette.cli import options, output, words
from vedette.cli.cases import opened
from vedette.cli.table import Head, show
from vedette.formats import flat

HEADS = (
    Head(name="Counted", least=8, right=True),
    Head(name="In record", least=9, right=True),
    Head(name="Not covered", least=12, rank=2),
    Head(name="Of", least=16),
    Head(name="When", least=12),
    Head(name="Who → whom", least=16, rank=1),
    Head(name="Where", least=10, rank=2),
    Head(name="By", least=12),
    Head(name="Sentence", least=40, rank=3),
)


def tallies(
    case: options.CasePath,
    *,
    as_of: options.AsOf = None,
    recorded_by: options.RecordedBy = None,
    format: options.Format = "table",
    file: options.Output = None,
) -> int:
    """List what others counted, beside the record.

    A tally ("over 90 times since Oct. 17") is never an incident; next to it stands how many the case itself holds, and
    the months and places of the count that no report, or hardly any, speaks of.

    Example: [bold]vedette tallies crisis.case[/]
    """
    with opened(case) as open_:
        found = open_.tallies(as_of, recorded_by=recorded_by)
    if format == "table":
        show_tallies(found, file=file)
    else:
        output.write(found, "tally", format=format, file=file)
    return 0


def show_tallies(found: Iterable[Mapping[str, Any]], *, most: int | None = None, file: Path | None = None) -> None:
    """Print tallies as a table, the earliest end first; only the first `most` if that is given."""
    rows = sorted((flat(form, "tally") for form in found), key=lambda row: (row["to"] or "", row["from"] or ""))
    show(HEADS, map(_row, rows[:most]), nothing="no tallies found", file=file)


def _row(row: Mapping[str, Any]) -> Sequence[str]:
    who, whom = ", ".join(row["actor"]), ", ".join(row["target"])
    return (
        words.figure(row["low"], row["low"], row["high"]),
        words.figure(row["record_low"], row["in_record"], row["record_high"]),
        ", ".join([*row["silent_months"], *(f"{month} (thin)" for month in row["thin_months"]), *row["silent_places"]]),
        row["of"] or "",
        words.days(row["from"], row["to"]),
        f"{who or '?'} → {whom}" if whom else who,
        ", ".join(row["places"]),
        row["source"] or "",
        row["sentence"] or "",
    )
