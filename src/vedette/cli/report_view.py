"""A report as people read it: what it is, when it was published and how that is known, what was cut."""

from typing import TYPE_CHECKING

from vedette.cli import words
from vedette.cli.paragraph import paragraph
from vedette.model import Report

if TYPE_CHECKING:
    from rich.console import Console

SHOWN = 60


def heading(report: Report, console: "Console") -> None:
    """Print the title of a report, and below it outlet, length, address, and the date with its basis."""
    from rich.text import Text

    paragraph(console, Text(report.title or "(no title)", style="bold"))
    paragraph(console, Text(_facts(report), style="dim"), indent=2)
    paragraph(console, Text(f"published {words.published(report.published)}", style="dim"), indent=2)
    for reason in report.published.reasons:
        paragraph(console, Text(reason, style="dim"), indent=6, label="    -")


def pieces(report: Report, console: "Console") -> None:
    """Print each piece of furniture that was cut, with its reason."""
    from rich.text import Text

    for piece in report.furniture:
        said = " ".join(piece.text.split())
        shown = f"{said[:SHOWN]}{'…' if len(said) > SHOWN else ''}"
        paragraph(console, Text(f"cut ({piece.reason}): {shown}", style="dim"), indent=2)


def _facts(report: Report) -> str:
    agency = f"copy of {report.agency}" if report.agency and report.agency != report.outlet else ""
    length = words.counted(len(report.text.split()), "word")
    cut = f"{words.counted(len(report.furniture), 'piece')} of page furniture cut" if report.furniture else ""
    parts = (report.outlet or "outlet unknown", agency, length, cut, report.url)
    return " · ".join(part for part in parts if part)
