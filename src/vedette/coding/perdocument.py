"""What is worked out once for a document and forgotten with it."""

import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

from vedette.coding.document import Document

T = TypeVar("T")


class PerDocument(Generic[T]):
    """A value for each document, made on first use; documents are told apart by identity, not by content."""

    def __init__(self, make: Callable[[], T]) -> None:
        """Keep how an empty value is made."""
        self._make = make
        self._kept: dict[int, tuple[weakref.ref[Document], T]] = {}

    def of(self, document: Document) -> T:
        """Give the value of this document."""
        key = id(document)
        held = self._kept.get(key)
        if held is None or held[0]() is not document:
            held = self._kept[key] = (weakref.ref(document, lambda _: self._kept.pop(key, None)), self._make())
        return held[1]
