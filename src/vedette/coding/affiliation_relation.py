"""A relation between two actors as a sentence states it."""

from dataclasses import dataclass

from vedette.model import Label, Span, cut

FILE = "affiliation.toml"
ACTORS = frozenset((Label.COUNTRY, Label.GROUP, Label.ORG, Label.PERSON))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A relation in a sentence (offsets there): the two phrases, the relation, the hedge."""

    actor: Span
    rel: str
    of: Span
    hedge: str | None
    quote: Span


def whole(text: str, one: Span, other: Span) -> Span:
    """Quote a text from the first to the last of two phrases."""
    return cut(text, min(one.start, other.start), max(one.end, other.end))
