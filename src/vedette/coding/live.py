"""Live pages: posts under the hour at which they were written, on a page of one day."""

import re

from vedette.coding.document import Document, Sentence
from vedette.coding.perdocument import PerDocument
from vedette.model import Basis, DatePrecision, Mark, Role, Span, When, cut

_HOUR = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*[ap]\.?m\.?|h)?(?:\s*(?:[A-Z]{2,4}|local\s+time))?"
# "17.40 BST" on a line of its own, or before the post ("17:40 - "); "(Monday)" names another day than the page's.
_STAMP = re.compile(rf"^[ \t]*[(\[]?(?P<hour>{_HOUR})[)\]]?[ \t]*(?:$|[-–—|:](?=\s))(?P<rest>.{{0,30}})", re.M)
_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}\s+[A-Z][a-z]{2}|\byesterday\b", re.I)
_FEWEST = 3  # stamps that make a page a live one
_TOLD_BEFORE = re.compile(r"\b(?:had|is|are)\s+(?:\w+ly\s+|also\s+|already\s+|been\s+)*$")
_KNOWN = re.compile(r"(?:^|\s)(?:the|this|that|these|those|its|their|his|her)\s+(?:[\w’'-]+\s+){0,3}$", re.I)
_HISTORY = re.compile(
    r"\b(?:last (?:year|month|week)|earlier this (?:year|month|week)|ago|in (?:19|20)\d\d|since|until|previously|"
    r"so far|in recent|over the (?:past|last)|for (?:weeks|months|years)|repeatedly|used to)\b",
    re.I,
)
_ACTS = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AID", "CONSULT"})
_DONE = frozenset({"actual", "thwarted"})
_STAMPS: PerDocument[list[Span]] = PerDocument(list)


def posted_on(mark: Mark, sentence: Sentence, document: Document) -> When | None:
    """Give the day of a live page to a fresh act that a post of it tells, or None.

    Fresh is a thing told as news: no date of its own, not in the past perfect, not named as known ("the strike").
    """
    page = document.report.published
    if page.start is None or page.start != page.end or page.basis == Basis.INFERRED or sentence.caption:
        return None
    stamp = _stamp_of(sentence, document)
    if stamp is None or mark.type not in _ACTS or mark.status not in _DONE or not _is_fresh(mark, sentence):
        return None
    return When(
        text=stamp.text,
        start=stamp.start,
        end=stamp.end,
        from_=page.start,
        to=page.end,
        precision=DatePrecision.DAY,
        basis=f"told at {stamp.text} on a live page of {page.start.isoformat()}",
        inherited=True,
    )


def _stamp_of(sentence: Sentence, document: Document) -> Span | None:
    """Give the hour under which a sentence stands, on a page with several; None where it names another day."""
    stamps = _stamps(document)
    above = [span for span in stamps if span.start <= sentence.span.start]
    if len(stamps) < _FEWEST or not above:
        return None
    text = document.report.text
    line = text[above[-1].start : text.find("\n", above[-1].end) if "\n" in text[above[-1].end :] else len(text)]
    return None if _DAY.search(line[len(above[-1].text) :][:30]) else above[-1]


def _stamps(document: Document) -> list[Span]:
    kept = _STAMPS.of(document)
    if not kept:
        text = document.report.text
        kept += [cut(text, *found.span("hour")) for found in _STAMP.finditer(text)]
    return kept


def _is_fresh(mark: Mark, sentence: Sentence) -> bool:
    text = sentence.tagged.text
    before = text[: mark.trigger.start]
    if mark.of(Role.TIME) or _HISTORY.search(text):
        return False
    return _TOLD_BEFORE.search(before) is None and _KNOWN.search(before) is None
