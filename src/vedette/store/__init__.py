"""The case: one database of one crisis."""

from vedette.store.add import Added, Coder
from vedette.store.case import Case
from vedette.store.open import open_case

__all__ = ["Added", "Case", "Coder", "open_case"]
