"""The actors, or the targets, of an incident."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from vedette.linking.kin import ORGANS, Kin, Kinship, identified, label
from vedette.linking.referring import party_refers
from vedette.linking.rules.said import Said
from vedette.model import Claim, Party

_MOST = 6


def parties(said: Sequence[Said], side: Callable[[Claim], tuple[Party, ...]], *, kinship: Kinship) -> tuple[Party, ...]:
    """Give each party once, those with most voices first.

    Parties are one by registry id, or by name where they have none. A state gives way to the arm of it that is named
    ("United States" to "U.S. Central Command"), a nameless party ("militants") to a named one of its kind, and
    what only takes up something told ("the building") to any other.
    """
    behind: dict[str, set[str]] = defaultdict(set)
    best: dict[str, tuple[float, str, Party]] = {}
    for one in said:
        for party in side(one.claim):
            key = party.actor_id or label(party).casefold()
            behind[key].add(one.voice)
            best[key] = min(
                best.get(key, (9.0, "", party)),
                (-one.claim.probability, one.claim.claim_id, party),
                key=lambda entry: entry[:2],
            )
    found = [best[key][2] for key in sorted(behind, key=lambda key: (-len(behind[key]), best[key][0], key))]
    return tuple(_told_once(found, kinship))[:_MOST]


def _told_once(found: list[Party], kinship: Kinship) -> list[Party]:
    found = [party for party in found if not party_refers(party)] or found
    return [party for party in found if not any(_said_better(party, other, kinship) for other in found)]


def _said_better(party: Party, other: Party, kinship: Kinship) -> bool:
    """Say whether `other` names `party` more exactly."""
    if other is party:
        return False
    if not identified(party):
        return identified(other) and _one_kind(party, other)
    whole = party.kind == "state" and other.kind in ORGANS and other.kind != "state"
    return whole and identified(other) and kinship.of(party, other) is Kin.PART


def _one_kind(party: Party, other: Party) -> bool:
    """Say whether a nameless party can be the named one; people stay beside the place or body they were with."""
    if party.country and other.country and party.country != other.country:
        return False
    return party.kind == other.kind and party.kind is not None and party.kind != "civilians"
