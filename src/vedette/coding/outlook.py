"""What somebody foresees, and who: the outlooks of a report."""

import re

from vedette.coding.clauses import noun_phrase, quoted, subject_of
from vedette.coding.document import Document, Sentence
from vedette.coding.outlook_foreseen import Foreseen, foreseen_in
from vedette.coding.source import running_speaker, speaker_span
from vedette.coding.who import parties
from vedette.model import Outlook, Party, Span, cut
from vedette.model.ids import content_id
from vedette.registry import Registry

_OWN = re.compile(r"^(?:we|i|our\b.*)$", re.I)
_SEES = re.compile(
    r"\s+(?:\w+ly\s+|all\s+|well\s+|soon\s+|also\s+)*(?:see|witness|face|be\s+(?:facing|heading|seeing|looking|headed|at\s+war|in\s+for|back)|"
    r"end\s+up|find\s+ourselves|have\s+(?:a|another|more)|lose|slide|return|drift|sleepwalk|get)\b"
)  # "we could see more of this": what befalls the speaker is no threat
_EXPERT = re.compile(
    r"(?:analysts?|researchers?|experts?|economists?|officials?|scholars?|diplomats?|strategists?|specialists?)$", re.I
)
_FEARS = re.compile(r"\b(?:(?:rais|reviv|stok|fuel|heighten)\w*|risks?|risked)\b", re.I)
_GRAVE = re.compile(
    r"\b(?:wars?|conflict|conflagration|escalat\w+|spill\w*|famine|massacres?|clashes|fighting|violence|bloodshed|offensive|"
    r"invasion|collapse|chaos|crisis|coup|genocide)\b",
    re.I,
)
_AT = re.compile(r"\s+(?:at|of|from|with|for)\s+")


def outlooks_of(document: Document, *, registry: Registry) -> tuple[Outlook, ...]:
    """Give every outlook of a report: of analysts, officials, parties, and the report's own of a war that may come.

    What a party says of its own coming acts is a threat or a promise and belongs to the claims.
    """
    found = []
    for sentence in document.sentences:
        if sentence.caption:
            continue
        by = _speaker(sentence, document)
        for foreseen in foreseen_in(sentence):
            if _threat(foreseen, sentence) or (by is None and not _in_own_voice(foreseen, sentence)):
                continue
            found.append(_outlook(foreseen, sentence, document, by, registry=registry))
    return tuple(found)


def _in_own_voice(foreseen: Foreseen, sentence: Sentence) -> bool:
    """Say whether a report itself foresees war or its spread, by what happens or as feared by nobody in particular."""
    if sentence.tagged.text.rstrip().endswith("?") or quoted(sentence.tagged.text, foreseen.modality.start):
        return False
    feared = _FEARS.search(foreseen.modality.text) is not None
    return (feared or foreseen.if_ is not None) and _GRAVE.search(foreseen.then.text) is not None


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
        return _SEES.match(text, foreseen.modality.end) is None
    return any(
        mark.type in {"THREATEN", "REQUEST", "AGREE"}
        and mark.trigger.overlaps(foreseen.then)
        and mark.status not in {"hypothetical", "denied"}
        and not (mark.type == "REQUEST" and mark.status == "planned")  # of another: "China will demand"
        for mark in sentence.tagged.marks
    )


def _author(who: Span, sentence: Sentence, document: Document, *, registry: Registry) -> Party:
    span = _with_institute(cut(document.report.text, who.start, who.end), sentence, document)
    found = parties(span, sentence, document, registry=registry)
    return found[0] if found else Party(text=span.text, start=span.start, end=span.end, name=span.text)


def _outlook(
    foreseen: Foreseen, sentence: Sentence, document: Document, who: Span | None, *, registry: Registry
) -> Outlook:
    by = _author(who, sentence, document, registry=registry) if who else None
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
