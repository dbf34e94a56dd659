"""The score of cause, effect and signal spans, as the Causal News Corpus counts it since 2023.

A relation is a sentence with tags in it (<ARG0>cause</ARG0>, <ARG1>effect</ARG1>, <SIG0>signal</SIG0>), read word by
word as the corpus's script reads it (github.com/tanfiona/CausalNewsCorpus, evaluation/subtask2). Of a sentence with k
relations the first k predicted ones count, in the order that fits best. Spans are compared by FairEval (Ortmann 2022):
a span with the wrong border or the wrong label is one error, half of it false, half of it missing, and not two.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations

ARGUMENTS = (("<ARG0>", "C"), ("</ARG0>", "C"), ("<ARG1>", "E"), ("</ARG1>", "E"))
HALVES = ("LE", "BE", "LBE")


@dataclass(slots=True, eq=False)
class Chunk:
    """A span of words, both ends included, and those of its words that no other span has been matched with yet."""

    label: str
    first: int
    last: int
    words: set[int] = field(default_factory=set)

    @property
    def bounds(self) -> tuple[int, int]:
        """Give the first and the last word."""
        return self.first, self.last


@dataclass(slots=True)
class Errors:
    """Counts of right spans (TP) and of each kind of error, by label ("C", "E", "S")."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: "Errors") -> None:
        """Count another relation in."""
        self.counts.update(other.counts)

    def f1(self, label: str | None = None) -> float:
        """Give fair F1 of a label or of all together."""
        right, false, missing, half = (self._sum(kinds, label) for kinds in (("TP",), ("FP",), ("FN",), HALVES))
        return 2 * right / (2 * right + false + missing + half) if right else 0.0

    def _sum(self, kinds: Sequence[str], label: str | None) -> int:
        return sum(n for (kind, one), n in self.counts.items() if kind in kinds and label in {None, one})


def score(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]], texts: Sequence[str]) -> Errors:
    """Score the relations of sentences; a sentence without gold relations does not count."""
    total = Errors()
    for known, told, text in zip(gold, found, texts, strict=True):
        if known:
            total.add(_best(known, [*told[: len(known)], *[text] * (len(known) - len(told))]))
    return total


def _best(known: Sequence[str], told: Sequence[str]) -> Errors:
    """Compare the relations of a sentence in the order that gives the highest F1."""
    compared = [[compare(one, other) for other in told] for one in known]
    orders = (_summed(compared[n][m] for n, m in enumerate(order)) for order in permutations(range(len(told))))
    return max(orders, key=Errors.f1)


def _summed(parts: Iterator[Errors]) -> Errors:
    total = Errors()
    for part in parts:
        total.add(part)
    return total


def compare(gold: str, found: str) -> Errors:
    """Compare one relation with another: cause and effect together, signals on their own."""
    total = Errors()
    for read in (arguments_of, signals_of):
        total.add(fair(chunks(read(gold)), chunks(read(found))))
    return total


def arguments_of(marked: str) -> list[str]:
    """Give the BIO tag of cause and effect for each word."""
    tags, tag = [], "O"
    for word in marked.split(" "):
        after = tag
        for mark, label in ARGUMENTS:  # as in the script: the first that stands in the word holds
            if mark in word:
                opens = not mark.startswith("</")
                tag, after = (f"B-{label}", f"I-{label}") if opens else (f"I-{label}", "O")
                break
        tags.append(tag)
        tag = after
    return tags


def signals_of(marked: str) -> list[str]:
    """Give the BIO tag of signals for each word."""
    tags, tag = [], "O"
    for word in marked.split(" "):
        after = tag
        if "<SIG" in word:
            tag, after = "B-S", "O" if "</SIG" in word else "I-S"
        elif "</SIG" in word:
            tag, after = "I-S", "O"
        tags.append(tag)
        tag = after
    return tags


def chunks(tags: Sequence[str]) -> list[Chunk]:
    """Give the spans of a row of BIO tags; an inside tag without a beginning begins a span."""
    found: list[Chunk] = []
    before = "O"
    for number, tag in enumerate(tags):
        if tag != "O" and (tag[0] == "B" or before[2:] != tag[2:]):
            found.append(Chunk(tag[2:], number, number))
        elif tag != "O":
            found[-1].last = number
        before = tag
    for chunk in found:
        chunk.words = set(range(chunk.first, chunk.last + 1))
    return found


def fair(gold: list[Chunk], found: list[Chunk]) -> Errors:
    """Count right spans and errors of one row of words, each span once, the surest matches first."""
    errors = Errors()
    _exact(gold, found, errors, "TP", lambda g, f: g.label == f.label)
    _exact(gold, found, errors, "LE", lambda g, f: g.label != f.label)
    gold.sort(key=lambda chunk: chunk.last - chunk.first)
    found.sort(key=lambda chunk: chunk.last - chunk.first)
    used_gold: list[Chunk] = []
    used_found: list[Chunk] = []
    for kind, same in (("BE", True), ("LBE", False)):
        for one in list(gold):
            if other := _nearest(one, found, same=same):
                errors.counts[kind, one.label] += 1
                _match(one, other, gold, used_gold)
                found.remove(other)
                used_found.append(other)
        for one in list(gold):
            if other := _nearest(one, used_found, same=same, left=True):
                errors.counts[kind, one.label] += 1
                _match(one, other, gold, used_gold)
        for one in list(found):
            if other := _nearest(one, used_gold, same=same, left=True):
                errors.counts[kind, other.label] += 1
                _match(one, other, found, used_found)
    errors.counts.update(("FN", chunk.label) for chunk in gold)
    errors.counts.update(("FP", chunk.label) for chunk in found)
    return errors


def _exact(
    gold: list[Chunk], found: list[Chunk], errors: Errors, kind: str, fits: Callable[[Chunk, Chunk], bool]
) -> None:
    for one in list(gold):
        other = next((f for f in found if f.bounds == one.bounds and fits(one, f)), None)
        if other is not None:
            errors.counts[kind, one.label] += 1
            gold.remove(one)
            found.remove(other)


def _nearest(one: Chunk, others: Sequence[Chunk], *, same: bool, left: bool = False) -> Chunk | None:
    """Give the most similar overlapping span with the same or another label (with `left`, by unmatched words)."""
    fit = [
        other
        for other in others
        if (other.label == one.label) == same and other.first <= one.last and one.first <= other.last
        if not left or one.words & other.words
    ]
    return min(
        fit,
        key=lambda o: (-len(one.words & o.words), len(one.words - o.words), len(o.words - one.words), o.last - o.first),
        default=None,
    )


def _match(one: Chunk, other: Chunk, mine: list[Chunk], used: list[Chunk]) -> None:
    """Take a span out of those still to match, and the words that both hold out of both."""
    shared = one.words & other.words
    one.words -= shared
    other.words -= shared
    mine.remove(one)
    used.append(one)
