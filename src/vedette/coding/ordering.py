"""Persons who order, announce or describe an act: they are not the ones who did it."""

import re
from dataclasses import replace

from vedette.model import Label, Mark, Role, Tagged

_TOLD = re.compile(
    r"\b(?:order|authori[sz]|approv|direct|announc|confirm|describ|defend|justif|prais|welcom|detail)\w*\s+"
    r"(?:(?:the|these|those|more|new|further|fresh|retaliatory|a|an|of|series|air|drone|missile|rocket|u\.s\.)\s+){0,4}$",
    re.IGNORECASE,
)
_NEAR = 60  # characters before the act in which the verb may stand


def without_orderer(mark: Mark, tagged: Tagged) -> Mark:
    """Leave out as the doer a person who only ordered or announced the act ("the president ordered the strikes")."""
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
