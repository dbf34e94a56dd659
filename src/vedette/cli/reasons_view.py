"""The reasons of a claim as a tree that people read."""

from typing import TYPE_CHECKING

from vedette.cli.paragraph import paragraph
from vedette.model import Instead, Reason, Span, Why

if TYPE_CHECKING:
    from rich.console import Console

MOST = 5  # alternatives shown a field; JSON has them all
_INDENT = 4


def print_reasons(why: Why, console: "Console") -> None:
    """Print the reasons of a claim: a branch a field, what else was considered below it."""
    for number, reason in enumerate(why.reasons):
        last = number == len(why.reasons) - 1
        paragraph(console, _reason(reason), indent=_INDENT + 3, label=f"{'':{_INDENT}}{'└─' if last else '├─'}")
        bar = " " if last else "│"
        for one in reason.instead[:MOST]:
            paragraph(console, _instead(one), indent=_INDENT + 7, label=f"{'':{_INDENT}}{bar}   ·")
        if len(reason.instead) > MOST:
            more = f"and {len(reason.instead) - MOST} more"
            paragraph(console, more, indent=_INDENT + 7, label=f"{'':{_INDENT}}{bar}   ·")


def _reason(reason: Reason) -> str:
    value = "open" if reason.value is None else reason.value
    quotes = ", ".join(map(_quote, reason.words))
    sure = "" if reason.probability is None else f" {reason.probability:.2f}"
    return " ".join(f"{reason.field}: {value}{sure}{f' ← {quotes}' if quotes else ''} — {reason.by}".split())


def _instead(one: Instead) -> str:
    sure = "" if one.probability is None else f" {one.probability:.2f}"
    words = "" if one.words is None else f" {_quote(one.words) if one.words.text != one.value else _at(one.words)}"
    return " ".join(f"not {one.value}{sure}{words}: {one.because}".split())


def _quote(span: Span) -> str:
    return f"“{span.text}” {_at(span)}"


def _at(span: Span) -> str:
    return f"[{span.start}:{span.end}]"
