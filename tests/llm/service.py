"""A service on this machine that answers chat completions as a script says: well, badly, late, or not at all."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep
from typing import Any

Form = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """One reply: status, headers and body; after `late` seconds; `broken` ends it in the middle of the body."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    late: float = 0.0
    broken: bool = False


Reply = Says | Callable[[Form], Says]


@dataclass(slots=True)
class Service:
    """The replies to come, the last one for ever, and what was asked."""

    url: str
    replies: list[Reply] = field(default_factory=list)
    asked: list[Form] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def next(self, form: Form) -> Says:
        """Give the reply that is due."""
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        return reply if isinstance(reply, Says) else reply(form)


def completion(content: str | None, *, why: str = "stop", tokens: tuple[int, int] | None = (1000, 200)) -> Says:
    """A chat completion with this content."""
    form: Form = {"choices": [{"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": why}]}
    if tokens:
        form["usage"] = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": sum(tokens)}
    return Says(body=json.dumps(form).encode())


def events(*told: Form) -> Says:
    """A chat completion that tells of these happenings."""
    return completion(json.dumps({"events": told}))


def failure(status: int, message: str = "", **headers: str) -> Says:
    """An error in the form that such services use."""
    body = json.dumps({"error": {"message": message, "code": None}}).encode()
    return Says(body=body, status=status, headers={name.replace("_", "-"): value for name, value in headers.items()})


@contextmanager
def running() -> Iterator[Service]:
    """Serve on a free port of this machine."""

    class Desk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            service.asked.append(form)
            service.keys.append(self.headers["Authorization"])
            service.paths.append(self.path)
            self._say(service.next(form))

        def _say(self, reply: Says) -> None:
            sleep(reply.late)
            try:
                self.send_response(reply.status)
                for name, value in {"Content-Type": "application/json", **reply.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body[: len(reply.body) // 2] if reply.broken else reply.body)
            except OSError:
                """Whoever asked has gone: it was a test of time."""

        def log_message(self, format: str, *args: object) -> None:
            """Keep the test's output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    service = Service(url=f"http://127.0.0.1:{server.server_address[1]}/v1")
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
