"""How often somebody may try."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

_KEYS = 10_000  # remembered; those that tried longest ago are forgotten first


class Limiter:
    """Lets a key try `most` times in `seconds`."""

    def __init__(self, most: int, seconds: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._tries, self._lock = OrderedDict[str, deque[float]](), Lock()

    def wait(self, key: str) -> float:
        """Give how many seconds a key has to wait before it may try again; 0: not at all."""
        with self._lock:
            tries = self._recent(key)
            return max(0.0, tries[0] + self._seconds - self._clock()) if len(tries) >= self._most else 0.0

    def note(self, key: str) -> None:
        """Remember a try."""
        with self._lock:
            self._recent(key).append(self._clock())
            while len(self._tries) > _KEYS:
                self._tries.popitem(last=False)

    def forget(self, key: str) -> None:
        """Forget the tries of a key."""
        with self._lock:
            self._tries.pop(key, None)

    def _recent(self, key: str) -> deque[float]:
        tries = self._tries.setdefault(key, deque())
        self._tries.move_to_end(key)
        while tries and tries[0] <= self._clock() - self._seconds:
            tries.popleft()
        return tries
