"""Where the sentences of a news text begin and end."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

_BREAK: Final = re.compile(
    r"[ \t]*\n(?:[ \t]*\n)+|[ \t]*\n(?![ \t]*[a-z])|[\x0b\x0c\x85\u2028\u2029]+|(?<![^\n]{40})[ \t]*\n"
)
_END: Final = re.compile(
    r"(?P<mark>\.{2,}|…+|[.!?](?:[.!?]*))(?P<close>[\"'”’»)\]]*)(?:\[\d{1,3}\])*"
    r"(?=\s|$|(?<=[a-z]{2}\.)[A-Z][a-z]*\s|(?<=\.[”’\"])[A-Z“])"
)
_LEAD: Final = re.compile(r"\s*(?:[•●▪◦■►*·–—-]+\s+)?")
_NEXT: Final = re.compile(r"[\"'“‘«(\[]*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’.]\w+)*")
_SAYS: Final = re.compile(
    r"[A-Z][\w’'.-]*(?: (?:al-|de |von |bin )?[A-Z][\w’'.-]*){0,3} "
    r"(?:said|says|asked|asks|added|told|questioned|wrote|tweeted|exclaimed|shouted|warned|wondered)\b"
)
_DOTTED: Final = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$")
_LATIN: Final = frozenset({"i.e", "e.g", "c.f", "a.k.a"})


def split(text: str) -> list[tuple[int, int]]:
    """Give the start and end (code points) of each sentence of `text`, without the blanks around it.

    The end of a paragraph always ends a sentence, and so does a line, unless the next one goes on in lower case.
    """
    return [span for start, end in _paragraphs(text) for span in _sentences(text, start, end)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for gap in _BREAK.finditer(text):
        yield begin, gap.start()
        begin = gap.end()
    yield begin, len(text)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends(text, match, begin, end):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(char.isalnum() for char in text[start:end]):
        yield start, end


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Say whether the mark ends the sentence that began at `begin`."""
    after = _after(text, match.end())
    if after >= end:
        return True
    opened = _NEXT.match(text, after)
    first = opened.end() if opened else after
    if first < len(text) and text[first].islower():
        return False
    if match["mark"] != ".":
        return not (match["close"] and _SAYS.match(text, after))
    if match["close"] and match["close"] not in {"'", "’"}:
        return not (match["close"] in {")", "]"} and _abbreviates(text, begin, match.start()))
    return _stop_ends(text, begin, match.start(), first, quoted=first > after)


def _after(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _stop_ends(text: str, begin: int, stop: int, first: int, *, quoted: bool) -> bool:
    """Decide on a plain full stop by the words on both its sides."""
    before = text[begin:stop].rsplit(maxsplit=1)
    word = before[-1].lstrip("([“‘\"'«—–") if before else ""
    plain = word.rpartition("-")[2].rpartition("—")[2].rpartition("/")[2]
    kind = _stops().get(word.casefold(), _stops().get(plain.casefold()))
    starts = _starts(text, first) or quoted
    if kind == "never" or word.casefold() in _LATIN:
        return False
    if kind == "number":
        return not text[first : first + 1].isdigit()
    if word.isdigit() and not text[begin:stop].strip()[: -len(word)]:
        return False  # "1. The first point"
    if kind == "maybe" or _DOTTED.match(plain) or (len(plain) == 1 and plain.isalpha()):
        return starts
    return True


def _abbreviates(text: str, begin: int, stop: int) -> bool:
    word = text[begin:stop].rsplit(maxsplit=1)[-1].lstrip("([") if stop > begin else ""
    return bool(_DOTTED.match(word)) or word.casefold() in _stops()


def _starts(text: str, first: int) -> bool:
    word = _WORD.match(text, first)
    return word is not None and word[0] in _starters()


@cache
def _stops() -> dict[str, str]:
    return {word.casefold(): kind for word, kind in _table() if kind != "starter"}


@cache
def _starters() -> frozenset[str]:
    return frozenset(word for word, kind in _table() if kind == "starter")


@cache
def _table() -> tuple[tuple[str, str], ...]:
    lines = (files("vedette.tagging") / "stops.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return tuple((row["word"], row["kind"]) for row in rows)
