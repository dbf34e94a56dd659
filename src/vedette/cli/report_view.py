"""A report as people read it: what it is, when it was published, what was cut."""

from vedette.cli import screen, words
from vedette.model import Report


def heading(report: Report) -> None:
    """Print the title of a report, and below it outlet, date with its basis, length and address."""
    from rich.padding import Padding
    from rich.text import Text

    console = screen.output()
    console.print(Text(report.title or "(no title)", style="bold"))
    for line in _facts(report):
        console.print(Padding(Text(line, style="dim"), (0, 0, 0, 2)))


def pieces(report: Report) -> None:
    """Print each piece of furniture that was cut, with its reason."""
    from rich.padding import Padding
    from rich.text import Text

    for piece in report.furniture:
        said = " ".join(piece.text.split())
        line = f"cut ({piece.reason}): {said[:60]}{'…' if len(said) > 60 else ''}"
        screen.output().print(Padding(Text(line, style="dim"), (0, 0, 0, 2)))


def _facts(report: Report) -> list[str]:
    who = report.outlet or "outlet unknown"
    agency = f"copy of {report.agency}" if report.agency and report.agency != report.outlet else ""
    length = words.counted(len(report.text.split()), "word")
    cut = f"{words.counted(len(report.furniture), 'piece')} of page furniture cut" if report.furniture else ""
    return [
        " · ".join(part for part in (who, agency, length, cut, report.url) if part),
        f"published {words.published(report.published)}",
    ]
