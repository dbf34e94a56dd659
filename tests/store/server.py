"""A PostgreSQL server for tests: on a free port, in a folder of its own, as a user who is not root."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PROGRAMS = Path("/usr/lib/postgresql")
_USERS = ("postgres", "nobody")
_SETTINGS = "-c fsync=off -c full_page_writes=off -c max_connections=30 -c shared_buffers=16MB"


def missing() -> str | None:
    """Say why no server can be started here; None if one can."""
    if _programs() is None:
        return "needs PostgreSQL: apt-get install postgresql"
    if _user() is None and os.geteuid() == 0:
        return "PostgreSQL does not run as root, and this machine has no other user for it"
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "needs the driver psycopg: pip install 'vedette[postgresql]'"
    return None


@contextmanager
def served() -> Iterator[str]:
    """Give the address of a server that lasts as long as the context."""
    folder = Path(tempfile.mkdtemp(prefix="vedette-postgresql-", dir="/tmp"))
    if (user := _user()) is not None:
        shutil.chown(folder, user)
    data, port = folder / "data", _free_port()
    try:
        _call("initdb", "-D", data, "-U", "tester", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        options = f"-p {port} -k {folder} -h 127.0.0.1 {_SETTINGS}"
        _call("pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "-t", "120", "start")
        try:
            yield f"postgresql://tester@127.0.0.1:{port}/postgres"
        finally:
            _call("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _call(program: str, *arguments: object) -> None:
    path = _programs()
    assert path is not None
    user = _user()
    done = subprocess.run(
        [str(path / program), *map(str, arguments)],
        user=user,
        group=pwd.getpwnam(user).pw_gid if user else None,
        extra_groups=[] if user else None,
        cwd="/",
        stdout=subprocess.DEVNULL,  # a pipe would be held open by the server
        stderr=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, f"{program} gave {done.returncode}"


def _programs() -> Path | None:
    """Give the folder of the newest version that is installed, or of the one on the path."""
    found = sorted(_PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    named = shutil.which("initdb")
    return found[-1].parent if found else Path(named).parent if named else None


def _user() -> str | None:
    """Give who runs the server where we are root; None: ourselves."""
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((user for user in _USERS if user in known), None) if os.geteuid() == 0 else None


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])
