"""One POST of JSON over HTTP, within limits of time and size; a redirect is refused, as it would take the key along."""

import http.client
import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import IO, Any

AGENT = "vedette/0.1"
LARGEST = 20_000_000  # bytes of an answer
_CHUNK = 64_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back: the HTTP status, the headers and the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def form(self) -> Any:
        """Give the body read as JSON; None if it is none."""
        try:
            return json.loads(self.body)
        except ValueError:  # not JSON, or not UTF-8
            return None


class NoReplyError(Exception):
    """Nothing came back: why, and if the same call may go better a little later."""

    def __init__(self, reason: str, *, slow: bool = False, again: bool = True) -> None:
        super().__init__(reason)
        self.slow, self.again = slow, again


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(  # noqa: PLR0917 - the library's signature
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        return None


def post(url: str, form: Any, *, key: str, timeout: float) -> Reply:
    """Send `form` as JSON; give the reply whatever its status. Raises NoReplyError if none comes within `timeout`."""
    headers = {"User-Agent": AGENT, "Content-Type": "application/json", "Accept": "application/json"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    request = urllib.request.Request(url, data=json.dumps(form).encode(), headers=headers, method="POST")
    deadline = time.monotonic() + timeout
    try:
        with _opened(request, timeout) as answer:
            body = _read(answer, deadline)
            return Reply(status=answer.status, headers=dict(answer.headers.items()), body=body)
    except TimeoutError as error:
        raise NoReplyError("does not answer in time", slow=True) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _dead(error) from error


def _opened(request: urllib.request.Request, timeout: float) -> Any:
    """Open a request; an answer of any status is an answer."""
    try:
        return urllib.request.build_opener(_NoRedirects).open(request, timeout=timeout)
    except urllib.error.HTTPError as error:
        return error


def _read(answer: Any, deadline: float) -> bytes:
    body = b""
    while chunk := answer.read1(_CHUNK) if hasattr(answer, "read1") else answer.read(_CHUNK):
        body += chunk
        if len(body) > LARGEST:
            raise NoReplyError(f"answers with more than {LARGEST // 1_000_000} MB", again=False)
        if time.monotonic() > deadline:
            raise TimeoutError
    if len(body) < int(answer.headers.get("Content-Length") or 0):
        raise http.client.IncompleteRead(body)
    return body


def _dead(error: Exception) -> NoReplyError:
    reason = getattr(error, "reason", None) or error
    if isinstance(reason, TimeoutError):
        return NoReplyError("does not answer in time", slow=True)
    if isinstance(reason, ConnectionRefusedError):
        return NoReplyError("refuses the connection")
    if isinstance(reason, socket.gaierror):
        return NoReplyError("has a host that cannot be found")
    if isinstance(reason, (ConnectionError, http.client.HTTPException)):
        return NoReplyError("broke off the connection")
    return NoReplyError(f"cannot be reached ({' '.join(str(reason).split())[:120]})", again=False)
