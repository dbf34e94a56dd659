"""Alerts: what rules find in the measures of a record as of a day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Unpack

from vedette.measuring.alerts_rules import Rule
from vedette.measuring.table import Choice, EventTable, Source, chosen, event_table
from vedette.model.errors import UsageError

RECENT = 30  # days before the last one watched whose alerts are told


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One finding: which rule, of which unit (and kind), on which days, in a sentence, and the acts that it rests on.

    `value` with `low` and `high` stands against `limit` where the rule asks a measure.
    """

    rule: str
    unit: str
    day: date
    until: date
    message: str
    kind: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    limit: float | None = None
    incidents: tuple[str, ...] = ()

    @property
    def alert_id(self) -> str:
        """An id made of the rule, the unit, the kind and the first day."""
        said = "\n".join((self.rule, self.unit, self.kind, self.day.isoformat()))
        return f"alert-{hashlib.sha256(said.encode()).hexdigest()[:16]}"

    def same(self, other: Alert, quiet: int) -> bool:
        """Say whether another alert tells of the same: rule, unit and kind alike, `quiet` days or fewer between."""
        if (self.rule, self.unit, self.kind) != (other.rule, other.unit, other.kind):
            return False
        return (max(self.day, other.day) - min(self.until, other.until)).days <= quiet


def alerts(
    source: Source, rules: Iterable[Rule], *, since: date | None = None, **choice: Unpack[Choice]
) -> tuple[list[Alert], list[str]]:
    """Evaluate rules as of the last day watched; give the alerts since a day, the earliest first, and notes.

    `since`: 30 days before the last day watched unless given. Each note says which rule could not be evaluated for
    which unit, and why: too short a record, nothing to compare with. Raises UsageError for a source of no use.
    """
    table = event_table(source, **choice)
    first = since or table.last - timedelta(days=RECENT)
    found: list[Alert] = []
    notes: list[str] = []
    for rule in rules:
        try:
            made = list(_found(rule, _acts(rule, table), first))
        except UsageError as error:
            notes.append(f"{rule.name}: {error}")
            continue
        found += [one for one in made if isinstance(one, Alert) and one.until >= first]
        notes += [f"{rule.name}: {one}" for one in made if isinstance(one, str)]
    return sorted(found, key=lambda one: (one.day, one.rule, one.unit, one.kind)), notes


def _acts(rule: Rule, table: EventTable) -> EventTable:
    return chosen(table, types=rule.types, country=rule.country, pair=rule.pair)


def _found(rule: Rule, table: EventTable, first: date) -> Iterator[Alert | str]:
    from vedette.measuring import alerts_acts, alerts_levels

    if rule.when == "first_of_kind":
        return alerts_acts.first_of_kind(rule, table)
    if rule.when == "chain":
        return alerts_acts.chains(rule, table)
    return alerts_levels.levels(rule, table, first)


def form(alert: Alert, case: str) -> dict[str, object]:
    """Give an alert in JSON form, with the case that it is of."""
    return {
        "alert_id": alert.alert_id,
        "case": case,
        "rule": alert.rule,
        "unit": alert.unit,
        "kind": alert.kind or None,
        "from": alert.day.isoformat(),
        "to": alert.until.isoformat(),
        "message": alert.message,
        "value": alert.value,
        "low": alert.low,
        "high": alert.high,
        "limit": alert.limit,
        "incidents": list(alert.incidents),
    }


def read_form(given: dict[str, object]) -> Alert:
    """Read an alert from its JSON form; KeyError, TypeError or ValueError for what is none."""
    days = {name: date.fromisoformat(str(given[key])) for name, key in (("day", "from"), ("until", "to"))}
    told = {name: given[name] for name in ("rule", "unit", "message", "value", "low", "high", "limit")}
    ids: Sequence[str] = given["incidents"]  # type: ignore[assignment]
    return Alert(**days, **told, kind=str(given["kind"] or ""), incidents=tuple(ids))  # type: ignore[arg-type]


__all__ = ["RECENT", "Alert", "alerts", "form", "read_form"]
