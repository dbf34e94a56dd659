"""Why these parties, and this source."""

from collections.abc import Iterator

from vedette.coding.anaphor import anaphor
from vedette.coding.antecedent import Candidate, candidates
from vedette.coding.document import Sentence
from vedette.coding.source import BY_TAGGER, source_found
from vedette.coding.speech import speeches
from vedette.coding.why.asked import Asked
from vedette.model import Instead, Party, Reason, Role, Span

_MOST = 4  # antecedents that are told


def party_reasons(asked: Asked) -> Iterator[Reason]:
    """Give a reason for each actor and target, and what nearly was one."""
    for role, parties in ((Role.ACTOR, asked.claim.actor), (Role.TARGET, asked.claim.target)):
        passed = tuple(asked.passed_over(role))
        for number, party in enumerate(parties):
            yield _party(asked, role, party, passed if number == 0 else ())
        if not parties:
            yield Reason(field=role.value, value=None, by="no phrase reached the floor", instead=passed)


def _party(asked: Asked, role: Role, party: Party, passed: tuple[Instead, ...]) -> Reason:
    words = Span(text=party.text, start=party.start, end=party.end)
    inner = words.shift(-asked.sentence.span.start)
    phrase = next((span for span in asked.mark.of(role) if span.holds(inner)), inner)
    by, probability = asked.made_by(role, phrase)
    return Reason(
        field=role.value,
        value=_named(party),
        by=f"{by}; {party.basis}",
        words=(words,),
        probability=probability,
        instead=(*_antecedents(asked, party, inner), *passed),
    )


def _named(party: Party) -> str:
    return f"{party.name or party.text} ({party.actor_id})" if party.actor_id else party.name or party.text


def _antecedents(asked: Asked, party: Party, inner: Span) -> Iterator[Instead]:
    """Give the others that a pronoun or "the group" could have meant, each once."""
    back = anaphor(inner.text)
    if back is None:
        return
    found = candidates(back, inner, asked.sentence, asked.document, registry=asked.registry)
    told = {party.name}
    for one in found:
        if one.mention.name not in told and len(told) <= _MOST:
            told.add(one.mention.name)
            yield _antecedent(one)


def _antecedent(one: Candidate) -> Instead:
    return Instead(
        value=one.mention.name,
        because=one.barred or "stands further off, or acts less",
        words=one.sentence.in_body(one.mention.span),
    )


def source_reason(asked: Asked) -> Reason:
    """Give the reason of the source: the phrase and rule, those behind it, others who speak in the sentence."""
    source = asked.claim.source
    found = source_found(asked.mark, asked.sentence, asked.document)
    passed = (*asked.passed_over(Role.SOURCE), *_speakers(asked.sentence, found.span if found else None))
    if source is None or found is None:
        return Reason(field="source", value=None, by="nobody speaks: the report itself", instead=passed)
    span = next(iter(asked.mark.of(Role.SOURCE)), None)
    by, probability = asked.made_by(Role.SOURCE, span) if span and found.rule == BY_TAGGER else (found.rule, None)
    chain = " ← ".join((source.name or source.text, *(via.text for via in source.via)))
    return Reason(
        field="source",
        value=chain,
        by=by,
        words=(Span(text=source.text, start=source.start, end=source.end), *source.via),
        probability=probability,
        instead=passed,
    )


def _speakers(sentence: Sentence, chosen: Span | None) -> Iterator[Instead]:
    for speech in speeches(sentence):
        words = sentence.in_body(speech.who)
        if chosen is None or not words.overlaps(chosen):
            yield Instead(value=words.text, because=f'speaks of something else ("{speech.cue.text}")', words=words)
