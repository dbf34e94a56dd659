"""`vedette agreement`: how far second coders and the program agree."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.cli import options, output
from vedette.cli.cases import opened
from vedette.cli.table import Head, show
from vedette.model import to_json

if TYPE_CHECKING:
    from vedette.measuring.agreement import Agreement

HEADS = (
    Head(name="Field", least=8),
    Head(name="Alpha", least=6, right=True),
    Head(name="95%", least=14, right=True),
    Head(name="Claims", least=6, right=True),
    Head(name="Metric", least=8, rank=1),
    Head(name="Coders", least=16),
)


def agreement(
    case: options.CasePath,
    people: Annotated[bool, typer.Option("--people", help="Among people alone, without the program.")] = False,
    format: options.Format = "table",
    file: options.Output = None,
) -> int:
    """Tell how far second coders, and the program, agree: Krippendorff's alpha of each field.

    1 is full agreement, 0 what chance gives. Days are compared by their distance, tolls by their ratio, all else by
    name.

    Example: [bold]vedette agreement crisis.case --people[/]
    """
    from vedette.measuring.agreement import agreement as measured

    with opened(case) as open_:
        found = measured(open_.claims(), open_.opinions(), program=not people)
    if format == "table":
        nothing = f"no opinions yet: vedette sample {case} 50 -o sheet.csv makes a sheet for a second coder"
        show(HEADS, map(_row, found), nothing=nothing, file=file)
    else:
        output.write(map(to_json, found), "agreement", format=format, file=file)
    return 0


def _row(one: "Agreement") -> Sequence[str]:
    limits = "" if one.low is None or one.high is None else f"{one.low:.2f} to {one.high:.2f}"
    value = "" if one.alpha is None else f"{one.alpha:.3f}"
    return one.field, value, limits, str(one.claims), one.metric, ", ".join(one.coders)
