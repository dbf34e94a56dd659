"""Short reports with marks, and the dates that coding gives them."""

from datetime import date

from vedette.coding.document import Document, Sentence
from vedette.coding.when import when_of
from vedette.model import Basis, Mark, Published, Report, Role, RoleMark, Span, Tagged, When

WEDNESDAY = date(2023, 12, 13)
ON_WEDNESDAY = Published(start=WEDNESDAY, end=WEDNESDAY, precision="day", basis=Basis.GIVEN)
SOMETIME = Published(start=date(2023, 12, 12), end=date(2023, 12, 16), precision="interval", basis=Basis.INFERRED)
Told = tuple[str, tuple[Mark, ...]]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def span(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(text=quote, start=start, end=start + len(quote))


def mark(text: str, trigger: str, *, type_: str = "ASSAULT", status: str = "actual", **roles: str) -> Mark:
    marks = tuple(RoleMark(role=Role(role), span=span(text, quote)) for role, quote in roles.items())
    return Mark(trigger=span(text, trigger), type=type_, mode=None, status=status, roles=marks)


def document(*paragraphs: list[Told], published: Published = ON_WEDNESDAY, caption: bool = False) -> Document:
    body, sentences = "", []
    for number, paragraph in enumerate(paragraphs):
        for text, marks in paragraph:
            whole = Span(text=text, start=len(body), end=len(body) + len(text))
            sentences.append(
                Sentence(
                    index=len(sentences),
                    paragraph=number,
                    span=whole,
                    tagged=Tagged(text=text, marks=marks),
                    caption=caption and number == 0,
                )
            )
            body += text + " "
        body += "\n\n"
    report = Report(
        id="r",
        sha256="",
        url="file:r",
        outlet=None,
        agency=None,
        title=None,
        text=body,
        language="en",
        published=published,
    )
    return Document(report=report, sentences=tuple(sentences))


def last(told: Document) -> When:
    sentence = told.sentences[-1]
    return when_of(sentence.tagged.marks[-1], sentence, told)


def one(text: str, trigger: str, *, published: Published = ON_WEDNESDAY, status: str = "actual", **roles: str) -> When:
    return last(document([(text, (mark(text, trigger, status=status, **roles),))], published=published))


def bounds(when: When) -> tuple[date | None, date | None]:
    return when.from_, when.to
