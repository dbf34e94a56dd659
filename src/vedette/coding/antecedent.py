"""What a pronoun, "the group" or "his government" points back to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A mention that a phrase may point to, the sentence it stands in, and what bars it (None if nothing does)."""

    mention: Mention
    sentence: Sentence
    barred: str | None = None


def antecedent(
    back: Anaphor, span: Span, sentence: Sentence, document: Document, *, registry: Registry
) -> Mention | None:
    """Find the mention that `span` (in the sentence) points to: before it in the sentence, else in the sentences
    before.

    Those that act or speak are preferred; within one sentence back the first of them, as the likely subject.
    """
    found = candidates(back, span, sentence, document, registry=registry)
    return next((candidate.mention for candidate in found if candidate.barred is None), None)


def candidates(
    back: Anaphor, span: Span, sentence: Sentence, document: Document, *, registry: Registry
) -> Iterator[Candidate]:
    """Give every mention that `span` may point to, the likeliest first, with what bars it."""
    for mention in mentions(sentence, document, registry):
        if mention.span.end <= span.start:
            yield Candidate(mention=mention, sentence=sentence, barred=barred(back, mention))
    for earlier in document.before(sentence)[:SENTENCES_BACK]:
        if not earlier.caption:
            for mention in mentions(earlier, document, registry):
                yield Candidate(mention=mention, sentence=earlier, barred=barred(back, mention))


def barred(back: Anaphor, mention: Mention) -> str | None:
    """Say what speaks against a mention, None if kind and number agree.

    An adjective ("Iraqi") is nobody that a pronoun could mean.
    """
    text = mention.span.text
    if mention.kind not in back.kinds:
        return f"it is {mention.kind or 'of no known kind'}, not {' or '.join(sorted(back.kinds))}"
    if _PEOPLE.search(text) and not back.plural:
        return "several people, and one is meant"
    if mention.actor is None and _CRAFT.search(text):
        return "a craft"
    if mention.actor is None and not back.plural and _COUNTED.match(text):
        return "counted people"  # "30 soldiers" is not what "the army" means
    if mention.kind == "state" and text.lower().endswith(_ADJECTIVES_END) and not mention.acting:
        return "an adjective"
    return "a state that does nothing here" if back.plural and mention.kind == "state" and not mention.acting else None


def owned_body(back: Anaphor, owner: Mention, *, registry: Registry) -> Actor | None:
    """Give the body that "his government", "its army" names, through the owner's country; None if it is the owner
    itself."""
    if owner.kind in _OWN_FORCES:
        return None
    prefix = BODY_OF_OWNER.get(back.owned or "")
    return registry.actor(f"{prefix}:{owner.country}") if prefix and owner.country else None
