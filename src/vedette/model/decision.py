"""A person's judgement."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a person may decide of claims and incidents."""

    SAME = "same"
    DIFFERENT = "different"
    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    UNSURE = "unsure"
    UNDO = "undo"


FIELDS = (
    "type",
    "mode",
    "status",
    "from",
    "to",
    "place",
    "country",
    "actor",
    "target",
    "weapon",
    "killed",
    "injured",
    "aggregate",
    "background",
)
"""What of a claim a person may edit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A judgement in the ledger: never erased, undone only by a later decision that names it. Who is unsure has looked
    and leaves it to the rules.

    `subjects` are claim ids (two or more for same and different); `field` and `value` are for an edit; `undoes` is
    the id of the decision that an undo takes back.
    """

    decision_id: str
    verdict: Verdict
    subjects: tuple[str, ...]
    person: str
    at: datetime
    reason: str = ""
    field: str | None = None
    value: str | None = None
    undoes: str | None = None
