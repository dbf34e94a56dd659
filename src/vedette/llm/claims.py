"""A checked happening becomes a claim, by the same rules as the tagger's marks do."""

from dataclasses import replace

from vedette.coding.background import is_background
from vedette.coding.claims import claim_of
from vedette.coding.document import Document
from vedette.coding.runs import is_run
from vedette.llm.checked import Elsewhere, Happening
from vedette.model import Claim, Mark, Role, RoleMark
from vedette.registry import Gazetteer, Registry

_FIELDS = {Role.TIME: "when"}  # all other roles are fields by their own name
_MANY = frozenset((Role.ACTOR, Role.TARGET, Role.WEAPON))


def claim_of_happening(one: Happening, document: Document, *, registry: Registry, gazetteer: Gazetteer) -> Claim:
    """Code a happening: who, where, when and how many are read from its quotes; type, mode and status are the model's.

    A quote of another sentence is read there, as that sentence's own, and then belongs to this claim. What the model
    left open is filled by the rules alone, as for the tagger.
    """
    sentence = document.sentences[one.at]
    claim = claim_of(one.mark, sentence, document, registry=registry, gazetteer=gazetteer)
    claim = replace(claim, status=one.mark.status, mode=one.mark.mode or claim.mode)
    for phrase in one.elsewhere:
        claim = _with(phrase, one.mark, claim, document, registry=registry, gazetteer=gazetteer)
    return replace(
        claim,
        aggregate=is_run(one.mark, sentence, claim.when, claim.count),
        background=is_background(claim.when, sentence, document),
    )


def _with(
    phrase: Elsewhere, mark: Mark, claim: Claim, document: Document, *, registry: Registry, gazetteer: Gazetteer
) -> Claim:
    """Give the claim the field that a phrase of another sentence makes; what does not come from the phrase is left."""
    sentence = document.sentences[phrase.at]
    lone = replace(mark, trigger=phrase.span, roles=(RoleMark(role=phrase.role, span=phrase.span),))
    there = claim_of(lone, sentence, document, registry=registry, gazetteer=gazetteer)
    name = _FIELDS.get(phrase.role, phrase.role.value)
    value, body = getattr(there, name), sentence.in_body(phrase.span)
    if phrase.role in _MANY:
        return _widened(claim, name, [one for one in value if one.start < body.end and body.start < one.end])
    if value is None or value.start is None or not (value.start < body.end and body.start < value.end):
        return claim
    return _changed(claim, name, value)


def _widened(claim: Claim, name: str, more: list[object]) -> Claim:
    every = (*getattr(claim, name), *more)
    return _changed(claim, name, tuple({_key(one): one for one in every}.values()))


def _key(one: object) -> object:
    """Give what tells a party or weapon from others: who it is if known, else where it stands."""
    return getattr(one, "actor_id", None) or getattr(one, "start", None)


def _changed(claim: Claim, name: str, value: object) -> Claim:
    return replace(claim, **{name: value})  # type: ignore[arg-type]
