"""What a report tells as history."""

from datetime import date, timedelta

from vedette.coding.cues import pattern
from vedette.coding.document import Document, Sentence
from vedette.model import When

RECENT = timedelta(days=30)  # what ended earlier before the report is history
STATE = timedelta(days=365)  # what has gone on for longer is how things stand, no news


def is_background(when: When, sentence: Sentence, document: Document) -> bool:
    """Say whether a claim is told as history: it ended over 30 days before the report, goes on for over a year, or
    cue words say so."""
    day = document.report.published.start or document.report.day
    if when.known and day is not None:
        return _ended(when) < day - RECENT or _lasts(when)
    return pattern("background.toml", "history").search(sentence.tagged.text) is not None


def _lasts(when: When) -> bool:
    since = when.stated and (when.text or "").lower().startswith(("since ", "ever since "))
    return since and when.from_ is not None and _ended(when) - when.from_ > STATE


def _ended(when: When) -> date:
    return when.to or date.max
