"""How many people a happening killed and hurt; the rules for phrases are in toll, for counts of happenings in count."""

import re

from vedette.coding.apposition import same_people
from vedette.coding.count import count_of, how_often
from vedette.coding.document import Sentence
from vedette.coding.fates import of_fate
from vedette.coding.toll import OF_WHOM, toll
from vedette.model import Label, Mark, Role, Span, Toll
from vedette.phrases.numbers import quantities

__all__ = ["count_of", "how_often", "toll", "tolls_of"]


def tolls_of(mark: Mark, sentence: Sentence) -> tuple[Toll | None, Toll | None]:
    """Give how many one happening killed and injured, quotes in the body, as its role spans say.

    Without a span for the killed (injured), a trigger that itself says it takes its targets. One phrase that names
    dead and hurt together ("20 casualties and injuries") bounds both: 0, 0, 20.
    """
    text = sentence.tagged.text
    killed, injured = of_fate(Role.KILLED, mark, text), of_fate(Role.INJURED, mark, text)
    if not killed and _says(mark, _KILLS):
        killed = mark.of(Role.TARGET)
    if not injured and _says(mark, _HURTS):
        injured = mark.of(Role.TARGET)
    killed, injured = _either(killed, injured, text)
    both = {span for span in (*killed, *injured) if _mixed(span, killed, injured)}
    return (
        _sum([_read(span, sentence, mixed=span in both) for span in _distinct(killed, sentence)]),
        _sum([_read(span, sentence, mixed=span in both) for span in _distinct(injured, sentence)]),
    )


_KILLS = re.compile(
    r"^(?:kill|murder|assassinat|behead|execut|slain|slay|slaughter|massacr|lynch|gunned down|shot dead|"
    r"beaten to death|hanged)",
    re.I,
)
_HURTS = re.compile(r"^(?:wound|injur|maim|hurt)", re.I)
_NEGATED = re.compile(
    r"(?:\bno\b(?: \w+){0,3}|\bwithout\b(?: \w+){0,3}|\bneither\b|\bnor\b(?: \w+){0,2}|"
    r"(?:n't|n’t|\bnot|\bnever) (?:\w+ ){0,2}(?:kill|injur|wound|hurt|caus|harm|result|report|lead|suffer|claim|"
    r"record|inflict)\w*(?: (?:in|any|to|further|immediate))*)[\s“\"']*$",
    re.I,
)
_NOBODY = re.compile(r"(?:nobody|no one|none|no)\b", re.I)
_MIXED = re.compile(
    r"\b(?:killed|dead|deaths?|casualties|martyrs|killed) (?:or|and|and/or) (?:injur|wound|missing|hurt)", re.I
)


_EITHER_BEFORE = re.compile(
    r"\bkill(?:ed|ing|s)?\s+(?:or|and|and/or)\s+(?:wound|injur|hurt|maim)\w*\s+"
    r"(?:(?:at least|about|some|around|nearly|up to|more than|over)\s+)?$",
    re.I,
)
_EITHER_AFTER = re.compile(
    r"(?:\s*,[^,;]{2,60},)?\s+(?:[\w-]+\s+){0,2}?(?:was|were|been|are)\s+(?:either\s+)?(?:killed|dead)\s+(?:or|and|and/or)\s+(?:wounded|injured|hurt)\b",
    re.I,
)
_LIST = re.compile(r"(?<=[a-z\d]):\s+(?=[a-z\d])")
_SURVIVED = re.compile(
    r"(?:\s*,[^,;]{2,60},)?\s+(?:narrowly\s+|also\s+)?(?:survived|escaped|(?:was|were)\s+(?:unhurt|unharmed))\b",
    re.I,
)


def _either(
    killed: tuple[Span, ...], injured: tuple[Span, ...], text: str
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Give both fates the people of whom only one figure tells ("killed or wounded about 30")."""
    shared = tuple(
        span
        for span in dict.fromkeys((*killed, *injured))
        if _EITHER_BEFORE.search(text[max(0, span.start - 60) : span.start]) or _EITHER_AFTER.match(text, span.end)
    )
    return (*(s for s in killed if s not in shared), *shared), (*(s for s in injured if s not in shared), *shared)


def _says(mark: Mark, words: re.Pattern[str]) -> bool:
    return mark.status in ("actual", "claimed") and words.match(mark.trigger.text) is not None


def _mixed(span: Span, killed: tuple[Span, ...], injured: tuple[Span, ...]) -> bool:
    return (span in killed and span in injured) or _MIXED.search(span.text) is not None


def _distinct(spans: tuple[Span, ...], sentence: Sentence) -> list[Span]:
    """Leave out the spans that only tell a part of another: "including", "of whom", "among them"."""
    if len(spans) < 2:
        return list(spans)
    text = sentence.tagged.text
    whole = [
        span
        for span in spans
        if not re.search(r"\b(?:including|among them|of them|among whom)\W*(?:\w+\W+){0,3}$", text[: span.start], re.I)
        and not OF_WHOM.match(span.text)
        and not re.search(r"\bof them$", span.text)
    ]
    kept = _told_once(_before_a_list(whole or list(spans[:1]), text), sentence)
    return [span for span in kept if not any(other is not span and other.holds(span) for other in kept)]


def _before_a_list(spans: list[Span], text: str) -> list[Span]:
    """Leave out what a colon only lists of those counted before it ("Six died: four guests and two rescuers")."""
    first = min(spans, key=lambda span: span.start)
    colon = _LIST.search(text, min(first.end, len(text)))
    if colon is None or not any(quantities(first.text)):
        return spans
    return [span for span in spans if span.start < colon.start() or span.start >= len(text)]


def _told_once(spans: list[Span], sentence: Sentence) -> list[Span]:
    """Leave out survivors, and what only says who the ones before were ("six people, four of them officers")."""
    text, kept = sentence.tagged.text, list[Span]()
    for span in sorted(spans, key=lambda span: span.start):
        if span.end <= len(text) and _SURVIVED.match(text, span.end):
            continue
        if not any(same_people(one, span, text, sentence.tagged.names) for one in kept[-1:]):
            kept.append(span)
    return kept


def _read(span: Span, sentence: Sentence, *, mixed: bool) -> Toll | None:
    body = sentence.in_body(span)
    read = _person(span, sentence) or toll(span.text)
    if read is None:
        return None
    if _NEGATED.search(sentence.tagged.text[max(0, span.start - 60) : span.start]) or read.high == 0:
        return _quoted(Toll(low=0, best=0, high=0, of=read.of), body)
    if mixed:
        return _quoted(Toll(low=0, best=0, high=read.high, of=read.of), body)
    return _quoted(read, body)


def _quoted(read: Toll, body: Span) -> Toll:
    return Toll(
        low=read.low, best=read.best, high=read.high, of=read.of, text=body.text, start=body.start, end=body.end
    )


def _person(span: Span, sentence: Sentence) -> Toll | None:
    """Read a phrase that ends in a person's name ("the mayor, Ana Ruiz") as one person."""
    if _NOBODY.match(span.text):
        return None
    for name in sentence.tagged.names:
        if (
            name.label == Label.PERSON
            and span.holds(name.span)
            and name.span.end >= span.end - 1
            and not any(quantities(span.text))
            and not re.search(r"\band\b|\bof\b", span.text)
        ):
            return Toll(low=1, best=1, high=1, of=span.text)
    return None


def _sum(tolls: list[Toll | None]) -> Toll | None:
    """Add tolls of different people; the quote is the first one's."""
    known = [one for one in tolls if one is not None]
    if not known:
        return None
    total = known[0]
    for more in known[1:]:
        total = total + more
    return total
