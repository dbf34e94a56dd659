"""The actors that a sentence mentions, in the order in which a later pronoun would choose them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vedette.coding.anaphor import Anaphor, anaphor, is_anaphor
from vedette.coding.document import Document, Sentence
from vedette.coding.perdocument import PerDocument
from vedette.model import Actor, Label, Role, Span
from vedette.registry import Registry, describe

ACTING = (Label.PERSON, Label.GROUP, Label.ORG, Label.COUNTRY)
_PEOPLE_OF = re.compile(
    r"\s+(?:experts|officials|investigators|diplomats|monitors|observers|sources|analysts|lawmakers|inspectors|researchers|"
    r"residents|activists|journalists|critics)\b"
)  # "U.N. experts": "it" is not the U.N.
_LEAD = re.compile(r"(?P<two>(?P<one>The\s+[a-z]+)(?:\s+[a-z]+)?)")
_KEPT: "PerDocument[dict[int, tuple[Mention, ...]]]" = PerDocument(dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An actor mentioned: its phrase in the sentence, who it is if known, its kind and country, and if it acts or
    speaks. `points` says that its phrase itself points back ("the rebels")."""

    span: Span
    actor: Actor | None
    kind: str | None
    country: str | None
    acting: bool
    points: bool = False

    @property
    def name(self) -> str:
        """Give the name to print."""
        return self.actor.name if self.actor else self.span.text


def context_of(document: Document) -> str:
    """Give the text in which a name of this document is to be understood."""
    return document.context


def mentions(sentence: Sentence, document: Document, registry: Registry) -> tuple[Mention, ...]:
    """Give the actors of a sentence: those that act or speak first, each group from left to right."""
    kept = _KEPT.of(document)
    if sentence.index not in kept:
        found = _all(sentence, document, registry)
        kept[sentence.index] = tuple(sorted(found, key=lambda mention: (not mention.acting, mention.span.start)))
    return kept[sentence.index]


def _all(sentence: Sentence, document: Document, registry: Registry) -> Iterator[Mention]:
    roles = {
        role.span: role.role
        for mark in sentence.tagged.marks
        for role in mark.roles
        if role.role in (Role.ACTOR, Role.TARGET, Role.SOURCE)
    }
    phrases = [span for span in roles if not is_anaphor(span.text)]
    for span in phrases:
        yield _mention(span, roles[span] != Role.TARGET, _label(span, sentence), document, registry)
    if (subject := _subject(sentence)) is not None and not any(span.overlaps(subject) for span in roles):
        roles = roles | {subject: Role.ACTOR}
    for span, role in roles.items():
        back = anaphor(span.text)
        if back is not None and not (back.pronoun or back.owned or back.of_two):
            yield _pointing(span, role != Role.TARGET, back, document, registry)
    for name in sentence.tagged.names:
        if (
            name.label in ACTING
            and not _PEOPLE_OF.match(sentence.tagged.text, name.span.end)
            and not any(span.overlaps(name.span) for span in phrases)
        ):
            yield _mention(name.span, False, name.label, document, registry)


def _mention(span: Span, acting: bool, label: Label | None, document: Document, registry: Registry) -> Mention:
    match = registry.find(span.text, context=context_of(document), on=document.report.day)
    if match:
        return Mention(span=span, actor=match.actor, kind=match.actor.kind, country=match.actor.country, acting=acting)
    said = describe(registry, span.text, context=context_of(document))
    kind = (
        "person"
        if label == Label.PERSON
        else said.kind or {Label.GROUP: "armed group", Label.COUNTRY: "state"}.get(label or Label.WEAPON)
    )
    return Mention(span=span, actor=None, kind=kind, country=said.country, acting=acting)


def _subject(sentence: Sentence) -> Span | None:
    """Give "The junta" at the head of a sentence, of which no mark tells what it does."""
    lead = _LEAD.match(sentence.tagged.text)
    for name in ("two", "one") if lead else ():
        if lead and lead[name] and anaphor(lead[name]):
            return Span(text=lead[name], start=lead.start(name), end=lead.end(name))
    return None


def _pointing(span: Span, acting: bool, back: Anaphor, document: Document, registry: Registry) -> Mention:
    """Make a mention of "the rebels", which only a pronoun after it can mean."""
    said = describe(registry, span.text, context=context_of(document))
    kind = said.kind if said.kind in back.kinds else min(back.kinds)
    return Mention(span=span, actor=None, kind=kind, country=said.country, acting=acting, points=True)


def _label(span: Span, sentence: Sentence) -> Label | None:
    inside = [name for name in sentence.tagged.names if span.holds(name.span) and name.label in ACTING]
    return inside[-1].label if inside else None
