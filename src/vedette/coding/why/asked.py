"""A claim that somebody asks about, with all that its reasons are made from."""

from collections.abc import Iterator
from dataclasses import dataclass

from vedette.coding.document import Document, Sentence
from vedette.coding.trace import Change
from vedette.model import Claim, Instead, Mark, Role, Span
from vedette.registry import Gazetteer, Registry
from vedette.tagging.weighing import Weighed

ROLE_HEAD = "the tagger's role head"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A claim, the mended mark it came from with what mending changed, and what the tagger had weighed."""

    claim: Claim
    mark: Mark
    sentence: Sentence
    document: Document
    changes: tuple[Change, ...]
    weighed: Weighed | None
    registry: Registry
    gazetteer: Gazetteer

    def changed(self, field: str) -> Change | None:
        """Give the last change of a field."""
        return next((change for change in reversed(self.changes) if change.field == field), None)

    def made_by(self, role: Role, span: Span) -> tuple[str, float | None]:
        """Say what made a role phrase of the mark: the tagger with its probability, or a step of mending."""
        for change in reversed(self.changes):
            if change.field == role.value and change.now is not None and change.words == span:
                return f"rule: {change.step}", None
        given = next((one for one in self.mark.roles if one.role == role and one.span == span), None)
        return ROLE_HEAD, given.probability if given else None

    def passed_over(self, role: Role) -> Iterator[Instead]:
        """Give the phrases that nearly played a role: taken away by mending, or under the tagger's floor."""
        kept = self.mark.of(role)
        for change in self.changes:
            if change.field == role.value and change.was and change.words and not _on(change.words, kept):
                yield Instead(
                    value=change.was, because=f"rule: {change.step}", words=self.sentence.in_body(change.words)
                )
        floor = dict(self.weighed.floors).get(role.value) if self.weighed else None
        for faint in self.weighed.faint if self.weighed else ():
            if faint.role == role and not _on(faint.span, kept):
                yield Instead(
                    value=faint.span.text,
                    because=f"under the floor of {floor:.2f} for {role.value}",
                    probability=faint.probability,
                    words=self.sentence.in_body(faint.span),
                )


def _on(span: Span, others: tuple[Span, ...]) -> bool:
    return any(span.overlaps(other) for other in others)


def ranked(weights: tuple[tuple[str, float], ...], chosen: str | None) -> tuple[Instead, ...]:
    """Give what a head weighed beside what was chosen."""
    return tuple(
        Instead(value=name, because="less likely", probability=chance) for name, chance in weights if name != chosen
    )[:3]
