"""The forms of what measuring gives."""

from typing import Any

from vedette.web.forms.nouns import Form


class Escalation(Form):
    """Series, tension and episodes, as measuring gives them; `notes` says what could not be measured."""

    every: str
    by: str
    series: list[dict[str, Any]]
    tension: list[dict[str, Any]]
    episodes: list[dict[str, Any]]
    notes: list[str]


class Reacts(Form):
    """Who reacts to whom, as measuring gives it."""

    reactions: list[dict[str, Any]]
    reciprocity: list[dict[str, Any]]
    notes: list[str]
