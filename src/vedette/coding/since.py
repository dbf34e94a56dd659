"""What stands in a clause of time after an act ("since a junta seized power") and so plays no part in the act."""

import re
from dataclasses import replace

from vedette.coding.document import Sentence
from vedette.model import Mark, Role

_SINCE = re.compile(r"\bsince\s+(?!then\b|when\b|\d|the\s+(?:start|beginning|end)\b)")
_HAS = re.compile(r"\b(?:has|have|had|['’]ve)\b")
_PARTS = frozenset((Role.ACTOR, Role.CAUSE, Role.WEAPON))


def without_since(mark: Mark, sentence: Sentence) -> Mark:
    """Take from an act told in the perfect the parties and causes that only a clause "since ..." after it names."""
    text = sentence.tagged.text
    if "since " not in text:
        return mark
    since = _SINCE.search(text, mark.trigger.end)
    if since is None or not _HAS.search(text, 0, mark.trigger.start):
        return mark
    roles = tuple(role for role in mark.roles if role.role not in _PARTS or role.span.start < since.start())
    return mark if len(roles) == len(mark.roles) else replace(mark, roles=roles)
