"""How a claim's own sentence tells of its happening: points back to it, says when and where, or hardly tells it."""

import re

from vedette.codebook.acts import act_noun, is_plural_act
from vedette.linking.kinds import verbal
from vedette.model import Claim, Place, Toll, WherePrecision

_POINTS_BACK = re.compile(
    r"\b(the|this|that|these|those|such|both|its|their|his|her|recent|latest|same|earlier)"
    r"(?:\s+(?!(?:said|says|had|has|was|were|in|on|of|by|for|from)\b)(?:\w+[’'\w.-]*)){0,2}\s*$",
    re.IGNORECASE,
)
_THE_SAME = re.compile(r"\b(?:the\s+same|that|those)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_FELL_IN_IT = re.compile(
    r"\b(?:killed|died|dead|wounded|injured|hurt|martyred|lost)\b[^,;.]{0,30}\b(?:in|during|by)\s+(?:the|that|this)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_CALLED_AGAIN = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # acts that nouns take up; a statement is told each time
_BESIDE = 15  # characters after "the raid" in which a place is the raid's
_OF_WHOM = re.compile(r"\s+(?:of|on|against)\s+[^,.;:]{2,40}\s(?:in|at|near|outside|around)\s+(?:the\s+)?")
_EVERY = re.compile(
    r"\b(?:every|each)\s+(?:\w+\s+)?(?:day|night|week|month|hour)s?\b|\b(?:nightly|time and again)\b", re.IGNORECASE
)
_SO_FAR = re.compile(
    r"\b(?:had|have|has)\s+(?:already\s+|so\s+far\s+|now\s+)?(?:been\s+killed|died|killed|lost)\b[^.;]*?"
    r"\b(?:by\s+(?:the\s+(?:end|start|middle)|late|early|mid)|since\b|so\s+far\b|to\s+date\b)|\b(?:has|have)\s+lost\b",
    re.IGNORECASE,
)
_FOR_LONG = re.compile(r"for\s+(?:[\w-]+\s+){0,4}?(?:decades?|years?|months)\b", re.IGNORECASE)
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


def stated_day(claim: Claim) -> bool:
    """Say whether coding found a day; "some time before the report" is none."""
    return claim.when.known and (claim.when.stated or claim.when.from_ is not None)


def own_day(claim: Claim) -> bool:
    """Say whether a claim's day stands in its sentence."""
    return claim.when.stated and _within(claim, claim.when.start)


def own_place(claim: Claim) -> bool:
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


def is_reference(claim: Claim) -> bool:
    """Say whether a mention only points back, with no day, place, weapon or toll of its own."""
    return is_definite(claim) and not (own_place(claim) or claim.weapon)


def is_definite(claim: Claim) -> bool:
    """Say whether a mention points back: "that attack", "were killed in the clash", or with no day or toll of its own
    "the Kirkuk bombing"."""
    before = claim.sentence.text[: max(0, claim.trigger.start - claim.sentence.start)]
    if _calls(claim) and (_THE_SAME.search(before) or _FELL_IN_IT.search(before)):
        return True
    bare = not (own_day(claim) or _counts(claim.killed) or _counts(claim.injured))
    return bare and _calls(claim) and bool(_POINTS_BACK.search(before))


def is_plural(claim: Claim) -> bool:
    """Say whether a mention calls several acts ("the attacks")."""
    return _calls(claim) and is_plural_act(claim.trigger.text)


def is_thin(claim: Claim) -> bool:
    """Say whether a mention is too poor to be a happening of its own.

    A toll makes one, or a day or a place (finer than a country) together with somebody or something in it; what is
    told without either is context ("attacks on U.S. forces have gone on"). A statement needs somebody in it; a protest
    needs nobody where both its day and its place are told.
    """
    if verbal(claim.type):
        return not (claim.actor or claim.target)
    if is_habitual(claim) or (claim.background and _CONTEXT.fullmatch(claim.trigger.text)):
        return True
    if _figured(claim.killed) or _figured(claim.injured):
        return False
    if claim.type == "PROTEST" and stated_day(claim) and _fine(claim.place):
        return False
    return not ((stated_day(claim) or _fine(claim.place)) and bool(claim.actor or claim.target or claim.weapon))


def is_habitual(claim: Claim) -> bool:
    """Say whether a sentence tells what keeps happening ("shelled almost every night"), or counts an act told elsewhere
    among others ("It is the third time that ..."); what has a day or a toll of its own is an act."""
    text, at = claim.sentence.text, max(0, claim.trigger.start - claim.sentence.start)
    if _SO_FAR.search(text) and (claim.background or claim.when.from_ is None):
        return True
    if _counts(claim.killed) or _counts(claim.injured):
        return False
    if _EVERY.search(claim.when.text or "") or _FOR_LONG.match(claim.when.text or ""):
        return True
    if _OPEN.match(claim.when.basis) and claim.type == "ASSAULT":
        return True
    if own_day(claim):
        return False
    return _EVERY.search(text) is not None or _NTH.search(text, 0, at) is not None


def _calls(claim: Claim) -> bool:
    noun = act_noun(claim.trigger.text)
    return noun is not None and noun.type in _CALLED_AGAIN


def _fine(place: Place) -> bool:
    return place.known and place.precision is not None and place.precision < WherePrecision.COUNTRY


def _within(claim: Claim, start: int | None) -> bool:
    return start is not None and claim.sentence.start <= start < claim.sentence.end


def _counts(toll: Toll | None) -> bool:
    return toll is not None and toll.text is not None


def _figured(toll: Toll | None) -> bool:
    """Say whether a toll was counted; "the killing of their commanders" tells of no act that is not known."""
    if toll is None or toll.text is None or toll.high == 0:
        return False
    return _FIGURE.search(toll.text) is not None
