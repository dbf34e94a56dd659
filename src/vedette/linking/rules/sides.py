"""Whose dead and wounded: on the side of those who did it, of those it was done to, or civilians, where claims say."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from vedette.coding.toll import toll as read_toll
from vedette.linking.kin import label, words
from vedette.linking.rules.said import Said
from vedette.linking.rules.tolls import Field, toll
from vedette.model import Claim, Party, SideToll, Toll, TollRange
from vedette.registry.phrase import core, kind_of

ACTOR, TARGET, CIVILIAN, UNKNOWN = SIDES = ("actor", "target", "civilian", "unknown")

_ANYBODY = frozenset(
    "people person persons man men dead victim victims casualty casualties body bodies death deaths fatality "
    "fatalities other others member members number injured wounded nobody one life lives injury injuries".split()
)
_OWN = re.compile(r"\b(?:attackers?|assailants?|suicide bombers?|bombers?|hijackers?|perpetrators?|raiders?)\b", re.I)
_NOT_ARMED = re.compile(r"\b(?:civilians?|non-?combatants?|unarmed|bystanders?|passers-?by)\b", re.I)
_FIGHTING = frozenset({"military", "police", "armed group", "intelligence", "coalition"})
_UNARMED = frozenset({"civilians", "media", "ngo"})
_INCLUDING = re.compile(r"[,(]?\s*\b(?:including|among them|incl\.)\s+(?P<part>[^;()]+)", re.I)
_AND = re.compile(r"\s*,\s+(?:and\s+)?|\s+and\s+|\s+as well as\s+|\s+plus\s+")


def by_side(said: Sequence[Said], field: Field, *, whole: TollRange | None) -> tuple[SideToll, ...]:
    """Give the toll of each side that a claim tells apart, by the rules of the whole toll; what is left of the whole
    is unknown. Nothing where no claim says whose dead they were."""
    if whole is None or whole.high == 0:
        return ()
    split = {one.claim.claim_id: found for one in said if (found := parts(one.claim, field(one.claim)))}
    if not split:
        return ()
    told = []
    for side in (ACTOR, TARGET, CIVILIAN):
        counted = toll(said, partial(_part, split, side))
        if counted is not None and counted.high != 0:
            told.append(_of(side, counted))
    rest = _rest(whole, told)
    return (*told, rest) if told and rest else tuple(told)


def _part(split: Mapping[str, Mapping[str, Toll]], side: str, claim: Claim) -> Toll | None:
    return split.get(claim.claim_id, {}).get(side)


def parts(claim: Claim, told: Toll | None) -> dict[str, Toll]:
    """Split what a claim says of its dead, or wounded, by side; people of whom it says nothing are left out.

    "Three soldiers and two farmers" are two parts; "ten people, including four children" at least four civilians.
    """
    if told is None or told.text is None:
        return {}
    found: dict[str, list[Toll]] = defaultdict(list)
    for phrase, figure in _pieces(told):
        side = side_of(phrase, claim)
        if side is not None:
            found[side].append(figure)
    return {side: _sum(figures) for side, figures in found.items()}


def side_of(phrase: str, claim: Claim) -> str | None:
    """Say on whose side the people of a phrase were; None where the claim does not tell."""
    if _OWN.search(phrase):
        return ACTOR
    if _NOT_ARMED.search(phrase):
        return CIVILIAN
    named = [side for side, parties in _sides(claim) if any(_names(phrase, party) for party in parties)]
    kind = _kind(phrase)
    if kind in _UNARMED:
        return CIVILIAN
    if len(named) == 1:
        return named[0]
    if kind is None:
        return _side_of_whom(claim)
    # "Three soldiers": of the army that attacked or was attacked, if only one of them is an army; who is told to have
    # died in an attack without more is of those attacked.
    alike = [side for side, parties in _sides(claim) if any(_alike(kind, party) for party in parties)]
    return ACTOR if alike == [ACTOR] else TARGET


def _sides(claim: Claim) -> tuple[tuple[str, tuple[Party, ...]], ...]:
    return (ACTOR, claim.actor), (TARGET, claim.target)


@lru_cache(maxsize=20_000)
def _figure(phrase: str) -> Toll | None:
    """Read how many people a phrase means; the same phrases come again and again."""
    return read_toll(phrase)


@lru_cache(maxsize=20_000)
def _kind(phrase: str) -> str | None:
    """Give the kind of fighters or unarmed people that a phrase names by its head; None for people of any kind."""
    head = core(phrase).split()
    if not head or head[-1].casefold() in _ANYBODY:
        return None
    kind = kind_of(phrase)
    if kind == "person":
        return "military" if head[-1].casefold() in ("officer", "soldier", "general", "colonel", "commander") else None
    return kind if kind in _FIGHTING | _UNARMED else None


def _side_of_whom(claim: Claim) -> str | None:
    """Say whose "nine people" or "the dead" are: those of the target, where the target is people and of one kind."""
    kinds = {party.kind for party in claim.target}
    if kinds == {"civilians"} and not all(_kind(party.text) is None for party in claim.target):
        return CIVILIAN
    return TARGET if kinds and kinds <= {"armed group", "military", "police"} else None


def _names(phrase: str, party: Party) -> bool:
    """Say whether a phrase bears a party's name ("members of JNIM", "Malian soldiers" of Mali's army)."""
    said = {word.casefold().strip("'’") for word in re.findall(r"[\w'’-]+", phrase) if word[0].isupper()}
    known = words(party) | {word.casefold() for word in party.text.split() if word[0].isupper()}
    return bool(said & known) and label(party).casefold() not in _ANYBODY


def _alike(kind: str, party: Party) -> bool:
    if party.kind is None:
        return False
    regular = {"military", "police", "state", "government", "intelligence", "ministry", "coalition"}
    return (kind in regular) == (party.kind in regular) and party.kind in regular | {"armed group"}


def _pieces(told: Toll) -> list[tuple[str, Toll]]:
    """Give the phrases of a toll that count people by themselves, with their figures."""
    text = told.text or ""
    included = _INCLUDING.search(text)
    main = text[: included.start()] if included else text
    pieces = [(piece, figure) for piece in _AND.split(main) if (figure := _figure(piece)) is not None]
    counted = _sum([figure for _, figure in pieces]) if pieces else None
    if len(pieces) < 2 or counted is None or (counted.low, counted.high) != (told.low, told.high):
        pieces = [(main, told)]
    if included is None:
        return pieces
    inner = [(piece, figure) for piece in _AND.split(included["part"]) if (figure := _figure(piece)) is not None]
    return [(piece, replace(figure, high=told.high)) for piece, figure in inner]


def _sum(figures: Sequence[Toll]) -> Toll:
    total = figures[0]
    for figure in figures[1:]:
        total = total + figure
    return total


def _of(side: str, found: TollRange) -> SideToll:
    return SideToll(side=side, low=found.low, best=found.best, high=found.high, claims=found.claims)


def _rest(whole: TollRange, told: Sequence[SideToll]) -> SideToll | None:
    """Give what the sides leave of the whole; None where that is nobody for sure."""
    best = max(0, whole.best - sum(one.best for one in told))
    closed = all(one.high is not None for one in told)
    low = max(0, whole.low - sum(one.high or 0 for one in told)) if closed else 0
    high = None if whole.high is None else max(0, whole.high - sum(one.low for one in told))
    if best == 0:
        return None
    return SideToll(side=UNKNOWN, low=min(low, best), best=best, high=high, claims=whole.claims)
