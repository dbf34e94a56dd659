"""How a case is served."""

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

STATIC = Path(__file__).parent / "static"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the server is told.

    `case` is a path or a database address; `person` who decides where no account is needed; `hosts` the names by which
    browsers may call the server; `static` the built page; `beside` the folder for jobs; `accounts` the file of a team's
    accounts (None: no account is needed); `cookie` the name of the session's cookie; `secure` says that browsers reach
    the server by https alone. Sizes in bytes, times in seconds.
    """

    case: str
    person: str
    beside: Path
    accounts: Path | None = None
    hosts: frozenset[str] = LOOPBACK
    static: Path = STATIC
    secure: bool = False
    cookie: str = "vedette"
    largest_upload: int = 64_000_000
    largest_body: int = 1_000_000
    slowest_body: float = 60.0

    @property
    def team(self) -> bool:
        """Say whether accounts are needed."""
        return self.accounts is not None

    def answers_to(self, name: str) -> bool:
        """Say whether browsers may call the server by a name. A team's server may be called by any number: a page
        elsewhere can make a name of its own point here, never a number."""
        return name in self.hosts or (self.team and _is_number(name))


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
