"""Who is meant by the noun of its own name: "the movement" after "the Dawn movement", "X, which calls itself Y"."""

import re

from vedette.coding.document import Document, Sentence
from vedette.model import Span, cut

_HEADS = (
    "movement party front union council brigade battalion coalition alliance federation committee faction corps league "
    "association network observatory legion regiment"
).split()
_BACK = re.compile(rf"(?:the|this|that)\s+(?P<head>{'|'.join(_HEADS)})", re.I)
_SENTENCES = 2  # back
_ITSELF = re.compile(
    r"\s*,?\s+(?:(?:which|who|that)\s+(?:\w+ly\s+)?(?:calls?|called|names?|styles?|styled)\s+(?:itself|themselves)|"
    r"(?:calling|styling|naming)\s+(?:itself|themselves)|(?:which\s+is\s+|that\s+is\s+)?(?:known|which\s+goes|that\s+goes|going)\s+"
    r"(?:by\s+the\s+name\s+of|as)|(?:called|named|dubbed))\s+(?:the\s+)?[“\"‘]?"
    r"(?P<name>[A-Z][\w’'-]*(?:\s+(?:(?:of|the|and|for|in|al|de)\s+){0,2}[A-Z][\w’'-]*){0,5})"
)


def named_by_head(span: Span, sentence: Sentence, document: Document) -> Span | None:
    """Give the name whose last word is the noun of a phrase that points back; None if there is none.

    `span` counts in the sentence. The last such name before it counts, at most two sentences back.
    """
    back = _BACK.fullmatch(span.text)
    if back is None:
        return None
    head = back["head"].lower()
    called = re.compile(rf"(?:[A-Z][\w’'-]*\s+){{1,5}}(?:{head}\b(?!\s+[A-Z])|{head.capitalize()}\b)")
    for one in (sentence, *document.before(sentence, _SENTENCES)):
        if one.caption:
            continue
        end = span.start if one is sentence else len(one.tagged.text)
        found = list(called.finditer(one.tagged.text, 0, end))
        if found and (name := _bare(cut(one.tagged.text, *found[-1].span()))).text.lower() != head:
            return name
    return None


def _bare(name: Span) -> Span:
    lead = re.match(r"(?:The|A|An|This|That|In|On|At|By)\s+", name.text)
    start = lead.end() if lead else 0
    return Span(text=name.text[start:], start=name.start + start, end=name.end)


def calls_itself(span: Span, text: str) -> Span | None:
    """Give the name that a clause right after a phrase says its people go by: "a faction, which calls itself Dawn"."""
    if any(word[0].isupper() for word in span.text.split()[1:]):
        return None  # it has a name already
    found = _ITSELF.match(text, span.end)
    return cut(text, *found.span("name")) if found else None
