"""Fetching for somebody else: public addresses alone, so that nobody reaches into the network of the server.

The name of a host is looked up once and the connection made to an address that was checked: a name whose answer
changes between the look and the call leads nowhere else. The same holds for every redirect.
"""

import http.client
import socket
import threading
import urllib.request
from contextlib import suppress
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Any

from vedette.model import SourceError

PORTS = frozenset({80, 443})
_CARRIES = IPv6Network("64:ff9b::/96")  # an IPv4 address in the last 32 bits (RFC 6052)


def handlers(whole: float) -> list[urllib.request.BaseHandler]:
    """Give the handlers of an opener that reaches public hosts alone; a connection ends after `whole` seconds. A proxy
    is not asked: it would look the name up again."""

    class Plain(urllib.request.HTTPHandler):
        def http_open(self, req: urllib.request.Request) -> Any:
            return self.do_open(_connection(http.client.HTTPConnection, whole), req)

    class Secure(urllib.request.HTTPSHandler):
        def https_open(self, req: urllib.request.Request) -> Any:
            return self.do_open(_connection(http.client.HTTPSConnection, whole), req)

    return [urllib.request.ProxyHandler({}), Plain(), Secure()]


def addresses(host: str, port: int) -> list[str]:
    """Give the addresses of a host, every one of them public; SourceError where one is not, or the port is unusual."""
    if port not in PORTS:
        raise SourceError(
            host, f"is asked on port {port}: only {' and '.join(map(str, sorted(PORTS)))} are fetched here"
        )
    found = list(dict.fromkeys(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    if not all(is_public(one) for one in found):
        raise SourceError(host, "is no public address: save the page and give the file")
    return found


def is_public(address: str) -> bool:
    """Say whether an address is one of the open network; one that carries another is judged by that too."""
    one = ip_address(address.partition("%")[0])
    inner = _inner(one) if isinstance(one, IPv6Address) else None
    if inner is not None and (one in _CARRIES or not is_public(inner)):
        return is_public(inner)
    return one.is_global and not (one.is_multicast or one.is_reserved or one.is_unspecified or one.is_loopback)


def _inner(one: IPv6Address) -> str | None:
    """Give the IPv4 address that an IPv6 address carries, if any."""
    if one in _CARRIES:
        return socket.inet_ntoa(one.packed[-4:])
    carried = one.ipv4_mapped or one.sixtofour or (one.teredo[1] if one.teredo else None)
    return str(carried) if carried else None


def _connection(kind: Any, whole: float) -> Any:
    class Pinned(kind):  # type: ignore[misc]
        """A connection to an address that was checked, under the host's name."""

        def connect(self) -> None:
            self.sock = _connected(addresses(self.host, self.port), self.port, self.timeout)
            if kind is http.client.HTTPSConnection:
                self.sock = self._context.wrap_socket(self.sock, server_hostname=self.host)
            _end_after(self.sock, whole)

    return Pinned


def _connected(found: list[str], port: int, timeout: float) -> socket.socket:
    problem: OSError = ConnectionError("no address")
    for one in found:
        try:
            return socket.create_connection((one, port), timeout=timeout)
        except OSError as error:
            problem = error
    raise problem


def _end_after(sock: socket.socket, seconds: float) -> None:
    """Cut a connection off: who sends a byte now and then would else hold it for ever."""

    def end() -> None:
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
