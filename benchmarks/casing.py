"""Give a text that was printed in lower case its capitals back, as far as the tagger knows its names."""

import re

from vedette.model.mark import Name
from vedette.tagging import Tagger

GAP = re.compile(r"\s{2,}|(?<=[a-z]{4}[.!?])(?<!capt\.)(?<!prof\.)(?<!dept\.)\s(?=[\"(]*[a-z])")
PARAGRAPH = 4  # so many blanks part paragraphs in such texts; fewer part sentences
SMALL = frozenset("a an and at by de del di du for from in la las le los of on or the to und van von y".split())
WORD = re.compile(r"[^\W\d_][\w'’]*")


def sentences(text: str) -> list[tuple[str, str]]:
    """Give the sentences of a lower-case text, each with what parts it from the next: a blank or an empty line."""
    found, begin = [], 0
    for gap in GAP.finditer(text):
        found.append((text[begin : gap.start()], "\n\n" if len(gap.group()) >= PARAGRAPH else " "))
        begin = gap.end()
    return [(part, after) for part, after in [*found, (text[begin:], "")] if part]


def cased(text: str, tagger: Tagger) -> str:
    """Write a lower-case text with capitals at the start of its sentences and in its names; no character moves."""
    parts = sentences(text)
    tagged = tagger.tag([part for part, _ in parts])
    return "".join(_capital(_named(part, one.names)) + after for (part, after), one in zip(parts, tagged, strict=True))


def _named(sentence: str, names: tuple[Name, ...]) -> str:
    for name in names:
        if name.label != "WEAPON":
            span = name.span
            sentence = sentence[: span.start] + WORD.sub(_title, span.text) + sentence[span.end :]
    return sentence


def _title(word: re.Match[str]) -> str:
    text = word.group()
    return text if text in SMALL else text[0].upper() + text[1:]


def _capital(sentence: str) -> str:
    first = WORD.search(sentence)
    at = first.start() if first else 0
    return sentence[:at] + sentence[at : at + 1].upper() + sentence[at + 1 :]
