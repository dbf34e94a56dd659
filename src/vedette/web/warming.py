"""Making ready, ahead of being asked, what the first to come would have to wait for."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from threading import Event, Thread

from vedette.model import VedetteError
from vedette.web.choose import prepare
from vedette.web.shelf import Shelf
from vedette.web.snapshot import Snapshot

Task = Callable[[Snapshot], object]
_LOOK = 5.0  # seconds between looks at whether the case has changed
_BREATH, _PAUSE = 5, 0.002  # rows made in one go, and the seconds then left to who has come already
_QUIET, _MOST = 0.05, 0.5  # seconds since somebody asked after which we go on; seconds after which we do anyway


class Warmer:
    """A thread that keeps the present snapshot warm: what is asked for `first`, its rows and incidents, then the rest
    (`last`). `begun` is called when what is asked for first is there, or could not be made."""

    def __init__(
        self, shelf: Shelf, first: Sequence[Task] = (), last: Sequence[Task] = (), *, begun: Callable[[], None]
    ) -> None:
        self._shelf, self._first, self._last, self._begun = shelf, first, last, begun
        self._end = Event()

    def start(self) -> None:
        """Begin."""
        Thread(target=self._work, name="warming", daemon=True).start()

    def stop(self) -> None:
        """Begin nothing more."""
        self._end.set()

    def _work(self) -> None:
        warm: Snapshot | None = None
        while not self._end.is_set():
            with suppress(VedetteError):  # who asks for it is told
                snapshot = self._shelf.take()
                if snapshot is not warm:
                    self._warm(snapshot, begun=warm is None)
                    warm = snapshot
            self._end.wait(_LOOK)

    def _warm(self, snapshot: Snapshot, *, begun: bool) -> None:
        try:
            self._do(self._first, snapshot)
        finally:
            if begun:
                self._begun()
        if all(self._breathe() for _ in chain(prepare(snapshot), _rows(snapshot))):
            self._do((lambda held: held.incidents, *self._last), snapshot)

    def _do(self, tasks: Sequence[Task], snapshot: Snapshot) -> None:
        for task in tasks:
            with suppress(VedetteError):  # who asks for it is told
                if not self._end.is_set():
                    task(snapshot)

    def _breathe(self) -> bool:
        """Let those who ask go first; say whether to go on."""
        until = time.monotonic() + _MOST
        return not any(self._end.wait(pause) for pause in self._pauses(until))

    def _pauses(self, until: float) -> Iterator[float]:
        yield _PAUSE
        while time.monotonic() < min(until, self._shelf.asked + _QUIET):
            yield _QUIET / 5


def _rows(snapshot: Snapshot) -> Iterator[None]:
    for number in range(len(snapshot)):
        snapshot.row(number)
        snapshot.incident(number)
        if number % _BREATH == 0:
            yield
