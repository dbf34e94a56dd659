"""Poor tellings go to the act that they tell again: what names no exact place and day of its own is, in a report that
tells of such an act fully, hardly ever another one."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from vedette.linking.facts import Facts
from vedette.linking.kin import Kin, Kinship, identified
from vedette.linking.lookups import Days, Spots, alone_of_its_day, is_fine, poor, takes_up

Likeness = Callable[[Facts, Facts], float]
_LEAST_WITHIN = -3.3  # of the best pair of a poor telling and an act of one report
_LEAST_ACROSS = 0.0
_BEFORE, _NEXT = 0.3, 0.4  # for an act told before, and one told in the sentence right before
_LEAST_SPOT = -2.2  # of a poor telling that names an exact place and an act told there by another report
_LEAST_ALONE = -1.4  # of one that names no place, and the only act of its day, country and mode
_POOR = 0.8  # what is asked more of two poor tellings
_OLDER = 2.0
_PER_DAY = 0.03  # the later of two acts is rather meant
_MONTHS = 93  # days
_NEAR = 3  # characters between two sentences of one paragraph
_EVENING = re.compile(r"\b(?:evening|late)\b(?!.*\b(?:gmt|utc|time)\b)", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:another|separate(?:ly)?|second|third|fourth|elsewhere|also|meanwhile|in addition|further|other|more)\b",
    re.IGNORECASE,
)


def absorbed(
    groups: Sequence[Sequence[Facts]],
    *,
    near: Iterable[tuple[str, str]],
    likeness: Likeness,
    barred: float,
    kinship: Kinship,
    ruled: frozenset[str] = frozenset(),
) -> list[list[Facts]]:
    """Give the groups with each poor one put into the act that it fits best: of its own report first, else of those
    that `near` (pairs of claims scored above 0) leads to. What a person ruled on stays; ties go to the first group.
    """
    kept = {at: list(group) for at, group in enumerate(groups)}
    home = {one.key: at for at, group in kept.items() for one in group}
    beside, spots, days = _beside(groups), Spots(groups), Days(groups)
    across: dict[str, set[str]] = defaultdict(set)
    for left, right in near:
        across[left].add(right)
        across[right].add(left)
    for at in sorted(kept, key=lambda at: (-len(kept[at]), at)):
        if not poor(groups[at]) or any(one.key in ruled for one in groups[at]):
            continue
        near_by = {home[key] for one in groups[at] for key in spots.at(one) if key in home}
        if not _of_another(groups[at]):
            near_by |= {home[key] for one in groups[at] for key in (*beside[one.claim.report_id], *across[one.key])}
            alone = {home[key] for one in groups[at] for key in days.at(one)} - {at}
            near_by |= alone if len(alone) == 1 else set()
        best = _best(at, near_by, kept, likeness=likeness, barred=barred, kinship=kinship, poor_too=False)
        if best is None:
            best = _best(at, near_by, kept, likeness=likeness, barred=barred, kinship=kinship, poor_too=True)
        if best is not None:
            kept[best] += kept.pop(at)
            home.update({one.key: best for one in kept[best]})
    return [sorted(group, key=lambda one: one.key) for _, group in sorted(kept.items())]


def _of_another(group: Sequence[Facts]) -> bool:
    """Say whether a group only calls an act ("the Dakar bombing") that was found to be none of its report's."""
    return all((one.definite or one.reference) and one.antecedent is None for one in group)


def placed(group: Sequence[Facts]) -> bool:
    """Say whether anything of a group says when or where it happened, at least which months or which town.

    What goes on for longer is a state ("encircled for three years"), unless it has a toll.
    """
    held = any(one.claim.killed or one.claim.injured for one in group)
    return any(_of_months(one) or (held and one.dated) or (is_fine(one) and not one.dated) for one in group)


def _of_months(one: Facts) -> bool:
    return one.dated and (one.width or 0) <= _MONTHS


def _beside(groups: Sequence[Sequence[Facts]]) -> dict[str, list[str]]:
    """Give the claims of each report."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in (one for group in groups for one in group):
        found[one.claim.report_id].append(one.key)
    return found


def _best(
    at: int,
    others: Iterable[int],
    kept: dict[int, list[Facts]],
    *,
    likeness: Likeness,
    barred: float,
    kinship: Kinship,
    poor_too: bool,
) -> int | None:
    ranked: list[tuple[float, int]] = []
    for other in sorted(others):
        if other == at or kept[other][0].family != kept[at][0].family or poor(kept[other]) != poor_too:
            continue
        fits = _fit(kept[at], kept[other], likeness, barred, kinship, poor_too=poor_too)
        if fits is not None and fits >= (_POOR if poor_too else 0.0):
            ranked.append((fits, -other))
    return -max(ranked)[1] if ranked else None


def _fit(
    group: Sequence[Facts],
    act: Sequence[Facts],
    likeness: Likeness,
    barred: float,
    kinship: Kinship,
    *,
    poor_too: bool,
) -> float | None:
    """Weigh how far above what is asked the best pair lies; None when it lies below or any pair may not be joined."""
    best: float | None = None
    for one in group:
        for other in act:
            score = likeness(one, other)
            if score <= barred or _by_others(one, other, kinship):
                return None
            if one.claim.report_id == other.claim.report_id and (
                _two_acts(one, other) or _of_two_days(one, other, sure=not poor_too)
            ):
                return None
            if poor_too and not _share(one, other, kinship):
                continue
            over = _over(one, other, score)
            if over is not None and over >= 0 and (best is None or over > best):
                best = over
    return best


def _share(one: Facts, other: Facts, kinship: Kinship) -> bool:
    """Say whether two poor tellings name one place or party: their days alone join none."""
    left, right = one.claim, other.claim
    place = left.place.name is not None and left.place.name == right.place.name
    sides = (kinship.nearest(left.actor, right.actor), kinship.nearest(left.target, right.target))
    return place or any(side in (Kin.SAME, Kin.PART) for side in sides)


def _by_others(one: Facts, other: Facts, kinship: Kinship) -> bool:
    """Say whether two acts were done by different sides, both of them known."""
    doers, others = one.claim.actor, other.claim.actor
    return kinship.nearest(doers, others) is Kin.APART and all(map(identified, (*doers, *others)))


def _over(one: Facts, other: Facts, score: float) -> float | None:
    if one.claim.report_id != other.claim.report_id:
        return _over_across(one, other, score)
    if _another(one):
        return None
    if one.claim.sentence.start == other.claim.sentence.start:
        return score - _LEAST_WITHIN if _one_doer(one, other) else None
    gap = one.claim.sentence.start - other.claim.sentence.end
    nearer = (_BEFORE if gap >= 0 else 0.0) + (_NEXT if 0 <= gap <= _NEAR else 0.0)
    return score - _LEAST_WITHIN + nearer


def _over_across(one: Facts, other: Facts, score: float) -> float:
    if takes_up(one, other):
        # What has no day is taken for recent; a name may reach further back than that.
        ago = (one.to or 0) - (other.to or 0)
        return score - _LEAST_SPOT + (_OLDER if (one.from_ or 0) > (other.to or 0) else 0.0) - _PER_DAY * ago
    return score - (_LEAST_ALONE if alone_of_its_day(one, other) else _LEAST_ACROSS)


def _one_doer(one: Facts, other: Facts) -> bool:
    return bool(one.claim.actor) and one.claim.actor == other.claim.actor


def _two_acts(one: Facts, other: Facts) -> bool:
    """Say whether a report tells two apart: one is history and one news, their days or their own places differ."""
    if one.claim.background != other.claim.background or _before(one, other) or _before(other, one):
        return True
    both = one.own_place and other.own_place and is_fine(one) and is_fine(other)
    return both and one.claim.place.name != other.claim.place.name


def _of_two_days(one: Facts, other: Facts, *, sure: bool) -> bool:
    """Say whether two claims have each a day, and not the same one; where that must be `sure`, of their own, and not
    around midnight."""
    if not (one.exact_day and other.exact_day):
        return False
    if sure and (
        not (one.own_day and other.own_day) or _one_night(*sorted((one, other), key=lambda fact: fact.from_ or 0))
    ):
        return False
    return (one.from_ or 0) > (other.to or 0) or (other.from_ or 0) > (one.to or 0)


def _one_night(earlier: Facts, later: Facts) -> bool:
    """Say whether two days may be of one night: the evening of a day begins none with the day before."""
    in_the_evening = _EVENING.search(later.claim.when.text or "") is not None
    return earlier.around_midnight or (later.around_midnight and not in_the_evening)


def _before(one: Facts, other: Facts) -> bool:
    """Say whether a claim's last day, which the report states, lies before the other's first."""
    last, first = one.claim.when.to, other.claim.when.from_
    return one.claim.when.stated and last is not None and first is not None and (first - last).days > 1


def _another(one: Facts) -> bool:
    """Say whether a claim's own clause calls it another act."""
    start = max(0, one.claim.trigger.start - one.claim.sentence.start)
    return _ANOTHER.search(one.claim.sentence.text[:start]) is not None
