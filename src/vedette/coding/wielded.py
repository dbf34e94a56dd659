"""Things that do harm, whose they are and whom they hit ("its drones", "an army drone", "a car full of explosives")."""

import re
from collections.abc import Iterator
from dataclasses import replace

from vedette.coding.clauses import noun_phrase, subject_of
from vedette.model import Label, Mark, Role, RoleMark, Span, Tagged, cut

_WEAPON = re.compile(
    r"(?:an?|two|three|four|five|six|several|dozens of|the|its|their|his|some|\d+|one-way attack|attack|suicide|"
    r"explosive|explosives-laden|armed|ballistic|cruise|guided|long-range|anti-ship|kamikaze|enemy|AC-130|F-\d+|MQ-\d+|[\w-]+)?\s*"
    r"(?:[\w-]+\s+)?(?:gunships?|drones?|rockets?|missiles?|shells?|mortars?|bombs?|uavs?|mines?|munitions?|artillery)"
    r"(?:\s+and\s+(?:drones?|rockets?|missiles?|shells?|mortars?|bombs?|artillery|warplanes|jets|tanks))?",
    re.I,
)
_OWNERS = frozenset((Label.COUNTRY, Label.GROUP, Label.ORG))
_OWN = re.compile(r"\b(its|their|his|her)\s+(?:own\s+)?(?:[\w-]+\s+){0,2}$", re.I)
_BODY = re.compile(
    r"\b(?P<body>army|military|navy|air\s+force|police|government|regime|junta|rebel|coalition|insurgent|militia|"
    r"separatist|guerrilla|jihadist|paramilitary)\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)
_DRIVEN = re.compile(r"(?:ramm|dr(?:ove|iv)|crash|plough|plow|slamm|steer|pilot|rode|sail|flew|detonat|park)\w*", re.I)
_VEHICLE = re.compile(
    r"\b(?:car|truck|van|vehicle|motorcycle|motorbike|motor-?bike|lorry|bus|minibus|boat|skiff|tractor|taxi|ambulance|"
    r"pickup|tanker|rickshaw|bicycle|cart|drone|plane|bomb|explosives|vest|belt)s?\b",
    re.I,
)
_INTO = re.compile(r"\s*(?:into|at|toward|towards|against|near|outside)\s+", re.I)
_MINE = re.compile(r"\b(?:(?:land|sea)?mines?|i\.?e\.?ds?|roadside bombs?|explosive devices?|booby[- ]traps?)\b", re.I)
_TRIPPED = re.compile(
    r"(?:hit|struck|str(?:ikes?|iking)|ran over|run over|drove over|stepped|trod|triggered|set off)", re.I
)
_UNDER = re.compile(
    r"\b(?:came|come|comes|coming)\s+under(?:\s+(?:[\w-]+\s+){0,3}(?:fire|attack|shelling|bombardment|assault|ambush))?$",
    re.I,
)
_BLEW = re.compile(r"(?:exploded|explodes|went off|goes off|blew up|blew|detonated|went)", re.I)
_PACKED = re.compile(r"\s+(?:packed|laden|rigged|filled|loaded|stuffed)(?:\s+with\s+[\w-]+(?:\s+and\s+\w+)?)?", re.I)


_UP = re.compile(r"\s+up\b\s*")
_WHERE = re.compile(
    r"\s*(?:outside|inside|near|in|at|on|by|beside|next to|close to|after|before|during|when|as)\b", re.I
)
_BLOW = re.compile(r"bl[eo]w(?:n|s|ing)?(?:\s+up)?", re.I)


def wielded(mark: Mark, tagged: Tagged) -> Mark:
    """Give the mark with the weapons that act as weapons, their owner as the actor, and the one hit as the target."""
    if mark.type != "ASSAULT":
        return replace(mark, roles=tuple(one for role in mark.roles for one in _armed(role, tagged)))
    mark = _blown_up(mark, tagged.text)
    roles = _received(mark, [one for role in mark.roles for one in _armed(role, tagged)], tagged.text)
    roles = _tripped(mark, _blown(mark, _rammed(mark, roles, tagged.text), tagged.text), tagged.text)
    return replace(mark, roles=(*roles, *_owner(mark, roles, tagged)))


def _blown_up(mark: Mark, text: str) -> Mark:
    """Read "the rebels blew up a bridge": "up" belongs to the verb, and who stands before it is no target."""
    up = _UP.match(text, mark.trigger.end)
    if not _BLOW.fullmatch(mark.trigger.text) or not (up or mark.trigger.text.endswith("up")):
        return mark
    start = up.end() if up else mark.trigger.end
    thing = noun_phrase(text, start)
    if (
        thing is None
        or _WHERE.match(text, start)
        or not any(role.role == Role.TARGET and role.span.end > start for role in mark.roles)
    ):
        return mark
    late = re.search(r"\s+(?:last|this|that|early|late|on)$", text[slice(*thing)])
    blown = RoleMark(role=Role.TARGET, span=cut(text, thing[0], thing[0] + late.start() if late else thing[1]))
    kept = [role for role in mark.roles if role.role != Role.TARGET or role.span.end <= mark.trigger.start]
    if not mark.of(Role.ACTOR):
        kept = [replace(role, role=Role.ACTOR) if role.role == Role.TARGET else role for role in kept]
    return replace(mark, roles=(*kept, blown))


def _armed(role: RoleMark, tagged: Tagged) -> Iterator[RoleMark]:
    """Turn a weapon that acts ("Ukrainian drones", "an army drone") into a weapon, and whose it is into the actor."""
    if role.role != Role.ACTOR or not _WEAPON.fullmatch(role.span.text):
        yield role
        return
    yield replace(role, role=Role.WEAPON)
    yield from (replace(role, span=span) for span in _owners_of(role.span, tagged))


def _owners_of(weapon: Span, tagged: Tagged) -> Iterator[Span]:
    """Give whose a weapon is: a name in its phrase, a pronoun or a noun of bodies before its head."""
    named = [name.span for name in tagged.names if name.label in _OWNERS and weapon.holds(name.span)]
    if named:
        yield from named
        return
    head = weapon.text.split()[-1]
    start = weapon.end - len(head)
    for lead in (_OWN, _BODY):
        if found := lead.search(tagged.text, max(0, weapon.start - 30), start):
            yield cut(tagged.text, *found.span(1))
            return


def _owner(mark: Mark, roles: list[RoleMark], tagged: Tagged) -> Iterator[RoleMark]:
    """Give the owner of the weapon that stands as the subject of an act nobody else does."""
    weapons = [role.span for role in roles if role.role == Role.WEAPON and role.span.end <= mark.trigger.start]
    if not weapons or any(role.role == Role.ACTOR for role in roles):
        return
    lead = tagged.text[: weapons[0].end - len(weapons[0].text.split()[-1])]
    if (own := _OWN.search(lead)) and _is_subject(weapons[-1], mark, tagged.text):
        yield RoleMark(role=Role.ACTOR, span=cut(tagged.text, *own.span(1)))
        return
    whose = re.search(r"['’]s?\s+(?:[\w-]+\s+){0,2}$", lead)
    named = next((name for name in tagged.names if whose and name.span.end == whose.start()), None)
    if named is not None and named.label in _OWNERS and _is_subject(weapons[-1], mark, tagged.text):
        yield RoleMark(role=Role.ACTOR, span=named.span)


def _is_subject(weapon: Span, mark: Mark, text: str) -> bool:
    return (
        re.fullmatch(r"\s+(?:\w+ly\s+|also\s+|then\s+|have\s+|has\s+|had\s+)*", text[weapon.end : mark.trigger.start])
        is not None
    )


def _rammed(mark: Mark, roles: list[RoleMark], text: str) -> list[RoleMark]:
    """Read "drove a car into the gate": the car is the weapon."""
    if not _DRIVEN.fullmatch(mark.trigger.text):
        return roles
    thing = noun_phrase(text, mark.trigger.end)
    if thing is None or not _VEHICLE.search(text, *thing):
        return roles
    close = thing[1]
    packed = _PACKED.match(text, close)
    into = _INTO.match(text, packed.end() if packed else close)
    aim = noun_phrase(text, into.end()) if into else None
    if aim is None:
        return roles
    weapon, target = cut(text, *thing), cut(text, *aim)
    kept = [role for role in roles if role.role not in (Role.TARGET, Role.WEAPON) or not role.span.overlaps(weapon)]
    if not any(role.role == Role.TARGET for role in kept):
        kept.append(RoleMark(role=Role.TARGET, span=target))
    return [*kept, RoleMark(role=Role.WEAPON, span=weapon)]


def _received(mark: Mark, roles: list[RoleMark], text: str) -> list[RoleMark]:
    """Read "the convoy came under fire": its subject is shot at, and acts not."""
    came = _UNDER.search(text[: mark.trigger.end])
    if came is None or came.end() < mark.trigger.end:
        return roles
    kept = [role for role in roles if role.role != Role.ACTOR or role.span.start > mark.trigger.end]
    subject = subject_of(text, came.start())
    if subject is None or any(role.role == Role.TARGET and role.span.end <= came.start() for role in kept):
        return kept
    return [*(role for role in kept if role.role != Role.TARGET), RoleMark(role=Role.TARGET, span=cut(text, *subject))]


def _blown(mark: Mark, roles: list[RoleMark], text: str) -> list[RoleMark]:
    """Read "a car packed with explosives went off": the car is the weapon."""
    if not _BLEW.fullmatch(mark.trigger.text):
        return roles
    return [_bomb(role, mark, text) for role in roles]


def _bomb(role: RoleMark, mark: Mark, text: str) -> RoleMark:
    if role.role not in (Role.TARGET, Role.ACTOR) or role.span.end > mark.trigger.start:
        return role
    packed = re.search(r"\b(?:packed|laden|rigged|bomb|device|mine|grenade|explosives?)\b", role.span.text) or (
        _PACKED.match(text, role.span.end)
    )
    return replace(role, role=Role.WEAPON) if packed and _nothing_but(role.span, text) else role


def _nothing_but(span: Span, text: str) -> bool:
    return re.search(r"\b(?:carrying|escorting|bomber|attacker)\b", text[span.start : span.end]) is None


def _tripped(mark: Mark, roles: list[RoleMark], text: str) -> list[RoleMark]:
    """Read "their truck hit a mine": the mine is the weapon, the truck is hit, and nobody acts."""
    mines = [role for role in roles if role.role == Role.TARGET and _MINE.search(role.span.text)]
    if not mines or not _TRIPPED.match(mark.trigger.text):
        return roles
    kept = [replace(role, role=Role.WEAPON) if role in mines else role for role in roles]
    kept = [replace(role, role=Role.TARGET) if _goes_over(role, mark) else role for role in kept]
    if not any(role.role == Role.TARGET for role in kept) and (subject := subject_of(text, mark.trigger.start)):
        kept.append(RoleMark(role=Role.TARGET, span=cut(text, *subject)))
    return kept


def _goes_over(role: RoleMark, mark: Mark) -> bool:
    return role.role == Role.ACTOR and role.span.end <= mark.trigger.start
