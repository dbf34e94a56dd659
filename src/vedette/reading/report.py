"""One text to one report: here furniture is cut, captions are marked, and title, agency, language and id are set."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from vedette.model import Furniture, Published, Report, Span
from vedette.model.ids import content_id
from vedette.reading.agency import agency_of
from vedette.reading.captions import is_caption
from vedette.reading.furniture import furniture
from vedette.reading.header import header_of
from vedette.reading.headline import has_headline
from vedette.reading.language import language_of
from vedette.reading.layout import Stretch, paragraphs
from vedette.reading.stamp import stamped
from vedette.reading.tidy import one_line

_PARTING = "\n\n"
_HEADER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    title: str | None
    text: str
    furniture: tuple[Furniture, ...]
    captions: tuple[Span, ...]
    outlet: str | None


def report_of(
    text: str,
    *,
    url: str,
    raw: bytes,
    outlet: str | None = None,
    title: str | None = None,
    published: Published | None = None,
    record: str = "",
) -> Report:
    """Make the report of a text as it was fetched.

    `text` is the page's text with its paragraphs on lines of their own, or hard-wrapped; `raw` the bytes it came
    from; `published` what was given or stands in metadata, feed or address (None: look for it in the text). Offsets of
    furniture count in `text`, those of captions in `Report.text`, which has one empty line between paragraphs. A text
    without an address of its own is the same report under whatever name it is read; `record` is what else tells it
    from others of the same words.
    """
    body = _body(text, one_line(title or "") or None)
    outlet = one_line(outlet or "") or body.outlet
    return Report(
        id=content_id("r", record if is_local(url) else url, body.title or "", body.text),
        sha256=hashlib.sha256(raw).hexdigest(),
        url=url,
        outlet=outlet,
        agency=agency_of(body.text, furniture=body.furniture, outlet=outlet),
        title=body.title,
        text=body.text,
        language=language_of(f"{body.title or ''}\n{body.text}"),
        published=published or _published(body),
        furniture=body.furniture,
        captions=body.captions,
    )


def is_local(url: str) -> bool:
    """Say whether an address only names where the text was read: a file, or standard input."""
    return url.startswith(("file:", "-"))


def _body(raw: str, title: str | None) -> _Body:
    stretches = paragraphs(raw)
    header = header_of([one_line(raw[slice(*stretch)]) for stretch in stretches[:_HEADER]])
    cut = furniture(raw, stretches, known=header.reasons)
    title = title or header.title
    kept = [(stretch, text) for stretch in stretches if (text := _without(raw, stretch, cut))]
    if title is None and has_headline([text for _, text in kept]):
        title, kept = kept[0][1], kept[1:]
    elif kept and title is not None and _alike(kept[0][1], title) and len(kept) > 1:
        cut = tuple(sorted([*cut, _repeated(raw, kept[0][0])], key=lambda piece: piece.start))
        kept = kept[1:]
    texts = [text for _, text in kept] or ([title] if title else [])
    return _Body(
        title=title, text=_PARTING.join(texts), furniture=cut, captions=_captions(raw, kept), outlet=header.outlet
    )


def _without(raw: str, stretch: Stretch, cut: Sequence[Furniture]) -> str:
    """Give a paragraph less the furniture in it, as one line."""
    start, end = stretch
    left = []
    for piece in cut:
        if stretch[0] <= piece.start and piece.end <= end:
            left.append(raw[start : piece.start])
            start = piece.end
    return one_line(" ".join([*left, raw[start:end]]))


def _alike(first: str, title: str) -> bool:
    return first.casefold().strip(" .\"'“”") == title.casefold().strip(" .\"'“”")


def _repeated(raw: str, stretch: Stretch) -> Furniture:
    return Furniture(text=raw[slice(*stretch)], start=stretch[0], end=stretch[1], reason="title repeated")


def _captions(raw: str, kept: Sequence[tuple[Stretch, str]]) -> tuple[Span, ...]:
    spans, start = [], 0
    for stretch, text in kept:
        # A caption may be known by the credit that was cut from it: look at it as it stood.
        if is_caption(text) or is_caption(one_line(raw[slice(*stretch)])):
            spans.append(Span(text=text, start=start, end=start + len(text)))
        start += len(text) + len(_PARTING)
    return tuple(spans)


def _published(body: _Body) -> Published:
    from vedette.reading.published import dateline, infer  # reads the registry: only undated texts pay for it

    return stamped(body.furniture) or dateline(body.text, title=body.title) or infer(body.text, title=body.title)
