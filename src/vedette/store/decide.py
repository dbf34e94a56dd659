"""A person's decision made whole, checked and written."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from vedette.linking.bonds import PAIRS
from vedette.linking.editing import edited
from vedette.linking.ids import founded_by, whereabouts
from vedette.model import Claim, Decision, Incident, UsageError, Verdict, to_json
from vedette.model.ids import content_id
from vedette.store import rows, tables


def verdict(given: Verdict | str) -> Verdict:
    """Read a verdict; raises UsageError."""
    try:
        return Verdict(given)
    except ValueError as error:
        raise UsageError(f"{given!r} is no verdict; choose one of {', '.join(Verdict)}") from error


def whole(
    decision: Decision, incidents: Sequence[Incident], claims: Sequence[Claim], ledger: Sequence[Decision]
) -> Decision:
    """Give the decision with claims for incidents and with its id; raises UsageError when it does not hold together."""
    if not decision.person.strip():
        raise UsageError("decision: needs the name of the person who decides")
    if decision.verdict is Verdict.UNDO:
        if decision.undoes not in {one.decision_id for one in ledger}:
            raise UsageError(f"decision: there is no decision {decision.undoes} to undo")
        return _named(decision)
    by_id = {one.claim_id: one for one in claims}
    subjects = tuple(
        dict.fromkeys(
            claim for subject in decision.subjects for claim in _claims(subject, decision.verdict, incidents, by_id)
        )
    )
    least = 2 if decision.verdict in PAIRS else 1
    if len(subjects) < least:
        raise UsageError(f"decision: {decision.verdict} needs {least} or more different subjects")
    ready = _named(replace(decision, subjects=subjects))
    if ready.verdict is Verdict.EDIT:
        for subject in subjects:
            edited(by_id[subject], (ready,))
    return ready


def keep(connection: Connection, decision: Decision) -> None:
    """Add the decision to the ledger; linking has to look again."""
    connection.execute(
        tables.decisions.insert(),
        {"decision_id": decision.decision_id, "at": to_json(decision.at), "form": rows.dump(to_json(decision))},
    )
    rows.set_version(connection, "said", rows.version(connection, "said") + 1)


def _named(decision: Decision) -> Decision:
    parts = (
        decision.verdict,
        *decision.subjects,
        decision.person,
        decision.at.isoformat(),
        decision.field,
        decision.value,
        decision.undoes,
    )
    return replace(decision, decision_id=content_id("dec", *parts))


def _claims(subject: str, given: Verdict, incidents: Sequence[Incident], by_id: dict[str, Claim]) -> tuple[str, ...]:
    if subject in by_id:
        return (subject,)
    present = whereabouts(incidents).get(subject)
    found = next((one for one in incidents if one.incident_id == present), None)
    if found is None:
        raise UsageError(f"decision: the case holds no claim or incident {subject}")
    if given is not Verdict.DIFFERENT:
        return found.claims
    return tuple(one for one in found.claims if founded_by(one) == subject)
