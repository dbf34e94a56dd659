"""Who is at the door: visits, and the token that shows that a request comes from our own page."""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from vedette.web.accounts import Accounts
from vedette.web.problem import Problem
from vedette.web.roles import Role
from vedette.web.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A browser's session: its key (new at each login), and who has logged in; `role` None: nobody."""

    key: str
    known: bool
    person: str | None = None
    role: Role | None = None
    address: str = ""


class Doorkeeper:
    """Knows sessions by their cookie. Without accounts everybody who reaches the server is its one person, as admin."""

    def __init__(self, settings: Settings, accounts: Accounts | None) -> None:
        self.settings, self.accounts = settings, accounts
        self._secret = accounts.secret() if accounts else secrets.token_bytes(32)

    def visit(self, cookies: Mapping[str, str], *, address: str = "") -> Visit:
        """Give the visit that a request belongs to; a new one where its cookie is none of ours."""
        given = cookies.get(self.settings.cookie, "")
        known = self._ours(given)
        key = given if known else self.new()
        if self.accounts is None:
            return Visit(key=key, known=known, person=self.settings.person, role=Role.ADMIN, address=address)
        user = self.accounts.of_session(key) if known else None
        if user is None:
            return Visit(key=key, known=known, address=address)
        return Visit(key=key, known=known, person=user.name, role=user.role, address=address)

    def new(self) -> str:
        """Give a key that nobody can guess, signed so that nobody can bring his own."""
        bare = secrets.token_urlsafe(24)
        return f"{bare}.{self._sign('key', bare)}"

    def token(self, visit: Visit) -> str:
        """Give the token of a session."""
        return self._sign("csrf", visit.key)

    def bound(self, visit: Visit, token: str) -> bool:
        """Say whether a token is that of the session."""
        return visit.known and hmac.compare_digest(self.token(visit).encode(), token.encode())

    def _ours(self, key: str) -> bool:
        bare, _, signed = key.rpartition(".")
        return bool(bare) and hmac.compare_digest(self._sign("key", bare).encode(), signed.encode())

    def _sign(self, what: str, text: str) -> str:
        return hmac.new(self._secret, f"{what}:{text}".encode(), sha256).hexdigest()[:40]


def forbidden(role: Role) -> Problem:
    """Give the problem of somebody who may not do that."""
    what = f"that needs the role {role.name.lower()}"
    return Problem(status=403, code="role", what=what, todo="ask an admin: vedette user role CASE NAME ROLE")


def nobody() -> Problem:
    """Give the problem of somebody who has not logged in."""
    return Problem(status=401, code="login", what="nobody has logged in", todo="log in at /login")
