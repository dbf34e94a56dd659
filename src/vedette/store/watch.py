"""Whether anybody has written to a case: asked often, and answered without reading anything."""

import sqlite3
from contextlib import suppress
from threading import Lock
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError


class Watch:
    """A connection that only looks at the counter that SQLite keeps of what others commit; threads may share it."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._lock = engine, Lock()
        self._looking: Any = None

    def mark(self) -> int | None:
        """Give a number that is another one once anybody, here or in another process, has written; None where that
        cannot be said at once."""
        if self._engine.dialect.name != "sqlite":
            return None
        with self._lock, suppress(sqlite3.Error, SQLAlchemyError):
            if self._looking is None:
                self._looking = self._opened()
            return int(self._looking.execute("PRAGMA data_version").fetchone()[0])
        return None

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            looking, self._looking = self._looking, None
            if looking is not None:
                looking.close()

    def _opened(self) -> Any:
        """Take a connection out of the pool for good; it never waits for a writer."""
        taken = self._engine.raw_connection()
        taken.detach()
        found: Any = taken.dbapi_connection
        found.execute("PRAGMA busy_timeout=0")
        return found
