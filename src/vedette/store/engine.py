"""Connections to the database of a case, with transactions that hold what they promise."""

import re
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from vedette.model import CaseError

WAIT = 10.0  # seconds to wait for another writer
_WRITES = "vedette_writes"
_SERVERS = frozenset({"postgresql", "postgres", "postgresql+psycopg"})
_USUAL = "public"
_SCHEMA_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_LOCK = "SELECT pg_advisory_xact_lock(hashtext('vedette case'), hashtext(current_setting('search_path')))"


def on_server(path_or_url: str) -> bool:
    """Say whether a case is named by a database address; a path it is otherwise."""
    return "://" in path_or_url


def engine_of(path_or_url: str, *, read_only: bool = False) -> Engine:
    """Give an engine for a path (SQLite) or a database address (PostgreSQL).

    An address may name the schema that holds the case: "postgresql://user@host/base?schema=sahel"; "public" unless it
    does. Raises CaseError for an address that is none.
    """
    return _server(path_or_url) if on_server(path_or_url) else _file(path_or_url, read_only=read_only)


def shown(path_or_url: str) -> str:
    """Give the name of a case as it may be printed: an address without its password."""
    if not on_server(path_or_url):
        return path_or_url
    address(path_or_url)  # refuses what is none
    return make_url(path_or_url).render_as_string(hide_password=True)


def title(path_or_url: str) -> str:
    """Give what a case is called where there is little room: its file, or its schema, or its database."""
    if not on_server(path_or_url):
        return Path(path_or_url).name
    whole, schema = address(path_or_url)
    return schema if schema != _USUAL else whole.database or schema


def address(url: str) -> tuple[URL, str]:
    """Give the address without its schema, and the schema; raises CaseError."""
    try:
        whole = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise CaseError("the address of the database cannot be read; write postgresql://user@host/database") from error
    if whole.drivername not in _SERVERS:
        raise CaseError(
            f"{whole.drivername}://: cases are kept in SQLite files (give the path alone) or on PostgreSQL "
            "(postgresql://user@host/database)"
        )
    schema = whole.query.get("schema", _USUAL)
    if not isinstance(schema, str) or not _SCHEMA_NAME.fullmatch(schema):
        raise CaseError(f"{schema}: is no name for a schema; take small letters, digits and _, a letter first")
    return whole.set(drivername="postgresql+psycopg").difference_update_query(["schema"]), schema


def writing(engine: Engine) -> Engine:
    """Give the same engine for transactions that write: they take the write lock at once, or wait for it."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{_WRITES: True})
    # A writer has to see what the one that it waited for has committed.
    return engine.execution_options(isolation_level="READ COMMITTED", **{_WRITES: True})


def without_trace(path: Path) -> str:
    """Give an address for reading that leaves no file behind, as in a folder where none can be made.

    Without a log beside it the file is whole and need not be locked.
    """
    alone = not path.with_name(path.name + "-wal").exists()
    return f"{path.absolute().as_uri()}?mode=ro" + ("&immutable=1" if alone else "")


def _file(path: str, *, read_only: bool) -> Engine:
    def connected() -> sqlite3.Connection:
        uri = without_trace(Path(path)) if read_only else Path(path).absolute().as_uri()
        return sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)

    engine = create_engine(URL.create("sqlite", database=path), creator=connected)
    event.listen(engine, "connect", _prepare_read_only if read_only else _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _server(url: str) -> Engine:
    """Readers see one moment of the case, whoever writes meanwhile."""
    plain, schema = address(url)
    options = f"-c search_path={schema} -c lock_timeout={int(WAIT * 1000)} -c client_min_messages=warning"
    try:
        engine = create_engine(
            plain, isolation_level="REPEATABLE READ", connect_args={"options": options, "connect_timeout": int(WAIT)}
        )
    except ModuleNotFoundError as error:
        raise CaseError(
            "cases on PostgreSQL need the driver psycopg; install it with: pip install 'vedette[postgresql]'"
        ) from error
    event.listen(engine, "begin", _lock)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    """WAL lets people read while a run adds; FULL makes what is committed outlive a power cut."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_read_only(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA query_only=ON")


def _begin(connection: Connection) -> None:
    """Begin by hand: the driver's own way leaves table definitions outside of transactions."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _lock(connection: Connection) -> None:
    """Let one writer at a time into a case, as SQLite does."""
    if _writes(connection):
        connection.exec_driver_sql(_LOCK)


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get(_WRITES, False))
