"""The relations that the words of one sentence state: phrases between two bodies, and verbs of backing."""

import re
from collections.abc import Iterator
from functools import cache

from vedette.coding.affiliation_hyphens import hyphened
from vedette.coding.affiliation_leads import led
from vedette.coding.affiliation_phrases import after, before, ending, following, listed
from vedette.coding.affiliation_relation import ACTORS, FILE, Stated, whole
from vedette.coding.clauses import noun_phrase, subject_of
from vedette.coding.cues import any_of, table
from vedette.coding.document import Sentence
from vedette.model import Label, Name, Span, cut
from vedette.phrases.needed import Sought, sought

_SAYS = re.compile(
    r"(?:which|who|that)\s+(?:it|he|she|they|many|some|(?:[\w.-]+\s+){0,2}?(?:officials|analysts|authorities|experts|"
    r"investigators|diplomats|researchers|observers|sources|residents|governments|critics|intelligence|police|prosecutors|"
    r"ministers|agencies|services|spies|witnesses|monitors)|"
    r"[A-Z][\w.]*)\s+(?:says?|said|calls?|believes?|believed?|suspects?|claims?|alleges?|thinks?|describes?\s+as)"
    r"\s*(?:is|are|was|were|to be)?\s*$",
    re.I,
)
_TOLD = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|experts?|officials?|analysts?|governments?|diplomats?|it|they|he|she)\s+){1,4}"
    r"(?:says?|said|claims?|claimed|alleges?|alleged|believes?|believed|suspects?|suspected|insists?|insisted)"
    r"(?:\s+that)?\s*$|\b(?:allegations|accusations|reports|suspicions|claims|charges|evidence|rumours)\s+that\s*$"
)
_SAID_AFTER = re.compile(
    r"\s*,\s+(?P<hedge>according\s+to\b[^,.;]{3,60}|(?:[\w.’'-]+\s+){1,5}(?:say|says|said|believe|believes|claim|"
    r"claims|allege|alleges)\b)"
)
_SEEN = re.compile(r"\b(?P<hedge>considers?|considered|regards?|regarded|views?|describes?|calls?)\s+(?:the\s+)?$")
_SEEN_AS = re.compile(
    r"\b(?P<hedge>considers?|considered|regards?|regarded|views?|viewed|sees?|saw|describes?|described)\s+(?:the\s+)?"
    r"(?P<who>(?-i:[A-Z])[\w’'-]+(?:\s+(?:of|for|the|al-\w+|(?-i:[A-Z])[\w’'-]+)){0,6}(?:\s+\([\w-]{2,12}\))?)"
    r"(?:,\s[^,]{3,80},)?\s+(?:as|to\s+be)\s+(?:\w+\s+)?$",
    re.I,
)
_FINITE = re.compile(r"(?:receives?|belongs?|answers?|enjoys?|fights?|coordinates|operates|has|have)\b")
_PREDICATE = re.compile(r"\b(?:is|are|was|were|been)\s+(?:[\w-]+\s+){0,2}$")
_RELATIVE = re.compile(r"\b(?:which|who|that)\s+(?:is|are|was|were|has|have|had)\s+(?:[\w-]+\s+){0,2}$", re.I)


def stated_in(sentence: Sentence) -> tuple[Stated, ...]:
    """Give the relations that a sentence states."""
    text = sentence.tagged.text
    names = list(sentence.tagged.names)
    actors = [name for name in names if name.label in ACTORS]
    return (
        *_between(text, names, actors),
        *_members(text, actors),
        *_forming(text, actors),
        *_owned_after(text, actors),
        *_belonging(text, actors),
        *_accused(text, actors),
        *_backing(text, actors),
        *hyphened(text, actors),
        *led(text, actors),
    )


@cache
def _relations() -> tuple[tuple[str, Sought], ...]:
    return tuple((row["rel"], any_of(row["between"])) for row in table(FILE)["relation"])


@cache
def _hedges() -> re.Pattern[str]:
    return re.compile(
        any_of(table(FILE)["hedge"]["words"]).pattern + r"\s*(?:to be\s+|of being\s+|to have been\s+|as\s+|to\s+)?$",
        re.I,
    )


def _between(text: str, names: list[Name], actors: list[Name]) -> Iterator[Stated]:
    """Read "X, part of Y", "X is allied with Y", "X, believed linked to Y"."""
    for rel, words in _relations():
        for word in words.finditer(text):
            if word.group()[0].isupper() and word.start():  # part of a name ("the Northern Branch of X")
                continue
            lead = text[: word.start()].rstrip() + " "
            hedge = _hedges().search(lead) or _SAYS.search(lead)
            start = hedge.start() if hedge else word.start()
            seen = _SEEN_AS.search(lead)
            actor = cut(text, *seen.span("who")) if seen else before(text, start, actors)
            other = after(text, word.end(), actors, places=rel in {"backed_by", "allied_with"})
            if actor is None or other is None or actor.overlaps(other) or _is_place(other, names, actors, rel=rel):
                continue
            said = _hedged(hedge, word) if hedge else _distance(text, actor, word, other)
            said = seen["hedge"] if seen else said
            yield Stated(actor=actor, rel=rel, of=other, hedge=said, quote=whole(text, actor, other))


def _is_place(other: Span, names: list[Name], actors: list[Name], *, rel: str) -> bool:
    """Say whether what follows "part of" or "close to" is a town or a country, which is a matter of geography."""
    first = next((name for name in names if name.span.overlaps(other)), None)
    if first is None or rel in {"backed_by", "allied_with"}:
        return False
    lone = first.span.text in other.text and len(other.text.split()) <= len(first.span.text.split()) + 1
    return first.label == Label.PLACE or (rel == "part_of" and first.label == Label.COUNTRY and lone)


def _hedged(hedge: re.Match[str], word: re.Match[str]) -> str:
    """Give the words that hedge and the participle they bear on ("believed linked")."""
    return re.sub(r"\s+(?:to|with|by|of)$", "", f"{hedge.group().strip()} {word.group()}")


def _distance(text: str, actor: Span, word: re.Match[str], other: Span) -> str | None:
    """Give the words by which somebody is quoted with a relation that is the clause's own predicate, or None."""
    lead = text[: word.start()]
    if (seen := _SEEN.search(text[: actor.start])) and "," not in text[actor.end : word.start()]:
        return seen["hedge"]
    finite = _FINITE.match(word.group()) and not re.search(r"\b(?:which|who|that)\s+(?:\w+\s+)?$", lead, re.I)
    if not finite and (not _PREDICATE.search(lead) or _RELATIVE.search(lead)):
        return None
    told = _TOLD.search(text[: actor.start])
    if told is not None:
        return told.group().strip()
    later = _SAID_AFTER.match(text, other.end)
    return later["hedge"] if later else None


_INCLUDES = sought(
    r",?\s+(?:(?:which|that)\s+(?:also\s+)?(?:includes|groups|comprises|unites|consists\s+of)|(?:which\s+is\s+|that\s+is\s+)?(?:made\s+up|composed|formed)\s+of|"
    r"comprising|consisting\s+of|grouping|uniting)\s+"
)


def _members(text: str, actors: list[Name]) -> Iterator[Stated]:
    """Read "the X alliance, made up of A, B and C"."""
    for word in _INCLUDES.finditer(text):
        body = before(text, word.start(), actors)
        if body is None or not re.search(r"[A-Z]", body.text.removeprefix("The ")):
            continue
        for member in listed(text, word.end(), actors):
            if not member.overlaps(body):
                yield Stated(actor=member, rel="part_of", of=body, hedge=None, quote=whole(text, body, member))


_FORM = sought(
    r"(?:,?\s+(?:which|that|who)|\s+[–—-])\s+(?:(?:together|jointly|now)\s+)*(?:form|make\s+up|constitute|comprise)\s+"
)
_CHAIN = re.compile(r"[\s”\"]*(?:,|,?\s+and)\s+(?:the\s+)?[“\"]?", re.I)


def _forming(text: str, actors: list[Name]) -> Iterator[Stated]:
    """Read "A, B and C, which together form the X"."""
    for word in _FORM.finditer(text):
        body = after(text, word.end(), actors)
        chain = [name.span for name in actors if name.span.end <= word.start()][::-1]
        if body is None or not chain or chain[0].end != word.start():
            continue
        members = chain[:1]
        for earlier in chain[1:]:
            if not _CHAIN.fullmatch(text[earlier.end : members[-1].start]):
                break
            members.append(earlier)
        for member in members[::-1]:
            yield Stated(actor=member, rel="part_of", of=body, hedge=None, quote=whole(text, member, body))


_OWN_KIN = sought(
    r"['’]s?\s+(?:(?:local|main|close|closest|regional|military|armed|political|long-time|longtime|key|Syrian|Lebanese)"
    r"\s+){0,2}(?P<how>ally|proxy|affiliate|branch|offshoot|wing)\b"
)


def _owned_after(text: str, actors: list[Name]) -> Iterator[Stated]:
    """Read "X, Y's ally"."""
    for found in _OWN_KIN.finditer(text):
        of = next((name.span for name in actors if name.span.end == found.start()), None)
        comma = re.search(r",\s*(?:the\s+)?$", text[: of.start]) if of else None
        actor = ending(text, comma.start(), actors) if comma else None
        if of is not None and actor is not None:
            rel = table(FILE)["kin"][found["how"]]
            yield Stated(actor=actor, rel=rel, of=of, hedge=None, quote=cut(text, actor.start, found.end()))


_TO_WHICH = sought(r"\s+(?:to\s+which|of\s+which)\s+")


def _belonging(text: str, actors: list[Name]) -> Iterator[Stated]:
    """Read "Y, a coalition to which X belongs" and "Y, of which X is a part"."""
    for word in _TO_WHICH.finditer(text):
        phrase = noun_phrase(text, word.end())
        if phrase is None:
            continue
        member = re.match(r"(?:the\s+)?.*?(?=\s+(?:also\s+)?belongs?\b|$)", text[slice(*phrase)], re.S)
        end = phrase[0] + (member.end() if member else 0)
        tail = text[end : end + 30]
        body = before(text, word.start(), actors)
        if body is None or not re.match(
            r"\s+(?:also\s+)?(?:belongs?\b|(?:is|are)\s+(?:also\s+)?(?:an?\s+)?(?:part|member))", tail
        ):
            continue
        yield Stated(
            actor=cut(text, phrase[0], end), rel="part_of", of=body, hedge=None, quote=cut(text, body.start, end)
        )


_ACT = (
    r"(?:\w+ing\s*(?:,|and|or)\s+){0,2}(?:arming|backing|supporting|funding|financing|sponsoring|training|equipping|supplying)"
    r"(?:\s*(?:,|and|or)\s+\w+ing)*\s+"
)
_ACCUSES = sought(
    rf"\b(?P<hedge>(?:accus|suspect)(?:es?|ed|ing|s)?)\s+(?P<who>[^,;.]{{2,50}}?)\s+of\s+(?:\w+ly\s+)?{_ACT}"
)
_IS_ACCUSED = sought(
    rf"\b(?:is|are|was|were|has\s+been|have\s+been|stands?)\s+(?:\w+ly\s+)?(?P<hedge>suspected|accused)"
    rf"(?:\s+by\s+[^,;.]{{2,50}}?)?\s+of\s+(?:\w+ly\s+)?{_ACT}"
)
_IS_SAID = sought(
    r"\b(?:is|are|was|were)\s+(?:\w+ly\s+)?(?P<hedge>believed|thought|said|alleged|reported|suspected|rumoured|presumed)"
    r"\s+to\s+(?:be\s+)?(?:\w+ly\s+)?(?:back|support|arm|fund|financ|sponsor|train|suppl)(?:e|y|ing|ying)?\s+"
)


def _accused(text: str, actors: list[Name]) -> Iterator[Stated]:
    """Read "accused X of arming Y" and "X is suspected of arming Y"."""
    for word in _ACCUSES.finditer(text):
        phrase = noun_phrase(text, word.start("who"), limit=word.end("who"))
        passive = re.search(r"\b(?:is|are|was|were|been|be)\s+(?:\w+ly\s+)?$", text[: word.start()])
        if phrase is not None and not passive and not word["who"].startswith(("by ", "of ")):
            yield from _armed(text, cut(text, *phrase), word, actors)
    for word in (*_IS_ACCUSED.finditer(text), *_IS_SAID.finditer(text)):
        who = before(text, word.start("hedge"), actors)
        if who is not None:
            yield from _armed(text, who, word, actors)


def _armed(text: str, who: Span, word: re.Match[str], actors: list[Name]) -> Iterator[Stated]:
    whom = after(text, word.end(), actors)
    if whom is not None and not whom.overlaps(who):
        low, high = min(who.start, word.start()), whom.end
        yield Stated(actor=whom, rel="backed_by", of=who, hedge=word["hedge"], quote=cut(text, low, high))


_BACKS = sought(
    r"(?P<rel>,?\s+(?:which|who|that)\s+)?\b(?:also\s+|openly\s+)?(?:backs|arms|trains|equips|supplies|funds|finances|sponsors|bankrolls|"
    r"(?P<supports>supports))(?:\s+and\s+\w+s)?\s+(?=the\s|[A-Z]|al-)"
)


def _backing(text: str, actors: list[Name]) -> Iterator[Stated]:
    """Read "X, which backs Y" and "X arms Y", where both are named."""
    for word in _BACKS.finditer(text):
        whom = after(text, word.end(), actors)
        named = whom is not None and any(
            name.span.overlaps(whom)
            and (name.label in {Label.GROUP, Label.ORG} or (name.label == Label.COUNTRY and word["rel"]))
            for name in actors
        )
        if whom is None or not named or (word["supports"] and not word["rel"]):
            continue
        if word["rel"]:
            who = before(text, word.start(), actors)
        else:
            subject = subject_of(text, word.start() + len(word.group()) - len(word.group().lstrip()))
            who = cut(text, *subject) if subject and re.search(r"[A-Z]", text[slice(*subject)]) else None
        if who is not None and not who.overlaps(whom):
            later = None if word["rel"] else _SAID_AFTER.match(text, whom.end)
            hedge = later["hedge"] if later else None
            yield Stated(actor=whom, rel="backed_by", of=who, hedge=hedge, quote=whole(text, who, whom))
    yield from _backed_one(text, actors)


_WHOM_BACKS = sought(
    r",?\s+(?:that|which|whom)\s+(?P<who>(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})\s+(?:openly\s+|also\s+)?"
    r"(?:backs|arms|trains|equips|supplies|funds|finances|sponsors|supports)\b(?!\s+(?:the|[A-Z]))"
)


def _backed_one(text: str, actors: list[Name]) -> Iterator[Stated]:
    """Read "X, a movement that Y arms"."""
    for word in _WHOM_BACKS.finditer(text):
        actor = following(text, word.start(), actors)
        if actor is not None:
            of = cut(text, *word.span("who"))
            yield Stated(actor=actor, rel="backed_by", of=of, hedge=None, quote=cut(text, actor.start, word.end()))
