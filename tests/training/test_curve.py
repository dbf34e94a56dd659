"""Drawing shares of the documents for the curve."""

import pytest

pytest.importorskip("torch")

from training.corpus import Example
from training.curve import drawn

EXAMPLES = [Example(id=f"{doc}-{n}", doc=f"d{doc}", set="s", text=f"{doc} {n}") for doc in range(8) for n in range(3)]


def test_draws_whole_documents() -> None:
    docs = [example.doc for example in drawn(EXAMPLES, 0.5, seed=1)]
    assert len(docs) == 12
    assert all(docs.count(doc) == 3 for doc in docs)


def test_a_larger_share_holds_the_smaller() -> None:
    small, large = (drawn(EXAMPLES, share, seed=1) for share in (0.25, 0.5))
    assert {example.id for example in small} < {example.id for example in large}
