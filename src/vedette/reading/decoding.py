"""Bytes to text: UTF-8 first, then what the page declares, then what the bytes look like."""

import codecs
import re

from vedette.model import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOJIBAKE = re.compile("â€[™œ\u009d“”˜¦]|Ã[©¨¡³±¼¶¤¢\xa0-\xbf]|â\u0080[\u0093-\u009d]|Ð[°-¿\u0090-\u00af]|Ø[§¨ª-º]")
_REPLACED = "\ufffd"


def decode(raw: bytes, *, source: str, charset: str | None = None) -> str:
    """Give the text of `raw`; raises SourceError where no encoding makes readable text of it."""
    text = _decoded(raw, charset)
    if text is None:
        raise SourceError(source, "is in no encoding that can be read: save it as UTF-8")
    return _mended(text, source)


def _decoded(raw: bytes, charset: str | None) -> str | None:
    names = [name for mark, name in _MARKS if raw.startswith(mark)]
    for name in [*names[:1], "utf-8", *([charset] if charset else [])]:
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(raw)


def _guessed(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:200_000]).best()
    if best is None:
        return None
    # A page cut at 200,000 bytes may end within a character; the rest decodes as the same encoding or not at all.
    return raw.decode(best.encoding, errors="replace")


def _mended(text: str, source: str) -> str:
    """Undo UTF-8 that was read as Windows-1252 and saved again, where that gives clean text back; else refuse it."""
    if text.count(_REPLACED) > max(3, len(text) // 200):
        raise SourceError(source, "has lost characters (�): it was saved in a wrong encoding; fetch it again as UTF-8")
    if len(_MOJIBAKE.findall(text)) < 2:
        return text
    for name in ("cp1252", "latin-1"):
        try:
            return text.encode(name).decode("utf-8")
        except UnicodeError:
            continue
    raise SourceError(source, "is mojibake (UTF-8 read in a wrong encoding, such as 'â€™'); save it again as UTF-8")
