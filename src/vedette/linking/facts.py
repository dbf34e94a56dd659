"""A claim prepared for comparison: what is compared again and again is worked out once."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vedette.codebook.acts import act_noun, is_plural_act
from vedette.linking.kinds import family, verbal
from vedette.model import Claim, Party, Place, Report, Toll, WherePrecision

_WORD = re.compile(r"[^\W\d_][\w'’-]{2,}|\d+")
_STOP = frozenset(
    (
        "the and for with that this from were was has have had been its their his her they who which after before into "
        "near said says told also more than one two three over under against about between during according while when "
        "where are not but all any some such other others another our out there then them these those upon will would"
    ).split()
)
_POINTS_BACK = re.compile(
    r"\b(the|this|that|these|those|such|both|its|their|his|her|recent|latest|same|earlier)"
    r"(?:\s+(?!(?:said|says|had|has|was|were|in|on|of|by|for|from)\b)(?:\w+[’'\w.-]*)){0,2}\s*$",
    re.IGNORECASE,
)
_CALLED_AGAIN = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # acts that nouns take up; a statement is told each time
_AROUND_MIDNIGHT = re.compile(
    r"\b(night|overnight|midnight|late|early|dawn|pre-?dawn|hours of|evening|gmt|utc|est)\b", re.IGNORECASE
)
_BESIDE = 15  # characters after "the raid" in which a place is the raid's
_OF_WHOM = re.compile(r"\s+(?:of|on|against)\s+[^,.;:]{2,40}\s(?:in|at|near|outside|around)\s+(?:the\s+)?")
_EVERY = re.compile(
    r"\b(?:every|each)\s+(?:\w+\s+)?(?:day|night|week|month|hour)s?\b|\b(?:nightly|time and again)\b", re.IGNORECASE
)
_NTH = re.compile(
    r"\b(?:it|this|that|which)\s+(?:is|was|marked)\s+(?:\w+\s+)?the\s+(?!last\b)\w+\s+time\b", re.IGNORECASE
)
_OPEN = re.compile(r"(?:since|until)\s(?!time\b)")  # how a day was read: what goes on since then, or went on till then
_CONTEXT = re.compile(r"(?:war|conflict|hostilities|violence|unrest|insurgency|crisis)", re.IGNORECASE)
_FIGURE = re.compile(
    r"\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundreds?|dozens?|scores|thousands?|several|no|nobody|none|both)\b",
    re.IGNORECASE,
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
    reference = _is_reference(claim)
    return Facts(
        claim=claim,
        origin=origin,
        family=family(claim.type),
        from_=from_,
        to=to,
        dated=_stated_day(claim),
        around_midnight=bool(claim.when.stated and _AROUND_MIDNIGHT.search(claim.when.text or "")),
        own_day=_own_day(claim),
        own_place=_own_place(claim),
        reference=reference,
        definite=_is_definite(claim),
        plural=_is_plural(claim),
        thin=_is_thin(claim),
        countries=_countries(claim),
        weapons=frozenset(word for span in claim.weapon for word in tokens(span.text)),
        words=_vector(claim.sentence.text, rarity),
        seldom=seldom,
    )


def _window(claim: Claim, report: Report | None) -> tuple[int | None, int | None]:
    """Give the days of a claim; without a date of its own, news is recent and background only past."""
    day = claim.published or (report.day if report else None)
    if _stated_day(claim):
        return _ordinal(claim.when.from_), _ordinal(claim.when.to)
    if day is None:
        return None, None
    return (None if claim.background or claim.caption else day.toordinal() - _SOON), day.toordinal()


def _stated_day(claim: Claim) -> bool:
    """Say whether coding found a day; "some time before the report" is none."""
    return claim.when.known and (claim.when.stated or claim.when.from_ is not None)


def _is_reference(claim: Claim) -> bool:
    return _is_definite(claim) and not (_own_place(claim) or claim.weapon)


def _is_definite(claim: Claim) -> bool:
    before = claim.sentence.text[: max(0, claim.trigger.start - claim.sentence.start)]
    bare = not (_own_day(claim) or _counts(claim.killed) or _counts(claim.injured))
    return bare and _calls(claim) and bool(_POINTS_BACK.search(before))


def _own_day(claim: Claim) -> bool:
    return claim.when.stated and _within(claim, claim.when.start)


def _own_place(claim: Claim) -> bool:
    """Say whether a claim's place stands in its sentence; of an act only called again, in the phrase that calls it."""
    start = claim.place.start
    if start is None or not _within(claim, start):
        return False
    before = claim.sentence.text[: max(0, claim.trigger.start - claim.sentence.start)]
    called = _POINTS_BACK.search(before) if _calls(claim) else None
    if called is None:
        return True
    if claim.sentence.start + called.start() <= start < claim.trigger.end + _BESIDE:
        return True
    between = claim.sentence.text[claim.trigger.end - claim.sentence.start : max(0, start - claim.sentence.start)]
    return _OF_WHOM.fullmatch(between) is not None


def _is_plural(claim: Claim) -> bool:
    return _calls(claim) and is_plural_act(claim.trigger.text)


def _calls(claim: Claim) -> bool:
    noun = act_noun(claim.trigger.text)
    return noun is not None and noun.type in _CALLED_AGAIN


def _is_thin(claim: Claim) -> bool:
    """Say whether a mention is too poor to be a happening of its own.

    A toll makes one, or a day or a place (finer than a country) together with somebody or something in it; what is
    told without either is context ("attacks on U.S. forces have gone on"). A statement needs somebody in it; a protest
    needs nobody where both its day and its place are told.
    """
    if verbal(claim.type):
        return not (claim.actor or claim.target)
    if _habitual(claim) or (claim.background and _CONTEXT.fullmatch(claim.trigger.text)):
        return True
    if _figured(claim.killed) or _figured(claim.injured):
        return False
    if claim.type == "PROTEST" and _stated_day(claim) and _fine(claim.place):
        return False
    return not ((_stated_day(claim) or _fine(claim.place)) and bool(claim.actor or claim.target or claim.weapon))


def _habitual(claim: Claim) -> bool:
    """Say whether a sentence tells what keeps happening ("shelled almost every night"), or counts an act told elsewhere
    among others ("It is the third time that ..."); what has a day or a toll of its own is an act."""
    if _counts(claim.killed) or _counts(claim.injured):
        return False
    if _OPEN.match(claim.when.basis) and claim.type == "ASSAULT":
        return True
    if _own_day(claim):
        return False
    text, at = claim.sentence.text, max(0, claim.trigger.start - claim.sentence.start)
    return _EVERY.search(text) is not None or _NTH.search(text, 0, at) is not None


def _fine(place: Place) -> bool:
    return place.known and place.precision is not None and place.precision < WherePrecision.COUNTRY


def _within(claim: Claim, start: int | None) -> bool:
    return start is not None and claim.sentence.start <= start < claim.sentence.end


def _counts(toll: Toll | None) -> bool:
    return toll is not None and toll.text is not None


def _figured(toll: Toll | None) -> bool:
    """Say whether a toll was counted; "the killing of their commanders" tells of no act that is not known."""
    return toll is not None and toll.text is not None and _FIGURE.search(toll.text) is not None


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
