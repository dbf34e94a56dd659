"""Sides: the few names under which parties are drawn."""

from collections.abc import Sequence
from functools import cache

from vedette.codebook import codebook
from vedette.linking.kin import ORGANS
from vedette.registry import load
from vedette.registry.sources import countries
from vedette.web.snapshot import Form

NOBODY = "unknown"


def side(parties: Sequence[Form]) -> str:
    """Name the side that parties stand on: a state for its organs and officials, else the first one that is known."""
    known = [party for party in parties if party["actor_id"]]
    return _of(known[0]) if known else NOBODY


def direction(form: Form) -> str:
    """Say who did it to whom: "A → B"."""
    return f"{side(form['actors'])} → {side(form['targets'])}"


def struck(form: Form) -> str:
    """Name the direction of conflict in deed on a known day; "" for words, help, runs told as one and history."""
    told = form["statement"] or form["aggregate"] or form["background"] or not (form["to"] or form["from"])
    return "" if told or codebook().types[form["type"]].intensity >= 0 else direction(form)


def _of(party: Form) -> str:
    serving = _serves(party["actor_id"])
    if party["country"] and (party["kind"] in ORGANS or serving):
        return country(party["country"])
    return str(party["name"] or party["text"])


@cache
def _serves(actor_id: str) -> bool:
    """Say whether an actor is a person in the office of a state's organ."""
    entry = load().actor(actor_id)
    return bool(entry and entry.kind == "person" and entry.offices)


@cache
def country(code: str) -> str:
    """Name a country by its code."""
    row = countries().get(code)
    return str(row["name"]) if row else code
