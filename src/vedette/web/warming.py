"""Making ready, ahead of being asked, what the first to come would have to wait for."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event, Thread

from vedette.model import VedetteError
from vedette.web.shelf import Shelf
from vedette.web.snapshot import Snapshot

_LOOK = 5.0  # seconds between looks at whether the case has changed
_BREATH, _PAUSE = 5, 0.002  # rows made in one go, and the seconds then left to who has come already


class Warmer:
    """A thread that keeps the present snapshot warm: its rows, its incidents, and then each of the tasks."""

    def __init__(self, shelf: Shelf, tasks: Sequence[Callable[[Snapshot], object]] = ()) -> None:
        self._shelf, self._tasks, self._end = shelf, tasks, Event()

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
                    self._warm(snapshot)
                    warm = snapshot
            self._end.wait(_LOOK)

    def _warm(self, snapshot: Snapshot) -> None:
        for number in range(len(snapshot)):
            snapshot.row(number)
            if number % _BREATH == 0 and self._end.wait(_PAUSE):
                return
        for task in (lambda held: held.incidents, *self._tasks):
            if not self._end.is_set():
                task(snapshot)
