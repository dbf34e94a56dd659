"""Compressed answers put together from pieces that were compressed before: a list of rows costs little each time.

Raw deflate streams that end with a full flush refer to nothing before them (RFC 1951) and may follow each other; a gzip
file (RFC 1952) is such a stream with a head, and the checksum and length of what was compressed.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_RAW = -15  # zlib's word for a stream without head and checksum


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an answer, plain and compressed."""

    plain: bytes
    pressed: bytes


def piece(plain: bytes, *, level: int = 3) -> Piece:
    """Compress a piece by itself."""
    press = zlib.compressobj(level, zlib.DEFLATED, _RAW)
    return Piece(plain, press.compress(plain) + press.flush(zlib.Z_FULL_FLUSH))


def plain(pieces: Iterable[Piece]) -> bytes:
    """Lay pieces end to end."""
    return b"".join(one.plain for one in pieces)


def pressed(pieces: Iterable[Piece]) -> bytes:
    """Lay pieces end to end as one gzip file."""
    listed = list(pieces)
    whole, end = plain(listed), zlib.compressobj(1, zlib.DEFLATED, _RAW).flush(zlib.Z_FINISH)
    tail = struct.pack("<II", zlib.crc32(whole), len(whole) & 0xFFFFFFFF)
    return b"".join([_HEAD, *(one.pressed for one in listed), end, tail])
