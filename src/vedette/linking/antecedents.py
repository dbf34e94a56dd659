"""What "the attack" points back to within its report."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from vedette.linking.facts import Facts
from vedette.linking.features.when import when
from vedette.linking.features.where import where
from vedette.linking.features.who import who
from vedette.linking.kin import Kinship

_LOOKED_AT = 6          # happenings before the reference


def point_back(facts: Sequence[Facts], *, kinship: Kinship) -> list[Facts]:
    """Give the facts with the antecedent of each singular reference: the nearest happening told before it in its
    report that its parties, day and place allow, one whose parties or place it repeats before the rest."""
    found: dict[str, str] = {}
    by_report: dict[tuple[str, str], list[Facts]] = defaultdict(list)
    for one in sorted(facts, key=lambda fact: (fact.claim.trigger.start, fact.key)):
        before = by_report[one.claim.report_id, one.family]
        if one.reference and not one.plural and before:
            antecedent = _antecedent(one, before[-_LOOKED_AT:], kinship)
            if antecedent is not None:
                found[one.key] = antecedent.key
        if not one.reference:
            before.append(one)
    return [replace(one, antecedent=found.get(one.key)) for one in facts]


def _antecedent(one: Facts, before: Sequence[Facts], kinship: Kinship) -> Facts | None:
    ranked: list[tuple[float, int]] = []
    for at, other in enumerate(before):
        reasons = [*when(one, other), *where(one, other), *who(one, other, kinship)]
        if one.claim.aggregate == other.claim.aggregate and not any(reason.bars for reason in reasons):
            parties = sum(reason.weight for reason in who(one, other, kinship))
            if parties >= 0:
                ranked.append((round(parties, 1), at))
    return before[max(ranked)[1]] if ranked else None
