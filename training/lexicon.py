"""Names to put in place of others, so that the network learns the sentence and not the crisis."""

import random
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from training.corpus import Example

TABLE = Path(__file__).with_name("names.tsv")


class Lexicon:
    """Names by label and form: a name is replaced only by one that fits in the same place of a sentence."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        held: dict[tuple[str, str], set[str]] = defaultdict(set)
        for label, name in names:
            held[label, form(label, name)].add(name)
        self.held = {key: sorted(found) for key, found in held.items()}

    def like(self, name: str, label: str, *, rng: random.Random) -> str:
        """Draw a name of the same label and form, or give `name` back where none fits."""
        found = self.held.get((label, form(label, name)))
        drawn = rng.choice(found) if found else name
        return drawn.upper() if name.isupper() and len(name) > 4 else drawn


def form(label: str, name: str) -> str:
    """Tell apart what cannot stand for each other: adjectives and nouns, one name and several, generic words."""
    if label == "WEAPON" or not name[:1].isupper() or (name.isupper() and len(name) > 4 and label == "PLACE"):
        return f"fixed {name}"
    if label == "COUNTRY":
        return _country_form(name)
    if label == "PERSON":
        return "several" if " " in name else "one"
    if label in {"ORG", "GROUP"}:
        return "abbreviation" if name.isupper() and len(name) < 6 else ("several" if " " in name else "one")
    return "plain" if all(word[:1].isupper() or "-" in word for word in name.split()) else f"fixed {name}"


def _country_form(name: str) -> str:
    if name.rstrip(".").replace(".", "").isupper():
        return "either"  # "the U.S.", "a U.S. official"
    if name in adjectives():
        return "adjective"
    return "noun" if name in nouns() else f"fixed {name}"


def rows() -> list[tuple[str, str]]:
    """Read the table of names: label and name."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [(row.split("\t")[0], row.split("\t")[1]) for row in lines if row and not row.startswith("#")]


@cache
def adjectives() -> frozenset[str]:
    """Give the adjectives of countries that the table holds."""
    return frozenset(name for label, name in rows() if label == "ADJECTIVE")


@cache
def nouns() -> frozenset[str]:
    """Give the countries that the table holds."""
    return frozenset(name for label, name in rows() if label == "COUNTRY")


def lexicon_of(examples: Iterable[Example], *, rng: random.Random) -> Lexicon:
    """Collect the names of the examples and of the table."""
    own = [(label, example.text[at[0] : at[1]]) for example in examples for label, at in example.names or ()]
    table = [("COUNTRY" if label == "ADJECTIVE" else label, name) for label, name in rows()]
    return Lexicon([*own, *table, *persons(table, rng=rng)])


def persons(table: Iterable[tuple[str, str]], *, rng: random.Random) -> list[tuple[str, str]]:
    """Mix first and last names of the table's persons into new ones."""
    whole = [name.split(" ", 1) for label, name in table if label == "PERSON" and " " in name]
    firsts, lasts = [first for first, _ in whole], [last for _, last in whole]
    mixed = [(f"{rng.choice(firsts)} {last}") for last in lasts for _ in range(3)]
    return [("PERSON", name) for name in [*mixed, *lasts]]
