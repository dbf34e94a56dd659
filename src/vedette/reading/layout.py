"""Where the paragraphs of a plain text begin and end, whether it is hard-wrapped or not."""

import re
from collections.abc import Sequence
from itertools import pairwise

from vedette.reading.tidy import one_line

Stretch = tuple[int, int]

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_CLOSED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_WIDEST, _NARROWEST, _SLACK, _FEWEST = 130, 50, 12, 3


def paragraphs(raw: str) -> list[Stretch]:
    """Give start and end in `raw` of each paragraph, blank ones left out.

    A blank line always parts two paragraphs. A single line break is taken for a wrap where the text shows a fixed
    width (the next word would not have fitted), or where the sentence plainly runs on; else it parts them too.
    """
    blocks = _blocks(raw)
    width = _width(raw, blocks)
    return [stretch for block in blocks for stretch in _joined(raw, block, width)]


def _blocks(raw: str) -> list[list[Stretch]]:
    blocks: list[list[Stretch]] = [[]]
    for start, end in _lines(raw):
        if one_line(raw[start:end]):
            blocks[-1].append((start, end))
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _lines(raw: str) -> list[Stretch]:
    edges = [(0, 0), *(match.span() for match in _BREAK.finditer(raw)), (len(raw), len(raw))]
    return [(before[1], after[0]) for before, after in pairwise(edges)]


def _width(raw: str, blocks: Sequence[Sequence[Stretch]]) -> int | None:
    """Give the column at which `raw` is wrapped, or None if it is not."""
    lines = [
        (raw[start:end], raw[next_start:next_end])
        for block in blocks
        for (start, end), (next_start, next_end) in pairwise(block)
    ]
    longest = max((end - start for block in blocks for start, end in block), default=0)
    if len(lines) < _FEWEST or not _NARROWEST <= longest <= _WIDEST:
        return None
    full = sum(_is_full(line, after, longest) for line, after in lines)
    # Where most lines end a sentence they are short paragraphs that happen to be of one length.
    closed = sum(bool(_CLOSED.search(line.rstrip())) for line, _ in lines)
    return longest if full >= 0.6 * len(lines) > closed else None


def _is_full(line: str, after: str, width: int) -> bool:
    """Say whether the first word of `after` would not have fitted on `line`."""
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width - _SLACK


def _joined(raw: str, block: Sequence[Stretch], width: int | None) -> list[Stretch]:
    joined = [block[0]]
    for start, end in block[1:]:
        before = raw[joined[-1][0] : joined[-1][1]]
        last_line = _BREAK.split(before)[-1]
        if _runs_on(before, raw[start:end]) or (width and _wraps(last_line, raw[start:end], width)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _runs_on(before: str, after: str) -> bool:
    return one_line(after)[:1].islower() and not _CLOSED.search(before.rstrip())


def _wraps(line: str, after: str, width: int) -> bool:
    return _is_full(line, after, width) and not after[:1].isspace()
