"""Where a text comes from and what is already known of it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One source: `source` as the user named it, `url` the report's address, and what the user or the server said.

    `fetched` says that it came from the network; `charset` is what the server declared; `public_only` that
    what it leads to may be fetched from the open network alone.
    """

    source: str
    url: str
    outlet: str | None = None
    published: date | None = None
    charset: str | None = None
    fetched: bool = False
    public_only: bool = False
