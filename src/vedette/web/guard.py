"""What stands round the application: who may call it by which name, how much and how slowly may be sent."""

import asyncio
import time
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vedette.web.handlers import response
from vedette.web.headers import protect
from vedette.web.problem import Problem
from vedette.web.sessions import Doorkeeper
from vedette.web.settings import Settings

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
CSRF = "x-vedette-csrf"
_UPLOADS = "/api/add"


class Guard:
    """Checks each request before the application sees it, and protects each answer.

    The host must be one of ours (a page elsewhere may make its own name point here); what changes something must come
    from our own page; bodies are cut off when they grow too large or come too slowly.
    """

    def __init__(self, app: ASGIApp, *, settings: Settings, doorkeeper: Doorkeeper) -> None:
        self.app, self.settings, self.doorkeeper = app, settings, doorkeeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        bare = scope["method"] == "HEAD"  # as GET, without the body

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                protect(MutableHeaders(scope=message), secure=self.settings.secure)
            elif bare and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        try:
            self._admit(scope)
            limited = Limited(receive, largest=self._largest(scope), slowest=self.settings.slowest_body)
            limited.announced(Headers(scope=scope).get("content-length"))
            await self.app({**scope, "method": "GET"} if bare else scope, limited, protected)
        except Problem as problem:
            await response(problem)(scope, receive, protected)

    def _largest(self, scope: Scope) -> int:
        return self.settings.largest_upload if scope["path"] == _UPLOADS else self.settings.largest_body

    def _admit(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self.settings.answers_to(name_of(host)):
            raise _foreign(f"the server is not known as {name_of(host)[:80]!r}", "host")
        visit = self.doorkeeper.visit(_cookies(headers), address=(scope.get("client") or ("", 0))[0])
        scope.setdefault("state", {})["visit"] = visit
        scope["state"]["person"] = visit.person
        if scope["method"] not in SAFE:
            self._own(headers, host)
            if not self.doorkeeper.bound(visit, headers.get(CSRF, "")):
                raise Problem(
                    status=403,
                    code="csrf",
                    what="the request does not show that it comes from the page",
                    where=CSRF,
                    todo="send the token of /api/me in that header; it is new after a login",
                )

    def _own(self, headers: Headers, host: str) -> None:
        """Refuse what a browser says comes from another page."""
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise _foreign("another site's page sent this", "sec-fetch-site")
        origin = headers.get("origin")
        if origin is not None and origin.partition("://")[2].casefold() != host.casefold():
            raise _foreign("another site's page sent this", "origin")


class Limited:
    """A request's body as it comes, up to a size and for a time."""

    def __init__(self, receive: Receive, *, largest: int, slowest: float) -> None:
        self._receive, self._largest, self._slowest = receive, largest, slowest
        self._size, self._until, self._whole = 0, time.monotonic() + slowest, False

    def announced(self, length: str | None) -> None:
        """Refuse at once what says that it is too large."""
        if length is not None and (not length.isdecimal() or int(length) > self._largest):
            raise self._too_large()

    async def __call__(self) -> Message:
        """Give the next piece."""
        if self._whole:  # only the end of the connection is waited for now
            return await self._receive()
        try:
            left = max(0.0, self._until - time.monotonic())
            message = await asyncio.wait_for(self._receive(), timeout=left)
        except TimeoutError as error:
            raise Problem(
                status=408, code="slow", what=f"the body took more than {self._slowest:.0f} s", todo="send it faster"
            ) from error
        self._size += len(message.get("body", b""))
        self._whole = message["type"] != "http.request" or not message.get("more_body", False)
        if self._size > self._largest:
            raise self._too_large()
        return message

    def _too_large(self) -> Problem:
        most = f"{self._largest // 1_000_000} MB"
        return Problem(
            status=413,
            code="large",
            what=f"more than {most} was sent",
            todo="split it, or use vedette add on the server",
        )


def name_of(host: str) -> str:
    """Give the name of a Host header, its port and brackets cut off."""
    bare = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() and not host.endswith("]") else host
    return bare.strip("[]").casefold().rstrip(".")


def _cookies(headers: Headers) -> dict[str, str]:
    try:
        return {name: one.value for name, one in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _foreign(what: str, where: str) -> Problem:
    todo = "open the page under the address that vedette serve printed, or name the host with --name"
    return Problem(status=403, code="foreign", what=what, where=where, todo=todo)
