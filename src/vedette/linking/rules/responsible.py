"""Who is held responsible for an incident, by whom; who owns to it, and who denies it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from vedette.linking.kin import Kin, Kinship, label
from vedette.linking.rules.said import Said
from vedette.model import Party, Responsibility, Source

ACCUSED, CLAIMED, DENIED = STANCES = ("accused", "claimed", "denied")
_OWN = (Kin.SAME, Kin.PART)


def responsible(said: Sequence[Said], contesting: Sequence[Said], *, kinship: Kinship) -> tuple[Responsibility, ...]:
    """Give each party that a claim names as the doer, with who says so.

    Claimed: the source is the party itself, or what it is part of. Denied: a claim that contests the incident names it
    as the doer. Accused: anybody else says so; a claim without a source is its outlet's word. A party may be all
    three. Ordered by the number of voices, then by name.
    """
    behind: dict[tuple[str, str], list[tuple[Said, Party]]] = defaultdict(list)
    for stance, one, party in _told(said, contesting, kinship):
        behind[stance, party.actor_id or label(party).casefold()].append((one, party))
    found = [_one(stance, ones) for (stance, _), ones in behind.items()]
    voices = {id(one): len({each.voice for each, _ in ones}) for one, ones in zip(found, behind.values(), strict=True)}
    return tuple(sorted(found, key=lambda one: (-voices[id(one)], STANCES.index(one.stance), label(one.party))))


def _told(said: Sequence[Said], contesting: Sequence[Said], kinship: Kinship) -> Iterator[tuple[str, Said, Party]]:
    for one in said:
        for party in one.claim.actor:
            own = one.claim.source is not None and owns(one.claim.source, party, kinship)
            yield CLAIMED if own else ACCUSED, one, party
    for one in contesting:
        for party in one.claim.actor:
            yield DENIED, one, party


def owns(source: Source, party: Party, kinship: Kinship) -> bool:
    """Say whether a source is the party itself or its superior; only known ones can be."""
    if not (source.actor_id and party.actor_id):
        return False
    speaker = Party(text=source.text, start=source.start, end=source.end, actor_id=source.actor_id)
    return kinship.of(speaker, party) in _OWN


def _one(stance: str, ones: Sequence[tuple[Said, Party]]) -> Responsibility:
    surest = min(ones, key=lambda pair: (-pair[0].claim.probability, pair[0].claim.claim_id))[1]
    return Responsibility(
        party=surest,
        stance=stance,
        by=tuple(sorted({_who_says(one) for one, _ in ones})),
        claims=tuple(sorted({one.claim.claim_id for one, _ in ones})),
    )


def _who_says(one: Said) -> str:
    source = one.claim.source
    return (source.name or source.text) if source else one.claim.outlet or one.claim.url
