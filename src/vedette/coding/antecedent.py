"""What a pronoun, "the group" or "his government" points back to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from vedette.coding.anaphor import BODY_OF_OWNER, Anaphor, anaphor
from vedette.coding.document import Document, Sentence
from vedette.coding.mentions import Mention, mentions
from vedette.model import Actor, Role, Span
from vedette.registry import Registry

SENTENCES_BACK = 4
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "THREATEN", "SUPPORT"})
_PEOPLE = re.compile(
    r"\b(?:experts|officials|investigators|diplomats|monitors|observers|sources|analysts|lawmakers|inspectors|residents|critics)$",
    re.I,
)
_CRAFT = re.compile(
    r"\b(?:helicopters?|jets?|planes?|aircraft|warplanes?|drones?|tanks?|vehicles?|convoys?|ships?|boats?)$", re.I
)
_SITE = re.compile(
    r"\b(?:bases?|outposts?|posts?|camps?|barracks|garrisons?|headquarters|checkpoints?|stations?|positions?|sites?|"
    r"airfields?|airports?|depots?|facilit(?:y|ies)|strongholds?|buildings?|villages?|towns?)$",
    re.I,
)
_COUNTED = re.compile(
    r"(?:(?:at least|more than|over|about|around|some|another|nearly|up to)\s+)?(?:\d+|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|several|dozens|scores|hundreds|thousands)\b",
    re.I,
)
_AND = re.compile(r"\s*,?\s+(?:and|as\s+well\s+as|along\s+with)\s+(?:the\s+)?|\s*,\s+(?:the\s+)?", re.I)
_KIN = re.compile(
    r"(?:his|her|their)\s+(?:\w+\s+)?(?:lawyers?|father|mother|wife|husband|brothers?|sisters?|sons?|daughters?|family|"
    r"relatives?|parents|widow|doctors?|colleagues?|spokes\w+)\b",
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


def antecedents(
    back: Anaphor, span: Span, sentence: Sentence, document: Document, *, registry: Registry
) -> tuple[Candidate, ...]:
    """Find what `span` (in the sentence) points to: before it in the sentence, else in the sentences before.

    Those that act or speak are preferred; within one sentence back the first of them, as the likely subject. "They"
    and "both" mean all that are named together ("Egypt and Qatar"). Nothing where two fit alike.
    """
    found = list(candidates(back, span, sentence, document, registry=registry))
    if back.of_two:
        return _of_two(back, found)
    first = next((one for one in found if one.barred is None), None)
    if first is None:
        return ()
    together = united(first, found)
    if back.plural and back.pronoun:
        return together
    return () if back.pronoun and _alike(back, first, together, found) else (first,)


def _alike(back: Anaphor, first: Candidate, together: tuple[Candidate, ...], found: list[Candidate]) -> bool:
    """Say whether another one fits a pronoun of one as well: it is named together with the first."""
    return any(one is not first and one.barred is None and one.mention.name != first.mention.name for one in together)


def _of_two(back: Anaphor, found: list[Candidate]) -> tuple[Candidate, ...]:
    """Give both of the two last named together, or the former or the latter of them."""
    for one in found:
        two = united(one, found)
        if len(two) == 2:
            return two if back.of_two == "both" else two[:1] if back.of_two == "former" else two[1:]
    return ()


def united(one: Candidate, found: list[Candidate]) -> tuple[Candidate, ...]:
    """Give all that are named together with a mention ("A, B and C"), in the order of the text."""
    text = one.sentence.tagged.text
    near = sorted((c for c in found if c.sentence is one.sentence), key=lambda c: c.mention.span.start)
    linked = [_AND.fullmatch(text[a.mention.span.end : b.mention.span.start]) is not None for a, b in pairwise(near)]
    first = last = near.index(one)
    while first > 0 and linked[first - 1]:
        first -= 1
    while last + 1 < len(near) and linked[last]:
        last += 1
    whole = text[near[first].mention.span.start : near[last].mention.span.end]
    return tuple(near[first : last + 1]) if re.search(r"\b(?:and|as\s+well\s+as|along\s+with)\b", whole) else (one,)


def candidates(
    back: Anaphor, span: Span, sentence: Sentence, document: Document, *, registry: Registry
) -> Iterator[Candidate]:
    """Give every mention that `span` may point to, the likeliest first, with what bars it."""
    rivals = _rivals(back, span, sentence, document, registry)
    for mention in mentions(sentence, document, registry):
        if mention.span.end <= span.start:
            why = _within(mention, span, sentence) or barred(back, mention, rivals)
            yield Candidate(mention=mention, sentence=sentence, barred=why)
    for earlier in document.before(sentence, SENTENCES_BACK):
        if not earlier.caption:
            for mention in mentions(earlier, document, registry):
                yield Candidate(mention=mention, sentence=earlier, barred=barred(back, mention, rivals))


def _rivals(back: Anaphor, span: Span, sentence: Sentence, document: Document, registry: Registry) -> frozenset[str]:
    """Give the names of who acts on `span`: "it told it" are two."""
    if not (back.pronoun or back.owned):
        return frozenset()
    acting = {
        actor
        for mark in sentence.tagged.marks
        if (back.pronoun or mark.type == "ASSAULT")  # an army may move "its troops", but bombs not "their camps"
        and any(target.holds(span) for target in mark.of(Role.TARGET))
        for actor in mark.of(Role.ACTOR)
        if not actor.overlaps(span)
    }
    acting |= _who_addresses(span, sentence) if back.pronoun else set()
    return frozenset(name for actor in acting for name in _names(actor, span, sentence, document, registry))


def _who_addresses(span: Span, sentence: Sentence) -> set[Span]:
    """Give who urges, accuses or threatens "him": the actors before the verb that stands right before the pronoun."""
    text = sentence.tagged.text
    return {
        actor
        for mark in sentence.tagged.marks
        if mark.type in _SPOKEN and text[mark.trigger.end : span.start].isspace()
        for actor in mark.of(Role.ACTOR)
        if actor.end <= mark.trigger.start  # and so never what stands after: no two point at each other
    }


def _names(actor: Span, acted_on: Span, sentence: Sentence, document: Document, registry: Registry) -> Iterator[str]:
    """Give the names of an actor. A pronoun is looked up only where it stands before the one acted on: two that act on
    each other would never end."""
    other = anaphor(actor.text)
    if other is None:
        yield actor.text
        yield from (m.name for m in mentions(sentence, document, registry) if m.span.overlaps(actor))
    elif actor.start < acted_on.start and (actor.start > 0 or other.pronoun):
        found = antecedents(other, actor, sentence, document, registry=registry)
        yield from (one.mention.name for one in found)


def _within(mention: Mention, span: Span, sentence: Sentence) -> str | None:
    """Say what bars a mention of the same sentence: the words stand in a clause set in it, or it is a relative."""
    text = sentence.tagged.text
    between = text[mention.span.end : span.start]
    if re.fullmatch(r",\s*", between) and re.match(r"\s+\w+(?:ed|aid|s)\b\s*,", text[span.end :]):
        return "somebody speaks of it in passing"
    return "a relative or lawyer, who speaks of another one" if _KIN.match(mention.span.text) else None


def barred(back: Anaphor, mention: Mention, rivals: frozenset[str] = frozenset()) -> str | None:
    """Say what speaks against a mention, None if kind and number agree.

    An adjective ("Iraqi") is nobody that a pronoun could mean; nor are the `rivals`, who act on the one meant.
    """
    text = mention.span.text
    if mention.kind not in back.kinds:
        return f"it is {mention.kind or 'of no known kind'}, not {' or '.join(sorted(back.kinds))}"
    if mention.points and not back.pronoun:
        return "it points back itself"
    if mention.name in rivals or text in rivals:
        return "it acts on the one meant"
    if _PEOPLE.search(text) and not back.plural:
        return "several people, and one is meant"
    if mention.actor is None and _CRAFT.search(text):
        return "a craft"
    if mention.actor is None and _SITE.search(text):
        return "a site"  # an army post is of the army, and "the army" is no post
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
