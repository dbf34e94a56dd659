"""Alerts that acts themselves give: the first of a kind, and chains of acts in turn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from vedette.measuring.alerts import Alert
from vedette.measuring.alerts_rules import Rule
from vedette.measuring.reactions import way
from vedette.measuring.table import UNKNOWN, EventTable

_OPEN = 7  # days: an act whose date leaves more open is no first of its kind
_SHARP = 3  # days: of acts whose date leaves more open, none can be said to have come first
Row = dict[str, Any]


def first_of_kind(rule: Rule, table: EventTable) -> Iterator[Alert | str]:
    """Find acts of a kind of which none was seen for `quiet` days, in a record that holds these days."""
    if table.days <= rule.quiet:
        yield f"{table.days} days watched; {rule.quiet} before an act are needed to call it the first"
        return
    for (unit, kind), rows in _kinds(rule, table).items():
        before: date | None = None
        for row in rows:
            known = row["from"] - timedelta(days=rule.quiet)
            open_ = (row["to"] - row["from"]).days
            if open_ < _OPEN and known >= table.first and (before is None or before < known):
                since = f"the first since {before}" if before else f"none was seen from {table.first} on"
                yield _first(rule, unit, kind, row, since)
            before = max(before or row["to"], row["to"])


def chains(rule: Rule, table: EventTable) -> Iterator[Alert | str]:
    """Find acts in turn between two parties, `length` of them within `days`, each later than the one before."""
    for pair, rows in _exchanges(table).items():
        after: date | None = None
        for number in range(len(rows)):
            if after is not None and rows[number]["from"] <= after:
                continue
            chain = _turns(rows[number:], rule.days)
            if len(chain) >= rule.length:
                after = chain[-1]["to"]
                yield _chain(rule, pair, chain)


def _kinds(rule: Rule, table: EventTable) -> dict[tuple[str, str], list[Row]]:
    made: dict[tuple[str, str], list[Row]] = {}
    for row in table.rows.sort("from", "to", "id").iter_rows(named=True):
        unit = _unit(rule.per, row)
        kind = ", ".join(str(row[name]) for name in rule.kind if row[name])
        if unit and kind:
            made.setdefault((unit, kind), []).append(row)
    return made


def _unit(per: str, row: Row) -> str | None:
    if per == "pair":
        return None if UNKNOWN in (row["actor"], row["target"]) else way((row["actor"], row["target"]))
    return "all" if per == "all" else row[per]


def _first(rule: Rule, unit: str, kind: str, row: Row, since: str) -> Alert:
    open_ = f", some day until {row['to']}" if row["to"] > row["from"] else ""
    said = f"{unit}: {kind} on {row['from']}{open_}: {since}" + (f". {row['text']}" if row["text"] else "")
    return Alert(
        rule=rule.name, unit=unit, kind=kind, day=row["from"], until=row["to"], message=said, incidents=(row["id"],)
    )


def _exchanges(table: EventTable) -> dict[tuple[str, str], list[Row]]:
    """Give the acts of each two parties on each other, in order, those whose date is too open to order left out."""
    made: dict[tuple[str, str], list[Row]] = {}
    rows = table.rows.unique(["id", "actor", "target"], maintain_order=True).sort("from", "to", "id")
    for row in rows.iter_rows(named=True):
        pair = tuple(sorted((row["actor"], row["target"])))
        if UNKNOWN not in pair and pair[0] != pair[1] and (row["to"] - row["from"]).days < _SHARP:
            made.setdefault((pair[0], pair[1]), []).append(row)
    return made


def _turns(rows: list[Row], days: int) -> list[Row]:
    """Take from the first act on the next one of the other side, while it falls within so many days."""
    chain = rows[:1]
    for row in rows[1:]:
        if (row["to"] - chain[0]["from"]).days >= days:
            break
        last = chain[-1]
        if row["actor"] != last["actor"] and (row["from"] > last["to"] or last["id"] in (row["because_of"] or ())):
            chain.append(row)
    return chain


def _chain(rule: Rule, pair: tuple[str, str], chain: list[Row]) -> Alert:
    stated = all(one["id"] in (other["because_of"] or ()) for one, other in pairwise(chain))
    told = "; ".join(f"{row['from']} {row['actor']}: {row['type']}" for row in chain)
    basis = "each is stated to answer the one before" if stated else "in turn; that they answer each other is not shown"
    unit = " – ".join(pair)
    return Alert(
        rule=rule.name,
        unit=unit,
        day=chain[0]["from"],
        until=chain[-1]["to"],
        message=f"{unit}: {len(chain)} acts within {rule.days} days, {basis}: {told}",
        value=float(len(chain)),
        limit=float(rule.length),
        incidents=tuple(row["id"] for row in chain),
    )
