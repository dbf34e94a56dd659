"""What tellings of acts are looked up by: the exact place, or the day with country and mode."""

from collections import defaultdict
from collections.abc import Sequence

from vedette.linking.facts import Facts
from vedette.linking.features.where import fine
from vedette.linking.kinds import near_modes, verbal

_LOOK_BACK = 31  # days before its publication from which a telling without a day may take up an act
_FRESH, _WEEK = 3, 7  # days


class Spots:
    """The fully told acts by their exact place, so that "the attack on the Djibo base" finds those of Djibo."""

    def __init__(self, groups: Sequence[Sequence[Facts]]) -> None:
        self._by_name: dict[tuple[str | None, str | None, str], list[Facts]] = defaultdict(list)
        for one in (one for group in groups if not poor(group) for one in group):
            if is_fine(one) and one.exact_day:
                self._by_name[_spot(one)].append(one)

    def at(self, one: Facts) -> list[str]:
        """Give the claims whose act a claim that names its place, but no day, may take up."""
        if not (one.own_place and is_fine(one)) or _begins(one):
            return []
        return [other.key for other in self._by_name.get(_spot(one), ()) if takes_up(one, other)]


class Days:
    """The fully told acts by day, country and mode, for a telling that names no place but the only one of its day."""

    def __init__(self, groups: Sequence[Sequence[Facts]]) -> None:
        self._held: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for one in (one for group in groups if not poor(group) for one in group):
            for key in day_keys(one):
                self._held[key].append(one.key)

    def at(self, one: Facts) -> list[str]:
        """Give the claims of that day, country and mode where a claim names no exact place."""
        return [] if is_fine(one) else [key for day in day_keys(one) for key in self._held.get(day, ())]


def day_keys(one: Facts) -> list[tuple[object, ...]]:
    """Give what the acts of one day share: the family, each day, the country, the modes that reports mix up."""
    mode = one.claim.mode
    if not one.exact_day or not mode or mode == "other":
        return []
    parties = (*one.claim.actor, *one.claim.target)
    countries = one.countries | {party.country for party in parties if party.country}
    days = range(one.from_ or 0, (one.to or 0) + 1)
    return [
        (one.family, day, country, near) for day in days for country in sorted(countries) for near in near_modes(mode)
    ]


def spot_keys(one: Facts) -> list[tuple[object, ...]]:
    """Give what the acts of one place and day share: its name, each day, the family. News without a day is of the last
    days before its report."""
    if not is_fine(one) or one.to is None or (one.dated and (one.width is None or one.width > _WEEK)):
        return []
    first = (one.from_ or one.to) - 1 if one.dated else one.to - _FRESH
    return [(*_spot(one), day) for day in range(first, one.to + 1)]


def alone_of_its_day(one: Facts, other: Facts) -> bool:
    """Say whether a telling without an exact place has the day, country and mode of an act told fully."""
    return not is_fine(one) and bool(set(day_keys(one)) & set(day_keys(other)))


def is_fine(one: Facts) -> bool:
    """Say whether a claim's place is an exact one."""
    return fine(one.claim.place)


def _spot(one: Facts) -> tuple[str | None, str | None, str]:
    return one.claim.place.name, one.claim.place.country, one.family


def _begins(one: Facts) -> bool:
    """Say whether a claim has a first day; "by Wednesday" and a report's own day are bounds alone."""
    return one.dated and one.from_ is not None


def takes_up(one: Facts, other: Facts) -> bool:
    """Say whether a telling without a day may be of an act at the same exact place, not long before its report."""
    if _begins(one) or one.to is None or other.to is None or not (one.own_place and is_fine(one) and is_fine(other)):
        return False
    return _spot(one) == _spot(other) and 0 <= one.to - other.to <= _LOOK_BACK


def poor(group: Sequence[Facts]) -> bool:
    """Say whether no claim of a group names an exact place itself and has an exact day."""
    return not any(one.own_place and one.exact_day and is_fine(one) for one in group) and not verbal(
        group[0].claim.type
    )
