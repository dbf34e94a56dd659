"""A report laid out for coding: its sentences in order, each with its marks and its place in the body."""

from dataclasses import dataclass
from functools import cached_property

from vedette.model import Report, Span, Tagged


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the body. `span` counts in the body; marks count in the sentence: `span.start` is the shift."""

    index: int
    paragraph: int
    span: Span
    tagged: Tagged
    caption: bool = False

    def in_body(self, span: Span) -> Span:
        """Turn a span of the sentence into a span of the body."""
        return span.shift(self.span.start)


@dataclass(frozen=True, kw_only=True)
class Document:
    """A report and its sentences; everything that coding knows of a text."""

    report: Report
    sentences: tuple[Sentence, ...]

    def before(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """Give the sentences before this one, the nearest first."""
        return self.sentences[: sentence.index][::-1]

    @cached_property
    def words(self) -> int:
        """Count the words of the body."""
        return len(self.report.text.split())
