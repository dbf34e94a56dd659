"""Which of the reports known at a moment are copies of one text."""

from datetime import date

from vedette.linking.origins import origins
from vedette.store import aside
from vedette.web.heads import Head
from vedette.web.snapshot import Snapshot


def counted(snapshot: Snapshot) -> bool:
    """Say whether the origins of all reports are known, or there are so few that they may be found at once."""
    reports = snapshot.counts["reports"]
    return reports <= aside.MANY or snapshot.library.ready("origins", reports)


def origin_of(snapshot: Snapshot) -> dict[str, str]:
    """Give the origin of each report known, its own id for one that repeats none; of many it takes a while, but it is
    done once."""
    return snapshot.once("origins", _origins)


def _origins(snapshot: Snapshot) -> dict[str, str]:
    whole = snapshot.library.lasting("origins", snapshot.counts["reports"], lambda: _all(snapshot))
    if snapshot.present:
        return whole
    known = snapshot.case.known_reports(snapshot.as_of)
    if _came_first(snapshot.library.heads.all(), known):
        return {id_: whole[id_] for id_ in known}
    return origins(snapshot.case.reports(known))


def _all(snapshot: Snapshot) -> dict[str, str]:
    """Find the origins of all reports; of many in a process of its own, so that others are answered meanwhile."""
    case = snapshot.case
    many = snapshot.counts["reports"] > aside.MANY
    found: dict[str, str] | None = aside.aside("origins", case.address) if many else None
    return aside.find_origins(case) if found is None else found


def _came_first(reports: list[Head], known: frozenset[str]) -> bool:
    """Say whether the reports known stand before all others in the order in which origins are found: then what comes
    after them has no say in whose copies they are."""
    order = sorted(reports, key=lambda one: (one.start or date.max, one.id))
    return all(one.id in known for one in order[: len(known)])
