"""Who acts together in words: "X and Y called for", "talks proposed by X and Y"; and accusations only referred to."""

import re
from dataclasses import replace

from vedette.coding.clauses import subject_of
from vedette.coding.document import Sentence
from vedette.model import Mark, Role, Span

_ALONE = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"))  # of two in a subject, none is the target
_BETWEEN = re.compile(r"\s*,?\s+and\s+(?:the\s+)?|\s*,\s+(?:the\s+)?", re.I)
_BY = re.compile(
    r"\b(?:propos|mediat|broker|host|sponsor|facilitat|conven|organis|organiz|initiat|arrang|oversee|co-host)\w*\s+by\s+"
    r"(?:the\s+)?$",
    re.I,
)
_REFERRED = re.compile(
    r"\b(?:reject|dismiss|den(?:y|ie)|refut|comment|respond|repl|address|answer|repeat|brush)\w*\s+(?:off\s+)?(?:on\s+|to\s+)?"
    r"(?:the|that|those|these|this|such|any|all|both)\s+(?:\w+\s+)?$",
    re.I,
)
_CHARGE = re.compile(r"(?:accusation|allegation|charge|claim)s?", re.I)
_DUE = re.compile(
    r"(?:\s+(?!and\s+(?!the\b|[A-Z])|but\b|which\b|who\b)[\w’'-]+){0,12}?\s+(?:is|are|was|were|had\s+been|have\s+been)\s+(?:\w+ly\s+)?"
    r"(?:due|set|scheduled|expected|planned|slated)\s+(?:to|for)\b",
    re.I,
)


def with_joint(sentence: Sentence) -> Sentence:
    """Make all who are named together actors of what they say or host; leave out an accusation that is only named."""
    text = sentence.tagged.text
    kept = (mark for mark in sentence.tagged.marks if not _only_named(mark, text))
    return sentence.marked(tuple(_due(_together(mark, text), text) for mark in kept))


def _only_named(mark: Mark, text: str) -> bool:
    """Say whether an accusation is only named by an answer to it: "rejected the accusation"."""
    return (
        mark.type == "ACCUSE"
        and _CHARGE.fullmatch(mark.trigger.text) is not None
        and _REFERRED.search(text, 0, mark.trigger.start) is not None
    )


def _together(mark: Mark, text: str) -> Mark:
    actors, targets = mark.of(Role.ACTOR), mark.of(Role.TARGET)
    if not actors or not targets:
        return mark
    joined = {span for span in targets if any(_beside(one, span, mark, text) for one in actors)}
    if not joined:
        return mark
    return replace(
        mark,
        roles=tuple(
            replace(role, role=Role.ACTOR) if role.role == Role.TARGET and role.span in joined else role
            for role in mark.roles
        ),
    )


def _beside(actor: Span, target: Span, mark: Mark, text: str) -> bool:
    """Say whether a target stands in one list with an actor: in the subject, or behind "proposed by"."""
    if not _BETWEEN.fullmatch(text[actor.end : target.start]):
        return False
    if _BY.search(text, 0, actor.start):
        return True
    if mark.type not in _ALONE or target.end > mark.trigger.start:
        return False
    subject = subject_of(text, mark.trigger.start)
    return subject is not None and subject[0] <= actor.start and target.end <= subject[1]


def _due(mark: Mark, text: str) -> Mark:
    """Take talks that "were due to resume" for planned."""
    if mark.type != "CONSULT" or mark.status != "actual" or not _DUE.match(text, mark.trigger.end):
        return mark
    return replace(mark, status="planned", status_probability=1.0)
