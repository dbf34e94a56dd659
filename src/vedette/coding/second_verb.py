"""The second verb of who accuses: "accused its neighbour of waging war and | cut ties with it"."""

import re
from dataclasses import replace

from vedette.coding.clauses import subject_of
from vedette.coding.document import Sentence
from vedette.model import Mark, Role, RoleMark, Span, cut

_AND = re.compile(r"\band\s+(?:also\s+|then\s+|later\s+|has\s+|have\s+|\w+ly\s+)*$")
_FINITE = re.compile(
    r"(?:\w+ed|cut|broke|shut|sent|withdrew|began|put|set|struck|hit|called|told|drew|gave|took|froze|threw|left|recalled|won)\b"
)
_OF = re.compile(r"\s[^;.]{2,90}?\b(?:of|for)\s+(?:\w+ly\s+)?\w+ing\b")


def with_second_verb(sentence: Sentence) -> Sentence:
    """Give an act that "and" joins to an accusation, in the past tense, to who accuses."""
    accusing = [mark for mark in sentence.tagged.marks if mark.type == "ACCUSE"]
    if not accusing or " and " not in sentence.tagged.text:
        return sentence
    text, cue = sentence.tagged.text, accusing[0].trigger
    charged = _OF.match(text, cue.end)
    who = subject_of(text, cue.start) if charged else None
    if charged is None or who is None:
        return sentence
    doer = cut(text, *who)
    marks = tuple(
        _given(mark, doer) if mark.trigger.start > charged.end() and _joined(mark, charged.end(), text) else mark
        for mark in sentence.tagged.marks
    )
    return sentence if marks == sentence.tagged.marks else sentence.marked(marks)


def _joined(mark: Mark, start: int, text: str) -> bool:
    found = _AND.search(text, start, mark.trigger.start)
    return found is not None and _FINITE.match(mark.trigger.text) is not None


def _given(mark: Mark, doer: Span) -> Mark:
    kept = tuple(role for role in mark.roles if role.role not in (Role.ACTOR, Role.SOURCE))
    status = "actual" if mark.status in ("claimed", "denied") else mark.status
    return replace(mark, status=status, roles=(RoleMark(role=Role.ACTOR, span=doer), *kept))
