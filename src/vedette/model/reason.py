"""Why a claim says what it says, for those who ask."""

from dataclasses import dataclass

from vedette.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """What else a field could have been, and why it is not that. `words` quote it in the body where it stands there."""

    value: str
    because: str
    probability: float | None = None
    words: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why one field of a claim is what it is.

    `value` is None for a field left open; `by` names the head of the tagger or the rule that decided; `words` are the
    words of the body that made the value; `probability` is the tagger's, None where a rule decided; `instead` is what
    else was considered, the likeliest first.
    """

    field: str
    value: str | None
    by: str
    words: tuple[Span, ...] = ()
    probability: float | None = None
    instead: tuple[Instead, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The reasons of one claim, field by field."""

    claim_id: str
    reasons: tuple[Reason, ...]

    def of(self, field: str) -> tuple[Reason, ...]:
        """Give the reasons of one field: one for each value where it holds several."""
        return tuple(reason for reason in self.reasons if reason.field == field)
