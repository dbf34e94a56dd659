"""Those who order, announce, describe or judge an act: they are not the ones who did it."""

import re
from dataclasses import replace

from vedette.model import Label, Mark, Role, Tagged

_TOLD = re.compile(
    r"\b(?:order|authori[sz]|approv|direct|announc|confirm|describ|defend|justif|prais|welcom|detail)\w*\s+"
    r"(?:(?:the|these|those|more|new|further|fresh|retaliatory|a|an|of|series|air|drone|missile|rocket|u\.s\.)\s+){0,4}$",
    re.IGNORECASE,
)
_CRITICISED = re.compile(
    r"\b(?:condemn|denounc|deplor|decr[iy]|criticis|criticiz|call|slam|blast|protest|welcom|prais|mourn)\w*\s+"
    r"(?:(?:against|the|these|those|this|such|recent|latest|deadly|fresh|air|drone|missile|rocket)\s+){1,4}$",
    re.IGNORECASE,
)
_NEAR = 60  # characters before the act in which the verb may stand


def without_orderer(mark: Mark, tagged: Tagged) -> Mark:
    """Leave out as the doer a person who only ordered or announced the act ("the president ordered the strikes")."""
    if mark.type == "ASSAULT" and (found := _CRITICISED.search(tagged.text, 0, mark.trigger.start)):
        mark = _less(mark, found.start())
    start = mark.trigger.start
    told = _TOLD.search(tagged.text[max(0, start - _NEAR) : start]) if mark.type == "ASSAULT" else None
    if told is None:
        return mark
    people = [name.span for name in tagged.names if name.label == Label.PERSON]
    verb = max(0, start - _NEAR) + told.start()
    roles = tuple(
        role
        for role in mark.roles
        if role.role != Role.ACTOR or role.span.end > verb or not any(role.span.overlaps(person) for person in people)
    )
    return replace(mark, roles=roles)


def _less(mark: Mark, verb: int) -> Mark:
    """Leave out who stands right before a verb that judges the act ("Serbia called the raids a provocation")."""
    roles = tuple(role for role in mark.roles if role.role != Role.ACTOR or not 0 <= verb - role.span.end <= 12)
    return replace(mark, roles=roles)
