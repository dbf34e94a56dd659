"""Which coder a command uses: our own, or a language model that the user asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from vedette.cli.exits import complain

if TYPE_CHECKING:
    from vedette.store.add import Coder


@contextmanager
def chosen(name: str) -> "Iterator[Coder | None]":
    """Give the coder of that name, None being our own; tell at the end what a language model took."""
    if name == "own":
        yield None
        return
    from vedette.llm import llm_coder  # here: nothing of it is there unless it was asked for

    coder = llm_coder()
    try:
        yield coder
    finally:
        for line in coder.told():
            complain(line)
