"""What "the attack" belongs to within its report."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from vedette.linking.calling import Call, call_of_claim, fit
from vedette.linking.facts import Facts
from vedette.linking.features.when import when
from vedette.linking.features.where import where
from vedette.linking.features.who import who
from vedette.linking.kin import Kin, Kinship
from vedette.linking.mention import is_habitual
from vedette.linking.retelling import gone_on, one_kind, only_tells_toll, ranked_of, retold, toll_of

Told = tuple[int, Facts]
_LOOKED_AT = 6  # happenings before the reference
_CALLED_AT = 14  # happenings before a mention that calls its act by name
_LEAST, _LEAST_INDEFINITE = -0.9, 1.2
_DOER = (Kin.SAME, Kin.PART)
_STEP_BARE, _STEP_NAMED, _COST_POOR = 0.35, 0.08, 0.8


def point_back(facts: Sequence[Facts], *, kinship: Kinship) -> list[Facts]:
    """Give the facts with the antecedent of each singular reference, definite mention and thin mention.

    A mention that calls an act ("the Kidal raid") belongs to the happening of its report that it fits best, the
    nearer going first; a thin one to the nearest happening of its type told before, or else after, that its parties,
    day and place allow.
    """
    found: dict[str, str] = {}
    by_report: dict[tuple[str, str], list[Facts]] = defaultdict(list)
    for one in sorted(facts, key=lambda fact: (fact.claim.trigger.start, fact.key)):
        by_report[one.claim.report_id, one.family].append(one)
    for told in by_report.values():
        telling = [one for one in told if not points(one)]
        mentioned: list[Told] = []
        for one in told:
            answers = _answers_to(one, told, found)
            others = [other for other in telling if other.key not in answers]
            antecedent = _antecedent_of(one, told, others, kinship, mentioned=mentioned)
            if antecedent:
                found[one.key] = antecedent.key
                mentioned.append((one.claim.sentence.start, antecedent))
    return [replace(one, antecedent=found.get(one.key)) for one in facts]


def _answers_to(one: Facts, told: Sequence[Facts], found: Mapping[str, str]) -> frozenset[str]:
    """Give the acts that answer this one, and what they point back to: no act is its own cause."""
    answers = [
        other.key for other in told if other.claim.cause is not None and other.claim.cause.holds(one.claim.trigger)
    ]
    return frozenset((*answers, *(found[key] for key in answers if key in found)))


def _antecedent_of(
    one: Facts, told: Sequence[Facts], telling: Sequence[Facts], kinship: Kinship, *, mentioned: Sequence[Told]
) -> Facts | None:
    before = [other for other in telling if other.claim.sentence.start < one.claim.sentence.start]
    return (
        _called(one, telling, kinship, mentioned)
        or toll_of(one, before)
        or retold(one, before, kinship=kinship)
        or ranked_of(one, before)
        or gone_on(one, before)
        or _only_told(one, before, kinship)
        or (_thin(one, told, kinship) if points(one) and not _calls_another(one) else None)
    )


def _only_told(one: Facts, before: Sequence[Facts], kinship: Kinship) -> Facts | None:
    """Give what "the strikes" mean where the report has told of one such act of their doer alone."""
    if not (one.reference and one.plural) or one.claim.aggregate:
        return None
    acts = [
        other
        for other in before
        if one_kind(one, other)
        and not (other.claim.aggregate or points(other))
        and (not one.claim.actor or kinship.nearest(one.claim.actor, other.claim.actor) in _DOER)
    ]
    return acts[0] if len(acts) == 1 and acts[0].claim.background == one.claim.background else None


def _calls_another(one: Facts) -> bool:
    """Say whether a mention calls one act by its noun: where no act told fits that, it means none of them."""
    call = call_of_claim(one.claim)
    return call is not None and call.definite and not call.plural


def points(one: Facts) -> bool:
    """Say whether a mention belongs to another one rather than telling a happening of its own."""
    return (one.reference and not one.plural) or one.thin


def nearest_called(
    call: Call, told: Sequence[Told], *, kinship: Kinship, mention: Facts | None = None
) -> list[tuple[float, Facts]]:
    """Give the happenings that a call can mean, the best first, each with how well it fits.

    `told` is what the report tells on one side of the call, the nearest first: the start of a sentence, and what it
    tells or mentions. So an act of which the text goes on speaking stays near.
    """
    step = _STEP_BARE if call.bare else _STEP_NAMED
    steps = {start: number for number, start in enumerate(dict.fromkeys(start for start, _ in told))}
    best: dict[str, tuple[float, Facts]] = {}
    for start, other in told:
        fits = fit(call, other, kinship=kinship, mention=mention) if other.key not in best else None
        if fits is not None:
            best[other.key] = (round(fits - step * steps[start] - _poor(other), 2), other)
    return sorted(best.values(), key=lambda entry: -entry[0])


def _poor(other: Facts) -> float:
    """Make it dear to point to what a caption or a toll alone tells."""
    return _COST_POOR if other.claim.caption or only_tells_toll(other) else 0.0


def _called(one: Facts, telling: Sequence[Facts], kinship: Kinship, mentioned: Sequence[Told]) -> Facts | None:
    call = call_of_claim(one.claim)
    if call is None or call.plural or one.claim.aggregate or not call.definite or one.claim.caption:
        return None
    others = [other for other in telling if other is not one and not other.claim.aggregate]
    at, known = one.claim.trigger.start, {other.key for other in others}
    before = [(other.claim.sentence.start, other) for other in others if other.claim.trigger.start < at][-_CALLED_AT:]
    again = [(start, other) for start, other in mentioned if other.key in known]
    nearest = sorted((*before, *again), key=lambda entry: -entry[0])
    after = [(other.claim.sentence.start, other) for other in others if other.claim.trigger.start > at][:2]
    sure = _LEAST if one.reference or one.definite else _LEAST_INDEFINITE
    for told, least in ((nearest, sure), (after if one.reference else (), max(sure, 0.0))):
        ranked = nearest_called(call, told, kinship=kinship, mention=one)
        if ranked and ranked[0][0] >= least:
            return ranked[0][1]
    return None


def _thin(one: Facts, told: Sequence[Facts], kinship: Kinship) -> Facts | None:
    if is_habitual(one.claim):
        return None
    alike = [other for other in told if other.claim.type == one.claim.type and not points(other)]
    before = [other for other in alike if other.claim.trigger.start < one.claim.trigger.start][-_LOOKED_AT:]
    after = [other for other in alike if other.claim.trigger.start > one.claim.trigger.start][:1]
    return _antecedent(one, before, kinship) or _antecedent(one, after, kinship)


def _antecedent(one: Facts, before: Sequence[Facts], kinship: Kinship) -> Facts | None:
    ranked: list[tuple[float, int]] = []
    for at, other in enumerate(before):
        reasons = [*when(one, other), *where(one, other), *who(one, other, kinship)]
        if one.claim.aggregate == other.claim.aggregate and not any(reason.bars for reason in reasons):
            parties = sum(reason.weight for reason in who(one, other, kinship))
            if parties >= 0:
                ranked.append((round(parties, 1), at))
    return before[max(ranked)[1]] if ranked else None
