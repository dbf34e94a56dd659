"""The ledger of decisions: which of them hold, and what they ask of linking."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vedette.linking.bonds import PAIRS, Bonds
from vedette.linking.editing import edited
from vedette.model import Decision, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """What the decisions in force say: pairs of claims that must or must not be one incident, claims that a person
    accepted, rejected or is unsure of, and edits of claims in the order they were made.

    `same` pairs are to be read as a chain: who is the same as a second, and that as a third, is the same as the third.
    No chain of them leads from one claim of a `different` pair to the other.
    """

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()
    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
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
    """Read the decisions in force; of those that contradict each other, at any remove, the later one holds."""
    ordered = in_force(decisions)
    bonds = Bonds()
    for one in reversed(ordered):
        bonds.take(one)
    verdicts: dict[str, Verdict] = {}
    edits: dict[str, tuple[Decision, ...]] = {}
    for one in ordered:
        if one.verdict is Verdict.EDIT:
            edits.update({subject: (*edits.get(subject, ()), one) for subject in one.subjects})
        elif one.verdict not in PAIRS:
            verdicts.update(dict.fromkeys(one.subjects, one.verdict))

    def judged(given: Verdict) -> frozenset[str]:
        return frozenset(one for one, verdict in verdicts.items() if verdict is given)

    return Rulings(
        same=frozenset(bonds.same),
        different=bonds.all_different(),
        accepted=judged(Verdict.ACCEPT),
        rejected=judged(Verdict.REJECT),
        unsure=judged(Verdict.UNSURE),
        edits=edits,
    )


__all__ = ["Rulings", "edited", "in_force", "rulings"]
