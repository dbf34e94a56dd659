"""Acts that one sentence dates by each other: "killed ten on Monday, two days after gunmen ambushed a convoy"."""

import re

from vedette.coding.document import Document, Sentence
from vedette.model import Mark, Span, When
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.find import find_times
from vedette.phrases.times import beside

_QUICK = re.compile(r"\b(?:after|before)\b")
_GAP = re.compile(
    r"\b(?P<gap>(?:(?:just|only|barely|about|some|less than|more than)\s+)?"
    r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s+(?:days?|weeks?|months?|years?)|"
    r"hours|minutes|moments|days|weeks))\s+(?P<way>after|before)\s+(?=[\w“\"‘'])",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|acknowledged|warned|demanded|condemned|vowed|claimed)\b[^,;]{0,40}$"
)
_CAME = re.compile(
    r"(?:It|This|That|The\s+(?:[\w-]+\s+){1,4}?)\s*(?:came|comes|happened|happens|took\s+place|occurred|followed)\s+"
)
_COMMA = re.compile(r",\s+")
_LOOSE = re.compile(r"^(?:just|only|barely|about|some|less than|more than)\s+", re.IGNORECASE)
_HAD = re.compile(r"\bhad\s+(?:been\s+|\w+ly\s+)?$")  # "whom they had seized": an aside, before the main clause
_LEADS = re.compile(r"\W*(?:[A-Z\s,./()-]+[-–—]\s*)?(?:[A-Z][a-z]+ly,?\s+)?")


def gap_to(mark: Mark, sentence: Sentence) -> tuple[Mark, str, int] | None:
    """Give the act from whose date that of a mark counts: that act, the gap, and 1 where the mark came after it, -1
    where it came before it. A mark within the words after "two days after" is the earlier one."""
    text = sentence.tagged.text
    if not _QUICK.search(text):
        return None
    for found in _GAP.finditer(text):
        inner, outer = _inner(found, sentence), _outer(found, sentence)
        if inner is mark and outer is not None:
            return outer, _plain(found), -1 if found["way"].lower() == "after" else 1
    return None


def gap_to_day(mark: Mark, sentence: Sentence) -> tuple[Span, str, int] | None:
    """Give the day that stands right before the gap from which a mark counts ("said on Friday, a day after a drone
    killed ..."): its span, the gap, and the way as `gap_to` tells it."""
    text = sentence.tagged.text
    if not _QUICK.search(text):
        return None
    for found in _GAP.finditer(text):
        if _inner(found, sentence) is mark:
            days = [span for span in find_times(text) if _COMMA.fullmatch(text[span.end : found.start()])]
            if days and _SAID.search(text, 0, days[-1].start):
                return days[-1], _plain(found), -1 if found["way"].lower() == "after" else 1
    return None


def gap_from(mark: Mark, sentence: Sentence) -> tuple[Mark, str, int] | None:
    """Give the act that a mark's sentence dates it by ("came two days after the army began an offensive")."""
    text = sentence.tagged.text
    if not _QUICK.search(text):
        return None
    for found in _GAP.finditer(text):
        inner = _inner(found, sentence)
        if inner is not None and inner is not mark and _outer(found, sentence) is mark:
            return inner, _plain(found), 1 if found["way"].lower() == "after" else -1
    return None


def gap_to_told(mark: Mark, sentence: Sentence) -> tuple[str, int] | None:
    """Give the gap and its way, as `gap_to` tells it, from an act told before the sentence ("It came a day after")."""
    text = sentence.tagged.text
    found = _CAME.match(text)
    gap = _GAP.match(text, found.end()) if found else None
    if gap is None or _inner(gap, sentence) is not mark or _outer(gap, sentence) is not None:
        return None
    return _plain(gap), -1 if gap["way"].lower() == "after" else 1


def is_gap(span: Span, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a time phrase counts from a happening told after it and not from now ("two days after")."""
    found = _GAP.match(sentence.tagged.text, span.start)
    if found is None or found.end("way") != span.end:
        return False
    return _inner(found, sentence) is not mark or _outer(found, sentence) is not None


def by_gap(when: When, gap: str, way: int, document: Document) -> Stretch | None:
    """Count a gap from the date of the other act; nothing where that has no day."""
    if when.from_ is None or when.to is None:
        return None
    read = Stretch(from_=when.from_, to=when.to, value="", basis=when.basis)
    return beside(read, gap, way, Clock(published=document.report.published))


def _plain(found: re.Match[str]) -> str:
    return _LOOSE.sub("", found["gap"].lower())


def _inner(found: re.Match[str], sentence: Sentence) -> Mark | None:
    """Give the first happening of the words after "two days after"."""
    text = sentence.tagged.text
    stop = re.compile(r"[;:]|,\s(?!\d{3})").search(text, found.end())
    end = stop.start() if stop else len(text)
    inside = [mark for mark in sentence.tagged.marks if found.end() <= mark.trigger.start < end]
    return inside[0] if inside else None


def _outer(found: re.Match[str], sentence: Sentence) -> Mark | None:
    """Give the happening that the words date: the nearest before them that is physical, or after them at the head."""
    text = sentence.tagged.text
    if _LEADS.fullmatch(text[: found.start()]):
        comma = text.find(",", found.end())
        later = [mark for mark in sentence.tagged.marks if mark.trigger.start > comma]
        return later[0] if comma > 0 and later else None
    head = max(text.rfind(";", 0, found.start()), text.rfind(" while ", 0, found.start()))
    before = [mark for mark in sentence.tagged.marks if head < mark.trigger.start < found.start()]
    told = [mark for mark in before if not _HAD.search(text[: mark.trigger.start])]
    return (told or before)[-1] if before else None
