"""What a report tells as history."""

from datetime import date, timedelta

from vedette.coding.cues import pattern
from vedette.coding.document import Document, Sentence
from vedette.model import When

RECENT = timedelta(days=30)  # what ended earlier before the report is history


def is_background(when: When, sentence: Sentence, document: Document) -> bool:
    """Say whether a claim is told as history: it ended more than 30 days before the report, or cue words say so."""
    day = document.report.published.start or document.report.day
    if when.known and day is not None:
        return _ended(when) < day - RECENT
    return pattern("background.toml", "history").search(sentence.tagged.text) is not None


def _ended(when: When) -> date:
    return when.to or date.max
