"""What a file is, told by its first bytes; its name only breaks ties."""

import re
from enum import StrEnum

from vedette.reading.decoding import wide


class Kind(StrEnum):
    """The forms that can be read."""

    TEXT = "text"
    HTML = "html"
    FEED = "feed"
    JSONL = "jsonl"
    WARC = "warc"
    GZIP = "gzip"


_BINARY = (
    (b"%PDF", "a PDF: save its text as .txt"),
    (b"PK\x03\x04", "a zip archive or an office document: unpack it, or save its text as .txt"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"BZh", "a bzip2 archive: unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save its text as .txt"),
    (b"{\\rtf", "an RTF document: save it as .txt"),
    (b"SQLite format 3", "a database"),
    (b"\xfd7zXZ", "an xz archive: unpack it"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it"),
    (b"Rar!", "a rar archive: unpack it"),
    (b"PAR1", "a Parquet file: export it as .jsonl"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive: unpack it"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|br|a|span|h[1-6]|li|ul|img)\b[^>]*>", re.IGNORECASE)
_JSON = re.compile(r'\s*\{\s*(?:"|\}|$)')
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})


def binary(head: bytes) -> str | None:
    """Say what kind of binary file begins with `head`, or None where it may be text."""
    known = next((name for mark, name in _BINARY if head.startswith(mark)), None)
    if known or head.startswith((b"\xff\xfe", b"\xfe\xff")) or wide(head):
        return known
    return "a binary file" if b"\x00" in head or _share(head) > 0.05 else None


def _share(head: bytes) -> float:
    return (len(head) - len(head.translate(None, _CONTROL))) / max(len(head), 1)


def kind_of(head: bytes, name: str) -> Kind:
    """Give the form of what begins with `head` (some kilobytes) and is called `name`."""
    if head.startswith(b"\x1f\x8b"):
        return Kind.WARC if name.endswith(".warc.gz") else Kind.GZIP
    if head.startswith(b"WARC/"):
        return Kind.WARC
    return _text_kind(head.decode(wide(head) or "utf-8", "replace").lstrip("\ufeff \t\r\n"), name)


def _text_kind(start: str, name: str) -> Kind:
    if _FEED.search(start[:2000]) and not _HTML.match(start):
        return Kind.FEED
    if _HTML.search(start[:5000]) or (start.startswith("<") and len(_TAG.findall(start)) >= 2):
        return Kind.HTML
    if _JSON.match(start) or (name.endswith((".jsonl", ".ndjson", ".json")) and not start[:1].isalpha()):
        return Kind.JSONL
    return Kind.FEED if start.startswith("<?xml") else Kind.TEXT
