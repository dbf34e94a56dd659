"""One address over HTTP, within limits of time, size and redirects."""

import socket
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPResponse
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit

from vedette.model import SourceError
from vedette.reading.reach import handlers

AGENT = "vedette/0.1"
TIMEOUT = 20.0
LARGEST_FETCH = 50_000_000
_CHUNK = 64_000
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave: the address after redirects, the bytes, and the content type and charset it declared."""

    url: str
    raw: bytes
    type: str
    charset: str | None


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = 5

    def redirect_request(  # noqa: PLR0917 - the library's signature
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise urllib.error.URLError(f"it redirects to {newurl[:80]}, which is no http address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def is_address(source: str) -> bool:
    """Say whether `source` is an http or https address."""
    return source.lower().startswith(("http://", "https://"))


def fetch(url: str, *, timeout: float = TIMEOUT, largest: int = LARGEST_FETCH, public_only: bool = False) -> Fetched:
    """Get what stands at `url`; raises SourceError for what is dead, slow, too large or redirects without end, and with
    `public_only` for what does not stand on the open network."""
    opener = urllib.request.build_opener(_Redirects, *(handlers(4 * timeout) if public_only else ()))
    try:
        request = urllib.request.Request(_quoted(url), headers={"User-Agent": AGENT, "Accept": _ACCEPT})
        with opener.open(request, timeout=timeout) as answer:
            return _fetched(url, answer, deadline=time.monotonic() + 3 * timeout, largest=largest)
    except urllib.error.HTTPError as error:
        raise SourceError(url, f"answers {error.code} {error.reason}: {_advice(error.code)}") from error
    except TimeoutError as error:
        raise _slow(url) from error
    except (urllib.error.URLError, OSError, HTTPException, ValueError) as error:
        raise _dead(url, error) from error


def _quoted(url: str) -> str:
    """Escape what an address copied from a browser may hold in plain letters."""
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    return urlunsplit(
        (
            parts.scheme,
            host,
            quote(parts.path, safe="/%:@!$&'()*+,;=~-._"),
            quote(parts.query, safe="/%:@!$&'()*+,;=~-._?"),
            "",
        )
    )


def _fetched(url: str, answer: HTTPResponse, *, deadline: float, largest: int) -> Fetched:
    chunks: list[bytes] = []
    while chunk := answer.read1(_CHUNK):  # what has come by now: who sends slowly is seen to
        chunks.append(chunk)
        if sum(map(len, chunks)) > largest:
            raise SourceError(url, f"is larger than {largest // 1_000_000} MB: download it and give the file")
        if time.monotonic() > deadline:
            raise _slow(url)
    kind, charset = answer.headers.get_content_type(), answer.headers.get_content_charset()
    return Fetched(url=answer.geturl(), raw=b"".join(chunks), type=kind, charset=charset)


def _advice(code: int) -> str:
    if code in (401, 403, 429, 451):
        return "the site refuses us; save the page in a browser and give the file"
    return "no such page; check the address" if code in (404, 410) else "try again later"


def _slow(url: str) -> SourceError:
    return SourceError(url, "does not answer in time: try again later, or save the page and give the file")


def _dead(url: str, error: Exception) -> SourceError:
    reason = getattr(error, "reason", None) or error
    if isinstance(reason, TimeoutError):
        return _slow(url)
    if isinstance(reason, socket.gaierror):
        return SourceError(url, "has a host that cannot be found: check the address and the connection")
    return SourceError(url, f"cannot be fetched ({reason}): check the address and the connection")
