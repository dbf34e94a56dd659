"""A sentence with its trigger and the quotes of its roles highlighted."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from vedette.model import Claim

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {
    "trigger": "bold reverse",
    "who": "bold cyan",
    "whom": "bold magenta",
    "where": "green",
    "when": "yellow",
    "with": "blue",
    "toll": "bold red",
    "cause": "italic underline",
    "source": "underline",
}
Quote = tuple[str, int, int]


def quotes(claim: Claim) -> Iterator[Quote]:
    """Give every quote of a claim as (role, start, end), counted in the body of the report."""
    parts = (
        ("who", claim.actor),
        ("whom", claim.target),
        ("where", (claim.place,)),
        ("when", (claim.when,)),
        ("with", claim.weapon),
        ("toll", (claim.killed, claim.injured, claim.count)),
        ("cause", (claim.cause,)),
        ("source", (claim.source,)),
        ("trigger", (claim.trigger,)),
    )
    for role, spans in parts:
        for span in spans:
            if span is not None and span.start is not None and span.end is not None:
                yield role, span.start, span.end


def highlighted(claim: Claim, *, plain: bool = False) -> "Text":
    """Give the claim's sentence in colours; where there are none (`plain`), with the trigger between stars."""
    from rich.text import Text

    if plain:
        return Text(starred(claim))
    text = Text(claim.sentence.text)
    for role, start, end in _outer_first(quotes(claim), claim):
        text.stylize(STYLES[role], start, end)
    return _on_one_line(text)


def starred(claim: Claim) -> str:
    """Give the claim's sentence on one line with its trigger between stars."""
    text, start, end = claim.sentence.text, *_within(claim, claim.trigger.start, claim.trigger.end)
    return " ".join(f"{text[:start]}*{text[start:end]}*{text[end:]}".split())


def legend() -> "Text":
    """Name each role in its colours."""
    from rich.text import Text

    return Text("  ").join(Text(role, style=style) for role, style in STYLES.items())


def _outer_first(found: Iterable[Quote], claim: Claim) -> list[Quote]:
    inside = [
        (role, *_within(claim, start, end))
        for role, start, end in found
        if start < claim.sentence.end and end > claim.sentence.start
    ]
    return sorted(inside, key=lambda quote: (quote[0] == "trigger", quote[1] - quote[2]))


def _within(claim: Claim, start: int, end: int) -> tuple[int, int]:
    first = claim.sentence.start
    return max(0, start - first), min(len(claim.sentence.text), end - first)


def _on_one_line(text: "Text") -> "Text":
    for place, sign in enumerate(text.plain):
        if sign in "\n\r\t":
            text.plain = text.plain[:place] + " " + text.plain[place + 1 :]
    return text
