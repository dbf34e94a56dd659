"""Connections to the database of a case, with transactions that hold what they promise."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

WAIT = 10.0  # seconds to wait for another writer
_WRITES = "vedette_writes"


def engine_of(path_or_url: str, *, read_only: bool = False) -> Engine:
    """Give an engine for a path (SQLite) or a database address (PostgreSQL)."""
    if "://" in path_or_url:
        return create_engine(path_or_url)
    mode = "?mode=ro" if read_only else ""
    uri = Path(path_or_url).absolute().as_uri() + mode
    engine = create_engine(
        URL.create("sqlite", database=path_or_url),
        creator=lambda: sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False),
    )
    event.listen(engine, "connect", _prepare_read_only if read_only else _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """Give the same engine for transactions that write: they take the write lock at once, or wait for it."""
    return engine.execution_options(**{_WRITES: True})


def _prepare(connection: Any, _record: object) -> None:
    """WAL lets people read while a run adds; FULL makes what is committed outlive a power cut."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_read_only(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA query_only=ON")


def _begin(connection: Connection) -> None:
    """Begin by hand: the driver's own way leaves table definitions outside of transactions."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
