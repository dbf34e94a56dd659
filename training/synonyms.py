"""Other words for a trigger, in the same form and with the same roles."""

import random
from collections import defaultdict
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("triggers.tsv")
VOWELS = "aeiou"
DOUBLED = {"gun", "cut", "hit", "quit"}


def another(word: str, type_: str, *, rng: random.Random) -> str:
    """Draw another word that can stand for the trigger `word` of a type, or give `word` back where none is known."""
    choices = sorted(swaps().get((type_, word.casefold()), ()))
    if not choices:
        return word
    drawn = rng.choice(choices)
    return drawn.capitalize() if word[:1].isupper() else drawn


@cache
def swaps() -> dict[tuple[str, str], frozenset[str]]:
    """Read the table: (type, word in some form) -> the other words of its row in the same form."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, type_, words = line.split("\t")
            table = [_verb(word) if kind == "verb" else _noun(word) for word in words.split()]
            for column in zip(*table, strict=True):
                for form in column:
                    found[type_, form] |= {other for other in column if other != form}
    return {key: frozenset(others) for key, others in found.items()}


def _noun(word: str) -> tuple[str, str]:
    word = word.replace("_", " ")
    return word, _plural(word)


def _plural(word: str) -> str:
    if word.endswith(("s", "sh", "ch", "x")):
        return word if word.endswith("ies") else word + "es"
    return word[:-1] + "ies" if _ends_in_y(word) else word + "s"


def _verb(entry: str) -> tuple[str, str, str, str, str]:
    """Give base, third person, past, participle and -ing form."""
    whole, *irregular = entry.split("|")
    base, _, tail = whole.partition("_")
    head, doubled = base.rstrip("*"), base.endswith("*") or base in DOUBLED
    stem = head + head[-1] if doubled else head
    regular = stem + "d" if stem.endswith("e") else stem[:-1] + "ied" if _ends_in_y(stem) else stem + "ed"
    going = stem[:-1] + "ing" if stem.endswith("e") and not stem.endswith("ee") else stem + "ing"
    past, participle = [form.replace("_", " ") for form in irregular] or [f"{regular} {tail}".strip()] * 2
    third, going = (f"{form} {tail}".strip() for form in (_plural(head), going))
    return f"{head} {tail}".strip(), third, past, participle, going


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in VOWELS
