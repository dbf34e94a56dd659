"""Relations between actors that a text states, hedges kept: evidence for the registry."""

import re
from dataclasses import replace

from vedette.coding.affiliation_relation import Stated
from vedette.coding.affiliation_stated import stated_in
from vedette.coding.clauses import strip
from vedette.coding.document import Document, Sentence
from vedette.coding.who import parties
from vedette.model import Affiliation, Party, Span, cut
from vedette.model.ids import content_id
from vedette.registry import Registry


def affiliations_of(document: Document, *, registry: Registry) -> tuple[Affiliation, ...]:
    """Give every relation that a report states, once each in the words that state it first."""
    found: dict[tuple[object, ...], Affiliation] = {}
    for sentence in document.sentences:
        for stated in stated_in(sentence):
            for one in _affiliations(stated, sentence, document, registry=registry):
                key = (one.actor.actor_id or one.actor.text, one.rel, one.of.actor_id or one.of.text)
                found.setdefault(key, one)
    return tuple(found.values())


def _affiliations(
    stated: Stated, sentence: Sentence, document: Document, *, registry: Registry
) -> tuple[Affiliation, ...]:
    """Give a relation for each party on either side ("backed by Iran and Russia")."""
    actors = _parties(sentence.in_body(stated.actor), sentence, document, registry=registry)
    others = _parties(sentence.in_body(stated.of), sentence, document, registry=registry)
    pairs = [(_part(actor, of, stated), of) for actor in actors for of in others]
    return tuple(_affiliation(stated, sentence, document, *pair) for pair in pairs if not _same(*pair))


def _part(actor: Party, of: Party, stated: Stated) -> Party:
    """Give a wing that the registry counts to its body ("the Izz al-Din Brigades") its own name beside that body."""
    if stated.rel != "part_of" or actor.actor_id is None or actor.actor_id != of.actor_id:
        return actor
    names = [re.sub(r"^(?:the|an?)\s+", "", party.text, flags=re.I) for party in (actor, of)]
    if not names[0][:1].isupper() or names[0] in names[1] or names[1] in names[0]:
        return actor
    return replace(actor, actor_id=None, name=names[0], basis=f"stated part of {of.name}")


def _same(actor: Party, of: Party) -> bool:
    return actor.text == of.text or (actor.actor_id is not None and actor.actor_id == of.actor_id)


def _affiliation(stated: Stated, sentence: Sentence, document: Document, actor: Party, of: Party) -> Affiliation:
    quote = sentence.in_body(stated.quote)
    return Affiliation(
        affiliation_id=content_id(
            "f", document.report.id, actor.start, of.start, quote.start, quote.end, _rel(stated, of)
        ),
        report_id=document.report.id,
        actor=actor,
        rel=_rel(stated, of),
        of=of,
        status="claimed" if stated.hedge else "actual",
        hedge=stated.hedge,
        quote=quote,
    )


def _rel(stated: Stated, of: Party) -> str:
    """Give the relation; whoever is "affiliated with" a government is linked to it and no part of it."""
    loose = (
        stated.rel == "part_of" and "affiliated" in stated.quote.text and of.kind in {"government", "state", "party"}
    )
    return "linked_to" if loose else stated.rel


def _parties(span: Span, sentence: Sentence, document: Document, *, registry: Registry) -> tuple[Party, ...]:
    """Give the parties of a phrase: the first, and of those that "and" joins to it the ones that are named."""
    start, end = strip(document.report.text, (span.start, span.end))
    found = parties(cut(document.report.text, start, end), sentence, document, registry=registry)
    return (*found[:1], *(party for party in found[1:] if party.actor_id or party.text[:1].isupper()))
