"""How what is held of an incident came to be: what changed, when, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from vedette.linking.kin import Actors
from vedette.model import Decision, Incident, ReportRef, Verdict, to_json
from vedette.store import known, revisions, rows
from vedette.store.frames import as_row
from vedette.store.snapshot import Moment

_NOT_TOLD = frozenset({"incident_id", "revision", "known_from", "summary", "report_ids", "outlets", "claims"})
PUBLISHED, RECORDED = "published", "recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A state of an incident, and what led to it.

    `at` is the day on which it could be known (axis "published"), or the moment from which the case held it (axis
    "recorded"). `after` is None where the incident ended: its claims are part of another one, or of none. `changes`
    gives for each column of `vedette.store.frames.COLUMNS` that differs its values before and after.
    """

    axis: str
    at: str
    before: Incident | None
    after: Incident | None
    because: tuple[str, ...]

    @property
    def changes(self) -> dict[str, tuple[Any, Any]]:
        """Give what differs from the state before, by column; nothing for the first and the last."""
        if self.before is None or self.after is None:
            return {}
        old, new = as_row(self.before), as_row(self.after)
        return {name: (old[name], new[name]) for name in old if name not in _NOT_TOLD and old[name] != new[name]}

    def form(self) -> dict[str, Any]:
        """Give the step in JSON form."""
        return {
            "axis": self.axis,
            "at": self.at,
            "incident_id": one.incident_id if (one := self.after or self.before) else None,
            "changes": [
                {"field": name, "before": to_json(old), "after": to_json(new)}
                for name, (old, new) in self.changes.items()
            ],
            "because": list(self.because),
            "incident": to_json(self.after),
        }


def published(connection: Connection, incident: Incident, registry: Actors) -> list[Step]:
    """Give the states of an incident day by day, as its reports were published and people decided on it."""
    ledger, days = rows.load_decisions(connection), rows.days(connection)
    told = {days[ref.report_id][0] for ref in incident.reports}
    decided = {one.at.date() for one in _about(ledger, incident)}
    steps: list[Step] = []
    for day in sorted(told | decided):
        there = known.known(connection, Moment(published=day), registry).incidents
        step = _step(PUBLISHED, str(day), steps, _nearest(there, incident), ledger, others=_beside(there, incident))
        if step is not None:
            steps.append(step)
    return steps


def recorded(connection: Connection, incident_id: str, present: Mapping[str, str | None]) -> list[Step]:
    """Give the states that the case has held of an incident; `present` tells where its claims are now."""
    ledger, steps = rows.load_decisions(connection), list[Step]()
    states = revisions.states(connection, incident_id)
    for state in states:
        step = _step(RECORDED, state.known_from, steps, state.incident, ledger)
        if step is not None:
            steps.append(step)
    if states and states[-1].known_to is not None:
        now = present.get(incident_id)
        ended = f"its claims are part of {now} now" if now else "nothing holds its claims any more"
        at, last = str(states[-1].known_to), states[-1].incident
        because = (*_decided(ledger, steps[-1].at, at, last), ended)
        steps.append(Step(axis=RECORDED, at=at, before=last, after=None, because=because))
    return steps


def _step(
    axis: str,
    at: str,
    steps: Sequence[Step],
    after: Incident | None,
    ledger: Sequence[Decision],
    *,
    others: Sequence[str] = (),
) -> Step | None:
    """Give the step to a state; None where it is the one before."""
    before = steps[-1].after if steps else None
    if after is None or (before is not None and revisions.form(before) == revisions.form(after)):
        return None
    reasons = [
        *_reports(before, after),
        *_decided(ledger, steps[-1].at if steps else "", at, after),
        *others,
    ]
    if not reasons:
        reasons = ["other reports, or a newer version, changed which claims belong together or what answers what"]
    return Step(axis=axis, at=at, before=before, after=after, because=tuple(reasons))


def _reports(before: Incident | None, after: Incident) -> Iterator[str]:
    old = {ref.report_id for ref in before.reports} if before else set()
    new = {ref.report_id for ref in after.reports}
    for ref in after.reports:
        if ref.report_id not in old:
            yield f"{_named(ref)} tells of it"
    for ref in before.reports if before else ():
        if ref.report_id not in new:
            yield f"{_named(ref)} is taken to tell of another one"


def _named(ref: ReportRef) -> str:
    return f"{ref.outlet or ref.url}, {ref.published or 'date unknown'}"


def _decided(ledger: Sequence[Decision], after: str, until: str, incident: Incident) -> Iterator[str]:
    """Tell of the decisions about an incident made after one moment and not after another (days or full moments)."""
    for one in _about(ledger, incident):
        at = one.at.isoformat(timespec="microseconds")
        if at[: len(until)] <= until and (not after or at[: len(after)] > after):
            what = f"{one.field} = {one.value}" if one.field else _undone(one, ledger)
            said = " ".join(f"{one.person} decided: {one.verdict} {what}".split())
            yield f"{said} ({one.reason})" if one.reason else said


def _undone(one: Decision, ledger: Iterable[Decision]) -> str:
    return next((other.verdict for other in ledger if other.decision_id == one.undoes), "")


def _about(ledger: Sequence[Decision], incident: Incident) -> list[Decision]:
    """Give the decisions on claims of an incident, and those that undo one."""
    held = set(incident.claims)
    ids = {one.decision_id for one in ledger if held.intersection(one.subjects)}
    for one in ledger:  # oldest first: an undo of an undo comes after it
        if one.verdict is Verdict.UNDO and one.undoes in ids:
            ids.add(one.decision_id)
    return [one for one in ledger if one.decision_id in ids]


def _nearest(there: Iterable[Incident], incident: Incident) -> Incident | None:
    """Give the incident that held most of the claims."""
    held = set(incident.claims)
    found = [(len(held.intersection(one.claims)), one) for one in there]
    return max(
        ((count, one) for count, one in found if count),
        key=lambda pair: (pair[0], pair[1].incident_id),
        default=(0, None),
    )[1]


def _beside(there: Iterable[Incident], incident: Incident) -> list[str]:
    held = set(incident.claims)
    apart = sum(bool(held.intersection(one.claims)) for one in there)
    return [f"its claims were then taken for {apart} incidents"] if apart > 1 else []
