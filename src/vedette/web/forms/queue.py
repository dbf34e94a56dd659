"""The forms of what waits for a person."""

from typing import Literal

from vedette.web.forms.incidents import Brief, Served
from vedette.web.forms.nouns import Claim, Form


class Waits(Form):
    """A thing to check."""

    kind: Literal["incident", "claim", "pair"]
    incident: str
    claim: str | None
    other: str | None
    why: str
    uncertainty: float
    consequence: float
    weight: float
    shown: Brief | None
    shown_other: Brief | None


class Queue(Form):
    """What waits for a person; while `comparing`, pairs of incidents are still to come."""

    items: list[Waits]
    total: int
    comparing: bool


class Feature(Form):
    """A reason for or against two claims being about one happening."""

    name: str
    weight: float
    words: str


class Why(Form):
    """What a score rests on."""

    text: str
    features: list[Feature]


class Pair(Form):
    """Two incidents that may be one; the two claims most alike; above 0 they would be one."""

    left: Served
    right: Served
    claims: list[Claim]
    score: float
    why: Why


class Same(Form):
    """Pairs of incidents that may be one."""

    items: list[Pair]
    total: int
