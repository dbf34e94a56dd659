"""A paragraph set in, folded to the width, without blanks at the ends of lines."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def paragraph(console: "Console", text: "Text | str", *, indent: int = 0, label: "Text | str" = "") -> None:
    """Print `text` set in by `indent` columns; `label` stands before its first line, in the indent."""
    from rich.text import Text

    body = Text(text) if isinstance(text, str) else text
    first = Text(label) if isinstance(label, str) else label.copy()
    first.pad_right(max(0, indent - first.cell_len))
    for number, line in enumerate(body.wrap(console, max(20, console.width - indent), overflow="fold")):
        line.rstrip()
        console.print(Text.assemble(first if number == 0 else " " * indent, line), soft_wrap=True)
