"""All incidents in columns: small enough for a browser to filter, sort and draw them itself."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from vedette.web.sides import side
from vedette.web.snapshot import Form, Snapshot


def columns(snapshot: Snapshot) -> dict[str, Any]:
    """Give one list a column, a value a row; texts as {values, codes}: a code is a place in values, null unknown."""
    forms = snapshot.forms
    texts: dict[str, Callable[[Form], str | None]] = {
        **{name: lambda form, name=name: form[name] for name in ("type", "mode", "status", "grade")},  # type: ignore[misc]
        "place": lambda form: form["place"]["name"],
        "country": lambda form: form["place"]["country"],
        "adm1": lambda form: form["place"]["adm1"],
        "side": lambda form: side(form["actors"]),
        "against": lambda form: side(form["targets"]),
    }
    plain: dict[str, Callable[[Form], Any]] = {
        "ids": lambda form: form["incident_id"],
        "from": lambda form: form["from"],
        "to": lambda form: form["to"],
        "date_precision": lambda form: form["date_precision"],
        "lat": lambda form: form["place"]["lat"],
        "lon": lambda form: form["place"]["lon"],
        "precision": lambda form: form["place"]["precision"],
        **{
            f"{toll}_{bound}": lambda form, toll=toll, bound=bound: form[toll][bound] if form[toll] else None  # type: ignore[misc]
            for toll in ("killed", "injured")
            for bound in ("low", "best", "high")
        },
        "origins": lambda form: form["independent_origins"],
        "confidence": lambda form: form["confidence"],
        **{
            name: lambda form, name=name: int(form[name])  # type: ignore[misc]
            for name in ("statement", "reviewed", "aggregate", "background")
        },
        "summary": lambda form: form["summary"],
    }
    return {
        "n": len(forms),
        "revision": snapshot.version,
        "as_of": snapshot.as_of,
        **{name: [value(form) for form in forms] for name, value in plain.items()},
        **{name: coded(value(form) for form in forms) for name, value in texts.items()},
        "actors": parties([form["actors"] for form in forms]),
        "targets": parties([form["targets"] for form in forms]),
        "outlets": coded_lists([[ref["outlet"] for ref in form["reports"]] for form in forms]),
    }


def coded(values: Iterable[str | None]) -> dict[str, Any]:
    """Give the different texts, and for each row the place of its own among them."""
    known: dict[str, int] = {}
    codes = [None if value is None else known.setdefault(value, len(known)) for value in values]
    return {"values": list(known), "codes": codes}


def coded_lists(rows: Iterable[Iterable[str | None]]) -> dict[str, Any]:
    """Give the same for rows of several texts, each once a row."""
    known: dict[str, int] = {}
    codes = [list(dict.fromkeys(known.setdefault(one, len(known)) for one in row if one)) for row in rows]
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
