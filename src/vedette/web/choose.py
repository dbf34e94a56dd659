"""Incidents chosen and ordered: each filter is a mask over all rows, kept for the next time it is asked."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vedette.linking.grade import GRADES
from vedette.web.asked import ORDERS, Asked
from vedette.web.sides import struck
from vedette.web.snapshot import Form, Snapshot

Mask = NDArray[np.bool_]
Values = Callable[[Form], Iterable[str]]
_NAMED = ("actor", "target", "place", "outlet")
_MASKS = 400  # kept of one snapshot
_EXACT: dict[str, Callable[[Form], Any]] = {
    "type": lambda form: form["type"],
    "mode": lambda form: form["mode"],
    "status": lambda form: form["status"],
    "grade": lambda form: form["grade"],
    "country": lambda form: form["place"]["country"],
    "direction": struck,
}


def chosen(snapshot: Snapshot, asked: Asked) -> NDArray[np.int64]:
    """Give the numbers of the rows that are asked for, in the order asked for."""
    asked.check()
    name, reverse = asked.order()
    order = _ordered(snapshot, name)
    kept = order[_mask(snapshot, asked)[order]]
    return kept[::-1] if reverse else kept


def prepare(snapshot: Snapshot) -> Iterator[None]:
    """Make ready what the filters and orders ask of all rows, a step at a time."""
    for name in ORDERS:
        _ordered(snapshot, name)
        yield
    for name in _EXACT:
        _is(snapshot, name, "")
        yield
    for name in _NAMED:
        _names(snapshot, name, "")
        yield
    _bounds(snapshot)
    yield


def _ordered(snapshot: Snapshot, name: str) -> NDArray[np.int64]:
    return snapshot.once(f"order {name}", lambda one: _order(one, name))


def _mask(snapshot: Snapshot, asked: Asked) -> Mask:
    mask = np.ones(len(snapshot), dtype=np.bool_)
    for name in _EXACT:
        if values := asked.listed(name):
            mask = mask & _any(snapshot, name, values, _is)
    for name in _NAMED:
        if values := asked.listed(name):
            mask = mask & _any(snapshot, name, values, _names)
    if values := asked.listed("select"):
        mask = mask & np.isin(np.arange(len(snapshot)), [snapshot.at[one] for one in values if one in snapshot.at])
    if words := asked.text.casefold().split():
        for word in words:
            mask = mask & _kept(snapshot, f"text {word}", lambda one, word=word: _holding(one, word))  # type: ignore[misc]
    return mask & _flags(snapshot, asked) & _days(snapshot, asked.from_, asked.to)


def _any(snapshot: Snapshot, name: str, values: tuple[str, ...], test: Callable[[Snapshot, str, str], Mask]) -> Mask:
    masks = [_kept(snapshot, f"{name} {value}", lambda one, value=value: test(one, name, value)) for value in values]  # type: ignore[misc]
    found: Mask = np.logical_or.reduce(masks)
    return found


def _kept(snapshot: Snapshot, key: str, make: Callable[[Snapshot], Mask]) -> Mask:
    """Remember the masks made; forget all where too many words have been looked for."""
    masks = snapshot.once("masks", lambda _: dict[str, Mask]())
    found = masks.get(key)
    if found is None:
        if len(masks) >= _MASKS:
            masks.clear()
        found = masks[key] = make(snapshot)
    return found


def _is(snapshot: Snapshot, name: str, value: str) -> Mask:
    of = _EXACT[name]
    texts, codes = snapshot.once(
        f"column {name}", lambda one: _distinct(str(of(form) or "").casefold() for form in one.forms)
    )
    return np.array([held == value for held in texts], dtype=np.bool_)[codes]


def _names(snapshot: Snapshot, name: str, value: str) -> Mask:
    texts, codes = snapshot.once(f"names {name}", lambda one: _distinct(_lines(form, name) for form in one.forms))
    wanted = f"\n{value}\n" if ":" in value else value
    return np.array([wanted in text for text in texts], dtype=np.bool_)[codes]


def _lines(form: Form, name: str) -> str:
    return "".join(f"\n{one}\n" for one in _named(form, name))


def _distinct(values: Iterable[str]) -> tuple[list[str], NDArray[np.int64]]:
    """Give the different values, and the place of each row's among them: the same few names come again and again."""
    known: dict[str, int] = {}
    codes = [known.setdefault(value, len(known)) for value in values]
    return list(known), np.array(codes, dtype=np.int64)


def _named(form: Form, name: str) -> tuple[str, ...]:
    if name == "outlet":
        found = [ref["outlet"] for ref in form["reports"]]
    elif name == "place":
        found = [form["place"][key] for key in ("name", "adm1", "text")]
    else:
        found = [party[key] for party in form[f"{name}s"] for key in ("actor_id", "name", "text")]
    return tuple(dict.fromkeys(one.casefold() for one in found if one))


def _holding(snapshot: Snapshot, word: str) -> Mask:
    texts = snapshot.once("texts", lambda one: [_text(form) for form in one.forms])
    return np.fromiter((word in text for text in texts), dtype=np.bool_, count=len(texts))


def _text(form: Form) -> str:
    names = (one for name in ("actor", "target", "place", "outlet") for one in _named(form, name))
    return "\n".join([form["summary"].casefold(), form["incident_id"], *names, *map(str.casefold, form["weapons"])])


def _flags(snapshot: Snapshot, asked: Asked) -> Mask:
    mask = np.ones(len(snapshot), dtype=np.bool_)
    if asked.reviewed is not None:
        mask &= _column(snapshot, "reviewed", lambda form: form["reviewed"]) == asked.reviewed
    if asked.statements is not None:
        mask &= _column(snapshot, "statement", lambda form: form["statement"]) == asked.statements
    if asked.background is False:
        mask &= _column(snapshot, "told", lambda form: form["background"] or form["aggregate"]) == 0
    if asked.killed_min is not None:
        mask &= (
            _column(snapshot, "killed", lambda form: form["killed"]["best"] if form["killed"] else -1)
            >= asked.killed_min
        )
    return mask


def _best(form: Form, toll: str) -> int:
    return int(form[toll]["best"]) if form[toll] else -1


def _days(snapshot: Snapshot, from_: date | None, to: date | None) -> Mask:
    if from_ is None and to is None:
        return np.ones(len(snapshot), dtype=np.bool_)
    first, last = _bounds(snapshot)
    known = (first > 0) | (last < _OPEN)
    return known & (last >= (from_ or date.min).toordinal()) & (first <= (to or date.max).toordinal())


_OPEN = date.max.toordinal()


def _bounds(snapshot: Snapshot) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the first and last days of all rows as ordinals; an open side reaches as far as days go."""
    first = _column(snapshot, "from", lambda form: date.fromisoformat(form["from"]).toordinal() if form["from"] else 0)
    last = _column(snapshot, "to", lambda form: date.fromisoformat(form["to"]).toordinal() if form["to"] else _OPEN)
    return first, last


def _column(snapshot: Snapshot, name: str, value: Callable[[Form], int]) -> NDArray[np.int64]:
    return snapshot.once(
        f"numbers {name}", lambda one: np.fromiter(map(value, one.forms), dtype=np.int64, count=len(one))
    )


_KEYS: dict[str, Callable[[Form], Any]] = {
    "killed": lambda form: _best(form, "killed"),
    "injured": lambda form: _best(form, "injured"),
    "origins": lambda form: form["independent_origins"],
    "confidence": lambda form: form["confidence"],
    "type": lambda form: (form["type"], form["mode"] or ""),
    "status": lambda form: form["status"],
    "place": lambda form: (form["place"]["country"] or "~", form["place"]["name"] or "~"),
    "grade": lambda form: GRADES.index(form["grade"]) if form["grade"] in GRADES else len(GRADES),
    "known": lambda form: str(form["known_from"]),
}


def _order(snapshot: Snapshot, name: str) -> NDArray[np.int64]:
    """Give all row numbers in an order; the rows themselves stand in order of time."""
    if name == "when":
        return np.arange(len(snapshot), dtype=np.int64)
    keys = [_KEYS[name](form) for form in snapshot.forms]
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)
