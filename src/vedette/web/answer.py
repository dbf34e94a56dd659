"""Answers: JSON or text with a tag by which a browser knows that nothing has changed, compressed where it can be."""

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool

import vedette
from vedette.formats.jsonl import compact
from vedette.web import pressing
from vedette.web.pressing import Piece
from vedette.web.snapshot import Snapshot

JSON = "application/json"
_ROOM = 96_000_000  # bytes of answers kept
_SMALL = 600  # bytes: not worth compressing
_FAST = 1  # of zlib's levels: half the time of the usual one, for a fifth more bytes


class Answers:
    """Answers given before, by their tag; the ones not asked for longest go first."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room, self._held, self._kept, self._lock = room, 0, OrderedDict[str, bytes](), Lock()

    def get(self, key: str) -> bytes | None:
        """Give an answer kept."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: str, body: bytes) -> None:
        """Keep an answer."""
        with self._lock:
            self._held += len(body) - len(self._kept.pop(key, b""))
            self._kept[key] = body
            while self._held > self._room:
                self._held -= len(self._kept.popitem(last=False)[1])


async def answer(
    request: Request,
    snapshot: Snapshot,
    make: Callable[[], Any],
    *,
    media: str = JSON,
    quick: bool = False,
    state: str = "",
) -> Response:
    """Answer with what `make` gives: bytes or text as they are, anything else as JSON.

    What stands at an address follows from the snapshot and the address alone, so its tag does too (`state` tells apart
    what is not yet all there). With `quick` it is made at once, not in a thread.
    """
    tag = _tag(request, snapshot, state)
    headers = {"etag": tag, "cache-control": "private, no-cache", "vary": "accept-encoding, cookie"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    pressed = "gzip" in request.headers.get("accept-encoding", "")
    kept: Answers = request.app.state.answers
    body = kept.get(tag + str(pressed))
    if body is None:
        body = _made(make, pressed) if quick else await run_in_threadpool(_made, make, pressed)
        kept.put(tag + str(pressed), body)
    if body[:2] == b"\x1f\x8b":
        headers["content-encoding"] = "gzip"
    return Response(body, media_type=media, headers=headers)


def _made(make: Callable[[], Any], pressed: bool) -> bytes:
    given = make()
    if isinstance(given, list) and given and isinstance(given[0], Piece):
        return pressing.pressed(given) if pressed else pressing.plain(given)
    body = given if isinstance(given, bytes) else given.encode() if isinstance(given, str) else compact(given)
    return gzip.compress(body, compresslevel=_FAST, mtime=0) if pressed and len(body) > _SMALL else body


def _tag(request: Request, snapshot: Snapshot, state: str) -> str:
    parts = (vedette.__version__, request.app.state.started, snapshot.version, snapshot.as_of, request.url.path)
    text = "\x1f".join(map(str, (*parts, request.url.query, state)))
    return f'W/"{hashlib.sha256(text.encode()).hexdigest()[:24]}"'
