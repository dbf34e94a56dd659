"""A report laid out for coding: its sentences in order, each with its marks and its place in the body."""

from dataclasses import dataclass, replace
from functools import cached_property

from vedette.model import Mark, Report, Span, Tagged

_CONTEXT_CHARS = 200_000


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

    def marked(self, marks: tuple[Mark, ...]) -> "Sentence":
        """Give the sentence with other marks."""
        return self if marks == self.tagged.marks else replace(self, tagged=replace(self.tagged, marks=marks))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A mark that points to another one which was told before: both by the sentence's index and the trigger."""

    of: tuple[int, Span]
    to: tuple[int, Span]


@dataclass(frozen=True, kw_only=True)
class Document:
    """A report and its sentences; everything that coding knows of a text."""

    report: Report
    sentences: tuple[Sentence, ...]
    pointers: tuple[Pointer, ...] = ()

    def before(self, sentence: Sentence, most: int) -> tuple[Sentence, ...]:
        """Give the sentences before this one, `most` of them, the nearest first."""
        return self.sentences[max(0, sentence.index - most) : sentence.index][::-1]

    def with_pointer(self, mark: Mark, sentence: Sentence, act: tuple[Mark, Sentence]) -> "Document":
        """Add a mark to a sentence, and that it means an act told before."""
        marks = tuple(sorted((*sentence.tagged.marks, mark), key=lambda one: one.trigger.start))
        changed = replace(sentence, tagged=replace(sentence.tagged, marks=marks))
        pointer = Pointer(of=(sentence.index, mark.trigger), to=(act[1].index, act[0].trigger))
        sentences = tuple(changed if one.index == sentence.index else one for one in self.sentences)
        return replace(self, sentences=sentences, pointers=(*self.pointers, pointer))

    def pointed(self, mark: Mark, sentence: Sentence) -> tuple[Mark, Sentence] | None:
        """Give the act that a mark was made to point to, if it was."""
        found = next((one.to for one in self.pointers if one.of == (sentence.index, mark.trigger)), None)
        if found is None:
            return None
        told = self.sentences[found[0]]
        return next(((one, told) for one in told.tagged.marks if one.trigger == found[1]), None)

    @cached_property
    def words(self) -> int:
        """Count the words of the body."""
        return len(self.report.text.split())

    @cached_property
    def context(self) -> str:
        """Give the text in which a name of this document is to be understood."""
        return self.report.text[:_CONTEXT_CHARS]
