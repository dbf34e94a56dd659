"""Lay out a text for coding with marks written by hand."""

from dataclasses import dataclass
from datetime import date

from vedette.coding.document import Document, Sentence
from vedette.model import Basis, Label, Mark, Name, Published, Report, Role, RoleMark, Span, Tagged

DAY = date(2024, 2, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence: its text, names with labels, and happenings as (trigger, type, {role: phrase})."""

    text: str
    names: tuple[tuple[str, str], ...] = ()
    events: tuple[tuple[str, str, dict[str, str]], ...] = ()
    paragraph: int = 0


def _span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(text=part, start=start, end=start + len(part))


def _tagged(said: Said) -> Tagged:
    marks = tuple(
        Mark(
            trigger=_span(said.text, trigger),
            type=type_,
            mode=None,
            status="actual",
            roles=tuple(
                RoleMark(role=Role(role), span=_span(said.text, part))
                for role, parts in roles.items()
                for part in parts.split("|")
            ),
        )
        for trigger, type_, roles in said.events
    )
    return Tagged(
        text=said.text,
        marks=marks,
        names=tuple(Name(span=_span(said.text, name), label=Label(label)) for name, label in said.names),
    )


def document(*said: Said) -> Document:
    """Make a document of sentences that stand one after the other, published on 2024-02-01."""
    body, sentences = "", []
    for index, one in enumerate(said):
        span = Span(text=one.text, start=len(body), end=len(body) + len(one.text))
        sentences.append(Sentence(index=index, paragraph=one.paragraph, span=span, tagged=_tagged(one)))
        body += one.text + " "
    report = Report(
        id="r-1",
        sha256="",
        url="",
        outlet=None,
        agency=None,
        title=None,
        text=body,
        language="en",
        published=Published(start=DAY, end=DAY, precision="day", basis=Basis.GIVEN),
    )
    return Document(report=report, sentences=tuple(sentences))
