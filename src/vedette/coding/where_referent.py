"""The happening that "the attack" or "those killings" points back to."""

import re

from vedette.coding.document import Document, Sentence
from vedette.coding.heads import is_plural
from vedette.model import Mark, Role

SENTENCES_BACK = 6
_STEM = 4  # letters by which a noun is known again
_DEFINITE = re.compile(r"\b(?P<word>the|that|this|those|these)\s+(?:(?P<of>[\w'’-]+)\s+){0,2}$", re.IGNORECASE)
_NOUNS = re.compile(
    r"^(?:attack|assault|strike|air ?strike|raid|bombing|bombardment|shelling|blast|explosion|ambush|killing|massacre|"
    r"shooting|assassination|murder|slaughter|clash|siege|abduction|kidnapping|blockade|seizure|arrest|violence|"
    r"bloodshed|incident|protest|demonstration|rally)(?:e?s)?$",
    re.IGNORECASE,
)
_FREE = frozenset(
    "deadly latest bloody same double suicide twin missile drone rocket air aerial bomb car night brazen".split()
)
_NO_REPORT = re.compile(
    r"\b(?:first|second|third|last|previous|earlier|past|recent|future|worst|deadliest|biggest|heaviest)\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)

_IT_DID = re.compile(
    r"\W*(?:It|This|They|The\s+\w+)\s+(?:also\s+)?(?=(?:kill|wound|injur|destroy|damag|hurt|maim)\w*\b)"
)
_GOES_ON = re.compile(
    r"\W*(?:The|Those|These)\s+(?:attackers?|gunm[ae]n|assailants?|raiders|bombers?|shooters?|perpetrators?|kidnappers|"
    r"blasts?|explosions?|victims?|dead|wounded|injured|bodies|survivors|hostages|captives|inmates|passengers)\b|"
    r"\W*(?:(?:At least|More than|About|Around|Some|Over|Up to|As many as|Another|Nearly)\s+)?"
    r"(?i:\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|several|"
    r"dozens|scores|hundreds)\s+(?:[\w-]+\s+){1,4}(?:were\s+(?:also\s+)?(?:killed|wounded|injured|hurt)|"
    r"was\s+(?:also\s+)?(?:killed|wounded|injured|hurt)|died|lost their lives)\b",
)
_AVERTED = re.compile(r"(?:foil|thwart|avert|repel|repuls|intercept|prevent)\w*|shot\s+down", re.I)
_YEAR = re.compile(r"(?:Back\s+)?(?:In|Since|Until)\s+(?:[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\b")
_RETOLD = re.compile(
    r"(?:\bsince\s[^;.]{1,50}?,?\s+when|\b(?:hours?|days?|weeks?|months?|years?)\s+after)\s(?=[^;]*$)"
)  # before an older act that is told only to set the one spoken of against it


def goes_on(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a sentence at the head of a paragraph goes on with the act told before it: "The attackers fled",
    "Four soldiers were killed"."""
    if any(mark.of(role) for role in (Role.PLACE, Role.TIME)):
        return False
    return _GOES_ON.match(sentence.tagged.text) is not None


def referent(
    mark: Mark, sentence: Sentence, document: Document, *, lacking: Role = Role.TIME
) -> tuple[Mark, Sentence] | None:
    """Give the nearest act of the same type told before that a definite noun points to, if it lacks a place or time."""
    if document.pointers and (made := document.pointed(mark, sentence)):
        return None if mark.of(lacking) else made
    if not _points_back(mark, sentence, lacking):
        return None
    judged = any(one.type == "ACCUSE" for one in sentence.tagged.marks)
    for earlier in document.before(sentence, SENTENCES_BACK):
        if earlier.caption or (judged and _is_of_old(earlier, document)):
            continue
        for other in _likeliest_first(mark, earlier):
            if _may_be(other, mark, earlier, lacking):
                return other, earlier
    return None


def _likeliest_first(mark: Mark, earlier: Sentence) -> list[Mark]:
    """Order the acts of a sentence: one called by the same word, then what it tells before what that answers ("jets hit
    two sites after a drone attack": "the strikes" are those of the jets), the last first."""
    marks = earlier.tagged.marks
    answered = {
        other.trigger
        for other in marks
        for act in marks
        if act is not other and any(cause.holds(other.trigger) for cause in act.of(Role.CAUSE))
    }
    called = mark.trigger.text[:_STEM].casefold()
    return sorted(
        marks,
        key=lambda one: (
            one.trigger.text[:_STEM].casefold() != called,
            one.trigger in answered,
            -one.trigger.start,
        ),
    )


def effect_of(mark: Mark, sentence: Sentence, document: Document) -> tuple[Mark, Sentence] | None:
    """Give the act right before a sentence that tells only what it did: "It killed a conductor"."""
    found = _IT_DID.match(sentence.tagged.text)
    if found is None or found.end() != mark.trigger.start or mark.of(Role.WEAPON) or sentence.index == 0:
        return None
    earlier = document.sentences[sentence.index - 1]
    acts = [(one, earlier) for one in earlier.tagged.marks if one.type == mark.type and one.status != "planned"]
    return acts[-1] if acts and not earlier.caption else None


def _points_back(mark: Mark, sentence: Sentence, lacking: Role) -> bool:
    if mark.status in ("planned", "hypothetical") or not _NOUNS.match(mark.trigger.text):
        return False
    if any(mark.of(role) for role in (lacking, Role.COUNT)):
        return False
    before = sentence.tagged.text[: mark.trigger.start]
    found = _DEFINITE.search(before)
    if found is None or _NO_REPORT.search(before):
        return False
    between = before[found.end("word") :].split()
    return all(word.lower() in _FREE for word in between) and not re.match(
        r"\s+(?:on|against|in|at|near)\s+(?:the\s+)?[A-Z]", sentence.tagged.text[mark.trigger.end :]
    )


def _is_of_old(sentence: Sentence, document: Document) -> bool:
    """Say whether a sentence begins with an earlier year: what is condemned or blamed now is no act of then."""
    year = _YEAR.match(sentence.tagged.text)
    day = document.report.published.start or document.report.day
    return year is not None and day is not None and int(year["year"]) < day.year


def is_retold(mark: Mark, sentence: Sentence) -> bool:
    """Say whether an older act is told only beside the one spoken of ("since May, when ...", "a day after ...")."""
    return _RETOLD.search(sentence.tagged.text[: mark.trigger.start]) is not None


def _is_averted(mark: Mark) -> bool:
    return mark.status == "thwarted" or _AVERTED.fullmatch(mark.trigger.text) is not None


def _may_be(other: Mark, mark: Mark, earlier: Sentence, lacking: Role) -> bool:
    """Say whether an earlier act may be meant: of the same type, told as a fact, and itself no such reference."""
    if other.type != mark.type or other.status in ("planned", "hypothetical", "denied"):
        return False
    if is_plural(other.trigger.text) and not is_plural(mark.trigger.text):
        return False
    if is_retold(other, earlier) or (is_plural(mark.trigger.text) and _is_averted(other)):
        return False
    return not _points_back(other, earlier, lacking)
