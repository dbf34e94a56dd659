"""Whole time phrases: an atom ("Nov. 21", "Saturday") with what stands around it ("since", "between ... and")."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from vedette.phrases.calendar import MONTH, add_days
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.parts import (
    before_last,
    beside_told,
    edge_of_running,
    in_a_row,
    overnight_beside,
    part_of_month,
    week_of_day,
)
from vedette.phrases.relative import read_relative
from vedette.phrases.written import read_written
from vedette.phrases.zones import zoned

_RANGE = re.compile(
    r"^(?:between|from|since|the night of|the night between|night of)?\s*(?P<a>.+?)\s+(?:and|to|until|till|through|"
    r"up to|into)\s+(?P<b>.+)$|"
    r"^(?:between|from)?\s*(?P<c>[^-–—]+?)\s*[-–—]\s*(?P<d>[^-–—]+)$"
)
_SINCE = re.compile(
    r"^(?:ever )?(?:since|from|starting|beginning|as of late)\s+(?:the |about |around |at least )*(?P<x>.+)$"
)
_UNTIL = re.compile(r"^(?:up )?(?:until|till|through|up to)\s+(?P<x>.+)$")
_BY = re.compile(r"^(?:by|on or before|no later than|not later than)\s+(?P<x>.+)$")
_BEFORE = re.compile(r"^(?P<gap>.*?)\b(?:before|prior to|ahead of)\s+(?P<x>.+)$")
_AFTER = re.compile(r"^(?P<gap>.*?)\b(?:after|(?<!the )following)\s+(?P<x>.+)$")
_AS_OF = re.compile(r"^as of\s+(?P<x>.+)$")
_EDGE = re.compile(r"\b(?P<edge>early|late|mid|beginning of|start of|end of|middle of|turn of|close of)[- ]")
_GAP = re.compile(
    r"^(?:about |around |just |only |barely |nearly )*(?P<n>.+?)\s+(?P<unit>minute|hour|"
    r"day|night|week|month|year)s?$"
)
_SHORTLY = re.compile(
    r"^(?:shortly|soon|just|immediately|directly|right|straight|not long|hours|minutes|moments|a few hours|"
    r"(?:an?|two|three|four|five|six) hours?|half an hour|a little|hours|days|a few days|weeks)\b"
)
_YEAR_TAIL = re.compile(r"\b((?:1[4-9]|20)\d\d)$")
_OF_A_YEAR = re.compile(
    rf"(?P<head>\b{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?),? (?:of )?"
    r"(?P<which>last|this|next|that|that same|(?:the )?same|the (?:next|following|previous)) year$"
)
_FROM_PUBLISHED = {"last": -1, "this": 0, "next": 1}
_FROM_TOLD = {"that": 0, "that same": 0, "the same": 0, "same": 0}
_FROM_TOLD |= {"the next": 1, "the following": 1, "the previous": -1}
_SPOKEN = ((re.compile(r"\bnew year 's\b"), "new year's"), (re.compile(r"\bsept\b\.?"), "september"))


def read_time(phrase: str, clock: Clock) -> Stretch | None:
    """Read a time phrase against `clock`; None when it is no time, a stretch without bounds when it dates nothing."""
    text = _with_year(_normal(phrase), clock)
    read = _whole(text, clock)
    if read is None or not read.known:
        return read
    return zoned(text, read)


def _normal(phrase: str) -> str:
    text = " ".join(phrase.lower().replace("’", "'").replace(" ", " ").split()).strip(' ,.;:()"“”')
    for pattern, plain in _SPOKEN:
        text = pattern.sub(plain, text)
    return re.sub(r"^(?:on|in|at|during|over|throughout|around|about)\s+(?!the next|the past|the last)", "", text)


def _with_year(text: str, clock: Clock) -> str:
    """Put the year that "last year", "that year" means into a phrase with a month: "2 November last year" ->
    "2 November 2022"."""
    found = _OF_A_YEAR.search(text)
    if not found:
        return text
    if (step := _FROM_TOLD.get(found["which"])) is not None:
        return f"{text[: found.end('head')]} {clock.anchor.year + step}" if clock.anchor else text
    if clock.start is None or clock.end is None or clock.start.year != clock.end.year:
        return text
    return f"{text[: found.end('head')]} {clock.start.year + _FROM_PUBLISHED[found['which']]}"


def _whole(text: str, clock: Clock) -> Stretch | None:
    for reader in (*_PARTS, *_OPERATORS):
        if (read := reader(text, clock)) is not None:
            return read
    return _atom(text, clock)


def _atom(text: str, clock: Clock) -> Stretch | None:
    """Read the most exact date of the phrase, then what "early", "late" or "the end of" leave of it."""
    written = read_written(text, clock)
    exact = written is not None and len(written.value) >= 10
    read = written if exact else (read_relative(text, clock) or written)
    if written is not None and not exact and read is not None and not read.known:
        read = written
    if read is None:
        return None
    return _edged(text, read)


def _edged(text: str, read: Stretch) -> Stretch:
    edge = _EDGE.search(text)
    if not edge or read.from_ is None or read.to is None or (read.to - read.from_).days < 20:
        return read
    third = (read.to - read.from_).days // 3
    first, last = add_days(read.from_, third + 1), add_days(read.to, -third - 1)
    if edge["edge"] in ("early", "beginning of", "start of", "turn of"):
        return replace(read, to=last if third > 200 else add_days(read.from_, third + 2))
    if edge["edge"] in ("mid", "middle of"):
        return replace(read, from_=add_days(read.from_, third - 2), to=add_days(read.to, -third + 2))
    return replace(read, from_=first if third > 200 else add_days(read.to, -third - 2))


def _range(text: str, clock: Clock) -> Stretch | None:
    """Read "from A to B", "15 to 22 February", "2015-16": the second part lends the first its month and year."""
    if not (found := _RANGE.match(text)):
        return None
    left, right = (found["a"], found["b"]) if found["a"] else (found["c"], found["d"])
    right = _completed(left, right)
    end = _atom(right, clock) if right else None
    if end is None or end.to is None:
        return None
    start = _atom(
        _completed(right, left),
        replace(clock, anchor=end.from_, history=clock.history or bool(_YEAR_TAIL.search(right))),
    )
    if start is None or start.from_ is None or start.from_ > end.to:
        return None
    return Stretch(
        from_=start.from_, to=end.to, value=start.value, basis=f"from {start.from_} to {end.to}: {end.basis}"
    )


def _completed(model: str, part: str) -> str:
    """Lend a bare number the month of its partner, a two-digit year its century."""
    part = part.strip()
    if re.fullmatch(r"(?:the )?\d{1,2}(?:st|nd|rd|th)?(?:,? (?:1[4-9]|20)\d\d)?", part):
        if month := re.search(MONTH, model):
            year = _YEAR_TAIL.search(model) if not _YEAR_TAIL.search(part) else None
            day = re.sub(r",? ((?:1[4-9]|20)\d\d)$", r"", part).replace("the ", "")
            tail = year[0] if year else (_YEAR_TAIL.search(part) or [""])[0]
            return f"{month[0]} {day} {tail}".strip()
        if (century := re.fullmatch(r"(\d\d)\d\d", model)) and re.fullmatch(r"\d\d", part):
            return century[1] + part
    year = _YEAR_TAIL.search(model)
    if year and re.fullmatch(rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?", part):
        return f"{part} {year[0]}"
    return part


def _since(text: str, clock: Clock) -> Stretch | None:
    found = _SINCE.match(text)
    read = _whole(found["x"], replace(clock, tense=None)) if found else None
    if read is None or read.from_ is None:
        return None
    to = clock.published.end if not clock.history else None
    return Stretch(
        from_=read.from_,
        to=to if to is None or to >= read.from_ else None,
        value=read.value,
        basis=f"since {read.basis}",
    )


def _until(text: str, clock: Clock) -> Stretch | None:
    return _upper(_UNTIL, text, clock, "until")


def _by(text: str, clock: Clock) -> Stretch | None:
    return _upper(_BY, text, clock, "by")


def _upper(pattern: re.Pattern[str], text: str, clock: Clock, word: str) -> Stretch | None:
    found = pattern.match(text)
    read = _whole(found["x"], clock) if found else None
    if read is None or read.to is None:
        return None
    first = clock.published.start if clock.future else None
    return Stretch(
        from_=first if first and first <= read.to else None, to=read.to, value=read.value, basis=f"{word} {read.basis}"
    )


def _as_of(text: str, clock: Clock) -> Stretch | None:
    return _upper(_AS_OF, text, clock, "as of")


def _before(text: str, clock: Clock) -> Stretch | None:
    return _next_to(_BEFORE, text, clock, -1)


def _after(text: str, clock: Clock) -> Stretch | None:
    return _next_to(_AFTER, text, clock, 1)


def _next_to(pattern: re.Pattern[str], text: str, clock: Clock, way: int) -> Stretch | None:
    """Read "before X", "after X", "shortly after X", "three days before X" where X is a date."""
    found = pattern.match(text)
    if not found or re.match(r"dawn|daybreak|sunrise|noon|midnight|midday|dusk|sunset|yesterday|tomorrow", found["x"]):
        return None
    read = _whole(found["x"], replace(clock, tense=None))
    if read is None or read.from_ is None or read.to is None:
        return None
    gap = re.sub(r"^the (?=(?:day|week|month|year|night|morning)$)", "a ", found["gap"].strip())
    return beside(read, gap, way, clock)


def beside(read: Stretch, gap: str, way: int, clock: Clock) -> Stretch:
    """Give the time `gap` after (way 1) or before (way -1) another: "shortly" is within two days."""
    word = "after" if way > 0 else "before"
    basis = f"{gap} {word} {read.from_ and read.from_.isoformat()}".strip()
    base = read.to if way > 0 else read.from_
    assert base is not None
    if (numbered := _GAP.match(gap)) and (shifted := _from_anchor(gap, base, way, clock)):
        return replace(shifted, basis=basis) if numbered else shifted
    if gap and _SHORTLY.match(gap):
        within = (
            30
            if gap.startswith("weeks")
            else 7
            if "days" in gap
            else 1
            if re.search("hour|minute|moment|immediately", gap)
            else 2
        )
        far = add_days(base, way * within)
        return Stretch(from_=min(base, far), to=max(base, far), value=read.value, basis=basis)
    if way > 0:
        end = clock.published.end
        return Stretch(
            from_=read.from_,
            to=end if end and read.from_ and end >= read.from_ else None,
            value=read.value,
            basis=basis,
        )
    return Stretch(from_=None, to=read.from_, value=read.value, basis=basis)


def _from_anchor(gap: str, base: date, way: int, clock: Clock) -> Stretch | None:
    read = read_relative(f"{gap} {'later' if way > 0 else 'earlier'}", clock.at(base))
    return read if read and read.known else None


def _of_month(text: str, clock: Clock) -> Stretch | None:
    if _BOUNDS.match(text):
        return None
    return part_of_month(text, clock, read_written) or week_of_day(text, clock, read_written)


def _overnight(text: str, clock: Clock) -> Stretch | None:
    return overnight_beside(text, clock, read_relative)


def _other_parts(text: str, clock: Clock) -> Stretch | None:
    """Read a part of a period, unless a preposition bounds it: "until the end of the year" is read from "until" on."""
    if _BOUNDS.match(text):
        return None
    readers = (edge_of_running, before_last, beside_told, in_a_row)
    return next((read for reader in readers if (read := reader(text, clock)) is not None), None)


_BOUNDS = re.compile(r"(?:ever )?(?:since|until|till|through|up to|by|before|after|from|as of|between|starting)\b")
_PARTS: tuple[Callable[[str, Clock], Stretch | None], ...] = (_of_month, _overnight, _other_parts)
_OPERATORS: tuple[Callable[[str, Clock], Stretch | None], ...] = (_range, _since, _until, _by, _as_of, _before, _after)
