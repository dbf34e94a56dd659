"""What "the attack" belongs to within its report."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from vedette.linking.facts import Facts
from vedette.linking.features.when import when
from vedette.linking.features.where import where
from vedette.linking.features.who import who
from vedette.linking.kin import Kinship

_LOOKED_AT = 6  # happenings before the reference


def point_back(facts: Sequence[Facts], *, kinship: Kinship) -> list[Facts]:
    """Give the facts with the antecedent of each singular reference and thin mention.

    It is the nearest happening told before it in its report, or else after it, that its parties, day and place allow;
    one whose parties it repeats goes before the rest.
    """
    found: dict[str, str] = {}
    by_report: dict[tuple[str, str], list[Facts]] = defaultdict(list)
    for one in sorted(facts, key=lambda fact: (fact.claim.trigger.start, fact.key)):
        by_report[one.claim.report_id, one.claim.type].append(one)
    for told in by_report.values():
        for at, one in enumerate(told):
            if points(one):
                before = [other for other in told[:at] if not points(other)][-_LOOKED_AT:]
                after = [other for other in told[at + 1 :] if not points(other)][:1]
                antecedent = _antecedent(one, before, kinship) or _antecedent(one, after, kinship)
                found.update({one.key: antecedent.key} if antecedent else {})
    return [replace(one, antecedent=found.get(one.key)) for one in facts]


def points(one: Facts) -> bool:
    """Say whether a mention belongs to another one rather than telling a happening of its own."""
    return (one.reference and not one.plural) or one.thin


def _antecedent(one: Facts, before: Sequence[Facts], kinship: Kinship) -> Facts | None:
    ranked: list[tuple[float, int]] = []
    for at, other in enumerate(before):
        reasons = [*when(one, other), *where(one, other), *who(one, other, kinship)]
        if one.claim.aggregate == other.claim.aggregate and not any(reason.bars for reason in reasons):
            parties = sum(reason.weight for reason in who(one, other, kinship))
            if parties >= 0:
                ranked.append((round(parties, 1), at))
    return before[max(ranked)[1]] if ranked else None
