"""What adding reports gave."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from vedette.model import Coding, Report

Coder = Callable[[Report], Coding]
Progress = Callable[[Report], None]


class Problem(Protocol):
    """A source that could not be read: where, and what is wrong."""

    @property
    def source(self) -> str:
        """Give where."""

    @property
    def problem(self) -> str:
        """Give what is wrong and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What `Case.add` did. `failures` are "source: problem" lines.

    `new_incidents` and `changed_incidents` are ids, and so are `gone_incidents`: those that are no more
    (`Case.whereabouts` tells which incident holds their claims, if one does).
    """

    new_reports: int = 0
    known_reports: int = 0
    new_claims: int = 0
    new_incidents: tuple[str, ...] = ()
    changed_incidents: tuple[str, ...] = ()
    gone_incidents: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
