"""RSS and Atom feeds: one report an entry."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from vedette.model import Basis, Published, Report, SourceError
from vedette.reading.failure import Failure
from vedette.reading.fetch import fetch, is_address
from vedette.reading.html import page_of
from vedette.reading.lines import day_of_value
from vedette.reading.origin import Origin
from vedette.reading.outcome import Outcome, outcomes
from vedette.reading.report import report_of
from vedette.reading.stamp import on
from vedette.reading.tidy import one_line

_SHORT = 60
_BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|figure|figcaption|tr|table)\b[^>]*>", re.IGNORECASE)
_NAMELESS = re.compile(r"<unknown>:(\d+):(\d+)")
_TAG = re.compile(r"<[^>]+>")


def read_feed(raw: bytes, origin: Origin) -> Iterator[Outcome]:
    """Give the report of each entry; raises SourceError where the feed cannot be read or has none.

    An entry's own content is taken; its page is fetched only where the content is under 60 words and the feed came
    from the network, and then the summary still serves if the page cannot be had.
    """
    import feedparser

    feed = feedparser.parse(raw, response_headers={"content-location": origin.url}, sanitize_html=True)
    broken = _break_of(feed)
    # Where a feed breaks off, its last entry may have lost all that it had: that is told once, of the feed.
    entries = feed.entries[:-1] if broken and _is_blank(feed.entries[-1:]) else feed.entries
    if not entries:
        reason = f" (it breaks off at {broken})" if broken else ""
        raise SourceError(
            origin.source, f"is a feed without entries{reason}: check the address, or give the articles themselves"
        )
    outlet = origin.outlet or one_line(feed.feed.get("title", "")) or None
    for number, entry in enumerate(entries, 1):
        yield from _entry(entry, raw, replace(origin, outlet=outlet), number)
    if broken:
        read = "one entry was" if len(entries) == 1 else f"{len(entries)} entries were"
        problem = f"is a broken feed (at {broken}): {read} read, later ones may be lost; fetch it again"
        yield Failure(source=origin.source, problem=problem)


def _break_of(feed: Any) -> str | None:
    """Say where and why the markup of a feed breaks off, or None where it is whole."""
    error = feed.get("bozo_exception") if feed.get("bozo") else None
    if type(error).__name__ not in ("SAXParseException", "ExpatError"):
        return None
    return one_line(_NAMELESS.sub(r"line \1, column \2", str(error)))


def _is_blank(entries: Sequence[Any]) -> bool:
    return all(not _content(entry) and not one_line(_plain(entry.get("title", ""))) for entry in entries)


def _entry(entry: Any, raw: bytes, origin: Origin, number: int) -> Iterator[Outcome]:
    url = entry.get("link") or f"{origin.url}#{entry.get('id') or number}"
    text, title = _content(entry), one_line(_plain(entry.get("title", "")))
    source = url if is_address(url) else f"{origin.source}#{number}"
    here = replace(origin, source=source, url=url)
    if not text and not title:
        yield Failure(source=source, problem="is a feed entry without text or title: skipped")
        return
    published = _published(entry, origin)
    report = _page(here, published) if _worth_fetching(text, here) else None
    report = report or report_of(
        text or title, url=url, raw=text.encode() or raw, outlet=here.outlet, title=title or None, published=published
    )
    yield from outcomes(report, source=source)


def _worth_fetching(text: str, origin: Origin) -> bool:
    return origin.fetched and is_address(origin.url) and len(text.split()) < _SHORT


def _page(origin: Origin, published: Published | None) -> Report | None:
    try:
        page = fetch(origin.url, public_only=origin.public_only)
        return page_of(page.raw, replace(origin, charset=page.charset), published=published)
    except SourceError:
        return None  # the summary serves


def _content(entry: Any) -> str:
    """Give the longest text that the entry carries."""
    values = [item.get("value", "") for item in entry.get("content", [])] + [entry.get("summary", "")]
    return max((_plain(value) for value in values), key=len)


def _plain(markup: str) -> str:
    text = html.unescape(_TAG.sub(" ", _BLOCK.sub("\n\n", markup)))
    return "\n\n".join(line for part in text.split("\n\n") if (line := one_line(part)))


def _published(entry: Any, origin: Origin) -> Published | None:
    if origin.published:
        return on(origin.published, Basis.GIVEN)
    day = _day(entry)
    return on(day, Basis.FEED, "the feed's date of the entry") if day else None


def _day(entry: Any) -> date | None:
    """Give the day of the entry in its own zone where it is written so, else the day in UTC."""
    written = str(entry.get("published") or entry.get("updated") or "")
    if day := day_of_value(written):
        return day
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    return date(*parsed[:3]) if parsed else None
