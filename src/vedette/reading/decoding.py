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
_FEWEST_PAIRS = 20
_LONE = re.compile(r"\b[^\x00-\x7f]\b")  # a letter with an accent that is no part of a word
_TYPOGRAPHY = frozenset("’‘“”–—…•€£°§«»\xa0")


def decode(raw: bytes, *, source: str, charset: str | None = None) -> str:
    """Give the text of `raw`; raises SourceError where no encoding makes readable text of it."""
    text = _decoded(raw, charset)
    if text is None:
        raise SourceError(source, "is in no encoding that can be read: save it as UTF-8")
    return _mended(text, source)


def _decoded(raw: bytes, charset: str | None) -> str | None:
    marked = next((name for mark, name in _MARKS if raw.startswith(mark) and _is_wide(raw, name)), None) or wide(raw)
    for name in [*([marked] if marked else []), "utf-8", *([charset] if charset else [])]:
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _damaged(raw) or _guessed(raw)


def _is_wide(raw: bytes, name: str) -> bool:
    """Say whether a mark is one: text in wide characters has zeros, if only in its blanks."""
    return name == "utf-8-sig" or raw.count(0) > len(raw) // 25


def wide(raw: bytes) -> str | None:
    """Name the UTF-16 that `raw` is in where it has no mark: every other byte of a Latin text is then zero."""
    pairs = min(len(raw), 4000) // 2
    zeros = raw[: 2 * pairs : 2].count(0), raw[1 : 2 * pairs : 2].count(0)
    if pairs < _FEWEST_PAIRS or min(zeros) > pairs // 20 or max(zeros) < 0.7 * pairs:
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _damaged(raw: bytes) -> str | None:
    """Read UTF-8 of which a few bytes are broken, each as �; None where the bytes look like another encoding.

    Few odd bytes in a text without any other sign outside ASCII may as well be Windows-1252: so they are, if they make
    letters within words and quotation marks.
    """
    text = raw.decode("utf-8", errors="replace")
    lost = text.count(_REPLACED)
    sound = sum(sign > "\x7f" for sign in text) - lost
    return None if lost > bearable(text) or (not sound and _is_western(raw)) else text


def bearable(text: str) -> int:
    """Count the characters that a text may lose and still be read."""
    return max(3, len(text) // 200)


def _is_western(raw: bytes) -> bool:
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return False
    signs = {sign for sign in text if sign > "\x7f"}
    return not _LONE.search(text) and all(
        sign in _TYPOGRAPHY or (sign.isalpha() and sign not in "ÿþðÞÐ") for sign in signs
    )


def _guessed(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:200_000]).best()
    if best is None:
        return None
    # A page cut at 200,000 bytes may end within a character; the rest decodes as the same encoding or not at all.
    return raw.decode(best.encoding, errors="replace")


def _mended(text: str, source: str) -> str:
    """Undo UTF-8 that was read as Windows-1252 and saved again, where that gives clean text back; else refuse it."""
    if text.count(_REPLACED) > bearable(text):
        raise SourceError(source, "has lost characters (�): it was saved in a wrong encoding; fetch it again as UTF-8")
    if len(_MOJIBAKE.findall(text)) < 2:
        return text
    for name in ("cp1252", "latin-1"):
        try:
            return text.encode(name).decode("utf-8")
        except UnicodeError:
            continue
    raise SourceError(source, "is mojibake (UTF-8 read in a wrong encoding, such as 'â€™'); save it again as UTF-8")
