"""What kind of answer a stated cause makes, and what its words point to."""

import re
from dataclasses import dataclass

from vedette.linking.facts import tokens
from vedette.model import Claim, Span

_KINDS = (
    (
        "retaliation",
        re.compile(
            r"\b(retaliat\w*|reveng\w*|aveng\w*|reprisals?|vengeance|retribution|tit-for-tat|"
            r"punish\w*)\b",
            re.IGNORECASE,
        ),
    ),
    ("pre-emption", re.compile(r"\b(pre-?empt\w*|to prevent|to forestall)\b", re.IGNORECASE)),
    ("response", re.compile(r"\b(respon\w+|react\w*|answer\w*|because of|over|due to|in protest)\b", re.IGNORECASE)),
    ("follow-up", re.compile(r"\b(after|following|in the wake of|since|days? later|hours? later)\b", re.IGNORECASE)),
)
_BARE = re.compile(
    r"\b(?:in|as|by way of)\s+(?:an?\s+)?(?:apparent\s+)?(retaliation|response|revenge|reprisal|reply)\b"
    r"(?!\s+(?:for|to|against|over)\b)",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"\b(attacks?|strikes?|air\s?strikes?|raids?|bombings?|bombardments?|shellings?|killings?|"
    r"assassinations?|assaults?|ambush(?:es)?|offensives?|incursions?|explosions?|blasts?|clashes|"
    r"barrages?|massacres?|"
    r"abductions?|kidnappings?|hijackings?|seizures?|arrests?|launch(?:es)?|incidents?|operations?|"
    r"violations?|downing|sinking|aggressions?)\b",
    re.IGNORECASE,
)
_LINKING = re.compile(r"\b(?:in|of|to|for|on|near|by|against|after|with|over|at|from|amid|during)\b", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:series|string|wave|spate|number|dozens|scores|hundreds|round|campaign|any|all|each|one|some)"
    r"\s+of\b",
    re.IGNORECASE,
)
_POINTING = frozenset(
    (
        "attack strike airstrike raid bombing bombardment shelling killing assassination assault incident operation "
        "move earlier previous recent retaliation response revenge reprisal"
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """The phrase that states a cause. `bare`: it names nothing ("in retaliation", "the attacks"); `plural`: it
    speaks of several; `act`: its head is an act of force; `words`: those that could name one."""

    phrase: Span
    kind: str
    bare: bool
    plural: bool
    act: bool
    words: frozenset[str]


def cause_of(claim: Claim) -> Cause | None:
    """Read a claim's stated cause; a bare "in retaliation" in its sentence counts where coding left none."""
    phrase = claim.cause or _bare_cue(claim)
    if phrase is None:
        return None
    act = _ACT.search(phrase.text)
    named = frozenset(tokens(phrase.text)) - _POINTING
    bare = _BARE.fullmatch(phrase.text.strip(" ,")) is not None or (act is not None and not named)
    plural = bare and (act is None or act.group().lower().endswith("s"))
    return Cause(
        phrase=phrase,
        kind=_kind(claim, phrase),
        bare=bare,
        plural=plural,
        act=act is not None and heads(phrase.text, act.start()),
        words=named,
    )


def heads(phrase: str, start: int) -> bool:
    """Say whether the word at `start` is what the phrase is about: "the strike on Kirkuk" is about the strike,
    "support to Israel in the Gaza conflict" is not about the conflict."""
    before = _MANY.sub("", phrase[:start])
    return _LINKING.search(before) is None


def _bare_cue(claim: Claim) -> Span | None:
    found = _BARE.search(claim.sentence.text)
    if found is None:
        return None
    start = claim.sentence.start + found.start()
    return Span(text=found.group(), start=start, end=start + len(found.group()))


def _kind(claim: Claim, phrase: Span) -> str:
    """Read the kind from the phrase and the few words before it, then from the whole sentence."""
    at = max(0, phrase.start - claim.sentence.start)
    near = claim.sentence.text[max(0, at - 40) : at] + phrase.text
    for text in (near, claim.sentence.text):
        for kind, cue in _KINDS:
            if cue.search(text):
                return kind
    return "response"
