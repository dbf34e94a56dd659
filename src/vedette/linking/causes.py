"""What kind of answer a stated cause makes, and what its words point to."""

import re
from dataclasses import dataclass

from vedette.linking.calling import Call, call_of_phrase
from vedette.linking.facts import tokens
from vedette.model import Claim, Report, Span, cut

_KINDS = (
    (
        "retaliation",
        re.compile(
            r"\b(retaliat\w*|reveng\w*|aveng\w*|reprisals?|vengeance|retribution|tit-for-tat|"
            r"punish\w*)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "disavowal",
        re.compile(
            r"\b(disavow\w*|disown\w*|repudiat\w*|(?:distanc|dissociat)\w+\s+(?:it|him|her|them)sel(?:f|ves)\s+from)\b",
            re.IGNORECASE,
        ),
    ),
    ("pre-emption", re.compile(r"\b(pre-?empt\w*|to prevent|to forestall)\b", re.IGNORECASE)),
    ("response", re.compile(r"\b(respon\w+|react\w*|answer\w*|because of|over|due to|in protest)\b", re.IGNORECASE)),
    ("follow-up", re.compile(r"\b(after|following|in the wake of|since|days? later|hours? later)\b", re.IGNORECASE)),
)
_DATES = re.compile(r"\b(?:days|weeks|months|years)\s+(?:after|later|since)\b", re.IGNORECASE)
_SINCE_THEN = re.compile(
    r"\b(?:first|second|third|\w+th|latest|last|most|worst|\w{3,}est)\b[^.;]*\bsince\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\b(?:(?:in|as|by way of)\s+(?:an?\s+)?(?:apparent\s+)?(?:retaliation|response|revenge|reprisal|reply|turn)|"
    r"retaliat(?:ed|ing)|(?:hit|struck|fired)\s+back|returned\s+fire|answered|responded|replied|reacted)\b"
    r"(?!(?:,\s[^,;.]{2,80},)?\s+(?:for|to|against|over)\b)",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?<=[a-z\d][.!?])[\"”]?\s+(?=[A-Z“\"])|\n+")
_INS = ("in ", "as ", "by ")
_SPOKEN = frozenset(("CONSULT", "AGREE", "SUPPORT"))
_LINKING = re.compile(r"\b(?:in|of|to|for|on|near|by|against|after|with|over|at|from|amid|during)\b", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:series|string|wave|spate|number|dozens|scores|hundreds|round|campaign|any|all|each|one|some)"
    r"\s+of\b",
    re.IGNORECASE,
)
_POINTING = frozenset(
    (
        "attack strike airstrike raid bombing bombardment shelling killing assassination assault incident operation "
        "move earlier previous recent retaliation response revenge reprisal martyr victim blood fallen dead "
        "comrade brother brethren slain"
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """The phrase that states a cause. `bare`: it names nothing ("in retaliation", "the attacks"); `plural`: it
    speaks of several; `cue`: it is the cue alone ("in response"); `call`: how it calls an act, where an act heads it;
    `words`: those that could name one. `sentence` is the one that states it."""

    phrase: Span
    sentence: str
    kind: str
    bare: bool
    plural: bool
    cue: bool
    call: Call | None
    words: frozenset[str]


def cause_of(claim: Claim, report: Report | None = None) -> Cause | None:
    """Read a claim's stated cause; a bare "in retaliation" in its sentence counts where coding left none."""
    phrase = claim.cause or _bare_cue(claim)
    if phrase is None:
        return None
    call = call_of_phrase(phrase.text)
    heading = call is not None and heads(phrase.text, call.start)
    named = frozenset(tokens(phrase.text)) - _POINTING
    cue = _BARE.fullmatch(phrase.text.strip(" ,")) is not None
    bare = cue or (call is not None and call.noun.type == "ASSAULT" and not named)
    sentence = _sentence(claim, phrase, report)
    return Cause(
        phrase=phrase,
        sentence=sentence.text,
        kind=_kind(sentence, phrase),
        bare=bare,
        plural=bare and (call is None or call.plural),
        cue=cue,
        call=call if heading else None,
        words=named,
    )


def only_dates(cause: Cause) -> bool:
    """Say whether a sentence names another act to date or rank its own, not as what it answers: "five days after a
    strike", "the deadliest since a strike"."""
    at = cause.sentence.find(cause.phrase.text)
    if cause.kind == "follow-up" and _SINCE_THEN.search(cause.sentence[: max(0, at)]):
        return True
    near = cause.sentence[max(0, at - 40) : at] + cause.phrase.text
    return cause.kind == "follow-up" and _DATES.search(near) is not None


def heads(phrase: str, start: int) -> bool:
    """Say whether the word at `start` is what the phrase is about: "the strike on Kirkuk" is about the strike,
    "support to Israel in the Gaza conflict" is not about the conflict."""
    before = _MANY.sub("", phrase[:start])
    return _LINKING.search(before) is None


def _sentence(claim: Claim, phrase: Span, report: Report | None) -> Span:
    """Give the sentence that holds the phrase: the claim's own, or one that says later why it was done."""
    if report is None or claim.sentence.holds(phrase):
        return claim.sentence
    begins = [found.end() for found in _SENTENCE_ENDS.finditer(report.text, 0, phrase.start)]
    ends = _SENTENCE_ENDS.search(report.text, phrase.end)
    begin, end = begins[-1] if begins else 0, ends.start() if ends else len(report.text)
    return cut(report.text, begin, end)


def _bare_cue(claim: Claim) -> Span | None:
    found = _BARE.search(claim.sentence.text) if claim.type not in _SPOKEN else None
    if found is None or not found.group().lower().startswith(_INS):
        return None
    start = claim.sentence.start + found.start()
    return Span(text=found.group(), start=start, end=start + len(found.group()))


def _kind(sentence: Span, phrase: Span) -> str:
    """Read the kind from the phrase and the few words before it, then from the whole sentence."""
    at = max(0, phrase.start - sentence.start)
    near = sentence.text[max(0, at - 40) : at] + phrase.text
    for text in (near, sentence.text):
        for kind, cue in _KINDS:
            if cue.search(text):
                return kind
    return "response"
