"""What of a page is no reporting, found by cue words, shape and position; the cue words are data (furniture.toml)."""

import re
from collections.abc import Iterator, Sequence

from vedette.model import Furniture
from vedette.reading.captions import is_caption
from vedette.reading.cues import Rule, rules
from vedette.reading.layout import Stretch
from vedette.reading.notes import note_at_end
from vedette.reading.tidy import one_line

_STOP = re.compile(r"[.!?…][\"'”’)\]]*$")
_COMMENT = re.compile(r"(?:\breply\b|\bsays:|\bago\b|\bwrote:)", re.IGNORECASE)
_BRACKET = re.compile(r"\s*[(\[]\s*(?P<inside>[^()\[\]]{2,300}?)\s*[)\]]\.?")
_LONGEST_LINE, _LAST = 60, 160
_ROUNDS = 4
_PARTS = re.compile(r"\s*[|·•]\s*")
_TAG = 4  # words of a tag, at most
_LABEL = 5  # words of a column's name, at most
_DATED = "date line of the page"

Reasons = list[str | None]


def furniture(raw: str, stretches: Sequence[Stretch], *, known: Sequence[str] = ()) -> tuple[Furniture, ...]:
    """Find the furniture in the paragraphs `stretches` of `raw`, in order, none overlapping; offsets count in `raw`.

    A paragraph goes where cue words, shape and position together reach the weight that furniture.toml explains.
    `known` are the reasons of the first paragraphs where these are known to go (a header).
    Doubt is for the text: a line of furniture left in does less harm than a sentence of reporting cut out.
    """
    texts = [one_line(raw[start:end]) for start, end in stretches]
    reasons = [*known, *reasons_of(texts[len(known) :])]
    found: list[Furniture] = []
    for (start, end), text, reason in zip(stretches, texts, reasons, strict=True):
        pieces = [(start, end, reason)] if reason else _within(raw, (start, end), caption=is_caption(text))
        found += [Furniture(text=raw[a:b], start=a, end=b, reason=why) for a, b, why in pieces]
    return tuple(found)


def reasons_of(texts: Sequence[str]) -> Reasons:
    """Give for each paragraph why it is furniture as a whole, or None."""
    reasons: Reasons = [None] * len(texts)
    for _ in range(_ROUNDS):
        before = list(reasons)
        _mark_lines(texts, reasons)
        _mark_lists(texts, reasons)
        reasons = note_at_end(texts, reasons)
        if reasons == before:
            break
    return reasons


def _mark_lines(texts: Sequence[str], reasons: Reasons) -> None:
    first, last = _reporting(texts, reasons)
    for index, text in enumerate(texts):
        if reasons[index] is None and not is_caption(text):
            edge = not first <= index <= last
            reasons[index] = _line(text, edge=edge, texts=texts) or _parts(text, edge=edge, texts=texts)


def _reporting(texts: Sequence[str], reasons: Reasons) -> tuple[int, int]:
    """Give the first and the last paragraph that read like reporting; what stands outside them is the edge."""
    prose = [index for index, text in enumerate(texts) if reasons[index] is None and _is_prose(text)]
    return (prose[0], prose[-1]) if prose else (0, len(texts))


def _line(text: str, *, edge: bool, texts: Sequence[str]) -> str | None:
    words = len(text.split())
    if words > _LONGEST_LINE:
        return None
    stop = bool(_STOP.search(text))
    shape = 0.2 * (words <= 8) + 0.2 * (not stop) + 0.3 * edge - 0.5 * _is_prose(text)
    for rule in rules().lines:
        if (rule.weight >= 1 or rule.weight + shape >= 0.999) and rule.pattern.match(text) and _fits(rule, texts):
            return rule.reason
    return None


def _parts(text: str, *, edge: bool, texts: Sequence[str]) -> str | None:
    """Say why a line of several parts ("5 minutes | Listen to this article") is furniture: each part would be."""
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) < 2 or len(text.split()) > _LONGEST_LINE:
        return None
    reasons = [_line(part, edge=edge, texts=texts) for part in parts]
    if _DATED in reasons:
        named = [part for part, reason in zip(parts, reasons, strict=True) if reason is None]
        return _DATED if not named or (edge and all(_is_label(part) for part in named)) else None
    return reasons[0] if all(reasons) else None


def _is_label(part: str) -> bool:
    """Say whether a part of a line names a column or a bulletin ("Weekly security round-up") and tells nothing."""
    return len(part.split()) <= _LABEL and not _STOP.search(part) and not rules().news.search(part)


def _fits(rule: Rule, texts: Sequence[str]) -> bool:
    return not rule.once or sum(bool(rule.pattern.match(text)) for text in texts if len(text) < 80) <= 1


def _is_prose(text: str) -> bool:
    return bool(_STOP.search(text)) and (len(text.split()) >= 12 or bool(rules().news.search(text)))


def _mark_lists(texts: Sequence[str], reasons: Reasons) -> None:
    _, last = _reporting(texts, reasons)
    for index, text in enumerate(texts):
        if index and len(text.split()) <= 8 and (rule := _heading(text)) and (rule.kind != "tags" or index > last):
            end = _end_of(rule, texts, index)
            if end > index + 1 or index == len(texts) - 1 or reasons[index]:
                reasons[index:end] = [rule.reason] * (end - index)


def _heading(text: str) -> Rule | None:
    return next((rule for rule in rules().headings if rule.pattern.match(text)), None)


def _end_of(rule: Rule, texts: Sequence[str], start: int) -> int:
    """Give the paragraph at which the list or form that opens at `start` is over."""
    rest = texts[start + 1 :]
    if rule.kind == "note":
        return start
    if rule.kind == "form" and start > len(texts) // 3 and sum(bool(_COMMENT.search(text)) for text in rest) >= 2:
        return len(texts)
    ends = _ends_tags if rule.kind == "tags" else _ends_list
    items = next((i for i, text in enumerate(rest) if ends(text)), len(rest))
    return start + 1 + items


def _ends_list(text: str) -> bool:
    return _is_prose(text) or len(text.split()) > 30 or is_caption(text)


def _ends_tags(text: str) -> bool:
    return len(text.split()) > _TAG or bool(_STOP.search(text)) or is_caption(text)


def _within(raw: str, stretch: Stretch, *, caption: bool) -> list[tuple[int, int, str]]:
    """Give what is cut out of a paragraph: whole brackets, and the last words."""
    found = [*_brackets(raw, stretch), *_last_words(raw, stretch, caption=caption)]
    kept: list[tuple[int, int, str]] = []
    for start, end, reason in sorted(found):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, reason))
    return kept


def _brackets(raw: str, stretch: Stretch) -> Iterator[tuple[int, int, str]]:
    for bracket in _BRACKET.finditer(raw, *stretch):
        for rule in rules().within:
            if rule.where == "bracket" and rule.pattern.fullmatch(bracket["inside"]):
                yield (*bracket.span(), rule.reason)
                break


def _last_words(raw: str, stretch: Stretch, *, caption: bool) -> Iterator[tuple[int, int, str]]:
    start, end = max(stretch[0], stretch[1] - _LAST), stretch[1]
    for rule in rules().within:
        if rule.where == "end" and (caption or not rule.caption) and (match := rule.pattern.search(raw, start, end)):
            yield (*match.span(), rule.reason)
