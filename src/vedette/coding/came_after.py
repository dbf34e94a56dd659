"""Acts told only to date another one: "The raid came two days after rebels shelled a market, killing four"."""

import re
from dataclasses import replace

from vedette.coding.document import Sentence
from vedette.model import Mark, Role, RoleMark

_CAME = re.compile(
    r"\b(?:came|comes|coming|happened|took\s+place|occurred|follows|followed)\b(?:\s+[\w-]+){0,4}?\s+"
    r"(?:(?:after|as|before)\b|(?<=followed\s)|(?<=follows\s))"
)
_WHAT = frozenset((Role.KILLED, Role.INJURED, Role.TARGET, Role.WEAPON, Role.ACTOR, Role.COUNT))
_TOLL = frozenset((Role.KILLED, Role.INJURED))


def with_own_clause(sentence: Sentence) -> Sentence:
    """Give what is told after "came two days after" to the act told there, and take it from the act that came."""
    marks = sentence.tagged.marks
    found = _CAME.search(sentence.tagged.text) if marks else None
    if found is None:
        return sentence
    before = [mark for mark in marks if mark.trigger.end <= found.start() and mark.type == "ASSAULT"]
    after = next((mark for mark in marks if mark.trigger.start >= found.end() and mark.type == "ASSAULT"), None)
    if not before:
        return sentence
    came, end = before[-1], found.end()
    theirs = tuple(role for role in came.roles if role.role in _WHAT and role.span.start >= end)
    theirs += tuple(role for role in came.roles if role.role == Role.TIME and found.start() <= role.span.start < end)
    if not theirs:
        return sentence
    kept = replace(came, roles=tuple(role for role in came.roles if role not in theirs))
    changed = {id(came): kept}
    if after is not None:
        changed[id(after)] = _with_toll(after, theirs)
    told = tuple(changed.get(id(mark), mark) for mark in marks)
    return replace(sentence, tagged=replace(sentence.tagged, marks=told))


def _with_toll(mark: Mark, theirs: tuple[RoleMark, ...]) -> Mark:
    has = {role.role for role in mark.roles}
    lent = tuple(role for role in theirs if role.role in _TOLL and role.role not in has)
    return replace(mark, roles=(*mark.roles, *lent)) if lent else mark
