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
from vedette.store.engine import engine_of, writing
from vedette.store.problems import told
from vedette.store.tables import APPLICATION, SCHEMA, meta, metadata

_MAGIC = b"SQLite format 3\x00"


def open_case(path_or_url: str | os.PathLike[str], *, create: bool = False, registry: Actors | None = None) -> Case:
    """Open the case at a path (an SQLite file) or a database address ("postgresql+psycopg://...").

    With `create` a case that does not exist is made. Raises CaseError, and changes nothing, when there is none, when
    the file is not a case, when it is of a newer version of Vedette, or when it cannot be opened. A case that cannot
    be written opens for reading. `registry` tells linking who belongs to whom: vedette's own unless given.
    """
    name = str(path_or_url)
    remote = "://" in name
    fresh = False if remote else _is_fresh(Path(name), create)
    read_only = not (remote or fresh or _writable(Path(name)))
    engine = engine_of(name, read_only=read_only)
    with told(name):
        if fresh or (remote and create and not inspect(engine).has_table("meta")):
            _make(engine, name)
        if remote:
            _check(engine, name)
    return Case(engine, name=name, read_only=read_only, registry=registry)


def _is_fresh(path: Path, create: bool) -> bool:
    """Say whether a new case is to be made at `path`; look at what is there without opening it as ours."""
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
        return True
    with path.open("rb") as file:
        if file.read(16) != _MAGIC:
            raise CaseError(f"{path}: is not a case (not an SQLite database); give another path")
    return _look(path) and create


def _look(path: Path) -> bool:
    """Say whether a database has no tables; refuse one that is not ours. Read-only: opening it as ours changes it."""
    try:
        with closing(sqlite3.connect(_for_a_look(path), uri=True, timeout=5)) as connection:
            tables = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
            if "meta" in tables:
                _refuse(dict(connection.execute("select key, value from meta")), str(path))
    except sqlite3.DatabaseError as error:
        raise CaseError(f"{path}: cannot be read as a case ({error}); give another path") from error
    if tables and "meta" not in tables:
        raise CaseError(f"{path}: is a database of another program; give another path")
    return not tables


def _for_a_look(path: Path) -> str:
    """Give an address that leaves no trace: without a log beside it, the file is whole and need not be locked."""
    alone = not path.with_name(path.name + "-wal").exists()
    return f"{path.absolute().as_uri()}?mode=ro" + ("&immutable=1" if alone else "")


def _refuse(known: Mapping[str, str], name: str) -> None:
    """Refuse what is not a case of a version that we know."""
    if known.get("application") != APPLICATION:
        raise CaseError(f"{name}: is a database of another program; give another path")
    if int(known["schema"]) > SCHEMA:
        raise CaseError(
            f"{name}: was made by a newer version of Vedette (schema {known['schema']}, this one knows "
            f"{SCHEMA}); update Vedette"
        )


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def _make(engine: Engine, name: str) -> None:
    """Make all tables and say whose they are, in one transaction."""
    with writing(engine).begin() as connection:
        metadata.create_all(connection)
        if connection.execute(select(meta.c.key).limit(1)).first() is None:
            connection.execute(
                meta.insert(),
                [
                    {"key": "application", "value": APPLICATION},
                    {"key": "schema", "value": str(SCHEMA)},
                    {"key": "said", "value": "0"},
                    {"key": "linked", "value": "0"},
                ],
            )


def _check(engine: Engine, name: str) -> None:
    """Refuse a database on a server that is not a case."""
    if not inspect(engine).has_table("meta"):
        raise CaseError(f"{name}: there is no case; make one with: vedette add {name} SOURCE")
    with engine.connect() as connection:
        _refuse({row.key: row.value for row in connection.execute(select(meta.c.key, meta.c.value))}, name)
