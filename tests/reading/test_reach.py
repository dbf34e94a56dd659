"""Fetching for somebody else reaches the open network alone."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic, sleep
from typing import Any

import pytest

from vedette.model import SourceError
from vedette.reading import reach
from vedette.reading.fetch import fetch

INNER = [
    *("127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::"),
    *("ff02::1", "2001:db8::1"),
]
OUTER = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", INNER)
def test_an_inner_address_is_not_public(address: str) -> None:
    assert not reach.is_public(address)


@pytest.mark.parametrize("address", OUTER)
def test_an_outer_address_is_public(address: str) -> None:
    assert reach.is_public(address)


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        place = {"/in": "http://169.254.169.254/", "/file": "file:///etc/hostname", "/on": "/page"}.get(self.path)
        if self.path == "/trickle":
            self.send_response(200)
            self.end_headers()
            for _ in range(200):
                self.wfile.write(b"x")
                sleep(0.05)
            return
        self.send_response(302 if place else 200)
        if place:
            self.send_header("Location", place)
        self.end_headers()
        self.wfile.write(f"page for {self.headers['Host']}".encode())

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


@pytest.fixture
def open_net(port: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Take this machine for the open network: "outer.example" stands on it; gives the names looked up."""
    looked: list[str] = []
    really = socket.getaddrinfo

    def look(host: str, *given: Any, **named: Any) -> Any:
        looked.append(host)
        if host == "flip.example":
            return really("127.0.0.1" if looked.count(host) == 1 else "127.0.0.2", *given, **named)
        known = {"outer.example": "127.0.0.1", "inner.example": "10.0.0.1"}
        return really(known.get(host, host), *given, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look)
    monkeypatch.setattr(reach, "is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(reach, "PORTS", frozenset({80, 443, port}))
    return looked


def test_a_public_page_is_fetched_under_its_name(open_net: list[str], port: int) -> None:
    page = fetch(f"http://outer.example:{port}/on", public_only=True)
    assert page.raw.decode() == f"page for outer.example:{port}"


@pytest.mark.parametrize("path", ["in", "file"])
def test_a_redirect_leads_nowhere_within(open_net: list[str], port: int, path: str) -> None:
    with pytest.raises(SourceError, match=r"public|no http|not allowed"):
        fetch(f"http://outer.example:{port}/{path}", public_only=True)


def test_a_name_that_stands_for_an_inner_address_is_refused(open_net: list[str]) -> None:
    with pytest.raises(SourceError, match="is no public address"):
        fetch("http://inner.example/", public_only=True)


def test_a_name_is_looked_up_once_and_what_was_checked_is_called(open_net: list[str], port: int) -> None:
    page = fetch(f"http://flip.example:{port}/page", public_only=True)
    assert page.raw.startswith(b"page for flip.example")
    assert open_net.count("flip.example") == 1


def test_an_unusual_port_is_refused() -> None:
    with pytest.raises(SourceError, match="port 22"):
        fetch("http://93.184.216.34:22/", public_only=True)


def test_a_page_that_trickles_is_cut_off(open_net: list[str], port: int) -> None:
    begun = monotonic()
    with pytest.raises(SourceError, match=r"in time"):
        fetch(f"http://outer.example:{port}/trickle", timeout=0.1, public_only=True)
    assert monotonic() - begun < 2


def test_a_proxy_is_not_asked(open_net: list[str], port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert fetch(f"http://outer.example:{port}/page", public_only=True).raw
