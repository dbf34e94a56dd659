"""A case of the command line, and the incidents, claims and decisions that its ids name."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vedette.model.errors import UsageError

if TYPE_CHECKING:
    from vedette.store import Case


def opened(path: str, *, create: bool = False) -> "Case":
    """Open a case; CaseError says what is wrong with it."""
    from vedette.store import open_case

    return open_case(path, create=create)


def whole_id(given: str, ids: Iterable[str], *, case: str) -> str:
    """Give the one id that begins with `given`; UsageError if there is none or more than one."""
    found = sorted({id_ for id_ in ids if id_.startswith(given)})
    if given in found:
        return given
    if not found:
        raise UsageError(f"{given}: {case} holds nothing of that id; `vedette incidents {case}` lists the ids")
    if len(found) > 1:
        raise UsageError(
            f"{given}: begins {len(found)} ids ({', '.join(found[:3])}{' ...' if found[3:] else ''}); type more of it"
        )
    return found[0]
