"""A server for a case: its socket, its settings, and running it."""

import gc
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterable
from dataclasses import replace
from ipaddress import ip_address

import uvicorn

from vedette.model import UsageError
from vedette.web.accounts import Accounts
from vedette.web.app import make_app
from vedette.web.beside import accounts_of, jobs_of
from vedette.web.settings import LOOPBACK, Settings

PORT = 8765
_SWITCH = 0.001  # seconds for which a thread may hold up the one that answers
_LAST = 2  # seconds that open connections get when the server stops


def settings_of(
    case: str, *, host: str, person: str, team: bool = False, names: Iterable[str] = (), secure: bool = False
) -> Settings:
    """Settle how a case is served; raises UsageError for an address beyond this machine without accounts."""
    if not team and not is_loopback(host):
        raise UsageError(
            f"--host {host}: others could reach the case without an account; add --team (make accounts with: "
            f"vedette user add {case} NAME --role admin), or serve on 127.0.0.1"
        )
    accounts = accounts_of(case) if team else None
    if accounts is not None and (not accounts.exists() or not Accounts(accounts).users()):
        raise UsageError(f"--team: there are no accounts yet; make one with: vedette user add {case} NAME --role admin")
    own = {socket.gethostname().casefold(), socket.getfqdn().casefold(), host.casefold()} if team else set()
    return Settings(
        case=case,
        person=person,
        beside=jobs_of(case),
        accounts=accounts,
        hosts=LOOPBACK | own | {name.casefold() for name in names},
        secure=secure,
    )


def is_loopback(host: str) -> bool:
    """Say whether an address is reached from this machine alone."""
    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def bound(host: str, port: int | None) -> socket.socket:
    """Bind a socket: to a port, or to the usual one or any that is free; raises UsageError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in (port,) if port is not None else (PORT, 0):
        # Named TCP: for other sockets asyncio leaves small answers to wait for the acknowledgement of what went before.
        made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host.strip("[]"), candidate))
            made.listen(128)  # who comes before the server is up waits, and is not turned away
        except (OSError, OverflowError) as error:
            made.close()
            problem = getattr(error, "strerror", None) or str(error)
        else:
            return made
    raise UsageError(f"{host}:{port or PORT}: cannot be served on ({problem}); choose another with --host or --port")


def serve(
    settings: Settings, listening: socket.socket, *, tell: Callable[[str], None], path: str = "/", browse: bool
) -> None:
    """Serve until interrupted; `tell` gets the address when the server is up."""
    port = listening.getsockname()[1]
    gc.disable()
    sys.setswitchinterval(_SWITCH)
    app = make_app(replace(settings, cookie=f"vedette_{port}"), begun=_settle)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=_LAST
    )
    address = f"http://{_shown(listening)}:{port}{path}"
    tell(address)
    if browse:
        threading.Timer(0.5, webbrowser.open, (address,)).start()
    uvicorn.Server(config).run(sockets=[listening])


def _settle() -> None:
    """Collect garbage from now on, but never again walk through all that was read at the start: in a large case that
    would hold every answer up for half a second."""
    gc.freeze()
    gc.enable()


def _shown(listening: socket.socket) -> str:
    host = str(listening.getsockname()[0])
    host = {"0.0.0.0": "localhost", "::": "localhost"}.get(host, host)
    return f"[{host}]" if ":" in host else host
