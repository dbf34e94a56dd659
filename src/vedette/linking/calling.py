"""How a phrase calls an act that the text told before: "the Kidal raid", "his killing", "the strike on the dam"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vedette.codebook.acts import ActNoun, act_noun, act_pattern, is_plural_act
from vedette.linking.facts import Facts, tokens
from vedette.linking.features.tolls import tolls
from vedette.linking.features.when import when
from vedette.linking.features.where import where
from vedette.linking.kin import Kin, Kinship
from vedette.linking.kinds import family
from vedette.model import Claim, Party

_DETERMINER = "the|this|that|these|those|such|both|its|their|his|her|an?"
_LEAD = re.compile(
    rf"(?:\b(?P<det>{_DETERMINER})|(?P<owner>[\w.]+(?:['’]s|(?<=s)['’])))"
    rf"\s+(?P<mods>(?:(?!(?:{_DETERMINER})\s)[\w.’'-]+\s+){{0,5}}?)$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:on|in|near|against|of|at|by|to(?=\s+(?:(?:the|an?|its|their|his|her)\b|[A-Z]))|over|outside|inside)"
    r"\s+(?P<words>[^,.;:()“”\"]{2,70})"
)
_TAIL_ENDS = re.compile(
    r"\b(?:and|but|as|was|were|is|are|had|has|have|which|that|who|when|while|after|before|said|by)\b"
)
_NO_MODIFIER = re.compile(
    r"\b(?:on|in|near|against|of|at|by|to|from|for|with|and|or|as|said|says|had|has|have|was|were|is|are|"
    r"after|before|during|over|that|which|who|than|not)\b",
    re.IGNORECASE,
)
_IDLE = frozenset(
    (
        "earlier previous recent latest last same first second deadly fatal alleged reported apparent major massive "
        "brutal horrific barbaric heinous cowardly terrorist terror deadliest subsequent initial overnight early late "
        "morning evening night afternoon week month year day monday tuesday wednesday thursday friday saturday sunday "
        "such both any all what called described people area town city village province region district "
        "attack strike raid one what its their his her"
    ).split()
)
_STEM = 4  # letters that a noun and its verb share: "invasion", "invaded"
_SAME_WORD = 0.8
_DOER, _ANOTHER_DOER = 0.4, 1.2
_FIELD, _TOLD, _STRANGE_NAME, _STRANGE = 1.3, 0.7, -1.6, -0.4
_MODE_FITS, _MODE_DIFFERS, _NOBODY_DIED, _SOMEBODY_DIED = 0.6, -1.4, -1.2, 0.8
_OWNER = {Kin.SAME: 1.3, Kin.PART: 1.0, Kin.ALLIED: 0.4, Kin.COUNTRY: 0.4, Kin.UNKNOWN: 0.0, Kin.APART: -1.6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A phrase that calls an act, its noun at `start`.

    `definite`: it takes the act for known; `names`: its capitalised words, `words` the others that tell something;
    `parties`: whoever the phrase itself names, as doer or sufferer.
    """

    noun: ActNoun
    start: int
    plural: bool
    definite: bool
    names: frozenset[str]
    words: frozenset[str]
    parties: tuple[Party, ...] = ()

    @property
    def bare(self) -> bool:
        """Say whether the phrase tells nothing but the noun."""
        return not (self.names or self.words or self.parties)


def call_of_claim(claim: Claim) -> Call | None:
    """Read how a claim's trigger and the words round it call an act; None when the trigger is no such noun."""
    if act_noun(claim.trigger.text) is None:
        return None
    at = claim.trigger.start - claim.sentence.start
    end = at + len(claim.trigger.text)
    return _call(claim.sentence.text, at, end, claim=claim)


def call_of_phrase(text: str) -> Call | None:
    """Read how a phrase calls an act by its first noun that does; None when none does."""
    found = act_pattern().search(text)
    return _call(text, found.start(), found.end()) if found else None


def _call(text: str, start: int, end: int, *, claim: Claim | None = None) -> Call | None:
    noun = act_noun(text[start:end])
    if noun is None:
        return None
    lead = _LEAD.search(text, 0, start)
    if lead and _NO_MODIFIER.search(lead["mods"]):
        lead = None
    begin = lead.start() if lead else start
    tail = _TAIL.match(text, end)
    close = (tail.start("words") + len(_until_verb(tail["words"]))) if tail else end
    named, plain = _telling(f"{text[begin:start]} {text[end:close]}")
    return Call(
        noun=noun,
        start=start,
        plural=is_plural_act(text[start:end]),
        definite=lead is not None and (lead["det"] or "the").casefold() not in {"a", "an"},
        names=named,
        words=plain,
        parties=_named_parties(claim, begin, close) if claim else (),
    )


def _until_verb(words: str) -> str:
    ends = _TAIL_ENDS.search(words)
    return words[: ends.start()] if ends else words


def _telling(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Part the words that tell something into capitalised and plain ones."""
    found = {word: word[:1].isupper() for word in re.findall(r"[^\W\d_][\w’'-]{2,}", text)}
    named = frozenset(token for word, upper in found.items() if upper for token in tokens(_bare(word)))
    plain = frozenset(token for word, upper in found.items() if not upper for token in tokens(_bare(word)))
    return named - _IDLE, plain - _IDLE - named


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def _named_parties(claim: Claim, begin: int, close: int) -> tuple[Party, ...]:
    shift = claim.sentence.start
    return tuple(
        party
        for party in (*claim.actor, *claim.target)
        if begin + shift <= party.start < close + shift and act_noun(party.text) is None
    )


def fit(call: Call, other: Facts, *, kinship: Kinship, mention: Facts | None = None) -> float | None:
    """Weigh whether a call can mean another claim's act: above 0 speaks for it, None says that it cannot.

    What `mention`, the claim that makes the call, tells of its own (a day, a place, a toll) must agree; what coding
    carried over to it from other sentences does not count.
    """
    if family(call.noun.type) != other.family or (other.claim.aggregate and not call.plural):
        return None
    stem = other.claim.trigger.text[:_STEM].casefold() == call.noun.noun[:_STEM]
    if call.noun.named and not stem:
        return None
    reasons = [
        _SAME_WORD if stem else 0.0,
        *(_own(mention, other) if mention else ()),
        _fatality(call, other),
        _mode(call, other),
        _names(call, other),
        _owner(call, other, kinship),
        _doer(mention, other, kinship) if mention else 0.0,
    ]
    weights = [weight for weight in reasons if weight is not None]
    return sum(weights) if len(weights) == len(reasons) else None


def _own(mention: Facts, other: Facts) -> Iterator[float | None]:
    checks = [(mention.own_day, when), (mention.own_place, where), (True, tolls)]
    for feature in (one for own, check in checks if own for one in check(mention, other)):
        yield None if feature.bars else feature.weight


def _fatality(call: Call, other: Facts) -> float | None:
    if not call.noun.fatal:
        return 0.0
    killed = other.claim.killed
    if killed is None:
        return _NOBODY_DIED
    return _SOMEBODY_DIED if killed.best else None


def _mode(call: Call, other: Facts) -> float:
    mode = other.claim.mode
    if not call.noun.modes or mode in (None, "other"):
        return 0.0
    return _MODE_FITS if mode in call.noun.modes else _MODE_DIFFERS


def _names(call: Call, other: Facts) -> float:
    claim = other.claim
    fields = frozenset(
        tokens(
            " ".join(
                [
                    *(f"{party.text} {party.name or ''}" for party in (*claim.actor, *claim.target)),
                    *(span.text for span in claim.weapon),
                    f"{claim.place.text or ''} {claim.place.name or ''} {claim.trigger.text} {claim.mode or ''}",
                ]
            )
        )
    )
    found = 0.0
    for words, strange in ((call.names, _STRANGE_NAME), (call.words, _STRANGE)):
        found += sum(_FIELD if w in fields else _TOLD if w in other.words else strange for w in words)
    return max(-3.0, min(3.0, found))


def _owner(call: Call, other: Facts, kinship: Kinship) -> float:
    if not call.parties:
        return 0.0
    sides = max(kinship.nearest(call.parties, other.claim.actor), kinship.nearest(call.parties, other.claim.target))
    return _OWNER[sides]


def _doer(mention: Facts, other: Facts, kinship: Kinship) -> float:
    """Weigh whom the mention's own sentence makes the doer; one known to be somebody else speaks against."""
    own = tuple(party for party in mention.claim.actor if party.start >= mention.claim.sentence.start)
    near = kinship.nearest(own, other.claim.actor)
    return _DOER if near in (Kin.SAME, Kin.PART) else -_ANOTHER_DOER if near is Kin.APART else 0.0
