"""Who stands where no doer can: before a passive verb, after "run by", in what asked for the act, among the dead."""

import re
from dataclasses import replace

from vedette.coding.document import Sentence
from vedette.model import Mark, Role, RoleMark, Span, cut

_OUTSIDE = r"(?:(?!\b(?:said|says|that|which|who|and|but|when|while|after|before|because|if|by)\b)[^,;:])"
_PASSIVE = re.compile(
    rf"(?:\s+(?:in|at|near|on|of|outside)\s{_OUTSIDE}{{2,50}}?)?(?:,\s{_OUTSIDE}{{2,60}},)?"
    r"\s+(?:has\s+|have\s+|had\s+)?(?:was|were|been|being)\s+(?:also\s+|later\s+|then\s+|again\s+|\w+ly\s+)?",
    re.I,
)
_ON_A_MINE = re.compile(
    r"(?:struck|strikes?|hit|hits|ran\s+over|drove\s+over|drove\s+onto|stepped\s+on|rolled\s+over|detonated|triggered)\s+"
    r"(?:an?|the|several)\s+(?:[\w-]+\s+){0,3}?(?:mines?|land-?mines?|IEDs?|explosive\s+devices?|bombs?|explosives?)\b",
    re.I,
)
_FOLLOWED = re.compile(
    r"\s+(?:(?:has|have|had|was|were|also|later)\s+)?(?:follow(?:ed|s|ing)|came\s+after|comes\s+after|preceded)\s+"
    r"(?:an?|the|this|that|several|two|three)\s+(?:[\w’'-]+\s+){0,4}?"
)
_RUN_BY = re.compile(
    r"\b(?:run|operated|owned|supported|funded|financed|managed|staffed|led|guarded|held|controlled|used|administered|supervised|"
    r"built|provided|chartered|hired)\s+by\s+(?:the\s+)?$",
    re.I,
)
_ASKED = re.compile(
    r"\bat\s+(?:the|its|their|his|her)\s+(?:request|invitation|behest|urging|bidding|call)\s+of\s+(?:the\s+)?"
    r"(?:(?-i:[A-Z])[\w’'.-]*\s+){0,4}$",
    re.I,
)
_AMONG = re.compile(r"\b(?:among\s+(?:them|whom|those)|including|one\s+of\s+them)\s*,?\s+(?:the\s+)?$", re.I)
_WHILE_DOING = re.compile(
    r"\s+(?:that|which|who)\s+(?:had\s+been|has\s+been|have\s+been|was|were|is|are)\s+(?:also\s+|then\s+)?$", re.I
)
_TRAILING = re.compile(r"\s+(?:then|later|also|soon|now|already|again|meanwhile)$", re.I)
_MET = frozenset(("CONSULT",))
_NOUNS = frozenset((Role.ACTOR, Role.TARGET))
_DONE_TO = frozenset(("ASSAULT", "COERCE"))


def without_false_doers(mark: Mark, sentence: Sentence) -> Mark:
    """Give the mark without actors, sources and guests that their place in the clause rules out."""
    text = sentence.tagged.text
    mark = _with_mine(mark, text)
    roles = tuple(_trimmed(role, text) for role in mark.roles if not _is_false(role, mark, text))
    if (doer := _doing(mark, sentence)) is not None and not any(
        r.role == Role.ACTOR and r.span.overlaps(doer) for r in roles
    ):
        roles = (RoleMark(role=Role.ACTOR, span=doer), *(r for r in roles if r.role != Role.ACTOR))
    return mark if roles == mark.roles else replace(mark, roles=roles)


def _is_false(role: RoleMark, mark: Mark, text: str) -> bool:
    span, before = role.span, text[: role.span.start]
    if role.role == Role.SOURCE:
        return _AMONG.search(before) is not None
    if role.role == Role.TARGET:
        return mark.type in _MET and any(span.text == actor.text or actor.holds(span) for actor in mark.of(Role.ACTOR))
    if role.role != Role.ACTOR:
        return False
    suffers = mark.type in _DONE_TO and _PASSIVE.fullmatch(text, span.end, mark.trigger.start) is not None
    run_by = _RUN_BY.search(before)
    suffers = (
        suffers
        or span.text.casefold() == "each other"
        or _FOLLOWED.fullmatch(text, span.end, mark.trigger.start) is not None
    )
    runs = run_by is not None and not run_by.start() <= mark.trigger.start < run_by.end()  # unless it is the act itself
    return suffers or runs or _ASKED.search(before) is not None


def _with_mine(mark: Mark, text: str) -> Mark:
    """Read "a taxi struck a roadside bomb": what drove onto it was hit, by nobody named."""
    found = _ON_A_MINE.match(text, mark.trigger.start) if mark.type == "ASSAULT" else None
    drove = [role for role in mark.roles if role.role == Role.ACTOR and role.span.end <= mark.trigger.start]
    if found is None or not drove:
        return mark
    kept = [role for role in mark.roles if role.role not in (Role.ACTOR, Role.TARGET)]
    hit = [replace(role, role=Role.TARGET) for role in drove]
    return replace(mark, mode="explosives", mode_probability=1.0, roles=(*hit, *kept))


def _trimmed(role: RoleMark, text: str) -> RoleMark:
    if role.role != Role.ACTOR or (tail := _TRAILING.search(role.span.text)) is None:
        return role
    return replace(role, span=cut(text, role.span.start, role.span.start + tail.start()))


def _doing(mark: Mark, sentence: Sentence) -> Span | None:
    """Give who does what a relative clause tells in the progressive: "a helicopter that was evacuating troops"."""
    if not mark.trigger.text.endswith("ing"):
        return None
    found = _WHILE_DOING.search(sentence.tagged.text, 0, mark.trigger.start)
    roles = (role for other in sentence.tagged.marks if other is not mark for role in other.roles)
    beside = (role.span for role in roles if found and role.role in _NOUNS and role.span.end == found.start())
    return next(beside, None)
