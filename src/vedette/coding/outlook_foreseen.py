"""What a sentence foresees: under which condition, what, in which words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from vedette.coding.clauses import Stretch, strip, subject_of
from vedette.coding.cues import pattern, table
from vedette.coding.document import Sentence
from vedette.model import Span, cut
from vedette.phrases.needed import sought

FILE = "outlook.toml"
_SHOULD = sought(r"(?:^|,\s*|[“\"])should\b", re.I)
_MONTH = re.compile(r"\s+(?:\d{1,2}\b|\d{4}\b)")
_STOP = re.compile(
    r",\s+(?:but|while|yet|although|though|so)\b|[”\"]|[.?!](?=\s|$)|;|,\s+(?=(?:[\w.’'-]+\s+){0,9}?(?:said|says|"
    r"told|added|noted|warned|argued|believes|explained|wrote|according)\b)",
    re.I,
)
_WHICH = re.compile(
    r",\s+(?:which|and that|something that|a move that|a step that)\s+(?:will|would|could|may|"
    r"might)\b",
    re.I,
)
_PAST = re.compile(r"\s+(?:\w+ly\s+)?have\s+\w+", re.I)
_ABSTRACT = re.compile(
    r"(?:an?|any|another|more|further|continued|renewed|new|the)\s+(?:[\w-]+\s+)?(?!\w*(?:government|parliament|"
    r"regiment|king|regime)\b)"
    r"\w+(?:ing|tion|sion|ment|ure|ence|ance|age)\b",
    re.I,
)
_NO_CONDITION = re.compile(r"\b(?:as|what|at|all|even)\s+$", re.I)
_TIME = re.compile(r"\w+day|morning|evening|night|week|month|year|[A-Z][a-z]+ber|\d+", re.I)  # "on Friday that"
_SAID = re.compile(
    r".*\b(?:said|says|warned|warns|added|adds|believes|believed|argued|argues|noted|thinks|predicted|predicts|feared|"
    r"fears|told\s+\w+)\s+(?:that\s+)?",
    re.I | re.S,
)
_SAYING = re.compile(
    r"(?:is|are|was|were|be|said|says?|saying|warn\w*|add(?:s|ed|ing)|believe[sd]?|argue[sd]?|not(?:es|ed|ing)|thinks?|predict\w*|fear\w*|"
    r"told|expect\w*|doubt\w*|likely|so|fact|risk|danger|chance|possibility|sign|signs|hope|hopes|concern\w*|him|her|"
    r"them|reporters|however|insist\w*|claim\w*|stress\w*|suggest\w*|show\w*|mean\w*|\w*Times|Reuters)",
    re.I,
)
_RELATIVE = re.compile(r"([\w’'-]+)\s+(?:that|which|who)\s+$", re.I)
_AND = re.compile(r",?\s+(?:and|or|but)\s", re.I)
_WHEN = re.compile(r"\s+(?P<when>(?:when|once|after|as)\s+(?:the|its|their|his|her|an?|[A-Z]\w+|\w+s)\s+\w+)")
_RAISED = re.compile(r"(?:rais|reviv|stok|fuel|heighten)\w*\s", re.I)
_LONG = 62  # characters of a quotation within a clause
_QUOTED = re.compile(r"(?<=\s)(?:“[\w’' -]{2,60}”|\"[\w’' -]{2,60}\")")
_EXPECTS = re.compile(
    r"\b(?:expect(?:s|ed)?|anticipate[sd]?|foresees?|foresaw|predict(?:s|ed)?)\s+(?P<what>(?:[\w’'-]+\s+){1,8}?to\s+(?!(?:the|a|an|its|their|his)\b)"
    r"(?P<verb>[a-z]+)\b)"
)
_WILL_DO = re.compile(
    r"\b(?:expects?|predict(?:s|ed)|foresees?|foresaw|anticipates?|forecasts?)\s+(?:that\s+)?[^.;:,“”\"]{2,60}$"
)
_SHORT = 3  # words: less is no outlook ("may continue.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """An outlook in its sentence: modality, what may come, under which condition (offsets in the sentence)."""

    modality: Span
    then: Span
    if_: Span | None
    back: bool = False


def foreseen_in(sentence: Sentence) -> tuple[Foreseen, ...]:
    """Give what a sentence foresees, a clause at a time."""
    text = sentence.tagged.text
    found: list[Foreseen] = []
    every = (*_modal(text), *_foreboding(text), *_disposition(text), *_expecting(text))
    for one in sorted(every, key=lambda one: one.modality.start):
        if not any(other.then.overlaps(one.then) for other in found):
            found.append(_joined(text, found[-1], one) if found else one)
    return tuple(found)


def _joined(text: str, last: Foreseen, one: Foreseen) -> Foreseen:
    """Give a clause that "and" joins to the last one the last one's condition."""
    between = text[last.then.end : one.then.start]
    if one.if_ is not None or last.if_ is None or not re.fullmatch(r"\s*,?\s*(?:and|or)\s*", between):
        return one
    return replace(one, if_=last.if_)


def _modal(text: str) -> Iterator[Foreseen]:
    conditional = pattern(FILE, "condition").search(text) is not None or _SHOULD.search(text)
    words = [(found, True) for found in pattern(FILE, "possible", "predicate").finditer(text)]
    words += [(found, bool(conditional)) for found in pattern(FILE, "certain").finditer(text)]
    for word, open_ in words:
        if _is_month(text, word) or _PAST.match(text, word.end()):
            continue
        if not open_ and not _brings_about().match(text, word.end()) and not _WILL_DO.search(text, 0, word.start()):
            continue
        if (one := _at(text, word)) is not None:
            yield one


@cache
def _brings_about() -> re.Pattern[str]:
    verbs = "|".join(table(FILE)["consequence"])
    return re.compile(rf"\s+(?:\w+ly\s+|only\s+|also\s+|not\s+)*(?:{verbs})\b", re.I)


def _is_month(text: str, word: re.Match[str]) -> bool:
    return word.group() == "May" and (_MONTH.match(text, word.end()) is not None or word.start() > 0)


def _at(text: str, word: re.Match[str]) -> Foreseen | None:
    subject = _subject(text, word.start())
    end = _end(text, word.end())
    which = _WHICH.search(text, word.end(), end)
    modality = cut(text, word.start(), word.end())
    if which is not None and subject is not None:
        then = strip(text, (which.end(), end))
        return _made(text, modality, then, strip(text, (subject[0], which.start())))
    if_ = _condition(text, word, end)
    stop = if_[0] if if_ and if_[0] > word.start() else end
    back = bool(subject and _points_back(text, subject))
    if if_ is None and back and subject is not None and (when := _WHEN.search(text, word.end(), end)):
        then = strip(text, (subject[0], when.start()))
        return _made(text, modality, then, strip(text, (when.start("when"), end)))
    if if_ is None and subject is not None and (_is_happening(text, subject) or back) and not _predicate(word):
        return _made(
            text, modality, strip(text, (word.start(), stop)), _whole_subject(text, subject, word.start()), back=back
        )
    own = subject is not None and (if_ is None or subject[0] >= if_[1] or stop == if_[0])
    start = subject[0] if subject and own else word.start()
    return _made(text, modality, strip(text, (start, stop)), if_, back=back)


def _predicate(word: re.Match[str]) -> bool:
    """Say whether the modal word is itself the predicate ("a deal is unlikely")."""
    return pattern(FILE, "predicate").fullmatch(word.group()) is not None


def _subject(text: str, verb: int) -> Stretch | None:
    """Give the subject of a modal, without the verb of saying before it, with the noun of its relative clause."""
    joint = _joint(text, verb)
    if joint is not None:
        return joint if joint[1] > joint[0] else None
    subject = subject_of(text, verb)
    if subject is None:
        return None
    if _SAYING.fullmatch(text[slice(*subject)]):
        return strip(text, (subject[1], verb))
    said = _SAID.search(text, *subject)
    start = said.end() if said and said.end() < subject[1] else subject[0]
    noun = _RELATIVE.search(text[:start])
    if noun is not None and not _TIME.fullmatch(noun[1]) and not _SAYING.fullmatch(noun[1]):
        head = subject_of(text, noun.end(1))
        return (head[0], verb) if head else (start, subject[1])
    return start, subject[1]


def _joint(text: str, verb: int) -> Stretch | None:
    """Give what stands between an "and" after an earlier modal word and this one, its own subject if it has one."""
    earlier = list(pattern(FILE, "possible", "certain").finditer(text, 0, verb))
    if not earlier:
        return None
    ands = list(_AND.finditer(text, earlier[-1].end(), verb + 1))
    if not ands or re.search('[,;:.”"]', text[ands[-1].end() : verb]):
        return None
    return strip(text, (ands[-1].end(), verb))


def _made(text: str, modality: Span, then: Stretch, if_: Stretch | None, *, back: bool = False) -> Foreseen | None:
    if len(text[slice(*then)].split()) < _SHORT:
        return None
    return Foreseen(
        modality=modality, then=cut(text, *then), if_=cut(text, *if_) if if_ and if_[1] > if_[0] else None, back=back
    )


def _whole_subject(text: str, subject: Stretch, verb: int) -> Stretch:
    """Give the subject up to its verb, dots and relative clauses included."""
    return strip(text, (subject[0], verb))


def _end(text: str, start: int) -> int:
    """Give where a clause ends: at a break, or at the "and" before the next modal word."""
    end = _break(text, start)
    later = pattern(FILE, "possible", "certain").search(text, start, end)
    ands = _AND.finditer(text, start, later.start() + 1) if later else ()
    joint = [found.start() for found in ands if later and not re.search("[,;]", text[found.end() : later.start()])]
    return joint[-1] if joint else end


def _break(text: str, start: int) -> int:
    stop = _STOP.search(text, start)
    while stop and (end := _quoted_round(text, start, stop)):  # a few words in quotation marks belong to the clause
        start, stop = end, _STOP.search(text, end)
    while stop and stop.group() == "." and re.search(r"\b(?:[A-Z]|Gen|Mr|Dr|Lt|Col)$", text[: stop.start()]):
        stop = _STOP.search(text, stop.end())
    return stop.start() if stop else len(text)


def _quoted_round(text: str, start: int, stop: re.Match[str]) -> int | None:
    """Give where a short quotation ends that began after `start` and holds the stop."""
    words = _QUOTED.search(text, start, stop.end() + _LONG)
    return words.end() if words and words.start() <= stop.start() < words.end() else None


def _condition(text: str, modal: re.Match[str], end: int) -> Stretch | None:
    """Give the condition of a modal: "if ..." before or after it in the sentence, or "Should X, ..."."""
    cue = pattern(FILE, "condition")
    after = cue.search(text, modal.end(), end)
    if after is not None and not _NO_CONDITION.search(text[: after.start()]):
        return strip(text, (after.start(), end))
    before = [
        found for found in cue.finditer(text, 0, modal.start()) if not _NO_CONDITION.search(text[: found.start()])
    ]
    inverted = re.search(r"(?:^[“\"]?|,\s*)(should|were)\s+\w", text[: modal.start()], re.I)
    start = before[-1].start() if before else inverted.start(1) if inverted else None
    if start is None:
        return None
    commas = [found.start() for found in re.finditer(r",(?!\d{3}\b)", text[: modal.start()]) if found.start() > start]
    return strip(text, (start, commas[-1])) if commas else None


def _is_happening(text: str, subject: Stretch) -> bool:
    return (
        pattern(FILE, "happening").search(text, *subject) is not None
        or _ABSTRACT.match(text[slice(*subject)]) is not None
    )


def _points_back(text: str, subject: Stretch) -> bool:
    return pattern(FILE, "anaphora").fullmatch(text, *subject) is not None


def _foreboding(text: str) -> Iterator[Foreseen]:
    for word in pattern(FILE, "foreboding").finditer(text):
        end = _end(text, word.end())
        raised = _RAISED.match(word.group()) is not None
        later = pattern(FILE, "possible", "certain").finditer(text, word.end(), end)
        if not raised and any(found.start() < end for found in later):
            continue
        end = _break(text, word.end()) if raised else end
        subject = _subject(text, word.start()) if raised else None
        one = _made(text, cut(text, word.start(), word.end()), strip(text, (word.end(), end)), subject)
        if one is not None:
            yield one


def _expecting(text: str) -> Iterator[Foreseen]:
    """Read "expects the rebels to march on the capital"."""
    if "expect" not in text and "predict" not in text and "anticipat" not in text and "fores" not in text:
        return
    for word in _EXPECTS.finditer(text):
        cue = cut(text, word.start(), word.start("what")).text.rstrip()
        modality = cut(text, word.start(), word.start() + len(cue))
        one = _made(text, modality, strip(text, (word.start("what"), _end(text, word.end()))), None)
        if one is not None:
            yield one


def _disposition(text: str) -> Iterator[Foreseen]:
    for word in pattern(FILE, "disposition").finditer(text):
        subject = subject_of(text, word.start())
        start = subject[0] if subject else word.start()
        then = strip(text, (start, _end(text, word.end())))
        if (one := _made(text, cut(text, word.start(), word.end()), then, None)) is not None:
            yield one
