"""`vedette sample`: claims for a second coder."""

import csv
import sys
from typing import Annotated

import typer

from vedette.cli import options
from vedette.cli.cases import opened
from vedette.cli.written import whole


def sample(
    case: options.CasePath,
    number: Annotated[int, typer.Argument(metavar="N", show_default=False, help="How many claims.")],
    seed: Annotated[int, typer.Option(metavar="SEED", help="Another seed draws other claims.")] = 0,
    file: options.Output = None,
) -> int:
    """Draw claims for a second coder, as a sheet to be filled in (CSV).

    It shows the words of the report and not what the program made of them. The coder writes type, mode, status, days,
    place, parties and tolls; "-" where the report tells nothing, and leaves empty what he does not code.

    Example: [bold]vedette sample crisis.case 50 -o sheet.csv[/]
    """
    with opened(case) as open_:
        rows = list(open_.sample(number, seed=seed))
    if file is None:
        csv.writer(sys.stdout).writerows(rows)
    else:
        with whole(file) as path, path.open("w", encoding="utf-8-sig", newline="") as sink:
            csv.writer(sink).writerows(rows)
    return 0
