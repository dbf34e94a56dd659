"""All that a group of claims tells of its act, as one: the day from one claim, the toll from another."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from vedette.linking.facts import Facts
from vedette.linking.features.where import fine
from vedette.linking.kinds import verbal
from vedette.linking.lookups import day_keys, spot_keys
from vedette.model import Party

Likeness = Callable[[Facts, Facts], float]
_LEAST = -0.06  # of two profiles of different reports; little below 0, where nothing speaks against them
_UNKNOWN = 9  # after the coarsest precision
_CROWD = 60  # groups that share what they are looked up by: of so many, it tells no two apart


def profiled(
    groups: Sequence[Sequence[Facts]],
    *,
    likeness: Likeness,
    barred: float,
    ruled: frozenset[str] = frozenset(),
) -> list[list[Facts]]:
    """Join groups of different reports whose profiles tell one act, the surest first; those of one place or day are
    compared, and what a person ruled on stays as it is."""
    kept = {at: list(group) for at, group in enumerate(groups)}
    free = {at for at, group in kept.items() if not _stays(group, ruled)}
    told = {at: profile(kept[at]) for at in sorted(free)}
    ranked = sorted(
        ((likeness(told[one], told[other]), one, other) for one, other in _pairs(told)),
        key=lambda entry: (-entry[0], entry[1:]),
    )
    home = {at: at for at in kept}
    for score, one, other in ranked:
        left, right = sorted((home[one], home[other]))
        if score < _LEAST or left == right or not _may_join(kept[left], kept[right], likeness, barred):
            continue
        kept[left] += kept.pop(right)
        home.update({at: left for at, where in home.items() if where == right})
    return [sorted(group, key=lambda one: one.key) for _, group in sorted(kept.items())]


def profile(group: Sequence[Facts]) -> Facts:
    """Give one claim's facts completed by the others': the narrowest day, the finest place, the parties of all."""
    base = min(group, key=lambda one: (one.thin, one.reference, not one.own_place, not one.exact_day, one.key))
    day = min(group, key=lambda one: (not one.dated, one.width or 10**6, not one.own_day, one.key))
    place = _place(group)
    claim = replace(
        base.claim,
        when=day.claim.when,
        place=place.claim.place,
        actor=_parties(one.claim.actor for one in group),
        target=_parties(one.claim.target for one in group),
        killed=next((one.claim.killed for one in group if one.claim.killed is not None), None),
        injured=next((one.claim.injured for one in group if one.claim.injured is not None), None),
        mode=_mode(group),
    )
    return replace(
        base,
        claim=claim,
        from_=day.from_,
        to=day.to,
        dated=day.dated,
        own_day=day.own_day,
        around_midnight=any(one.around_midnight for one in group),
        own_place=place.own_place,
        countries=place.countries,
        reference=False,
        thin=False,
        definite=False,
        antecedent=None,
    )


def _place(group: Sequence[Facts]) -> Facts:
    """Give the claim with the finest place; of those that name it, the one that leaves most open ("near Gao")."""
    finest = min(group, key=lambda one: (not fine(one.claim.place), not one.own_place, _fineness(one), one.key))
    named = [
        one for one in group if one.own_place == finest.own_place and one.claim.place.name == finest.claim.place.name
    ]
    return max(named, key=lambda one: (_fineness(one), one.key))


def _fineness(one: Facts) -> int:
    return int(one.claim.place.precision or _UNKNOWN)


def _stays(group: Sequence[Facts], ruled: frozenset[str]) -> bool:
    return verbal(group[0].claim.type) or any(one.key in ruled or one.claim.aggregate for one in group)


def _pairs(told: Mapping[int, Facts]) -> set[tuple[int, int]]:
    by_key: dict[object, list[int]] = {}
    for at, one in told.items():
        for key in (*spot_keys(one), *day_keys(one)):
            by_key.setdefault(key, []).append(at)
    few = [found for found in by_key.values() if len(found) <= _CROWD]
    return {(one, other) for found in few for n, one in enumerate(found) for other in found[n + 1 :]}


def _may_join(one: Sequence[Facts], other: Sequence[Facts], likeness: Likeness, barred: float) -> bool:
    """Say whether no report tells both and no two of their claims are of two acts."""
    if {fact.claim.report_id for fact in one} & {fact.claim.report_id for fact in other}:
        return False
    return all(likeness(left, right) > barred for left in _telling(one) for right in _telling(other))


def _telling(group: Sequence[Facts]) -> list[Facts]:
    """Give the claims that tell the act themselves; all of them where each only points to it."""
    return [one for one in group if not (one.thin or one.reference or one.definite)] or list(group)


def _parties(told: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    found = {(party.actor_id or party.text): party for parties in told for party in parties}
    return tuple(found.values())


def _mode(group: Sequence[Facts]) -> str | None:
    modes = Counter(one.claim.mode for one in group if one.claim.mode not in (None, "other"))
    return max(sorted(modes), key=lambda mode: modes[mode]) if modes else group[0].claim.mode
