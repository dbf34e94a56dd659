"""The little grammar that coding needs: where a clause ends, what its subject is, how far a noun phrase goes.

Works on the words alone. It looks for closed-class words and the shapes of English news sentences (subject, apposition
between commas, verb), and gives nothing where it is not sure.
"""

import re
from functools import lru_cache
from itertools import pairwise

from vedette.coding.cues import pattern

Stretch = tuple[int, int]

_AUX = (
    "is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|also|not|"
    "never|again|then|later|still|now|already|repeatedly|recently|reportedly|allegedly|immediately|previously|further|"
    "subsequently|meanwhile|separately|himself|itself|themselves|has since|publicly|strongly|once|ever|even|both|all|"
    "earlier|only|just|long|clearly|openly|angrily|formally|officially|thus|therefore|reportedly|quickly|swiftly|first|"
    "sharply|harshly|firmly|vehemently|categorically|flatly|roundly|fiercely|unanimously|jointly|bitterly|consistently|routinely"
)
_TAIL = re.compile(rf"(?:\s*\b(?:{_AUX})\b)+\s*$", re.IGNORECASE)
_HARD = re.compile(
    r"[;:]|\s[–—-]\s|[“\"](?=\w)|(?<=\w[,.!?])[”\"]|\b(?:that|while|whereas|although|though|because|but|since|"
    r"when|if|unless|whether)\b",
    re.IGNORECASE,
)
_OPENERS = (
    "in on at after before following during since amid despite with without by from under over as for to of against "
    "according however meanwhile later earlier shortly hours days weeks months soon then moreover separately instead "
    "although while when if unless until because once also additionally besides thus therefore still now today "
    "yesterday monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august "
    "september october november december late early last next this\u00a0week tonight overnight and "
    "but yet so or nor elsewhere "
    "citing quoting speaking asked addressing responding reacting writing referring given including around about "
    "across near like unlike beyond within through throughout along among between because"
).split()
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|be|been|"
    r"who|which|that|whose|where|when|while|as|if|to|for|in|on|at|by|from|with|after|before|during|over|under|into|"
    r"against|near|across|since|following|because|but|or|than|amid|about|until|despite|not|so|also|never|"
    r"said|told|held|fired|struck|hit|shot|launched|began|went|came|made|took|gave|sent|met|drove|set|left|leave|"
    r"put|"
    r"spoke|wrote|fought|fell|fled|brought|broke|built|caught|chose|drew|felt|found|got|grew|kept|knew|lost|paid|"
    r"ran|rose|saw|"
    r"sank|sold|stood|stole|swore|thought|threw|became|began|won|spent|sought|forced|laid|shook|drove|flew|blew|"
    r"dropped|crossed|"
    r"warns|believes|argues|calls|wants|remains|continues|keeps|faces|holds|reserves|controls|backs|seems|"
    r"appears|needs?|demands|comes?|follows?|happens?|"
    r"again|even|early|late|earlier|overnight|yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"responsible|loyal|capable|able|unable|ready|likely|unlikely|linked|alleged|believed|"
    r"withdraw|stop|halt|end|quit|cease|respond|act|remain|stay|pull|hand|release|allow|leads?|says)\b",
    re.IGNORECASE,
)
_NAMES_LIKE_VERBS = frozenset(("Said", "Held", "Left", "Will", "Can", "Won", "Ran", "Drew", "May"))  # "Said Sadiq"
_PARTICIPLE = re.compile(r"\b[a-z]{2,}(?:ed|ing)\b")
ADJECTIVAL = frozenset(
    "armed unidentified unnamed suspected combined allied united wounded exiled retired occupied besieged unarmed "
    "masked displaced detained captured self-proclaimed so-called designated uniformed elected ousted deposed disputed "
    "fortified destroyed damaged divided ruling leading governing opposing warring neighbouring "
    "neighboring remaining fighting "
    "surrounding training visiting acting king being sing wing bring ring beijing red".split()
)
_DATED = re.compile(
    r"(?:On|Late on|Early on|Late|Early|Last|By)?\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)"
    r"(?:\s+(?:morning|evening|night|afternoon))?\s+(?=\w)"
)
_SAID = re.compile(
    r"\b(?:said|says|believes?|believed|argue[sd]|warn(?:ed|s)|added|noted|stressed|claimed|insist(?:ed|s)|"
    r"say|claims?|alleges?|alleged|insist|suspects?|suspected|thinks?|told\s+(?:[A-Z]\w+|reporters))\s+"
    r"(?=(?:the|an?|its|their|his|her|any|such|both|all|[A-Z]\w*)\b)"
)
_AND = re.compile(r"\s+(?:and|or|but|nor|plus)\s*$", re.IGNORECASE)
_PHRASE_STOP = re.compile(r",(?!\d{3}\b)|[;:”\"“()!?]|\.(?=\s+[A-Z]|\s*$)|\s[–—-]\s")  # no stop in "1,200 people"
_APPOSED = re.compile(
    r",\s+(?P<noun>(?:an?|the|one\s+of|its|their|his|her|who|which|whose)\s[^,;:]{2,80}?)\bthat\s[^,;:]+,\s*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?:which|who|whose)\s[^,;:“”\"]{4,120},\s*$")
_WHO = re.compile(r"which|who", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|which|whose|where)\b", re.IGNORECASE)
DETERMINER = re.compile(
    r"(?:the|an?|its|his|her|their|our|this|that|these|those|some|any|all|both|several|many|other|another|each|"
    r"every|no|"
    r"more|most|two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of|\d[\d,.]*)\b",
    re.IGNORECASE,
)


def sentence_like(text: str, position: int) -> Stretch:
    """Give the clause that holds `position`: from the hard boundary before it to the one after it."""
    starts = [found.end() for found in _HARD.finditer(text, 0, position)]
    ends = [found.start() for found in _HARD.finditer(text, position)]
    return _strip(text, (starts[-1] if starts else 0, ends[0] if ends else len(text)))


@lru_cache(maxsize=8192)
def subject_of(text: str, verb: int) -> Stretch | None:
    """Give the noun phrase that is the subject of the verb that begins at `verb`, or None.

    What stands right before the verb is the subject ("Later, the army said"); where a comma stands there, the
    subject is the first stretch between commas that is no adverbial; the rest is apposition ("X, leader of Y, said").
    """
    tail = _TAIL.search(text, 0, verb)
    end = tail.start() if tail else verb
    stretches = _segments(text, _clause_start(text, end), end)
    if _WHO.fullmatch(text, *stretches[-1]) and (phrase := _followed(text, stretches[-1][0])) is not None:
        return phrase
    if stretches[-1][1] > stretches[-1][0] and (phrase := _head(text, stretches[-1])) is not None:
        return phrase
    return next((phrase for stretch in stretches if (phrase := _head(text, stretch)) is not None), None)


def main_subject(text: str, position: int) -> Stretch | None:
    """Give the subject of the sentence that a participle at `position` depends on ("X said ..., adding")."""
    said = pattern("speech.toml", "verbs")
    for verb in said.finditer(text, 0, position):
        if not _quoted(text, verb.start()) and (phrase := subject_of(text, verb.start())) is not None:
            return phrase
    for stretch in _segments(text, 0, position):
        if (phrase := _head(text, stretch)) is not None:
            return phrase
    return None


def noun_phrase(text: str, start: int, *, limit: int | None = None) -> Stretch | None:
    """Give the noun phrase that begins at `start`: up to a verb, preposition (but "of"), comma or relative word."""
    stop = len(text) if limit is None else limit
    lead = re.compile(r"[\s“\"'‘(]*").match(text, start)
    begin = lead.end() if lead else start
    end = _phrase_end(text, begin, stop)
    end -= len(found.group()) if (found := _AND.search(text[begin:end])) else 0
    return _strip(text, (begin, end)) if re.search(r"\w", text[begin:end]) else None


def _clause_start(text: str, end: int) -> int:
    set_in = _set_in(text, end)
    starts = [found.end() for found in (*_HARD.finditer(text, 0, end), *_SAID.finditer(text, 0, end))]
    return max((start for start in starts if start not in set_in), default=0)


def _followed(text: str, relative: int) -> Stretch | None:
    """Give the noun phrase right before ", which": back to a verb, a preposition or a comma."""
    end = len(text[:relative].rstrip(" ,"))
    start = end
    for word in reversed(list(re.finditer(r"\S+", text[:end]))):
        bare = re.sub(r"['’]s?$", "", word.group())
        if (start < end and re.search(r"[,;:]$", word.group())) or _VERBISH.fullmatch(bare):
            break
        if _PARTICIPLE.fullmatch(bare) and bare not in ADJECTIVAL:
            break
        start = word.start()
    return _strip(text, (start, end)) if start < end else None


def _set_in(text: str, end: int) -> range:
    """Give the stretch of an apposition that ends right before `end`, whose "that" begins no clause of its own."""
    if not text[:end].rstrip().endswith(","):
        return range(0)
    aside = _ASIDE.search(text, 0, end)
    if aside is not None and pattern("speech.toml", "verbs").search(aside.group()) is None:
        return range(aside.start(), end)
    found = _APPOSED.search(text, 0, end)
    if found is None or pattern("speech.toml", "verbs").search(found["noun"]):
        return range(0)
    return range(found.start(), end)


def _segments(text: str, start: int, end: int) -> list[Stretch]:
    cuts = [found.start() for found in re.finditer(r",(?!\d)", text[start:end])]
    bounds = [start, *(start + cut + 1 for cut in cuts), end + 1]
    return [_strip(text, (low, min(high - 1, end))) for low, high in pairwise(bounds)]


def _head(text: str, stretch: Stretch) -> Stretch | None:
    start, end = stretch
    words = text[start:end].split()
    if not words:
        return None
    if words[0].lower() in {"and", "but", "yet", "so", "or"}:
        return _head(text, _strip(text, (start + len(words[0]), end)))
    first = words[0].lower()
    if (lead := _DATED.match(text, start, end)) and lead.end() < end:
        return _head(text, _strip(text, (lead.end(), end)))
    if first in _OPENERS or (re.fullmatch(r"[a-z]+(?:ing|ed)", words[0]) and first not in ADJECTIVAL):
        return None
    if (
        re.match(
            r"[A-Z][a-z]+(?:ing|"
            r"ed)$",
            words[0],
        )
        and first not in ADJECTIVAL
        and len(words) > 1
        and words[1][0].islower()
    ):
        return None
    if _RELATIVE.match(first) or re.match(r"[\d.]+$", first):
        return None
    close = _phrase_end(text, start, end)
    return _strip(text, (start, close)) if close > start else None


def _phrase_end(text: str, start: int, stop: int) -> int:
    """Go on over words until one that ends a noun phrase."""
    hard = _PHRASE_STOP.search(text, start, stop)
    while (
        hard
        and hard.group() == "."
        and re.search(
            r"(?:\b[A-Z]|\b(?:Gen|Lt|Col|Maj|Sgt|Mr|Mrs|Dr|Brig|Adm|Capt|Gov|Sen))$", text[start : hard.start()]
        )
    ):
        hard = _PHRASE_STOP.search(text, hard.end(), stop)
    end = hard.start() if hard else stop
    for word in re.finditer(r"[^\s]+", text[start:end]):
        begin = start + word.start()
        bare = re.sub(r"['’]s?$", "", word.group())
        if word.start() and (
            (_VERBISH.fullmatch(bare) and bare not in _NAMES_LIKE_VERBS)
            or (_PARTICIPLE.fullmatch(bare) and not _attributive(text, start, begin, end))
        ):
            return begin
    return end


def _attributive(text: str, start: int, begin: int, end: int) -> bool:
    """Say whether the participle at `begin` stands before a noun rather than as a verb."""
    word = re.match(r"[a-z]+", text[begin:end])
    if word is None or word.group() in ADJECTIVAL:
        return word is not None
    before = re.search(r"(\S+)\s+$", text[start:begin])
    return bool(before and (DETERMINER.fullmatch(before.group(1)) or re.search(r"['’]s?$", before.group(1))))


def _quoted(text: str, position: int) -> bool:
    """Say whether `position` lies between quotation marks."""
    return text.count("“", 0, position) > text.count("”", 0, position) or text.count('"', 0, position) % 2 == 1


def _strip(text: str, stretch: Stretch) -> Stretch:
    start, end = stretch
    while start < end and text[start] in " \t\n\u00a0,;:“”\"'‘()….-–—":
        start += 1
    while end > start and text[end - 1] in ' \t\n\u00a0,;:“”"‘(…-–—':
        end -= 1
    return start, end


quoted = _quoted
strip = _strip
