"""`vedette opinions`: what a second coder filled in."""

from pathlib import Path
from typing import Annotated

import typer

from vedette.cli import options, words
from vedette.cli.cases import opened
from vedette.cli.exits import complain
from vedette.model import UsageError


def opinions(
    case: options.CasePath,
    sheet: Annotated[Path, typer.Argument(metavar="SHEET", show_default=False, help="The sheet, filled in (CSV).")],
    coder: Annotated[str, typer.Option(metavar="NAME", show_default=False, help="Who filled it in.")],
) -> int:
    """Keep what a second coder filled in on a sheet of `vedette sample`.

    It measures agreement and never changes the record; what the coder fills in later takes the place of it.

    Example: [bold]vedette opinions crisis.case sheet.csv --coder "R. Okello"[/]
    """
    text = _filled_in(sheet)
    with opened(case) as open_:
        kept = open_.add_opinions(text, coder=coder, name=str(sheet))
    about = words.counted(len({one.claim_id for one in kept}), "claim")
    print(f"{words.counted(len(kept), 'opinion')} of {coder} on {about} kept; see: vedette agreement {case}")
    return 0


def _filled_in(path: Path) -> str:
    """Read a sheet as whatever spreadsheet saved it; give it with commas."""
    from vedette.measuring.sheet import sheet

    if not path.is_file():
        raise UsageError(f"{path}: there is no such file; give the sheet of `vedette sample`, filled in")
    try:
        rows, notes = sheet(path.read_bytes())
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error
    for note in notes:
        complain(f"{path}: {note}")
    return rows.write_csv()
