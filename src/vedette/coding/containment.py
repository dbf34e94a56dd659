"""Which named place a text says lies in which: "Tripoli, Lebanon", "Mosul in Nineveh province", "Iraq's Anbar"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vedette.model import Span

FAR = 60  # characters between two names that may belong together
_WORDS = r"(?:(?:the|north\w*|south\w*|east\w*|west\w*|central|neighbou?ring|nearby|rural|coastal)[\s-]+)*"
_KIND = (
    r"(?:province|governorate|state|oblast|region|district|department|county|city|town|village|suburb|neighbou?rhood|"
    r"area|territory|island|capital|camp|municipality|locality|prefecture)"
)
_IN = re.compile(
    rf"\.?,\s*$|\s*\(\s*$|,?\s+(?:{_KIND}\s*,?\s*)?(?:in|of|,)\s+{_WORDS}(?:{_KIND}\s+of\s+)?(?:the\s+)?$|"
    rf"\s+{_KIND},?\s+(?:(?:in|of)\s+)?{_WORDS}$",
    re.IGNORECASE,
)
_OF = re.compile(rf"['’]s?\s+{_WORDS}(?:\w+\s+)?(?:{_KIND}\s+(?:of\s+)?)?(?:the\s+)?$", re.IGNORECASE)


def holds(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Give pairs (inner, outer) of the names at `spans`, which stand in the order of the text.

    A comma alone counts too, though it may part a list: whoever uses the pairs asks whether one can lie in the other.
    """
    for (inner, first), (outer, second) in pairwise(enumerate(spans)):
        between = text[first.end : second.start]
        if len(between) > FAR or "\n" in between:
            continue
        if _IN.match(between):
            yield inner, outer
        elif _OF.match(between):
            yield outer, inner
