"""Spellings: two keys under which variants of one name meet."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "Ø": "o",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "ı": "i",
        "ð": "d",
        "þ": "th",
        "ə": "e",
        "Ə": "e",
        "ħ": "h",
        "&": " and ",
    }
)
_APOSTROPHES = re.compile(r"[\u0027\u0060\u00b4\u2018\u2019\u201b\u02b9-\u02bf\u02c8\u05f3\u2032\u0640\u201c\u201d\"]")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_BREAKS = re.compile(r"[^\w]+|_")
_ARTICLES = frozenset("al el ul il ar as ash at ad adh az an es er et ez ed".split())
_ABD = re.compile(r"\babd (?:al |el |ul )?")
_RULES = tuple(
    (re.compile(pattern), to, needs.split("|"))
    for pattern, to, needs in (  # a rule is tried only where one of its last column stands in the name
        (r"\bm[uo]ham+[ae]d\b", "muhamad", "ham"),
        (r"[aou]ll?ah\b", "ula", "lah"),
        (r"sk(?:yy|iy|ii|yi|y|yj|ij)\b", "ski", "sk"),
        (r"\babd[ue]l(?=\w)", "abdul", "abd"),
        (r"\bbin\b", "ibn", "bin"),
        (r"tch", "ch", "tch"),
        (r"dj", "j", "dj"),
        (r"sch", "sh", "sch"),
        (r"ck", "k", "ck"),
        (r"[qc](?=[aoukrl]|\b)", "k", "q|c"),
        (r"kh", "k", "kh"),
        (r"gh", "g", "gh"),
        (r"dh", "d", "dh"),
        (r"ph", "f", "ph"),
        (r"ou|oo|uw", "u", "ou|oo|uw"),
        (r"ee|iy|ij", "i", "ee|iy|ij"),
        (r"ei|ay|ey|ai", "ai", "ei|ay|ey"),
        (r"aw|au|ao", "au", "aw|ao"),
        (r"o", "u", "o"),
        (r"e", "i", "e"),
        (r"y", "i", "y"),
        (r"v", "w", "v"),
        (r"([a-z])\1+", r"\1", ""),
        (r"(?<=[aiu])h\b", "", "h"),
    )
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Give the plain key of a name: no case, accents, apostrophes, dots or hyphens; words parted by one space."""
    if name.isascii() and name.replace(" ", "").isalpha():
        return " ".join(name.lower().split())
    dotless = _INITIALS.sub(lambda found: found.group().replace(".", ""), name) if "." in name else name
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", dotless).translate(_LETTERS))
    bare = (
        "".join(char for char in plain if not unicodedata.combining(char)).lower()
        if not plain.isascii()
        else plain.lower()
    )
    return " ".join(_BREAKS.sub(" ", bare).split())


def unaccented(name: str) -> str:
    """Give a name without accents and odd letters, case and all else kept ("Al Anbār" -> "Al Anbar")."""
    return "".join(
        char for char in unicodedata.normalize("NFKD", name.translate(_LETTERS)) if not unicodedata.combining(char)
    )


@lru_cache(maxsize=65536)
def loose(name: str) -> str:
    """Give the loose key of a name: articles gone, transliterations (q/k, ou/u, e/i, double letters) made one."""
    words = fold(name).split()
    kept = [word for word in words if word not in _ARTICLES] or words
    if "abd" in kept:
        kept = _ABD.sub("abdul", " ".join(kept)).split()
    return " ".join([_loose_word(word) for word in kept])


@lru_cache(maxsize=131072)  # names of places share most of their words: the gazetteer asks for a million
def _loose_word(word: str) -> str:
    for pattern, to, needs in _RULES:
        for part in needs:
            if part in word:
                word = pattern.sub(to, word)
                break
    return word
