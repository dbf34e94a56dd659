"""Whose army "the army" is, where no words before it say so."""

import re

from vedette.coding.anaphor import BODY_OF_OWNER
from vedette.coding.document import Document, Sentence
from vedette.coding.mentions import mentions
from vedette.model import Actor, Span
from vedette.registry import Registry
from vedette.registry.nations import nations_in

_LED = re.compile(
    r"\W*(?:(?:Meanwhile|Separately|Elsewhere),?\s+)?[Ii]n\s+(?:neighbou?ring\s+|nearby\s+)?(?P<land>[^,]{3,40}),\s"
)
_FORCES = {"mil": "military", "police": "police"}


def body_led_in(head: str, inner: Span, sentence: Sentence, registry: Registry) -> Actor | None:
    """Give the body of the state that the sentence begins with ("In neighbouring Mali, the army said")."""
    prefix = BODY_OF_OWNER.get(head)
    found = _LED.match(sentence.tagged.text) if prefix else None
    if prefix is None or found is None or found.end() > inner.start:
        return None
    named = nations_in(registry.index, found["land"])
    return registry.actor(f"{prefix}:{named[0][2]}") if len(named) == 1 else None


def only_body(head: str, sentence: Sentence, document: Document, registry: Registry) -> Actor | None:
    """Give the only forces that the report has named so far; None where it named those of two states."""
    kind = _FORCES.get(BODY_OF_OWNER.get(head) or "")
    if kind is None:
        return None
    told = [one for one in document.sentences[: sentence.index + 1] if not one.caption]
    seen = {
        m.actor.id: m.actor for one in told for m in mentions(one, document, registry) if m.actor and m.kind == kind
    }
    states = {m.country for one in told for m in mentions(one, document, registry) if m.kind == "military"}
    return next(iter(seen.values())) if len(seen) == 1 and len(states - {None}) == 1 else None
