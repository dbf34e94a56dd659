"""A report laid out: paragraphs, sentences, and their marks."""

import re
from collections.abc import Iterator

from vedette.coding.document import Document, Sentence
from vedette.model import Report, Span, cut
from vedette.tagging import Tagger, split

_PARAGRAPH = re.compile(r"(?:(?!\n\s*\n).)+", re.DOTALL)
# "BAGHDAD, Dec. 8 (Desk 9) - ": where and when the text was written, never where and when something happened.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z'’./ -]{2,40}|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[^a-z]{1,3}\(|, [A-Z][a-z]+ [—–]))"
    r"(?:,\s*[A-Z][\w. ]{1,30}){0,2}(?:,?\s+\d{1,2}\s+[A-Z][a-z]{2,8}\.?)?(?:,?\s+(?:19|20)\d\d)?\s*"
    r"(?:\([^()\n]{2,40}\)\s*)?(?:--|[-–—])\s+(?=[“‘A-Z0-9])"
)


# "10:40 - ", "18.05 GMT: ": when a live report was written; one that names its day ("23:48 (Monday) - ") is left.
_STAMP = re.compile(
    r"\s*(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*[ap]\.?m\.?|h)?(?:\s*(?:[A-Z]{2,4}|local\s+time))?\s*(?:[-–—|]|:(?=\s))\s*"
    r"(?=[“\"‘A-Z])"
)


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
        first = dateline_end(found.group())
        for start, end in split(found.group()[first:]):
            yield number, cut(report.text, found.start() + first + start, found.start() + first + end)


def dateline_end(paragraph: str) -> int:
    """Give where the reporting starts after a dateline, or the hour of a live report; 0 where a paragraph has none."""
    found = _DATELINE.match(paragraph) or _STAMP.match(paragraph)
    return found.end() if found else 0


def _is_caption(span: Span, report: Report) -> bool:
    return any(caption.overlaps(span) for caption in report.captions)
