"""Acts of an ongoing war that a text dates only by naming the war's outbreak."""

import re

from vedette.coding.document import Document
from vedette.coding.heads import is_plural
from vedette.coding.perdocument import PerDocument
from vedette.model import Mark, Role, Span, When, cut
from vedette.reading.evidence import sentences
from vedette.reading.known_events import names_day
from vedette.registry.anchors import Anchor, anchors_in

_WAR = re.compile(r"\b(?:war|outbreak|invasion|offensive|uprising)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w-]{3,}")
_KEPT: PerDocument[list[tuple[tuple[Anchor, Span], ...]]] = PerDocument(list)
_LEAST = 2  # words of the war's name that the act's own phrases must share


def since_the_outbreak(mark: Mark, document: Document) -> When | None:
    """Date acts told without a date ("the Israeli attacks on Gaza") as of the war between these parties at this
    place, from its outbreak on, where the text names that outbreak; else None."""
    if mark.type != "ASSAULT" or not is_plural(mark.trigger.text):
        return None
    phrases = " ".join(role.span.text for role in mark.roles if role.role in (Role.ACTOR, Role.TARGET, Role.PLACE))
    for war, named in _wars(document):
        if sum(_shared(name, phrases) for name in set(_NAME.findall(war.name))) >= _LEAST:
            basis = f"not stated; since {war.name} ({war.date.isoformat()}), which the text names"
            return When(
                text=named.text,
                start=named.start,
                end=named.end,
                from_=war.date,
                to=document.report.published.end,
                basis=basis,
                inherited=True,
            )
    return None


def _shared(name: str, phrases: str) -> bool:
    return re.search(rf"\b{re.escape(name[:5])}", phrases) is not None


def _wars(document: Document) -> tuple[tuple[Anchor, Span], ...]:
    """Give the wars whose outbreak the text names, with its day or in words that can mean no other, and where,
    the last first."""
    kept = _KEPT.of(document)
    if not kept:
        text = document.report.text
        wars = [anchor for anchor in anchors_in(text) if _WAR.search(anchor.name)]
        named = [(war, span) for war in wars if (span := _naming(war, text))]
        kept.append(tuple(sorted(named, key=lambda pair: pair[0].date, reverse=True)))
    return kept[0]


def _naming(war: Anchor, text: str) -> Span | None:
    for start, sentence in sentences(text):
        found = war.named_in(sentence)
        if found and (war.alone or names_day(sentence, war.date)):
            return cut(text, start + found.start(), start + found.end())
    return None
