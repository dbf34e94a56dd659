"""What somebody foresees, and who: the outlooks of a report."""

import re

from vedette.coding.clauses import noun_phrase, subject_of
from vedette.coding.document import Document, Sentence
from vedette.coding.outlook_foreseen import Foreseen, foreseen_in
from vedette.coding.source import running_speaker, speaker_span
from vedette.coding.who import parties
from vedette.model import Outlook, Party, Span, cut
from vedette.model.ids import content_id
from vedette.registry import Registry

_OWN = re.compile(r"^(?:we|i|our\b.*)$", re.I)
_EXPERT = re.compile(
    r"(?:analysts?|researchers?|experts?|economists?|officials?|scholars?|diplomats?|strategists?|specialists?)$", re.I
)
_AT = re.compile(r"\s+(?:at|of|from|with|for)\s+")


def outlooks_of(document: Document, *, registry: Registry) -> tuple[Outlook, ...]:
    """Give every outlook of a report whose author somebody is named as: analysts, officials, parties.

    What a party says of its own coming acts is a threat or a promise and belongs to the claims.
    """
    found = []
    for sentence in document.sentences:
        if sentence.caption:
            continue
        by = _speaker(sentence, document)
        for foreseen in foreseen_in(sentence):
            who = by
            if who is None or _threat(foreseen, sentence):
                continue
            found.append(_outlook(foreseen, sentence, document, who, registry=registry))
    return tuple(found)


def _speaker(sentence: Sentence, document: Document) -> Span | None:
    return speaker_span(sentence, document) or running_speaker(sentence, document)


def _with_institute(who: Span, sentence: Sentence, document: Document) -> Span:
    """Lengthen "analysts" by the body that they work for."""
    body = document.report.text
    at = _AT.match(body, who.end, sentence.span.end) if _EXPERT.search(who.text) and sentence.span.holds(who) else None
    phrase = noun_phrase(body, at.end(), limit=sentence.span.end) if at else None
    named = phrase is not None and re.match(r"(?:the\s+)?[A-Z]", body[slice(*phrase)])
    return cut(body, who.start, phrase[1]) if phrase and named else who


def _threat(foreseen: Foreseen, sentence: Sentence) -> bool:
    """Say whether the words are a threat, promise or demand of the speaker's, or a plan told as such."""
    text = sentence.tagged.text
    subject = subject_of(text, foreseen.modality.start)
    if subject is not None and _OWN.match(text[slice(*subject)]):
        return True
    return any(
        mark.type in {"THREATEN", "REQUEST", "AGREE"}
        and mark.trigger.overlaps(foreseen.then)
        and mark.status not in {"hypothetical", "denied"}
        for mark in sentence.tagged.marks
    )


def _outlook(foreseen: Foreseen, sentence: Sentence, document: Document, who: Span, *, registry: Registry) -> Outlook:
    span = _with_institute(cut(document.report.text, who.start, who.end), sentence, document)
    found = parties(span, sentence, document, registry=registry)
    by = found[0] if found else Party(text=span.text, start=span.start, end=span.end, name=span.text)
    then, quote = sentence.in_body(foreseen.then), sentence.span
    return Outlook(
        outlook_id=content_id("o", document.report.id, then.start, then.end),
        report_id=document.report.id,
        by=by,
        if_=sentence.in_body(foreseen.if_) if foreseen.if_ else None,
        then=then,
        modality=foreseen.modality.text.lower(),
        quote=quote,
    )
