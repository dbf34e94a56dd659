"""Claims of many reports become incidents, and stated causes become reactions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vedette.linking.absorbing import absorbed, placed
from vedette.linking.antecedents import point_back
from vedette.linking.bonds import chained
from vedette.linking.candidates import pairs
from vedette.linking.cluster import cluster, numbered
from vedette.linking.denials import denials
from vedette.linking.derive import derive
from vedette.linking.elaboration import elaborations, says_where
from vedette.linking.facts import Facts, facts_of
from vedette.linking.kin import Actors, Kinship
from vedette.linking.kinds import founds, verbal
from vedette.linking.ledger import Rulings, edited, rulings
from vedette.linking.origins import origins, voices
from vedette.linking.profile import profiled
from vedette.linking.reactions import reactions
from vedette.linking.rules import Said
from vedette.linking.score import BARRED, likeness
from vedette.linking.untangling import untangled
from vedette.model import Claim, Decision, Incident, Reaction, ReactionRef, Report

_WHOLE = 14  # words: a sentence so long is repeated only by copying
_COPIED_WITHIN = 4  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What the claims of a case come to: incidents by id, and the reactions between them."""

    incidents: tuple[Incident, ...] = ()
    reactions: tuple[Reaction, ...] = ()


def link(
    claims: Iterable[Claim],
    *,
    reports: Iterable[Report],
    decisions: Iterable[Decision] = (),
    registry: Actors | None = None,
) -> Linked:
    """Group claims into incidents and resolve stated causes.

    A pure function: the same claims, reports and decisions give the same incidents in whatever order they come.
    `registry` tells who belongs to whom; without it parties are compared by id, country and words alone.
    Raises UsageError when a decision edits a field that cannot be edited.
    """
    by_id = {report.id: report for report in reports}
    ruled, kinship = rulings(decisions), Kinship(registry)
    whole = {one.claim_id: edited(one, ruled.edits.get(one.claim_id, ())) for one in claims}
    origin = origins(by_id.values())
    facts = facts_of(untangled(whole.values()), reports=by_id, origin=origin)
    founding = point_back([one for one in facts if founds(one.claim)], kinship=kinship)
    groups = occurrences(founding, rulings=ruled, kinship=kinship)
    against = denials([one for one in facts if one.claim.status == "denied"], groups, kinship=kinship)
    voice = voices(by_id.values(), origin)
    incidents = [
        derive(_said(group, voice), _said(against.get(at, ()), voice), reports=by_id, rulings=ruled, kinship=kinship)
        for at, group in enumerate(groups)
    ]
    links = reactions(incidents, facts=facts, kinship=kinship, reports=by_id)
    return Linked(incidents=_with_reactions(incidents, links), reactions=links)


def occurrences(facts: Sequence[Facts], *, rulings: Rulings, kinship: Kinship) -> list[list[Facts]]:
    """Group the facts about one occurrence; what only points back ("the attacks") founds none of its own.

    A mention that calls an act told before ("the bombing"), or tells more of it without an exact place, goes where
    that act goes, unless a person ruled on it: it tells too little to be compared with what other reports say.
    """
    more = elaborations(facts, kinship=kinship)
    follows = _following(facts, more, rulings)
    same = [(key, act) for key, act in more.items() if key not in follows]
    groups = _told_groups([one for one in facts if one.key not in follows], same, rulings=rulings, kinship=kinship)
    home = {one.key: group for group in groups for one in group}
    for one in facts:
        act = _followed(one.key, follows)
        if act != one.key and act in home:
            home[act].append(one)
    groups = profiled(
        groups,
        likeness=lambda one, other: likeness(one, other, kinship=kinship),
        barred=BARRED,
        ruled=_ruled(rulings),
    )
    return [group for group in groups if any(_can_found(one) for one in group) and _happened(group)]


def _happened(group: Sequence[Facts]) -> bool:
    """Say whether a group tells when or where its act was; a statement need not."""
    return verbal(group[0].claim.type) or placed(group)


def _following(facts: Sequence[Facts], more: Mapping[str, str], rulings: Rulings) -> dict[str, str]:
    """Give the claims that go where another one goes, with that other one; none that a person ruled on."""
    ruled = _ruled(rulings)
    called = {one.key: one.antecedent for one in facts if one.antecedent and (one.definite or _tells_little(one))}
    told = {one.key: more[one.key] for one in facts if one.key in more and not says_where(one)}
    held = {one.key for one in facts}
    return {key: act for key, act in {**told, **called}.items() if key not in ruled and act in held}


def _ruled(rulings: Rulings) -> frozenset[str]:
    """Give the claims that a person ruled on."""
    return frozenset(key for pair in (*rulings.same, *rulings.different) for key in pair)


def _tells_little(one: Facts) -> bool:
    """Say whether a claim names neither its day nor its place: another side's word on an act just told."""
    return not (one.own_day or one.own_place)


def _followed(key: str, follows: Mapping[str, str]) -> str:
    """Give the claim at the end of a chain of followers."""
    seen = {key}
    while key in follows and follows[key] not in seen:
        key = follows[key]
        seen.add(key)
    return key


def _told_groups(
    facts: Sequence[Facts], same: Iterable[tuple[str, str]], *, rulings: Rulings, kinship: Kinship
) -> list[list[Facts]]:
    keys = [one.key for one in facts]
    seen: dict[tuple[int, int], float] = {}

    def alike(i: int, j: int) -> float:
        pair = (i, j) if i < j else (j, i)
        if pair not in seen:
            seen[pair] = likeness(facts[pair[0]], facts[pair[1]], kinship=kinship)
        return seen[pair]

    near = [(i, j) for i, j in pairs(facts) if alike(i, j) > 0]
    groups = cluster(
        len(facts),
        edges=near,
        score=alike,
        barred=BARRED,
        ruled=numbered(chained(rulings.same, keys), keys),
        same=[*copies(facts), *numbered(same, keys)],
        different=numbered(rulings.different, keys),
    )

    def whole(one: Facts, other: Facts) -> float:
        return likeness(one, other, kinship=kinship, damped=False)

    return absorbed(
        [[facts[i] for i in group] for group in groups],
        near=[(keys[i], keys[j]) for i, j in near],
        likeness=whole,
        barred=BARRED,
        kinship=kinship,
        ruled=_ruled(rulings),
    )


def copies(facts: Sequence[Facts]) -> list[tuple[int, int]]:
    """Give the pairs that are one sentence of one origin, or one long sentence in reports of a few days: what is copied
    says nothing new."""
    first: dict[tuple[object, ...], int] = {}
    found: list[tuple[int, int]] = []
    for i, one in enumerate(facts):
        claim = one.claim
        same = (claim.sentence.text, claim.trigger.start - claim.sentence.start, claim.type, claim.aggregate)
        whole = len(claim.sentence.text.split()) >= _WHOLE
        for key in ((one.origin, *same), *([same] if whole else [])):
            at = first.setdefault(key, i)
            if at != i and facts[at].claim.report_id != claim.report_id and _of_days(facts[at].claim, claim):
                found.append((at, i))
    return found


def _of_days(one: Claim, two: Claim) -> bool:
    """Say whether two reports can be of the same few days; a report without a date can."""
    if one.published is None or two.published is None:
        return True
    return abs((one.published - two.published).days) <= _COPIED_WITHIN


def _can_found(one: Facts) -> bool:
    if one.thin:
        return False
    return not one.reference or (not one.plural and bool(one.claim.target) and bool(one.claim.actor))


def _said(facts: Iterable[Facts], voice: Mapping[str, str]) -> list[Said]:
    return [
        Said(
            claim=one.claim,
            voice=voice.get(one.claim.report_id, one.claim.report_id),
            tells=not (one.thin or one.reference or (one.definite and one.antecedent)),
        )
        for one in facts
    ]


def _with_reactions(incidents: Sequence[Incident], links: Sequence[Reaction]) -> tuple[Incident, ...]:
    refs: dict[str, list[ReactionRef]] = {}
    for one in links:
        refs.setdefault(one.from_, []).append(_ref("because_of", one.because_of, one))
        refs.setdefault(one.because_of, []).append(_ref("to", one.from_, one))
    ordered = sorted(incidents, key=lambda one: one.incident_id)
    return tuple(replace(one, reactions=tuple(refs.get(one.incident_id, ()))) for one in ordered)


def _ref(direction: str, incident_id: str, one: Reaction) -> ReactionRef:
    return ReactionRef(
        direction=direction, incident_id=incident_id, basis=one.basis, probability=one.probability, quote=one.quote
    )
