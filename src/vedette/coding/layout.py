"""A report laid out: paragraphs, sentences, and their marks."""

import re
from collections.abc import Iterator

from vedette.coding.document import Document, Sentence
from vedette.model import Report, Span, cut
from vedette.tagging import Tagger, split

_PARAGRAPH = re.compile(r"(?:(?!\n\s*\n).)+", re.DOTALL)


def lay_out(report: Report, *, tagger: Tagger) -> Document:
    """Split a report into sentences, a paragraph at a time, and tag them all in one go."""
    spans = list(_sentences(report))
    tagged = tagger.tag([span.text for _, span in spans])
    return Document(
        report=report,
        sentences=tuple(
            Sentence(index=index, paragraph=paragraph, span=span, tagged=marks, caption=_is_caption(span, report))
            for index, ((paragraph, span), marks) in enumerate(zip(spans, tagged, strict=True))
        ),
    )


def _sentences(report: Report) -> Iterator[tuple[int, Span]]:
    for number, found in enumerate(_PARAGRAPH.finditer(report.text)):
        for start, end in split(found.group()):
            yield number, cut(report.text, found.start() + start, found.start() + end)


def _is_caption(span: Span, report: Report) -> bool:
    return any(caption.overlaps(span) for caption in report.captions)
