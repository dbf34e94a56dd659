"""Snapshots at hand: the present one, and those of the past days asked for last."""

import threading
import time
from collections import OrderedDict, defaultdict
from datetime import date
from threading import Lock, RLock

from starlette.concurrency import run_in_threadpool

from vedette.store import Case, aside
from vedette.web.library import Library
from vedette.web.snapshot import Snapshot

_FRESH = 0.2  # seconds for which the case is not asked again whether it has changed
_SETTLED = 20.0  # seconds without a new report after which what a run left unlinked is linked
_FIRST = 3600.0  # seconds to wait for linking before anything can be served
_PAST = 4  # snapshots of past days


class Shelf:
    """Gives snapshots of a case; makes each only once, and again when the case has changed."""

    def __init__(self, case: Case) -> None:
        self.case, self.reader = case, case.reader()
        self.library = Library(self.reader)
        self._making, self._made = defaultdict[date | None, RLock](RLock), OrderedDict[date | None, Snapshot]()
        self.asked = 0.0  # the moment when somebody asked last
        self._asked, self._version, self._said, self._since = 0.0, -1, -1, 0.0
        self._mark: int | None = None
        self._asking, self._linking, self._putting, self._linker = Lock(), Lock(), Lock(), threading.Event()
        self._linker.set()

    async def snapshot(self, as_of: date | None = None) -> Snapshot:
        """Give the snapshot of the end of a day, or of now; waits in a thread of its own where it has to be made."""
        self.asked = time.monotonic()
        found = self._made.get(as_of)
        if found is not None and found.version == self._version and self._fresh():
            return found
        return await run_in_threadpool(self.take, as_of)

    def take(self, as_of: date | None = None) -> Snapshot:
        """Give the same, from a thread that may wait."""
        version = self._present()
        found = self._made.get(as_of)
        if found is None or found.version != version:
            with self._making[as_of]:  # who asks for another day does not wait
                found = self._made.get(as_of)
                if found is None or found.version != version:
                    before = self._made.get(None) if as_of and self.reader.leaves_nothing_out(as_of) else found
                    found = self._put(as_of, self._make(version, as_of, before))
        return found

    def _make(self, version: int, as_of: date | None, before: Snapshot | None) -> Snapshot:
        return Snapshot(self.reader, version=version, as_of=as_of, library=self.library, before=before)

    def look(self) -> None:
        """Ask the case at the next call whether it has changed."""
        self._asked, self._mark = 0.0, None

    def _put(self, as_of: date | None, made: Snapshot) -> Snapshot:
        with self._putting:
            self._made[as_of] = made
            self._made.move_to_end(as_of)
            past = [day for day in self._made if day is not None]
            for day in past[:-_PAST]:
                del self._made[day]
        return made

    def relink(self, *, patience: float) -> bool:
        """Link what was said since the last time, in a thread; say whether that was done within some seconds."""
        said, linked, _ = self.case.versions()
        if said == linked:
            return True
        with self._linking:
            if self._linker.is_set():
                self._linker = threading.Event()
                threading.Thread(target=self._link, args=(self._linker,), name="linking", daemon=True).start()
            done = self._linker
        return done.wait(patience)

    def _link(self, done: threading.Event) -> None:
        try:
            many = self.case.counts()["reports"] > aside.MANY
            if not (many and aside.aside("link", self.case.address)):
                self.case.link()
        finally:
            self.look()
            done.set()

    def _fresh(self) -> bool:
        """Say whether the case is as it was when it was asked last: nobody has written, or there was no time to."""
        if self._mark is not None:
            return self.case.mark() == self._mark
        return time.monotonic() - self._asked < _FRESH

    def _present(self) -> int:
        """Give the version of now: it grows as the case is linked and as people decide. What a run left unlinked is
        linked once nothing more comes; meanwhile what is linked is served."""
        with self._asking:  # who comes meanwhile takes the same answer
            return self._version if self._fresh() else self._ask()

    def _ask(self) -> int:
        mark, (said, linked, decided) = self.case.mark(), self.case.versions()
        if said != self._said:
            self._said, self._since = said, time.monotonic()
        if said != linked and not self.case.read_only and self._may_link():
            self.relink(patience=_FIRST if None not in self._made else 0)
            said, linked, decided = self.case.versions()
        self._version, self._asked = linked + decided, time.monotonic()
        self._mark = mark if said == linked else None  # what waits to be linked changes without being written to
        return self._version

    def _may_link(self) -> bool:
        """Say whether no run is at work: one that is links at its end, and one that was cut off says nothing more."""
        return not self.case.unfinished() or time.monotonic() - self._since > _SETTLED
