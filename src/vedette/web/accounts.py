"""A team's accounts and their sessions, in a file of their own beside the case: who is given the case gets none."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from vedette.model import UsageError
from vedette.web.password import hashed, holds, wants_rehash
from vedette.web.roles import Role

_TABLES = """
create table if not exists users (name text primary key, role text not null, hash text not null, made text not null);
create table if not exists secrets (name text primary key, value blob not null);
create table if not exists sessions (key text primary key, name text not null, made text not null, seen text not null);
"""
_OF_SESSION = """
select users.name, role, users.made, seen, sessions.made as since from sessions join users using (name) where key = ?
"""
IDLE, LONGEST = timedelta(hours=12), timedelta(days=7)
_SEEN = timedelta(minutes=5)  # how often it is written down that a session is in use
_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A member of a team."""

    name: str
    role: Role
    made: datetime


class Accounts:
    """The accounts of a case. Session keys are kept as hashes: who reads the file cannot use them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.exists():
            path.touch(mode=0o600)
        with self._open() as base:
            base.executescript(_TABLES)
        os.chmod(path, 0o600)

    def secret(self) -> bytes:
        """Give the secret that session keys are signed with; it outlives the server, so that sessions do."""
        with self._open() as base:
            base.execute("insert or ignore into secrets values ('sessions', ?)", (secrets.token_bytes(32),))
            return bytes(base.execute("select value from secrets where name = 'sessions'").fetchone()["value"])

    def users(self) -> list[User]:
        """Give all members by name."""
        with self._open() as base:
            return [_user(row) for row in base.execute("select name, role, made from users order by name")]

    def add(self, name: str, password: str, role: Role) -> User:
        """Make an account; raises UsageError for a name that is taken or none, and for a weak password."""
        kept = _name(name)
        with self._open() as base:
            if base.execute("select 1 from users where name = ?", (kept,)).fetchone():
                raise UsageError(f"{kept}: has an account already; change it with: vedette user role, or password")
            base.execute("insert into users values (?, ?, ?, ?)", (kept, role.name, hashed(password), _text(_now())))
        return User(name=kept, role=role, made=_now())

    def remove(self, name: str) -> None:
        """Remove an account and end its sessions; what the person decided stays in the ledger."""
        self._change("delete from users where name = ?", name)

    def set_role(self, name: str, role: Role) -> None:
        """Give an account another role."""
        self._change("update users set role = ? where name = ?", name, role.name)

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password and end its sessions."""
        self._change("update users set hash = ? where name = ?", name, hashed(password))

    def login(self, name: str, password: str) -> User | None:
        """Give the member whose password this is; takes as long for a name that there is not."""
        with self._open() as base:
            row = base.execute("select name, role, made, hash from users where name = ?", (name,)).fetchone()
        if not holds(row["hash"] if row else None, password) or row is None:
            return None
        if wants_rehash(row["hash"]):
            with self._open() as base:
                base.execute("update users set hash = ? where name = ?", (hashed(password), name))
        return _user(row)

    def begin(self, key: str, user: User) -> None:
        """Keep a new session."""
        now = _text(_now())
        with self._open() as base:
            base.execute(
                "delete from sessions where seen < ? or made < ?", (_text(_now() - IDLE), _text(_now() - LONGEST))
            )
            base.execute("insert into sessions values (?, ?, ?, ?)", (_hash(key), user.name, now, now))

    def end(self, key: str) -> None:
        """End a session."""
        with self._open() as base:
            base.execute("delete from sessions where key = ?", (_hash(key),))

    def of_session(self, key: str) -> User | None:
        """Give whose session it is; None when it has ended, or was not used for long."""
        with self._open() as base:
            row = base.execute(_OF_SESSION, (_hash(key),)).fetchone()
            if row is None or row["seen"] < _text(_now() - IDLE) or row["since"] < _text(_now() - LONGEST):
                return None
            if row["seen"] < _text(_now() - _SEEN):
                base.execute("update sessions set seen = ? where key = ?", (_text(_now()), _hash(key)))
        return _user(row)

    def _change(self, statement: str, name: str, *values: str) -> None:
        """Change one account and end its sessions."""
        with self._open() as base:
            if base.execute(statement, (*values, name)).rowcount == 0:
                raise UsageError(f"{name}: has no account; `vedette user list` shows all")
            base.execute("delete from sessions where name = ?", (name,))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=10)) as base, base:
                base.row_factory = sqlite3.Row
                yield base
        except sqlite3.DatabaseError as error:
            raise UsageError(f"{self.path}: cannot be used as a file of accounts ({error}); name another") from error


def _user(row: sqlite3.Row) -> User:
    return User(name=row["name"], role=Role[row["role"]], made=datetime.fromisoformat(row["made"]))


def _name(given: str) -> str:
    kept = " ".join(given.split())
    if not kept or len(kept) > _NAME or not kept.isprintable():
        raise UsageError(f"a name has 1 to {_NAME} letters; give another")
    return kept


def _hash(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC)


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
