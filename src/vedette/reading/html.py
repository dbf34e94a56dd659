"""A page to a report: main text and metadata by trafilatura, the date by htmldate."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from vedette.model import Basis, Published, Report, SourceError
from vedette.reading.decoding import decode
from vedette.reading.origin import Origin
from vedette.reading.outcome import Outcome, outcomes
from vedette.reading.plain import published_of
from vedette.reading.report import report_of
from vedette.reading.stamp import day_in, on
from vedette.reading.tidy import one_line

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_LINKED_DATA = re.compile(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_META = re.compile(r"<meta\s[^>]{0,600}>", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:name|property|itemprop)\s*=\s*[\"']?(?:article:published_time|og:published_time|datepublished|pubdate|publishdate|"
    r"publish-date|parsely-pub-date|sailthru\.date|dc\.date(?:\.issued)?|dcterms\.created|date|article\.published|"
    r"publication_date)[\"'\s>]",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"content\s*=\s*[\"']([^\"']{6,60})[\"']", re.IGNORECASE)
_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$")


def read_html(raw: bytes, origin: Origin) -> Iterator[Outcome]:
    """Give the report of a page; raises SourceError where it has no main text."""
    yield from outcomes(page_of(raw, origin), source=origin.source)


def page_of(raw: bytes, origin: Origin, *, published: Published | None = None) -> Report:
    """Make the report of a page; `published` is a date that goes before the page's own (a feed's)."""
    declared = _CHARSET.search(raw[:4000])
    charset = origin.charset or (declared[1].decode("ascii") if declared else None)
    page = decode(raw, source=origin.source, charset=charset)
    text, title, outlet = _extracted(page, origin)
    return report_of(
        text,
        url=origin.url,
        raw=raw,
        outlet=origin.outlet or outlet,
        title=title,
        published=_given(origin) or published or _published(page, origin),
    )


def _extracted(page: str, origin: Origin) -> tuple[str, str | None, str | None]:
    import trafilatura
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    tree = _tree(page, origin)
    text = trafilatura.extract(
        page,
        url=origin.url,
        config=config,
        include_comments=False,
        include_tables=False,
        favor_recall=True,
        deduplicate=False,
        fast=False,
    )
    if not text or not text.strip():
        raise SourceError(
            origin.source,
            "is HTML without a main text (a script, a login or an index page?): save the article's text as .txt",
        )
    data = trafilatura.extract_metadata(page, default_url=origin.url, extensive=False)
    # Each line of an extracted page is a paragraph of its own, however its length falls.
    return text.replace("\n", "\n\n"), _title(data, tree), one_line(data.sitename or "") or None if data else None


def _tree(page: str, origin: Origin) -> Any:
    import trafilatura

    tree = trafilatura.load_html(page)
    if tree is None:
        raise SourceError(origin.source, "is HTML without a body: fetch it again")
    return tree


def _title(data: Any, tree: Any) -> str | None:
    """Give the page's headline: its only h1 where there is one, else its title less the name of the site."""
    headings = [one_line(" ".join(found.itertext())) for found in tree.iter("h1")]
    headings = [text for text in headings if len(text.split()) > 2]
    if len(headings) == 1:
        return str(headings[0])
    title = one_line((data.title if data else None) or "")
    return _TAIL.sub("", title) or None


def _given(origin: Origin) -> Published | None:
    return on(origin.published, Basis.GIVEN) if origin.published else None


def _published(page: str, origin: Origin) -> Published | None:
    """Give the date from the page's metadata, or its address, or what htmldate finds written on the page."""
    if day := _linked_day(page) or _meta_day(page):
        return on(day, Basis.METADATA, "the page's metadata")
    return published_of(origin) or _written(page, origin)


def _linked_day(page: str) -> date | None:
    for block in _LINKED_DATA.findall(page):
        try:
            found = _find(json.loads(block), "datePublished")
        except (ValueError, RecursionError):
            continue
        if found and (day := day_in(found)):
            return day
    return None


def _find(form: Any, key: str) -> str | None:
    if isinstance(form, dict):
        if isinstance(form.get(key), str):
            return str(form[key])
        form = list(form.values())
    if isinstance(form, list):
        return next((found for item in form if (found := _find(item, key))), None)
    return None


def _meta_day(page: str) -> date | None:
    for tag in _META.findall(page[:200_000]):
        if _NAMED.search(tag) and (match := _CONTENT.search(tag)) and (day := day_in(match[1])):
            return day
    return None


def _written(page: str, origin: Origin) -> Published | None:
    from htmldate import find_date

    # Only what the page marks as its date: the extensive search takes any date in the text, and that is guessing.
    found = find_date(page, extensive_search=False, original_date=True, url=origin.url)
    day = day_in(found) if found else None
    return on(day, Basis.METADATA, "the date that the page shows (htmldate)") if day else None
