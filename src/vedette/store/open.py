"""Opening a case, and refusing what is none without touching it."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Engine, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from vedette.linking.kin import Actors
from vedette.model import CaseError
from vedette.store.case import Case
from vedette.store.engine import engine_of, writing
from vedette.store.problems import told
from vedette.store.tables import APPLICATION, SCHEMA, meta, metadata

_MAGIC = b"SQLite format 3\x00"


def open_case(path_or_url: str | os.PathLike[str], *, create: bool = False,
              registry: Actors | None = None) -> Case:
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
        _check(engine, name)
    return Case(engine, name=name, read_only=read_only, registry=registry)


def _is_fresh(path: Path, create: bool) -> bool:
    """Say whether a new case is to be made at `path`; look at what is there without opening it as ours."""
    if path.is_dir():
        raise CaseError(f"{path}: is a folder; give the path of a case file")
    if not path.exists() or path.stat().st_size == 0:
        if not create:
            raise CaseError(f"{path}: there is no case; make one with: vedette add {path} SOURCE")
        if not path.absolute().parent.is_dir():
            raise CaseError(f"{path}: the folder {path.absolute().parent} does not exist; make it first")
        return True
    with path.open("rb") as file:
        if file.read(16) != _MAGIC:
            raise CaseError(f"{path}: is not a case (not an SQLite database); give another path")
    return _has_no_tables(path) and create


def _has_no_tables(path: Path) -> bool:
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
        try:
            tables = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
            if tables and "meta" not in tables:
                raise CaseError(f"{path}: is a database of another program; give another path")
            return not tables
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise CaseError(f"{path}: cannot be read as a case ({error}); give another path") from error


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def _make(engine: Engine, name: str) -> None:
    """Make all tables and say whose they are, in one transaction."""
    with writing(engine).begin() as connection:
        metadata.create_all(connection)
        if connection.execute(select(meta.c.key).limit(1)).first() is None:
            connection.execute(meta.insert(), [
                {"key": "application", "value": APPLICATION}, {"key": "schema", "value": str(SCHEMA)},
                {"key": "said", "value": "0"}, {"key": "linked", "value": "0"},
            ])


def _check(engine: Engine, name: str) -> None:
    """Refuse what is not a case of a version that we know."""
    try:
        with engine.connect() as connection:
            known = {row.key: row.value for row in connection.execute(select(meta.c.key, meta.c.value))}
    except SQLAlchemyError as error:
        if "no such table" in str(error) or "no such column" in str(error) or "does not exist" in str(error):
            raise CaseError(f"{name}: is a database of another program; give another path") from error
        raise
    if known.get("application") != APPLICATION:
        raise CaseError(f"{name}: is a database of another program; give another path")
    if int(known["schema"]) > SCHEMA:
        raise CaseError(f"{name}: was made by a newer version of Vedette (schema {known['schema']}, this one knows "
                        f"{SCHEMA}); update Vedette")
