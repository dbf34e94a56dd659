"""Acts of an ongoing war that a text dates only by naming the war's outbreak."""

import re

from vedette.coding.document import Document
from vedette.coding.heads import is_plural
from vedette.coding.perdocument import PerDocument
from vedette.model import Mark, Role, When
from vedette.reading.evidence import sentences
from vedette.reading.known_events import names_day
from vedette.registry.anchors import Anchor, anchors_in

_WAR = re.compile(r"\b(?:war|outbreak|invasion|offensive|uprising)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w-]{3,}")
_KEPT: PerDocument[list[tuple[Anchor, ...]]] = PerDocument(list)
_LEAST = 2  # words of the war's name that the act's own phrases must share


def since_the_outbreak(mark: Mark, document: Document) -> When | None:
    """Date acts told without a date ("the Israeli attacks on Gaza") as of the war between these parties at this
    place, from its outbreak on, where the text names that outbreak; else None."""
    if mark.type != "ASSAULT" or not is_plural(mark.trigger.text):
        return None
    phrases = " ".join(role.span.text for role in mark.roles if role.role in (Role.ACTOR, Role.TARGET, Role.PLACE))
    for war in _wars(document):
        if sum(_shared(name, phrases) for name in set(_NAME.findall(war.name))) >= _LEAST:
            basis = f"not stated; since {war.name} ({war.date.isoformat()}), which the text names"
            return When(from_=war.date, to=document.report.published.end, basis=basis)
    return None


def _shared(name: str, phrases: str) -> bool:
    return re.search(rf"\b{re.escape(name[:5])}", phrases) is not None


def _wars(document: Document) -> tuple[Anchor, ...]:
    """Give the wars whose outbreak the text names, with its day or in words that can mean no other, the last first."""
    kept = _KEPT.of(document)
    if not kept:
        text = document.report.text
        told = [sentence for _, sentence in sentences(text)]
        named = [
            anchor
            for anchor in anchors_in(text)
            if _WAR.search(anchor.name)
            and any(anchor.named_in(one) and (anchor.alone or names_day(one, anchor.date)) for one in told)
        ]
        kept.append(tuple(sorted(named, key=lambda anchor: anchor.date, reverse=True)))
    return kept[0]
