"""The ledger of decisions: which of them hold, and what they ask of linking."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from vedette.model import Claim, DatePrecision, Decision, Toll, UsageError, Verdict, When, precision_of

EDITABLE = ("type", "mode", "status", "from", "to", "killed", "injured", "aggregate", "background")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """What the decisions in force say: pairs of claims that must or must not be one incident, claims a person
    accepted or rejected, and edits of claims in the order they were made."""

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()
    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    edits: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Give the decisions that no later decision undoes, oldest first; an undo that is undone undoes nothing."""
    ordered = sorted({one.decision_id: one for one in decisions}.values(), key=lambda one: (one.at, one.decision_id))
    undone: set[str] = set()
    for one in reversed(ordered):
        if one.verdict is Verdict.UNDO and one.decision_id not in undone and one.undoes:
            undone.add(one.undoes)
    return [one for one in ordered if one.decision_id not in undone and one.verdict is not Verdict.UNDO]


def rulings(decisions: Iterable[Decision]) -> Rulings:
    """Read the decisions in force; of two that contradict each other the later one holds."""
    pairs: dict[tuple[str, str], Verdict] = {}
    verdicts: dict[str, Verdict] = {}
    edits: dict[str, tuple[Decision, ...]] = {}
    for one in in_force(decisions):
        if one.verdict in (Verdict.SAME, Verdict.DIFFERENT):
            pairs.update(dict.fromkeys(combinations(sorted(set(one.subjects)), 2), one.verdict))
        elif one.verdict is Verdict.EDIT:
            edits.update({subject: (*edits.get(subject, ()), one) for subject in one.subjects})
        else:
            verdicts.update(dict.fromkeys(one.subjects, one.verdict))
    return Rulings(
        same=frozenset(pair for pair, verdict in pairs.items() if verdict is Verdict.SAME),
        different=frozenset(pair for pair, verdict in pairs.items() if verdict is Verdict.DIFFERENT),
        accepted=frozenset(one for one, verdict in verdicts.items() if verdict is Verdict.ACCEPT),
        rejected=frozenset(one for one, verdict in verdicts.items() if verdict is Verdict.REJECT),
        edits=edits,
    )


def edited(claim: Claim, edits: Iterable[Decision]) -> Claim:
    """Give the claim as a person corrected it; the stored claim stays as it was.

    Raises UsageError when a field cannot be edited or a value does not fit it.
    """
    for one in edits:
        claim = _edit(claim, one.field or "", one.value or "")
    return claim


def _edit(claim: Claim, name: str, value: str) -> Claim:
    try:
        if name in ("from", "to"):
            return replace(claim, when=_moved(claim.when, name, date.fromisoformat(value)))
        if name in ("killed", "injured"):
            low, _, high = value.partition("-")
            return replace(claim, **{name: Toll(low=int(low), best=int(low), high=int(high or low))})  # type: ignore[arg-type]
        if name in ("aggregate", "background"):
            return replace(claim, **{name: {"true": True, "false": False}[value]})  # type: ignore[arg-type]
        if name in ("type", "mode", "status") and value:
            return replace(claim, **{name: value})  # type: ignore[arg-type]
    except (ValueError, KeyError) as error:
        raise UsageError(f"decision: {value!r} does not fit the field {name!r}; give {_wanted(name)}") from error
    raise UsageError(f"decision: the field {name!r} cannot be edited; choose one of {', '.join(EDITABLE)}")


def _moved(when: When, side: str, day: date) -> When:
    from_, to = (day, when.to or day) if side == "from" else (when.from_ or day, day)
    precision = precision_of(from_, to) if from_ <= to else DatePrecision.DAY
    return replace(
        when,
        from_=min(from_, day),
        to=max(to, day) if side == "from" else to,
        precision=precision,
        basis="a person's decision",
    )


def _wanted(name: str) -> str:
    return {
        "from": "a day as YYYY-MM-DD",
        "to": "a day as YYYY-MM-DD",
        "aggregate": "true or false",
        "background": "true or false",
    }.get(name, "a number, or two as 5-8")
