"""Words of the linking benchmark: base forms, heads of phrases, kinds of happening, and weighted bags."""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("linking_words.toml")
WORD = re.compile(r"[^\W_][\w'’-]*")
STOP = frozenset(
    "the a an of to in and on at for with by from as is was were be been are has have had that this it its he she his "
    "her they their not but or who said says will would after before about when which also one two into out up more no "
    "told there if than then them him i you we what all over off".split()
)
_PARTICLES = frozenset(
    "up out off down in into over on away back through with to from of at by for after as the a an his her was were be "
    "been had has have is not n't".split()
)
_ENDS = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
Bag = Mapping[str, float]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text("utf-8"))


@cache
def _forms() -> dict[str, str]:
    return {word: row.split()[0] for row in _table()["forms"]["rows"] for word in row.split()}


@cache
def kinds() -> dict[str, str]:
    """Give the kind of each word that an account of a shooting has."""
    return {word: kind for kind, words in _table()["kinds"].items() for word in words.split()}


@cache
def alike() -> dict[str, frozenset[int]]:
    """Give the numbers of the rows of like words that each base form stands in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(_table()["alike"]["rows"]):
        for word in row.split():
            found.setdefault(base(word), set()).add(number)
    return {word: frozenset(rows) for word, rows in found.items()}


@cache
def base(word: str) -> str:
    """Give a base form good enough to compare by (its e is cut); irregular forms by the table."""
    word = word.casefold()
    if word in _forms():
        return _forms()[word]
    for end, instead in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= 3 and not (end == "s" and word.endswith("ss")):
            word = _undoubled(word[: len(word) - len(end)] + instead, end)
            break
    stem = word.removesuffix("e") if len(word) > 3 else word
    return _forms().get(word, _forms().get(stem + "e", stem))


def _undoubled(word: str, end: str) -> str:
    doubled = end in ("ing", "ed") and len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz"
    return word[:-1] if doubled else word


def head(text: str) -> str:
    """Give the word that a marked happening turns on: before a particle the verb, else the last."""
    words = text.split()
    bare = [word for word in words if word.casefold() not in _PARTICLES] or words
    return bare[0] if words[-1].casefold() in _PARTICLES else bare[-1]


def stem(word: str) -> str:
    """Give a word in lower case without its possessive and plural s."""
    word = re.sub(r"['’]s$", "", word.casefold())
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def counted(words: Iterable[str]) -> Counter[str]:
    """Count the words that carry content."""
    found = (stem(word) for word in words if WORD.fullmatch(word))
    return Counter(word for word in found if word not in STOP and len(word) > 1)


def rarity(bags: Iterable[Iterable[str]]) -> dict[str, float]:
    """Weigh each word by how few bags hold it; the empty word stands for unknown ones."""
    kept = [set(bag) for bag in bags]
    held = Counter(word for bag in kept for word in sorted(bag))
    return {word: math.log((1 + len(kept)) / (1 + n)) + 1 for word, n in held.items()} | {
        "": math.log(1 + len(kept)) + 1
    }


def weighted(bag: Counter[str], rare: Mapping[str, float]) -> Bag:
    """Weigh a bag (sublinear TF-IDF) and give it length 1."""
    weights = {word: (1 + math.log(n)) * rare.get(word, rare[""]) for word, n in bag.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def cosine(one: Bag, two: Bag) -> float:
    """Give the cosine of two weighted bags, 0..1."""
    small, large = sorted((one, two), key=len)
    return sum(weight * large[word] for word, weight in small.items() if word in large)
