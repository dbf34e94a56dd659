"""Where alerts go: a file of JSON lines, an Atom feed, a web hook. Each is asked alone, and fails alone."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

from vedette.llm.http import NoReplyError, post
from vedette.measuring.alerts_told import Told, now
from vedette.model.errors import UsageError

TIMEOUT = 10.0
_ATOM = "http://www.w3.org/2005/Atom"
_LATEST = 200  # entries of a feed
_FINE = range(200, 300)


class SinkError(Exception):
    """A sink did not take an alert; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sink:
    """A sink: the `key` under which it is remembered, its `name` for people, and how it takes an alert.

    `take(one, all)` gets the alert and all that the sink has been told with it; raises SinkError.
    """

    key: str
    name: str
    take: Callable[[Told, Sequence[Told]], None]


def to_file(path: Path) -> Sink:
    """Append each alert to a file as a JSON line."""

    def take(one: Told, _: Sequence[Told]) -> None:
        try:
            with path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(one.form, ensure_ascii=False) + "\n")
        except OSError as error:
            raise SinkError(str(error.strerror)) from error

    return Sink(key=f"file {path.absolute()}", name=str(path), take=take)


def to_feed(path: Path) -> Sink:
    """Write an Atom feed (RFC 4287) of the latest alerts."""

    def take(one: Told, told: Sequence[Told]) -> None:
        beside = path.with_name(f".{path.name}.new")
        try:
            beside.write_bytes(feed(told, name=path.name))
            beside.replace(path)
        except OSError as error:
            raise SinkError(str(error.strerror)) from error

    return Sink(key=f"feed {path.absolute()}", name=str(path), take=take)


def to_hook(url: str, *, timeout: float = TIMEOUT) -> Sink:
    """Post each alert as JSON; any status but 2xx, or none within `timeout` seconds, is a failure."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"--hook {url}: is no web address; give one that begins with https:// or http://")

    def take(one: Told, _: Sequence[Told]) -> None:
        try:
            reply = post(url, one.form, key="", timeout=timeout)
        except NoReplyError as error:
            raise SinkError(str(error)) from error
        if reply.status not in _FINE:
            raise SinkError(f"answers {reply.status}")

    short = hashlib.sha256(url.encode()).hexdigest()[:12]  # an address may hold a secret: it is not written down
    return Sink(key=f"hook {parts.hostname} {short}", name=f"{parts.scheme}://{parts.hostname}", take=take)


def deliver(held: Sequence[Told], sink: Sink, *, keep: Callable[[], None]) -> str | None:
    """Tell a sink what it was not told; give a line on what waits if it fails. `keep` saves after each alert."""
    waiting = [one for one in held if sink.key not in one.sinks]
    for number, one in enumerate(waiting):
        told = [other for other in held if sink.key in other.sinks or other is one]
        try:
            sink.take(one, told)
        except SinkError as error:
            left = len(waiting) - number
            return f"{sink.name}: {error}; {left} alert{'s' * (left > 1)} wait{'s' * (left == 1)} for the next call"
        one.sinks[sink.key] = now()
        keep()
    return None


def feed(told: Sequence[Told], *, name: str) -> bytes:
    """Write alerts as an Atom feed, the latest first."""
    latest = sorted(told, key=lambda one: (one.found, one.alert.day, one.alert.alert_id), reverse=True)[:_LATEST]
    Xml.register_namespace("", _ATOM)
    root = Xml.Element(f"{{{_ATOM}}}feed")
    _add(root, "title", "Vedette alerts")
    _add(root, "id", uuid.uuid5(uuid.NAMESPACE_URL, f"vedette:alerts:{name}").urn)
    _add(root, "updated", latest[0].found if latest else now())
    _add(_add(root, "author", ""), "name", "Vedette")
    for one in latest:
        entry = _add(root, "entry", "")
        _add(entry, "id", uuid.uuid5(uuid.NAMESPACE_URL, f"vedette:{one.case}:{one.alert.alert_id}").urn)
        _add(entry, "title", f"{one.alert.rule}: {one.alert.unit}")
        _add(entry, "updated", one.found)
        _add(entry, "published", one.found)
        _add(entry, "content", one.alert.message).set("type", "text")
        _add(entry, "category", "").set("term", one.alert.rule)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


def _add(parent: Xml.Element, tag: str, text: str) -> Xml.Element:
    made = Xml.SubElement(parent, f"{{{_ATOM}}}{tag}")
    made.text = "".join(sign for sign in text if sign.isprintable() or sign in "\n\t") or None
    return made
