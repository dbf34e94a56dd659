"""`vedette decide`: a person's judgement into the ledger."""

from collections.abc import Iterable
from typing import Annotated, Literal

import typer

from vedette.cli import options, words
from vedette.cli.cases import incident_or, opened, whole_id
from vedette.model import Decision, Incident, UsageError
from vedette.model.decision import FIELDS


def decide(
    case: options.CasePath,
    verdict: Annotated[
        Literal["same", "different", "accept", "reject", "edit", "unsure", "undo"],
        typer.Argument(metavar="VERDICT", help="same, different, accept, reject, edit, unsure or undo."),
    ],
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            show_default=False,
            help="Incidents or claims; decisions to undo. The first digits will do.",
        ),
    ],
    *,
    by: Annotated[str, typer.Option(metavar="NAME", show_default=False, help="Who decides.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", show_default=False, help="Why.")] = "",
    field: Annotated[
        str | None, typer.Option(metavar="FIELD", show_default=False, help=f"What to edit: {', '.join(FIELDS)}.")
    ] = None,
    value: Annotated[
        str | None,
        typer.Option(metavar="VALUE", show_default=False, help="What it should be: 5-8, 2024-03-01, grp:jnim ..."),
    ] = None,
) -> int:
    """Write a person's decision into the ledger.

    Incidents or claims are the same, different, accepted or rejected; a field of theirs is edited; the person has
    looked and is unsure; or a decision is undone.

    Tells which incidents hold now what was decided on. Nothing is erased: every decision stays in the ledger, and an
    undo is a decision too. What was decided holds whatever reports come later; of two decisions that contradict each
    other the later one.

    Example: [bold]vedette decide crisis.case same inc-1a2b3c inc-4d5e6f --by "R. Okello" --reason "one raid"[/]
    """
    if verdict != "edit" and (field is not None or value is not None):
        raise UsageError("--field and --value go with edit: vedette decide CASE edit ID --field killed --value 5-8")
    if verdict == "edit" and (field is None or value is None):
        raise UsageError("edit needs --field and --value: vedette decide CASE edit ID --field killed --value 5-8")
    with opened(case) as open_:
        if verdict == "undo":
            known = [one.decision_id for one in open_.decisions()]
            made = [
                open_.decide("undo", (), person=by, reason=reason, undoes=whole_id(id_, known, case=case))
                for id_ in ids
            ]
        else:
            claims = [one.claim_id for one in open_.claims()]
            subjects = [incident_or(id_, claims, open_, case=case) for id_ in ids]
            made = [open_.decide(verdict, subjects, person=by, reason=reason, field=field, value=value)]
        about = {one.decision_id: one.subjects for one in open_.decisions()}
        for decision in made:
            _tell(decision, open_.holding(about[decision.undoes] if decision.undoes else decision.subjects))
    return 0


def _tell(decision: Decision, incidents: Iterable[Incident]) -> None:
    about = decision.undoes or ", ".join(decision.subjects)
    edit = f", {decision.field} = {decision.value}" if decision.field else ""
    print(f"{decision.decision_id}: {decision.verdict} {about}{edit}, by {decision.person}")
    for one in incidents:
        held = f"{words.counted(len(one.claims), 'claim')}, {one.grade}"
        print(f"{one.incident_id}: {held}: {' '.join(one.summary.split())}")
