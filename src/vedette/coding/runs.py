"""Runs of happenings told as one: "a string of attacks", "repeated raids", "have shelled the town since March"."""

import re

from vedette.coding.document import Sentence
from vedette.model import Count, Mark, Toll, When

_RUN = re.compile(
    r"\b(?:repeatedly|regularly|routinely|constantly|frequently|daily|almost daily|near-daily|keeps?|kept|"
    r"continue[sd]? to|continues|have been|has been|has carried out|"
    r"have carried out|have launched|has launched|harass|wave of|series of|string of|spate of|campaign of|"
    r"dozens of|scores of|hundreds of|ongoing|relentless|persistent|"
    r"increasingly|since)\b",
    re.I,
)
_PLURAL = re.compile(
    r"(?:attacks|strikes|airstrikes|air strikes|raids|bombings|assaults|shellings|bombardments|ambushes|"
    r"killings|operations|clashes|incursions|abductions|kidnappings|"
    r"explosions|hits|attacking|harass|targeting|striking|shelling|incidents|arrests|seizures|"
    r"fighting|attack)",
    re.I,
)
_MANY = re.compile(
    r"\b(?:(?:run|series|string|wave|spate|campaign|succession|dozens|scores|hundreds|weeks|months|days|years) of|"
    r"repeated|regular|daily|near-daily|continued|continuing|frequent|constant|persistent|relentless|mounting|"
    r"most of(?: the)?)\s+(?:[\w.-]+\s+){0,3}$",
    re.I,
)
_IN_GENERAL = re.compile(
    r"\b(?:to|for|over|despite|amid|answer\w*|about|of|against|planning|conducting|staging|from)\s+(?:[\w.-]+\s+){0,2}$",
    re.I,
)
_DETERMINED = re.compile(r"\b(?:the|these|those|its|their|his|her|both|two|three|several|\d+)\s", re.I)
_OFTEN = r"(?:repeatedly|regularly|routinely|frequently|constantly|continually|relentlessly|almost daily|daily|nightly)"
_ADVERB = re.compile(rf"\b{_OFTEN}\s+$", re.I)
_ADVERB_AFTER = re.compile(
    rf"(?:\s+(?!(?:and|but|which|who|that)\b)[\w’'-]+){{0,4}}?\s+{_OFTEN}\b(?!\s+[a-z]+(?:s|ed)\b)", re.I
)
_TIMES = re.compile(r"\b(?:times|occasions)\b", re.I)
_SPOKEN = frozenset(("THREATEN", "REQUEST", "ACCUSE", "CONSULT", "AGREE", "SUPPORT", "REJECT", "CONCEDE"))
_SUMS_UP = re.compile(
    r"\b(?:has|have)\s+(?:already\s+|also\s+|now\s+|so\s+far\s+)?(?:been\s+)?(?:killed|claimed|left|died|cost|taken|lost)\b",
    re.I,
)
_OVER = re.compile(r"\b(?:since|so far|this (?:year|month)|(?:in|over|during) (?:the )?(?:past|last|recent))\b", re.I)
_THOUSANDS = 1000
_MANY_DEAD = 10
_DAYS = 3  # a run of acts within so few days is told as one occurrence


def is_run(mark: Mark, sentence: Sentence, when: When, count: Count | None, *, tolled: bool = False) -> bool:
    """Say whether a mention tells a run of happenings as one: several of them, over more days than a few.

    A day that the mention does not name itself says nothing of that; strikes with one toll (`tolled`) are one
    operation.
    """
    if mark.type in _SPOKEN:
        return False
    if count is not None and _TIMES.search(count.text):
        return True
    text = sentence.tagged.text
    before = text[max(0, mark.trigger.start - 50) : mark.trigger.start]
    plural = _PLURAL.fullmatch(mark.trigger.text) is not None
    several = plural and mark.trigger.text.lower().endswith("s")
    if several and _MANY.search(before):
        return True
    if _within_days(when) and (when.stated or not (several and _general(before))):
        return False
    if count is not None and count.low > 2:
        return True
    if _again_and_again(mark, text):
        return True
    runs = plural and _RUN.search(before + text[mark.trigger.start : mark.trigger.end + 20]) is not None
    return runs or (several and not tolled)


def is_war_toll(sentence: Sentence, when: When, killed: Toll | None) -> bool:
    """Say whether a toll sums up a conflict: one of thousands ("the fighting has killed tens of thousands"), or one
    that has mounted over a stretch of time ("130 soldiers have been killed since July")."""
    low = (killed.low or 0) if killed else 0
    if low < _MANY_DEAD or _within_days(when) or not _SUMS_UP.search(sentence.tagged.text):
        return False
    return low >= _THOUSANDS or (when.from_ is not None and _OVER.search(sentence.tagged.text) is not None)


def _again_and_again(mark: Mark, text: str) -> bool:
    """Say whether an adverb right beside the verb tells that it was done often ("have repeatedly shelled")."""
    return (
        _ADVERB.search(text[max(0, mark.trigger.start - 30) : mark.trigger.start]) is not None
        or _ADVERB_AFTER.match(text, mark.trigger.end) is not None
    )


def _within_days(when: When) -> bool:
    return when.from_ is not None and when.to is not None and (when.to - when.from_).days < _DAYS


def _general(before: str) -> bool:
    """Say whether a plural is what another act answers or is about, without an article: attacks in general."""
    found = _IN_GENERAL.search(before)
    return found is not None and _DETERMINED.search(found.group()) is None
