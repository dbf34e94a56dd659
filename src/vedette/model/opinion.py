"""What a second coder says of a field of a claim."""

from dataclasses import dataclass
from datetime import datetime

CODED = ("type", "mode", "status", "from", "to", "country", "place", "actor", "target", "killed", "injured")
"""The fields that a second coder codes."""

NOTHING = "-"
"""The value of a field of which the report tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a coder, who did not see the program's answer, says of one field of a claim; it measures agreement and never
    changes the record. A coder's later opinion takes the place of an earlier one."""

    opinion_id: str
    claim_id: str
    coder: str
    at: datetime
    field: str
    value: str
