"""What is no attack, or none by who is named: accidents, and bombs that somebody made safe."""

import re
from dataclasses import replace

from vedette.coding.clauses import subject_of
from vedette.coding.document import Sentence
from vedette.model import Mark, Role, cut

_CRASH = re.compile(r"(?:crash(?:ed|es|ing)?|went down|exploded|explosion|sank|derailed|collided|collision)", re.I)
_FAULT = re.compile(
    r"\b(?:because of|due to|caused by|blamed on|after|following|owing to|result of|suffered|developed|by)\s+"
    r"(?:an?\s+|the\s+)?"
    r"(?:apparent\s+|suspected\s+|possible\s+)?(?:(?:mechanical|technical|engine|electrical|pilot|human|gas)\s+"
    r"(?:failure|fault|problem|error|malfunction|trouble|leak|issue)|"
    r"bad weather|poor weather|malfunction|engine failure)",
    re.I,
)
_SAFE = re.compile(r"(?:defus|disarm|foil|thwart|dismantl)(?:e?s|ed|ing|led|ling)?", re.I)


def without_averted(sentence: Sentence) -> Sentence:
    """Leave out crashes by a fault, and who made an attack fail as the one who did it."""
    marks = sentence.tagged.marks
    if not any(mark.type == "ASSAULT" for mark in marks):
        return sentence
    fault = _FAULT.search(sentence.tagged.text)
    kept = (mark for mark in marks if not (fault and _is_accident(mark)))
    return sentence.marked(tuple(_by_none_of(mark, sentence) for mark in kept))


def _is_accident(mark: Mark) -> bool:
    bare = not mark.of(Role.ACTOR) and not mark.of(Role.WEAPON)
    return mark.type == "ASSAULT" and bare and _CRASH.fullmatch(mark.trigger.text) is not None


def _by_none_of(mark: Mark, sentence: Sentence) -> Mark:
    if mark.type != "ASSAULT" or not _SAFE.fullmatch(mark.trigger.text):
        return mark
    stretch = subject_of(sentence.tagged.text, mark.trigger.start)
    if stretch is None:
        return mark
    saviour = cut(sentence.tagged.text, *stretch)
    spoken = saviour.text.lower() in ("they", "it", "he", "she", "who", "which")
    kept = tuple(
        role
        for role in mark.roles
        if role.role != Role.ACTOR or not (role.span.overlaps(saviour) or (spoken and role.span.end <= saviour.start))
    )
    return replace(mark, roles=kept)
