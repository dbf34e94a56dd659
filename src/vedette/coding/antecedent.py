"""What a pronoun, "the group" or "his government" points back to."""

import re
from collections.abc import Iterator

from vedette.coding.anaphor import BODY_OF_OWNER, Anaphor
from vedette.coding.document import Document, Sentence
from vedette.coding.mentions import Mention, mentions
from vedette.model import Actor, Span
from vedette.registry import Registry

SENTENCES_BACK = 4
_PEOPLE = re.compile(
    r"\b(?:experts|officials|investigators|diplomats|monitors|observers|sources|analysts|lawmakers|inspectors|residents|critics)$",
    re.I,
)
_CRAFT = re.compile(
    r"\b(?:helicopters?|jets?|planes?|aircraft|warplanes?|drones?|tanks?|vehicles?|convoys?|ships?|boats?)$", re.I
)
_COUNTED = re.compile(
    r"(?:(?:at least|more than|over|about|around|some|another|nearly|up to)\s+)?(?:\d+|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|several|dozens|scores|hundreds|thousands)\b",
    re.I,
)
_OWN_FORCES = frozenset({"armed group", "coalition", "party", "military", "police"})  # whose troops are they themselves
_ADJECTIVES_END = ("i", "an", "ese", "ish", "ch", "u.s.", "us")


def antecedent(
    back: Anaphor, span: Span, sentence: Sentence, document: Document, *, registry: Registry
) -> Mention | None:
    """Find the mention that `span` (in the sentence) points to: before it in the sentence, else in the sentences
    before.

    Those that act or speak are preferred; within one sentence back the first of them, as the likely subject.
    """
    return next(_fitting(back, span, sentence, document, registry), None)


def _fitting(
    back: Anaphor, span: Span, sentence: Sentence, document: Document, registry: Registry
) -> Iterator[Mention]:
    here = [mention for mention in mentions(sentence, document, registry) if mention.span.end <= span.start]
    yield from (mention for mention in here if _fits(back, mention))
    for earlier in document.before(sentence)[:SENTENCES_BACK]:
        if not earlier.caption:
            yield from (mention for mention in mentions(earlier, document, registry) if _fits(back, mention))


def _fits(back: Anaphor, mention: Mention) -> bool:
    """Say whether kind and number agree; an adjective ("Iraqi") is nobody that a pronoun could mean."""
    if mention.kind not in back.kinds:
        return False
    if _PEOPLE.search(mention.span.text) and not back.plural:
        return False
    if mention.actor is None and _CRAFT.search(mention.span.text):
        return False
    if mention.actor is None and not back.plural and _COUNTED.match(mention.span.text):
        return False  # "30 soldiers" is not what "the army" means
    if mention.kind == "state" and mention.span.text.lower().endswith(_ADJECTIVES_END) and not mention.acting:
        return False
    return not (back.plural and mention.kind == "state" and not mention.acting)


def owned_body(back: Anaphor, owner: Mention, *, registry: Registry) -> Actor | None:
    """Give the body that "his government", "its army" names, through the owner's country; None if it is the owner
    itself."""
    if owner.kind in _OWN_FORCES:
        return None
    prefix = BODY_OF_OWNER.get(back.owned or "")
    return registry.actor(f"{prefix}:{owner.country}") if prefix and owner.country else None
