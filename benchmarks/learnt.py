"""The sentences that the tagger has learnt from, so that a benchmark can tell them from unseen ones."""

from functools import cache
from pathlib import Path

from training.annotated import annotated_examples
from training.corpus import load, normalised, split

SHARED = Path("../shared")


@cache
def learnt_texts(shared: Path = SHARED) -> frozenset[str] | None:
    """Give the normalised texts of all training sentences; None where the training data do not lie beside us."""
    corpus = shared / "corpus"
    if not (corpus / "split.tsv").exists():
        return None
    train, _ = split(load(corpus), corpus / "split.tsv")
    return frozenset(normalised(example.text) for example in [*train, *annotated_examples(shared / "bench")])


def unseen(texts: list[str], learnt: frozenset[str] | None) -> list[int]:
    """Give the numbers of the texts that are not among `learnt` (none, when that is not known)."""
    return [] if learnt is None else [number for number, text in enumerate(texts) if normalised(text) not in learnt]
