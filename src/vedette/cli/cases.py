"""A case of the command line, and the incidents, claims and decisions that its ids name."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vedette.cli.exits import complain
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    from vedette.store import Case


def opened(path: str, *, create: bool = False) -> "Case":
    """Open a case; CaseError says what is wrong with it. One that a run left half made is told so, unless written."""
    from vedette.store import open_case

    case = open_case(path, create=create)
    if not create and case.unfinished():
        complain(
            f"{path}: the last `vedette add` has not ended, so reports are missing; run it again if it was cut off"
        )
    return case


def present_incident(given: str, open_: "Case", *, case: str) -> str:
    """Give the id of the incident that `given` begins or once began; one that has gone into another is told of."""
    id_ = incident_or(given, (), open_, case=case)
    now = open_.whereabouts()[id_]
    if now is None:
        raise UsageError(f"{id_}: was an incident, but none holds its claims now; `vedette incidents {case}` lists all")
    if now != id_:
        complain(f"{id_}: its claims are now part of {now}")
    return now


def incident_or(given: str, others: Iterable[str], open_: "Case", *, case: str) -> str:
    """Give the one id that begins with `given`: of a present incident or one of `others`, or else of a former one."""
    known = open_.whereabouts()
    present = {*others, *(id_ for id_, now in known.items() if id_ == now)}
    return whole_id(given, present if any(id_.startswith(given) for id_ in present) else known, case=case)


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
