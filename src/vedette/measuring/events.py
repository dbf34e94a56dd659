"""The noun that reactions are fitted to: who acted when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vedette.model.errors import UsageError

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """Acts in order of time on [0, end]: `times`, the index of each actor, and a mark of each (None: all alike)."""

    times: Floats
    actors: Ints
    names: tuple[str, ...]
    end: float
    marks: Floats | None = None

    @property
    def counts(self) -> Ints:
        """Acts of each actor."""
        return np.bincount(self.actors, minlength=len(self.names)).astype(np.int64)

    def until(self, n: int) -> Events:
        """Take the first `n` events, as if the record ended with the last of them."""
        if n >= len(self.times):
            return self
        marks = None if self.marks is None else self.marks[:n]
        return Events(
            times=self.times[:n], actors=self.actors[:n], names=self.names, end=float(self.times[n - 1]), marks=marks
        )


def events(
    times: ArrayLike,
    actors: Sequence[Any] | NDArray[Any] | None = None,
    *,
    end: float | None = None,
    start: float = 0.0,
    marks: ArrayLike | None = None,
    names: Sequence[Any] | None = None,
) -> Events:
    """Make Events of loose columns: sorts them, counts time from `start`, refuses what cannot be measured.

    `end` is when watching ended (default: the last act). `names` gives the order of the actors (default: sorted).
    """
    at = np.asarray(times, dtype=np.float64).ravel()
    who = np.zeros(len(at), dtype=np.int64) if actors is None else np.asarray(actors).ravel()
    if len(who) != len(at):
        raise UsageError(f"events: {len(at)} times but {len(who)} actors; give one actor to each time")
    last = float(at.max()) if end is None and len(at) else float(end or 0.0)
    _check(at, start=start, end=last)
    known = list(names) if names is not None else sorted(set(who.tolist()))
    if strange := sorted(set(who.tolist()) - set(known), key=str):
        raise UsageError(f"events: actor {strange[0]!r} is not among the names given")
    order = np.argsort(at, kind="stable")
    index = {name: place for place, name in enumerate(known)}
    return Events(
        times=at[order] - start,
        actors=np.array([index[name] for name in who[order].tolist()], dtype=np.int64),
        names=tuple(str(name) for name in known),
        end=last - start,
        marks=None if marks is None else _marks(marks, len(at))[order],
    )


def _check(at: Floats, *, start: float, end: float) -> None:
    if not len(at):
        raise UsageError("events: there are none; nothing can be measured")
    if not np.isfinite(at).all():
        raise UsageError("events: a time is missing or infinite; leave such acts out")
    if at.min() < start or at.max() > end or end <= start:
        raise UsageError(f"events: times from {at.min():g} to {at.max():g} do not lie within {start:g} to {end:g}")


def _marks(marks: ArrayLike, n: int) -> Floats:
    made = np.asarray(marks, dtype=np.float64).ravel()
    if len(made) != n or not np.isfinite(made).all():
        raise UsageError(f"events: {len(made)} marks for {n} acts, or one missing; give one finite mark to each act")
    return made
