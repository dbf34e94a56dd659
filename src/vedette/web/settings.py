"""How a case is served."""

from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).parent / "static"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the server is told.

    `case` is a path or a database address; `person` who decides where no account is needed; `hosts` the names by which
    browsers may call the server (None: any, which only a team's server behind a proxy may allow); `static` the built
    page; `beside` the folder for jobs; `accounts` the file of a team's accounts. Sizes in bytes, times in seconds.
    """

    case: str
    person: str
    beside: Path
    team: bool = False
    accounts: Path | None = None
    hosts: frozenset[str] | None = LOOPBACK
    static: Path = STATIC
    secure: bool = False
    largest_upload: int = 64_000_000
    largest_body: int = 1_000_000
    slowest_body: float = 60.0
