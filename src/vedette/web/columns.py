"""All incidents in columns: small enough for a browser to filter, sort and draw them itself."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from vedette.web.sides import side
from vedette.web.snapshot import Form, Snapshot

_TEXTS = ("type", "mode", "status", "grade")
_PLAIN = {"ids": "incident_id", "from": "from", "to": "to", "date_precision": "date_precision"}
_FIGURES = {"origins": "independent_origins", "confidence": "confidence"}
_FLAGS = ("statement", "reviewed", "aggregate", "background")
_BOUNDS = ("low", "best", "high")


def columns(snapshot: Snapshot) -> dict[str, Any]:
    """Give one list a column, a value a row; texts as {values, codes}: a code is a place in values, null unknown."""
    forms = snapshot.forms
    places: list[Form] = _each(forms, "place")
    return {
        "n": len(forms),
        "revision": snapshot.version,
        "as_of": snapshot.as_of,
        **{name: _each(forms, key) for name, key in _PLAIN.items()},
        **{name: _each(places, name) for name in ("lat", "lon", "precision")},
        **{
            f"{toll}_{bound}": [held[bound] if held else None for held in map(itemgetter(toll), forms)]
            for toll in ("killed", "injured")
            for bound in _BOUNDS
        },
        **{name: _each(forms, key) for name, key in _FIGURES.items()},
        **{name: [int(flag) for flag in map(itemgetter(name), forms)] for name in _FLAGS},
        "summary": _each(forms, "summary"),
        **{name: coded(map(itemgetter(name), forms)) for name in _TEXTS},
        "place": coded(map(itemgetter("name"), places)),
        **{name: coded(map(itemgetter(name), places)) for name in ("country", "adm1")},
        "side": coded(side(form["actors"]) for form in forms),
        "against": coded(side(form["targets"]) for form in forms),
        "actors": parties([form["actors"] for form in forms]),
        "targets": parties([form["targets"] for form in forms]),
        "outlets": coded_lists([[ref["outlet"] for ref in form["reports"]] for form in forms]),
    }


def _each(forms: Iterable[Form], name: str) -> list[Any]:
    return list(map(itemgetter(name), forms))


def coded(values: Iterable[str | None]) -> dict[str, Any]:
    """Give the different texts, and for each row the place of its own among them."""
    known: dict[str, int] = {}
    codes = [None if value is None else known.setdefault(value, len(known)) for value in values]
    return {"values": list(known), "codes": codes}


def coded_lists(rows: Iterable[Iterable[str | None]]) -> dict[str, Any]:
    """Give the same for rows of several texts, each once a row."""
    known: dict[str, int] = {}
    codes = [list({known.setdefault(one, len(known)): None for one in row if one}) for row in rows]
    return {"values": list(known), "codes": codes}


def parties(rows: Iterable[Sequence[Form]]) -> dict[str, Any]:
    """Give the parties of the rows: names in `values`, beside them their registry ids, kinds and countries."""
    known: dict[str, int] = {}
    firsts: list[Form] = []
    codes: list[list[int]] = []
    for row in rows:
        found: list[int] = []
        for party in row:
            key = party["actor_id"] or party["name"] or party["text"]
            if key not in known:
                known[key] = len(firsts)
                firsts.append(party)
            found.append(known[key])
        codes.append(list(dict.fromkeys(found)))
    return {
        "values": [one["name"] or one["text"] for one in firsts],
        "ids": [one["actor_id"] for one in firsts],
        "kinds": [one["kind"] for one in firsts],
        "countries": [one["country"] for one in firsts],
        "codes": codes,
    }
