"""A quote found again in a text: exact, or with other blanks and quotation marks."""

import re
from functools import lru_cache

from vedette.model import Span, cut

_DOUBLE, _SINGLE = '"“”„‟«»″', "'‘’‚‛`´′"
_DOUBLE_CLASS, _SINGLE_CLASS = f"(?:[{_DOUBLE}]|[{_SINGLE}]{{2}})", f"[{_SINGLE}]"
_PARTS = re.compile(
    rf"(?P<blank>\s+)|(?P<double>[{_DOUBLE}]|[{_SINGLE}]{{2}})|(?P<single>[{_SINGLE}])|(?P<plain>.)", re.S
)


def found(quote: str, text: str) -> tuple[Span, ...]:
    """Give where `quote` stands in `text` as whole words: the exact places, else those that differ only in blanks and
    quotation marks; none for a quote without a letter or digit."""
    wanted = quote.strip()
    if not any(char.isalnum() for char in wanted):
        return ()
    spans = tuple(cut(text, *match.span()) for match in _pattern(wanted).finditer(text))
    return tuple(span for span in spans if span.text == wanted) or spans


@lru_cache(maxsize=2048)
def _pattern(quote: str) -> re.Pattern[str]:
    body = "".join(_part(part) for part in _PARTS.finditer(quote))
    before, after = r"(?<!\w)" * _is_word(quote[0]), r"(?!\w)" * _is_word(quote[-1])
    return re.compile(before + body + after)


def _part(part: re.Match[str]) -> str:
    kinds = {"blank": r"\s+", "double": _DOUBLE_CLASS, "single": _SINGLE_CLASS}
    return kinds.get(part.lastgroup or "") or re.escape(part.group())


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
