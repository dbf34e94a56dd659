"""Sentences with marks, made by hand for the tests of coding."""

from collections.abc import Callable, Iterable

import pytest

from vedette.coding.document import Document, Sentence
from vedette.model import UNPUBLISHED, Label, Mark, Name, Published, Report, Role, RoleMark, Span, Tagged

Roles = dict[str, str | tuple[str, ...]]


def span_of(text: str, words: str, *, after: int = 0) -> Span:
    """Quote the first `words` in `text` from `after` on; fails where they do not stand there."""
    start = text.index(words, after)
    return Span(text=words, start=start, end=start + len(words))


def mark_of(
    text: str, trigger: str, type_: str, *, mode: str | None = None, status: str = "actual", **roles: str
) -> Mark:
    """Mark a happening by its trigger word; roles are phrases of the text, several parted by "|"."""
    marks = tuple(
        RoleMark(role=Role(role), span=span_of(text, words))
        for role, phrase in roles.items()
        for words in phrase.split("|")
    )
    return Mark(trigger=span_of(text, trigger), type=type_, mode=mode, status=status, roles=marks)


def names_of(text: str, names: dict[str, str]) -> tuple[Name, ...]:
    """Name things by words and label, in the order of the text."""
    found = (Name(span=span_of(text, words), label=Label(label)) for words, label in names.items())
    return tuple(sorted(found, key=lambda name: name.span.start))


def sentence_of(
    text: str, *marks: Mark, names: dict[str, str] | None = None, index: int = 0, start: int = 0, paragraph: int = 0
) -> Sentence:
    """Make a sentence with marks and names."""
    tagged = Tagged(text=text, marks=marks, names=names_of(text, names or {}))
    return Sentence(
        index=index, paragraph=paragraph, span=Span(text=text, start=start, end=start + len(text)), tagged=tagged
    )


def document_of(sentences: Iterable[Sentence], *, published: Published = UNPUBLISHED) -> Document:
    """Make a document of sentences that follow each other, a space between."""
    placed: list[Sentence] = []
    text = ""
    for number, one in enumerate(sentences):
        start = len(text) + bool(text)
        text = f"{text} {one.tagged.text}".strip()
        span = Span(text=one.tagged.text, start=start, end=start + len(one.tagged.text))
        placed.append(
            Sentence(index=number, paragraph=one.paragraph, span=span, tagged=one.tagged, caption=one.caption)
        )
    report = Report(
        id="r-test",
        sha256="0",
        url="test",
        outlet=None,
        agency=None,
        title=None,
        text=text,
        language="en",
        published=published,
    )
    return Document(report=report, sentences=tuple(placed))


@pytest.fixture(scope="session")
def mark() -> Callable[..., Mark]:
    """The maker of marks."""
    return mark_of


@pytest.fixture(scope="session")
def sentence() -> Callable[..., Sentence]:
    """The maker of sentences."""
    return sentence_of


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """The maker of documents."""
    return document_of
