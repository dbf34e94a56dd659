"""Opening a case, and refusing what is none without touching it."""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, inspect, select

from vedette.linking.kin import Actors
from vedette.model import CaseError
from vedette.store.case import Case
from vedette.store.engine import address, engine_of, on_server, shown, without_trace
from vedette.store.problems import told
from vedette.store.tables import APPLICATION, SCHEMA, meta

_MAGIC = b"SQLite format 3\x00"


def open_case(path_or_url: str | os.PathLike[str], *, create: bool = False, registry: Actors | None = None) -> Case:
    """Open the case at a path (an SQLite file) or a database address ("postgresql://user@host/base?schema=name").

    With `create` a case that does not exist is made. A case of an older version of Vedette is brought up to date.
    Raises CaseError, and changes nothing, when there is none, when what is there is not a case, when it is of a newer
    version, or when it cannot be opened. A case that cannot be written opens for reading. `registry` tells linking who
    belongs to whom: vedette's own unless given.
    """
    name = str(path_or_url)
    if on_server(name):
        return _on_server(name, create=create, registry=registry)
    path = Path(name)
    held = _schema_at(path, create)
    read_only = held is not None and not _writable(path)
    if read_only and held != SCHEMA:
        raise CaseError(f"{name}: is of an older version of Vedette; open it once where it can be written")
    engine = engine_of(name, read_only=read_only)
    with told(name):
        _bring_up(engine, held)
    return Case(engine, name=name, read_only=read_only, registry=registry)


def _on_server(url: str, *, create: bool, registry: Actors | None) -> Case:
    engine, name = engine_of(url), shown(url)
    _, schema = address(url)
    with told(name):
        held = _schema_on_server(engine, schema, name)
        if held is None and not create:
            raise CaseError(f"{name}: there is no case; make one with: vedette add {name} SOURCE")
        _bring_up(engine, held, schema=schema)
    return Case(engine, name=name, address=url, registry=registry)


def _bring_up(engine: Engine, held: int | None, *, schema: str | None = None) -> None:
    """Make the tables of a new case, or bring those of an older one up to date."""
    if held == SCHEMA:
        return
    from vedette.store import migrating  # here: alembic takes a while to load, and hardly any call needs it

    if held is None:
        migrating.make(engine, schema=schema)
    else:
        migrating.migrate(engine)


def _schema_on_server(engine: Engine, schema: str, name: str) -> int | None:
    """Give the version of the case in a schema, None where the schema is empty or missing; refuse what is not ours."""
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names(schema=schema)
        if "meta" in tables:
            return _version({row.key: row.value for row in connection.execute(select(meta.c.key, meta.c.value))}, name)
    if tables:
        raise CaseError(f"{name}: the schema {schema} holds tables of another program; name another: ?schema=NAME")
    return None


def _schema_at(path: Path, create: bool) -> int | None:
    """Give the version of the case at `path`, None where one is to be made; look without opening it as ours."""
    if path.is_dir():
        raise CaseError(f"{path}: is a folder; give the path of a case file")
    if not path.exists() or path.stat().st_size == 0:
        if not create:
            raise CaseError(
                f"{path}: there is no case; make one with: vedette add {path} SOURCE "
                "(from Python: vedette.open(path, create=True))"
            )
        if not path.absolute().parent.is_dir():
            raise CaseError(f"{path}: the folder {path.absolute().parent} does not exist; make it first")
        return None
    with path.open("rb") as file:
        if file.read(16) != _MAGIC:
            raise CaseError(f"{path}: is not a case (not an SQLite database); give another path")
    held = _look(path)
    if held is None and not create:
        raise CaseError(f"{path}: is an empty database; make a case of it with: vedette add {path} SOURCE")
    return held


def _look(path: Path) -> int | None:
    """Give the version of a case, None for a database without tables; refuse one that is not ours.

    Read-only: opening it as ours changes it.
    """
    try:
        with closing(sqlite3.connect(without_trace(path), uri=True, timeout=5)) as connection:
            tables = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
            if "meta" in tables:
                return _version(dict(connection.execute("select key, value from meta")), str(path))
    except sqlite3.DatabaseError as error:
        raise CaseError(f"{path}: cannot be read as a case ({error}); give another path") from error
    if tables:
        raise CaseError(f"{path}: is a database of another program; give another path")
    return None


def _version(known: Mapping[str, str], name: str) -> int:
    """Give the version that a case says of itself; refuse what is no case, or of a version that we do not know."""
    if known.get("application") != APPLICATION or not known.get("schema", "").isdecimal():
        raise CaseError(f"{name}: is a database of another program; give another path")
    if int(known["schema"]) > SCHEMA:
        raise CaseError(
            f"{name}: was made by a newer version of Vedette (schema {known['schema']}, this one knows "
            f"{SCHEMA}); update Vedette"
        )
    return int(known["schema"])


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
