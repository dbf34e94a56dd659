"""Links from an act to what it answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """Incident `from_` is a reaction to incident `because_of`.

    `basis` is "stated" (then `quote` is the sentence and `report_id` its report) or "inferred" (then `probability`
    is a model's); the two are never mixed. `kind`: retaliation, response, pre-emption, follow-up, disavowal.
    """

    from_: str
    because_of: str
    basis: str
    kind: str
    probability: float
    quote: str | None = None
    report_id: str | None = None
