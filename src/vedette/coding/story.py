"""The years of dates without one in a report that tells history or names no day of publication."""

from dataclasses import dataclass, field, replace

from vedette.coding.document import Document
from vedette.coding.perdocument import PerDocument
from vedette.model import Span
from vedette.phrases.clock import Clock
from vedette.phrases.timex.text import story_years


@dataclass(slots=True)
class _Years:
    known: bool = False
    years: dict[int, int] = field(default_factory=dict)


_KEPT: PerDocument[_Years] = PerDocument(_Years)


def with_story(clock: Clock, span: Span, document: Document) -> Clock:
    """Give the clock the year that a phrase of the body, written without one, has by the whole story."""
    kept = _KEPT.of(document)
    if not kept.known:
        kept.known, kept.years = True, story_years(document.report.text, document.report.published)
    if not kept.years:
        return clock
    given = next((kept.years[at] for at in range(span.start, span.end) if at in kept.years), None)
    return replace(clock, given=given)
