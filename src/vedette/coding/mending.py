"""The tagger's marks of a report made ready for coding: cleaned, joined and completed."""

from dataclasses import replace

from vedette.coding.cause import cause_of
from vedette.coding.document import Document, Sentence
from vedette.coding.implied import with_implied
from vedette.coding.statements import statements, with_speaker
from vedette.coding.toll_events import joined
from vedette.model import Label, Mark, Role, RoleMark, Span, Tagged

FLOOR = 0.5  # marks below this probability are dropped


def mended(document: Document) -> Document:
    """Give the document with mended marks."""
    return replace(document, sentences=tuple(replace(sentence, tagged=_mended(sentence)) for sentence in document.sentences))


def _mended(sentence: Sentence) -> Tagged:
    tagged = sentence.tagged
    marks = tuple(mark for mark in tagged.marks if mark.probability >= FLOOR and not _is_name(mark, tagged))
    one = replace(sentence, tagged=replace(tagged, marks=marks))
    marks = joined(tuple(sorted((*marks, *statements(one)), key=lambda mark: mark.trigger.start)), tagged.text)
    one = replace(sentence, tagged=replace(tagged, marks=marks))
    marks = tuple(with_implied(with_speaker(mark, one), one) for mark in marks)
    one = replace(sentence, tagged=replace(tagged, marks=marks))
    return replace(tagged, marks=tuple(_with_cause(mark, one) for mark in marks))


def _is_name(mark: Mark, tagged: Tagged) -> bool:
    """Say whether a trigger is only part of a name ("Islamic Resistance", "Strike Command")."""
    names = (name.span for name in tagged.names if name.label in (Label.GROUP, Label.ORG, Label.PERSON))
    return any(span.holds(mark.trigger) and len(span.text) > len(mark.trigger.text) for span in names)


def _with_cause(mark: Mark, sentence: Sentence) -> Mark:
    """Set the cause of a mark; what another act tells within it is no longer this act's place, time or target."""
    others = tuple(other for other in sentence.tagged.marks if other is not mark)
    found = cause_of(mark, sentence, others=others)
    roles = [role for role in mark.roles if role.role != Role.CAUSE]
    if found is None:
        return replace(mark, roles=tuple(roles))
    cause = found.shift(-sentence.span.start)
    roles = [role for role in roles if not (role.role in _OWN and cause.holds(role.span) and _told_in(cause, others))]
    return replace(mark, roles=(*roles, RoleMark(role=Role.CAUSE, span=cause)))


_OWN = frozenset((Role.PLACE, Role.TIME, Role.TARGET, Role.WEAPON, Role.ACTOR, Role.KILLED, Role.INJURED))


def _told_in(cause: Span, others: tuple[Mark, ...]) -> bool:
    return any(cause.holds(other.trigger) for other in others)
