"""A claim prepared for comparison: what is compared again and again is worked out once."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vedette.linking.kinds import family
from vedette.linking.mention import is_definite, is_plural, is_reference, is_thin, own_day, own_place, stated_day
from vedette.model import Claim, Party, Report

_WORD = re.compile(r"[^\W\d_][\w'’-]{2,}|\d+")
_STOP = frozenset(
    (
        "the and for with that this from were was has have had been its their his her they who which after before into "
        "near said says told also more than one two three over under against about between during according while when "
        "where are not but all any some such other others another our out there then them these those upon will would"
    ).split()
)
_AROUND_MIDNIGHT = re.compile(
    r"\b(night|overnight|midnight|late|early|dawn|pre-?dawn|hours of|evening|gmt|utc|est)\b", re.IGNORECASE
)
_SOON = 7  # days before publication in which news without a date is taken to have happened


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Facts:
    """What is compared of a claim. Days are ordinals; None is an open side.

    `words` weighs the sentence's words by how rare they are, with length 1. `reference` marks a mention that only
    points back ("the attack") with no day, place or toll of its own, `definite` one that may have a place ("the Kirkuk
    bombing"); `plural` one that points to several; `thin`
    one whose own sentence tells nothing but that there was such a thing; `antecedent` is the id of the claim that a
    reference or a thin mention belongs to. `seldom` says how rarely the case speaks of its country, 0 (always) upwards.
    """

    claim: Claim
    origin: str
    family: str
    from_: int | None
    to: int | None
    dated: bool
    around_midnight: bool
    own_day: bool
    own_place: bool
    reference: bool
    definite: bool
    plural: bool
    thin: bool
    countries: frozenset[str]
    weapons: frozenset[str]
    words: Mapping[str, float]
    seldom: float
    antecedent: str | None = None

    @property
    def key(self) -> str:
        """Give the id of the claim."""
        return self.claim.claim_id

    @property
    def width(self) -> int | None:
        """Give the days that the claim leaves open; None without end."""
        return None if self.from_ is None or self.to is None else self.to - self.from_ + 1

    @property
    def exact_day(self) -> bool:
        """Say whether the claim has a date of at most two days."""
        return self.dated and self.width is not None and self.width <= 2


def facts_of(claims: Iterable[Claim], *, reports: Mapping[str, Report], origin: Mapping[str, str]) -> list[Facts]:
    """Prepare claims for comparison, in the order of their ids."""
    ordered = sorted(claims, key=lambda claim: claim.claim_id)
    rarity, seldom = _rarity(ordered), _seldom(ordered)
    return [
        _facts(
            claim,
            reports.get(claim.report_id),
            origin.get(claim.report_id, claim.report_id),
            rarity,
            seldom.get(claim.place.country, 0.0),
        )
        for claim in ordered
    ]


def tokens(text: str) -> list[str]:
    """Give the words of a text that carry its content, lower case, plural s cut."""
    words = (word.casefold() for word in _WORD.findall(text))
    return [
        word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
        for word in words
        if word not in _STOP
    ]


def _facts(claim: Claim, report: Report | None, origin: str, rarity: Mapping[str, float], seldom: float) -> Facts:
    from_, to = _window(claim, report)
    reference = is_reference(claim)
    return Facts(
        claim=claim,
        origin=origin,
        family=family(claim.type),
        from_=from_,
        to=to,
        dated=stated_day(claim),
        around_midnight=bool(claim.when.stated and _AROUND_MIDNIGHT.search(claim.when.text or "")),
        own_day=own_day(claim),
        own_place=own_place(claim),
        reference=reference,
        definite=is_definite(claim),
        plural=is_plural(claim),
        thin=is_thin(claim),
        countries=_countries(claim),
        weapons=frozenset(word for span in claim.weapon for word in tokens(span.text)),
        words=_vector(claim.sentence.text, rarity),
        seldom=seldom,
    )


def _window(claim: Claim, report: Report | None) -> tuple[int | None, int | None]:
    """Give the days of a claim; without a date of its own, news is recent and background only past."""
    day = claim.published or (report.day if report else None)
    if stated_day(claim):
        return _ordinal(claim.when.from_), _ordinal(claim.when.to)
    if day is None:
        return None, None
    return (None if claim.background or claim.caption else day.toordinal() - _SOON), day.toordinal()


def _countries(claim: Claim) -> frozenset[str]:
    if claim.place.country:
        return frozenset({claim.place.country})
    parties: tuple[Party, ...] = (*claim.actor, *claim.target)
    return frozenset(party.country for party in parties if party.country)


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


def _rarity(claims: list[Claim]) -> dict[str, float]:
    """Weigh each word by how few sentences it stands in; a sentence counts once, however many claims it makes."""
    sentences = {claim.sentence.text for claim in claims}
    held = Counter(word for text in sorted(sentences) for word in set(tokens(text)))
    return {word: math.log(1 + len(sentences) / count) for word, count in held.items()}


def _seldom(claims: list[Claim]) -> dict[str | None, float]:
    """Weigh each country by how small a share of the reports with places speak of it."""
    reports = {(claim.report_id, claim.place.country) for claim in claims if claim.place.country}
    told = len({report_id for report_id, _ in reports})
    return {country: math.log(told / count) for country, count in Counter(place for _, place in reports).items()}


def _vector(text: str, rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {word: rarity.get(word, 1.0) for word in sorted(set(tokens(text)))}
    length = math.sqrt(sum(value * value for value in weights.values())) or 1.0
    return {word: value / length for word, value in weights.items()}
