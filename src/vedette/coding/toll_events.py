"""Killing and wounding told beside the act that did it: one happening, not two."""

import re
from dataclasses import replace

from vedette.coding.clauses import subject_of
from vedette.model import Mark, Role, RoleMark

_EFFECT = re.compile(
    r"(?:killing|wounding|injuring|hurting|leaving|claiming|causing|killed|wounded|injured|dead|died|deaths?|"
    r"casualties|hurt|left|claimed|kills?|dies|"
    r"slain|maiming|martyred|lives|leaves|wounds|injures|damaging|destroying)",
    re.I,
)
_HURT = re.compile(r"(?:shot\s+dead|killed|wounded|injured|hurt|dead|burnt?|stabbed)", re.I)
_AND_ONE = re.compile(r"[^;]*;\s+(?:[\w-]+\s+){1,5}(?:was|were|has\s+been|have\s+been)\s+(?:also\s+|later\s+)?", re.I)
_LANDING = re.compile(
    r"(?:land|fall|fell|hit|hitting|explod|struck|striking|crash|detonat|came down|impact|"
    r"slamm|went off|ripp)\w*",
    re.I,
)
_DONE_BY = re.compile(
    r"\s+(?:[\w,’'-]+\s+){0,8}?(?:in|when|by|after|from|during|"
    r"as)\s+(?:[\w’'.-]+\s+){0,8}?",
    re.I,
)
_LIGHT = re.compile(
    r"(?:carr(?:y|ied|ies|ying) out|conduct\w*|launch\w*|stag(?:e|ed|ing)|mount(?:ed|ing)?|wag(?:e|ed|ing)|"
    r"perpetrat\w+|unleash\w*|"
    r"commit\w*|execut\w+|undert\w+|made|making|repel\w*|suffer\w*|came under|come under|carried|claimed)",
    re.I,
)
_FILL = frozenset((Role.PLACE, Role.TIME, Role.ACTOR, Role.TARGET, Role.WEAPON))


def joined(marks: tuple[Mark, ...], text: str) -> tuple[Mark, ...]:
    """Put marks of one sentence that tell one happening into one: an act with its toll, a light verb with its noun."""
    kept = list(dict.fromkeys(marks))
    for mark in tuple(kept):
        into = _act_of(mark, [other for other in kept if other != mark], text)
        if into is not None and mark in kept:
            kept.remove(mark)
            kept[kept.index(into)] = _with(into, mark)
    return tuple(kept)


def _act_of(mark: Mark, others: list[Mark], text: str) -> Mark | None:
    for other in sorted(others, key=lambda other: abs(other.trigger.start - mark.trigger.start)):
        if other.trigger.overlaps(mark.trigger) and (len(other.trigger.text), other.probability) >= (
            len(mark.trigger.text),
            mark.probability,
        ):
            return other
        if other.type != mark.type or mark.type not in {"ASSAULT", "COERCE"} or _apart(mark, other):
            continue
        if _is_effect(mark, other, text) or _is_light(mark, other, text) or _is_landing(mark, other, text):
            return other
    return None


def _apart(mark: Mark, other: Mark) -> bool:
    """Say whether the two have times or places of their own that differ."""
    return any(
        mark.of(role) and other.of(role) and not any(a.overlaps(b) for a in mark.of(role) for b in other.of(role))
        for role in (Role.TIME, Role.PLACE)
    )


def _is_told_next(mark: Mark, act: Mark, text: str) -> bool:
    """Read "a convoy was ambushed on 9 May; one driver was shot dead": the toll of the act before it."""
    return (
        act.trigger.end <= mark.trigger.start
        and _HURT.fullmatch(text, mark.trigger.start, _with_dead(mark, text)) is not None
        and not any(not any(one.overlaps(place) for one in act.of(Role.PLACE)) for place in mark.of(Role.PLACE))
        and not any(
            span.start > act.trigger.end and ";" in text[act.trigger.end : span.start] for span in mark.of(Role.TIME)
        )
        and _AND_ONE.fullmatch(text, act.trigger.end, mark.trigger.start) is not None
    )


def _with_dead(mark: Mark, text: str) -> int:
    """Give where a trigger ends, "dead" of "shot | dead" included."""
    return mark.trigger.end + len(" dead") if text.startswith(" dead", mark.trigger.end) else mark.trigger.end


def _is_effect(mark: Mark, act: Mark, text: str) -> bool:
    if _is_told_next(mark, act, text):
        return True
    if not _EFFECT.fullmatch(mark.trigger.text) or _EFFECT.fullmatch(act.trigger.text):
        return False
    if act.trigger.end <= mark.trigger.start:
        between = text[act.trigger.end : mark.trigger.start]
        if re.search(
            r";|\b(?:while|but|after|before|responsible|accused|retaliation|response|"
            r"when)\b",
            between,
            re.I,
        ):
            return False
        return (
            mark.trigger.text.lower().endswith("ing")
            or bool(re.search(r"\b(?:which|that|and)\s+(?:\w+\s+){0,2}$", between))
            or _in_subject(act, mark, text)
        )
    return _DONE_BY.fullmatch(text[mark.trigger.end : act.trigger.start]) is not None


def _is_landing(mark: Mark, act: Mark, text: str) -> bool:
    """Read "fired rockets, which landed near the embassy" as one happening."""
    between = text[act.trigger.end : mark.trigger.start]
    return (
        act.trigger.end <= mark.trigger.start
        and bool(_LANDING.fullmatch(mark.trigger.text))
        and re.search(r"\b(?:which|that|and)\s+(?:\w+\s+){0,2}$", between) is not None
        and ";" not in between
    )


def _in_subject(act: Mark, mark: Mark, text: str) -> bool:
    subject = subject_of(text, mark.trigger.start)
    return (
        subject is not None
        and subject[0] <= act.trigger.start < mark.trigger.start
        and act.trigger.end <= mark.trigger.start
        and not re.search(r",", text[act.trigger.end : mark.trigger.start])
    )


def _is_light(mark: Mark, act: Mark, text: str) -> bool:
    between = text[mark.trigger.end : act.trigger.start]
    return (
        mark.trigger.end <= act.trigger.start
        and _LIGHT.fullmatch(mark.trigger.text) is not None
        and len(between.split()) <= 8
        and not re.search(r"[,;:]|\b(?:against|on|at|that|who|which)\b", between)
    )


def _with(act: Mark, toll: Mark) -> Mark:
    """Give the act with what the other mark adds: its toll always, other roles where the act has none."""
    roles = list(act.roles)
    for role in toll.roles:
        free = not act.of(role.role) and role.role in _FILL
        if free or (role.role in (Role.KILLED, Role.INJURED) and not act.of(role.role)):
            roles.append(role)
    if toll.of(Role.TARGET) and not act.of(Role.KILLED) and not toll.of(Role.KILLED) and _kills(toll):
        roles.append(RoleMark(role=Role.KILLED, span=toll.of(Role.TARGET)[0]))
    return replace(act, roles=tuple(roles), probability=max(act.probability, toll.probability))


def _kills(mark: Mark) -> bool:
    return re.match(r"kill|slain|dead|die|shot\s+dead", mark.trigger.text, re.I) is not None
