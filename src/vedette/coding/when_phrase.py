"""Which time phrases date an act: not a length of time, not the day on which it was announced, not another act's."""

import re

from vedette.coding.document import Sentence
from vedette.model import Mark, Role, Span
from vedette.phrases.find import find_times

_LENGTH = re.compile(
    r"^for\s+(?!the\s+(?:past|last|first)\b)(?:[\w-]+\s+){0,5}(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)$",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\b(?:has|have|['’]ve)\s+(?:\w+\s+)?(?:been|\w+ed|\w+en|held|fought|kept)\b")
_CHARGES = frozenset(("ACCUSE", "REJECT"))
_OPEN = re.compile(r"\b(?:after|before)$", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:said|says|told|announced|reported|warned|vowed|threatened|promised|pledged|ordered|urged|demanded|called|"
    r"asked|agreed|declared|signed|approved|met)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_FORCE = frozenset(("ASSAULT", "COERCE"))
_WORD_OF = re.compile(
    r"\b(?:responsibility|credit|spoke|speaking|condemn(?:ed|ing)|denounc(?:ed|ing)|deplor(?:ed|ing)|mourn(?:ed|ing)|blam(?:ed|ing)|"
    r"accus(?:ed|ing)|apologi[sz]ed|confirmed|announced|claimed|denied|put|gave)\b(?:\s+[\w’'-]+){0,4}?\s+(?:on\s+|late\s+(?:on\s+)?|early\s+(?:on\s+)?)?$",
    re.IGNORECASE,
)
_AND_ON = re.compile(
    r"(?:,\s+(?:and|but|while)|;(?:\s+and)?)\s+(?:then\s+)?(?:(?:early|late)\s+)?(?:on\s+|in\s+)?(?:the\s+)?"
)
_AND_ON_ENDS = re.compile(_AND_ON.pattern + r"$")
_PAPER = re.compile(
    r"\b(?:in|from|with|by|to)\s+(?:an?|the|its|their|his|her)\s+(?:[\w-]+\s+){0,3}(?:statement|communiqu[eé]|letter|message|report|"
    r"bulletin|press\s+release|release|interview|briefing|broadcast|dispatch|post|video|decree|note)\s+"
    r"(?:of|on|from|dated|issued\s+on|released\s+on|published\s+on|sent\s+on)\s+$",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?:dead|deaths?|casualties)", re.IGNORECASE)
_REPORTED = re.compile(r"\b(?:reported|counted|listed|gave|spoke\s+of)\s+[^,;]{0,40}$", re.IGNORECASE)
_ORDERED = re.compile(
    r"\b(?:ordered|announced|approved|authori[sz]ed|condemned|denounced|confirmed|claimed|denied)\s+(?:the|these|those|that|this)\s+"
    r"(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_CONFIRMED_THE = re.compile(
    r"\s+(?:also\s+)?(?:confirmed|condemned|denounced|acknowledged|mourned|deplored|decried|reported|regretted|protested)\s+"
    r"(?:the|an?|its|that)\b"
)
_INCLUDING = re.compile(r"\bincluding\s+(?:the\s+one|those|one|another|two|three)\b")
_RESPONSIBLE_FOR = re.compile(r"\b(?:responsibility|credit)\s+for\b", re.IGNORECASE)
_TREATED = re.compile(
    r"\b(?:assess|treat|evaluat|hospitali|buri|bury|mourn|funeral|recover|monitor)\w*\b(?:\s+[\w’'-]+){0,8}?\s+(?:on\s+)?"
    r"(?:(?:late|early)\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+after\b")
_OF_WHAT = re.compile(r"\s+(?:for|of|over|a\s+toll|the|an?)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:next|tomorrow|coming|by|until|till|within|in the (?:coming|next)|before|later this|from now|from)\b",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad (?:been|\w+ed|\w+en)\b")
_REPORTS = re.compile(
    r"\b(?:said|says|told|added|admitted|acknowledged|confirmed|claimed|reported|announced|denied|accused|alleged|"
    r"according to|witnesses|insisted|stressed|argued|believed|showed|put)\b",
    re.IGNORECASE,
)
_HURT_BEFORE = re.compile(
    r"\b(?:wounded|injured|hurt|shot|burned|maimed)\b[^.;]{0,40}\b(?:when|as|after|in|during|by)\s[^.;]{0,60}$", re.I
)
_DIED_OF_IT = re.compile(r"[^.;:]{0,80}?\b(?:died|succumbed|passed away|dies)\b[^.;:,]{0,60}", re.I)
_HAD_ASIDE = re.compile(r"\s[^,;]*,\s+(?:which|who|whom)\s[^,;]*\bhad\s(?:been\s|\w+ly\s)*")
_HISTORY = re.compile(
    r"\b(?:used to|in the past|previously|historically|for (?:years|decades)|over the years|long[- ]running|formerly|"
    r"decades[- ]old|once)\b",
    re.IGNORECASE,
)


def dates_nothing(span: Span, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a time phrase of the mark tells no date of it."""
    text = sentence.tagged.text
    if _LENGTH.match(span.text) and not _PERFECT.search(text):
        return True
    if is_of_the_charge(span, mark, sentence) or is_of_a_paper(span, text):
        return True
    return (
        _opens_a_clause(span, mark, text)
        or is_of_the_announcement(span, mark, sentence)
        or is_of_the_word(span, mark, sentence)
        or is_of_one_of_them(span, mark, sentence)
    )


def is_of_a_paper(span: Span, text: str) -> bool:
    """Say whether a day is that of a paper that somebody speaks in ("in a communique of 14 January")."""
    return _PAPER.search(text, 0, span.start) is not None


def is_of_the_word(span: Span, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a day is that of a claim of responsibility, a condemnation, a count of the dead or the care of the
    wounded, and not of the act which it is about ("claimed responsibility on Sunday for the attack", "spoke on Thursday
    of 104 dead", "were being treated on Sunday after militants fired rockets")."""
    text = sentence.tagged.text
    if mark.type not in _FORCE:
        return False
    if span.end > mark.trigger.start:
        counted = _COUNT.fullmatch(mark.trigger.text) is not None and _REPORTED.search(text, 0, mark.trigger.start)
        return bool(counted) or _ORDERED.search(text, 0, mark.trigger.start) is not None
    if _RESPONSIBLE_FOR.search(text, span.end, mark.trigger.start):
        return True
    if _CONFIRMED_THE.match(text, span.end) is not None:
        return True
    if _is_of_the_care(span, text):
        return True
    return _WORD_OF.search(text[: span.start]) is not None and _OF_WHAT.match(text, span.end) is not None


def _is_of_the_care(span: Span, text: str) -> bool:
    """Say whether a day is that of the care of the wounded or of a burial, "after" the act that is told next."""
    return _AFTER.match(text, span.end) is not None and _TREATED.search(text[: span.start]) is not None


def _opens_a_clause(span: Span, mark: Mark, text: str) -> bool:
    """Say whether "two days after" goes on with another act's clause, which the mark does not stand in."""
    if not _OPEN.search(span.text) or re.match(r"\s*(?:[,.;:)]|$|and\b|in\b|on\b|at\b)", text[span.end :]):
        return False
    return mark.trigger.start < span.start or re.search(r"[,;]", text[span.end : mark.trigger.start]) is not None


def is_of_a_clause_before(span: Span, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a day is that of an earlier clause, the mark's own clause having a day of its own ("On Monday men
    freed 14 captives, and on Friday a mine killed six")."""
    text = sentence.tagged.text
    if span.end > mark.trigger.start or not _AND_ON.search(text, span.end, mark.trigger.start):
        return False
    return any(
        _AND_ON_ENDS.search(text[span.end : other.start]) is not None
        for other in find_times(text)
        if span.end < other.start and other.end <= mark.trigger.start
    )


def is_of_one_of_them(span: Span, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a day is that of one act among those that a phrase calls ("the attacks, including the one on the base
    the night before")."""
    return _INCLUDING.search(sentence.tagged.text, mark.trigger.end, max(mark.trigger.end, span.start)) is not None


def is_of_the_cause(span: Span, mark: Mark) -> bool:
    """Say whether a day is that of what an act answers ("fired at the base over the arrests of 3 January")."""
    return any(cause.holds(span) and not cause.holds(mark.trigger) for cause in mark.of(Role.CAUSE))


def is_of_what_came_of_it(span: Span, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a day is that of what later befell somebody of whom the act is told aside ("On Saturday the ferry,
    which a mine had damaged on Feb. 18, sank"), or that of the death of who was hurt in it ("A man hurt when rockets
    hit the town died on Wednesday")."""
    text = sentence.tagged.text
    if _HAD_ASIDE.fullmatch(text, span.end, mark.trigger.start) is not None:
        return True
    hurt = _HURT_BEFORE.search(text[: mark.trigger.start])
    return hurt is not None and _DIED_OF_IT.fullmatch(text, mark.trigger.end, span.start) is not None


def is_of_the_charge(span: Span, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a date belongs to what somebody is accused of ("accused troops of killing 20 in March")."""
    if mark.type not in _CHARGES or span.start < mark.trigger.end:
        return False
    return any(
        mark.trigger.end <= other.trigger.start < span.start
        and other.type not in _CHARGES
        and not re.search(r"[,;]", sentence.tagged.text[other.trigger.end : span.start])
        for other in sentence.tagged.marks
    )


def is_of_the_announcement(span: Span, mark: Mark, sentence: Sentence) -> bool:
    """Say whether the phrase dates what announces, demands or threatens an act that has not happened, not the act."""
    if mark.status not in ("planned", "hypothetical") or _AHEAD.match(span.text):
        return False
    own = mark.of(Role.TIME)
    if span.end <= mark.trigger.start and not any(time.overlaps(span) for time in own):
        return True
    shared = any(
        other is not mark and other.status == "actual" and any(time.overlaps(span) for time in other.of(Role.TIME))
        for other in sentence.tagged.marks
    )
    return shared or _TOLD.search(sentence.tagged.text[: span.start]) is not None


def is_background(text: str) -> bool:
    """Say whether a sentence tells older things: "had been", unless somebody reports so, "used to", "formerly"."""
    if _HISTORY.search(text):
        return True
    had = _HAD.search(text)
    return had is not None and _REPORTS.search(text) is None
