"""A noun phrase taken apart: what its head word is, and which words only qualify it."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:-\w+)?|\w[\w'’ʼʿ‘`´]*(?:[-‑–]\w[\w'’ʼʿ‘`´]*)*")
_BACKED = re.compile(
    r"\b[\w.’']+(?:[-‑–](?:backed|linked|affiliated|aligned|allied|led|supported|sponsored|funded|trained|armed|supplied|made|occupied|"
    r"controlled|held|administered|based|owned|installed|appointed|friendly)|"
    r" (?:backed|affiliated|aligned|linked)(?!\s+(?:to|with|by)\b))\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s(?:in|at|near|on|from|inside|around|outside|across|within|along|who|which|that|linked to|"
    r"affiliated with|loyal to|"
    r"belonging to|backed by|supported by|allied with|aligned with|responsible for|under|with|against|by|to|over|after|"
    r"accused of|suspected of)\s",
    re.IGNORECASE,
)
_START = re.compile(
    r"^(?:the|a|an|another|some|several|many|more|other|his|her|its|their|our|these|those|this|that|both|all|at least|"
    r"about|around|dozens of|hundreds of|thousands of|scores of|members of|a group of|groups of|a number of|"
    r"suspected|alleged|unknown|unidentified|local|senior|former|ex|then|late|acting|interim|outgoing|new|rival|"
    r"top|key|influential|prominent|powerful|veteran|opposing|various|two|three|four|five|six|seven|eight|nine|ten|"
    r"\d[\d,.]*)\s+",
    re.IGNORECASE,
)
_IRREGULAR = re.compile(  # forces that are nobody's army
    r"\b(?:anti[-‑–](?:government|junta|regime|state|coup)|rebel|insurgent|separatist|secessionist|guerrilla|militia|"
    r"jihadist|breakaway|tribal|self[-‑–]defen[cs]e|irregular)\s+(?:armed\s+|ground\s+)?"
    r"(?:forces|troops|units|soldiers|army)$"
)
_QUOTES = "\"“”„«»‘’'`()[],;: "


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a phrase and where it stands in it."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=20000)
def words_of(phrase: str) -> tuple[Word, ...]:
    """Split a phrase into words; a hyphened or dotted name is one word."""
    return tuple(Word(found.group(), found.start(), found.end()) for found in WORD.finditer(phrase))


@lru_cache(maxsize=20000)
def tidy(phrase: str) -> str:
    """Take determiners, numbers, hedges, quotes and a possessive off a phrase."""
    text, before = phrase.strip(_QUOTES), ""
    while text != before:
        before, text = text, _START.sub("", text).strip(_QUOTES)
    return re.sub(r"['’]s?$", "", text) if not re.search(r"(?:[A-Z]\.){2,}$", text) else text


@lru_cache(maxsize=20000)
def with_capital(phrase: str) -> str:
    """Give back to a tidy phrase the capitalised words that were taken off before a capitalised word, as they may be of
    the name: "the New People's Army" -> "New People's Army"."""
    text = tidy(phrase)
    found = re.search(rf"((?:(?!The |An? )[A-Z]\w+ )+){re.escape(text)}", phrase) if text[:1].isupper() else None
    return found[1] + text if found else text


@lru_cache(maxsize=20000)
def core(phrase: str) -> str:
    """Give the part of a tidy phrase that holds its head: less "X-backed" and less what follows a preposition."""
    text = without_backers(tidy(phrase))
    found = _TAIL.search(f"{text} ")
    return text[: found.start()].strip(_QUOTES) if found and found.start() else text.strip(_QUOTES)


def without_backers(text: str) -> str:
    """Take "Iranian-backed" and the like out of a phrase: the backer is not the actor."""
    return " ".join(_BACKED.sub(" ", text).split())


@lru_cache(maxsize=1)
def _lists() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("nouns.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    lists = _lists()
    order = [
        "person",
        "civilians",
        "media",
        "ngo",
        "igo",
        "party",
        "coalition",
        "government",
        "intelligence",
        "ministry",
        "police",
        "armed group",
        "military",
    ]
    return {word: kind for kind in order for word in lists[kind]}


@lru_cache(maxsize=1)
def person_nouns() -> frozenset[str]:
    """Give the words for one person ("official", "commander")."""
    return frozenset(_lists()["person"])


@lru_cache(maxsize=1)
def other_nouns() -> frozenset[str]:
    """Give the words for people who are not of the body they are named with ("Hezbollah supporters")."""
    return frozenset(_lists()["others"])


@lru_cache(maxsize=20000)
def kind_of(phrase: str) -> str | None:
    """Give the kind of actor that the head words of a phrase name, or None ("Iraqi Shiite militias" -> armed group)."""
    text = core(phrase).lower()
    if _IRREGULAR.search(text):
        return "armed group"
    head = re.split(r"\s(?:of|for)\s", text, maxsplit=1)
    for part in head:
        words = [word.text.lower().removesuffix("'s").removesuffix("’s") for word in words_of(part)]
        for size in (3, 2, 1):
            if len(words) >= size and (kind := _nouns().get(" ".join(words[-size:]))):
                return kind
    return None
