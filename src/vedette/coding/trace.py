"""What mending changed: kept only where somebody asks why a claim says what it says."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from vedette.coding.document import Document, Sentence
from vedette.model import Mark, RoleMark, Span

_FIELDS = ("type", "mode", "status")
MADE = "made"  # the field of a change that made a mark, and of one that took it away
DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A step changed a field of a mark of a sentence; offsets count in that sentence.

    For roles, `field` is the role's name and `words` the phrase that came (`now`) or went (`was`).
    """

    step: str
    sentence: int
    trigger: Span
    field: str
    was: str | None = None
    now: str | None = None
    words: Span | None = None


@dataclass(slots=True)
class Trace:
    """The changes of all steps, in their order."""

    changes: list[Change] = field(default_factory=list)

    def sentence(self, step: str, before: Sentence, after: Sentence) -> None:
        """Note what a step changed in a sentence."""
        if before.tagged.marks != after.tagged.marks:
            self.changes.extend(_changes(step, before, after))

    def document(self, step: str, before: Document, after: Document) -> None:
        """Note what a step changed in a document."""
        for one, two in zip(before.sentences, after.sentences, strict=True):
            self.sentence(step, one, two)

    def of(self, mark: Mark, sentence: Sentence) -> tuple[Change, ...]:
        """Give the changes of one mark."""
        return tuple(
            change
            for change in self.changes
            if change.sentence == sentence.index and change.trigger.overlaps(mark.trigger)
        )


def _changes(step: str, before: Sentence, after: Sentence) -> Iterator[Change]:
    rest = list(before.tagged.marks)
    for mark in after.tagged.marks:
        old = _same(mark, rest)
        if old is None:
            yield Change(step=step, sentence=after.index, trigger=mark.trigger, field=MADE, now=mark.type)
        else:
            rest.remove(old)
            yield from _between(step, after.index, old, mark)
    for old in rest:
        yield Change(step=step, sentence=after.index, trigger=old.trigger, field=DROPPED, was=old.type)


def _same(mark: Mark, marks: list[Mark]) -> Mark | None:
    exact = [old for old in marks if old.trigger == mark.trigger]
    return next(iter(exact or [old for old in marks if old.trigger.overlaps(mark.trigger)]), None)


def _between(step: str, index: int, old: Mark, new: Mark) -> Iterator[Change]:
    for name in _FIELDS:
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield Change(step=step, sentence=index, trigger=new.trigger, field=name, was=was, now=now)
    for role in _less(new.roles, old.roles):
        yield _role(step, index, new, role, came=True)
    for role in _less(old.roles, new.roles):
        yield _role(step, index, new, role, came=False)


def _less(roles: tuple[RoleMark, ...], others: tuple[RoleMark, ...]) -> list[RoleMark]:
    known = {(other.role, other.span) for other in others}
    return [role for role in roles if (role.role, role.span) not in known]


def _role(step: str, index: int, mark: Mark, role: RoleMark, *, came: bool) -> Change:
    text = role.span.text
    return Change(
        step=step,
        sentence=index,
        trigger=mark.trigger,
        field=role.role.value,
        was=None if came else text,
        now=text if came else None,
        words=role.span,
    )
