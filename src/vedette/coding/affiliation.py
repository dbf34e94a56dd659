"""Relations between actors that a text states, hedges kept: evidence for the registry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vedette.coding.clauses import noun_phrase, strip
from vedette.coding.cues import any_of, table
from vedette.coding.document import Document, Sentence
from vedette.coding.who import parties
from vedette.model import Affiliation, Label, Name, Party, Span, cut
from vedette.model.ids import content_id
from vedette.registry import Registry

FILE = "affiliation.toml"
_ACTORS = frozenset((Label.COUNTRY, Label.GROUP, Label.ORG, Label.PERSON))
_BODIES = frozenset((Label.COUNTRY, Label.GROUP, Label.ORG))
_LINK = re.compile(
    r"\s*(?:,\s*|\(\s*|[”\"’]\s*,?\s*|[,”\"]+\s+)?(?:(?:which|who|that)\s+)?(?:is|are|was|were|has been|"
    r"have been)?\s*(?:itself\s+|also\s+|now\s+)?",
    re.I,
)
_PERSON = re.compile(
    r"((?:[A-Z][\w’'-]+|al-\w+)(?:\s+(?:[A-Z][\w’'-]+|al-\w+|bin|ibn)){1,4}),\s+(?:the\s+|"
    r"an?\s+)?(?:[\w-]+\s+){0,2}$"
)
_UNNAMED = re.compile(r"\b(?:junta|rebel|militia|opposition|insurgent)\s+$", re.I)
_IT = re.compile(r"it|them", re.I)
_SAYS = re.compile(
    r"(?:which|who|that)\s+(?:it|he|she|they|officials|analysts|authorities|"
    r"[A-Z][\w.]*)\s+(?:says?|said|calls?|believes?|describes?\s+as)"
    r"\s*(?:is|are|was|were|to be)?\s*$",
    re.I,
)
_LED = re.compile(r"\b(?:led|headed|commanded|founded|chaired)\s+by\s+", re.I)
_GENERIC = re.compile(
    r"\b(?:group|groups|militia|militias|movement|party|faction|factions|rebels|forces|fighters|army|"
    r"organi[sz]ation|coalition|gunmen|"
    r"insurgents|militants|paramilitary|paramilitaries|alliance|government|junta|administration|troops)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A relation in a sentence (offsets there): the two phrases, the relation, the hedge."""

    actor: Span
    rel: str
    of: Span
    hedge: str | None
    quote: Span


def affiliations_of(document: Document, *, registry: Registry) -> tuple[Affiliation, ...]:
    """Give every relation that a report states, once each in the words that state it first."""
    found: dict[tuple[object, ...], Affiliation] = {}
    for sentence in document.sentences:
        for stated in stated_in(sentence):
            one = _affiliation(stated, sentence, document, registry=registry)
            if one is not None:
                key = (one.actor.actor_id or one.actor.text, one.rel, one.of.actor_id or one.of.text)
                found.setdefault(key, one)
    return tuple(found.values())


def stated_in(sentence: Sentence) -> tuple[Stated, ...]:
    """Give the relations that a sentence states."""
    names = [name for name in sentence.tagged.names if name.label in _ACTORS]
    return (*_between(sentence, names), *_backed(sentence, names), *_leads(sentence, names), *_led_by(sentence, names))


@cache
def _relations() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["rel"], any_of(row["between"])) for row in table(FILE)["relation"])


@cache
def _hedges() -> re.Pattern[str]:
    return re.compile(any_of(table(FILE)["hedge"]["words"]).pattern + r"\s*(?:to be\s+|of being\s+)?$", re.I)


def _between(sentence: Sentence, names: list[Name]) -> Iterator[Stated]:
    text = sentence.tagged.text
    for rel, words in _relations():
        for word in words.finditer(text):
            lead = text[: word.start()].rstrip() + " "
            hedge = _hedges().search(lead) or _SAYS.search(lead)
            start = hedge.start() if hedge else word.start()
            actor = _before(text, start, names)
            other = _after(text, word.end(), names)
            if actor is None or other is None or actor.overlaps(other):
                continue
            said = f"{hedge.group().strip()} {word.group()}" if hedge else None
            yield Stated(
                actor=actor,
                rel=rel,
                of=other,
                hedge=_short(said, word.group()),
                quote=cut(text, actor.start, other.end),
            )


def _short(said: str | None, words: str) -> str | None:
    """Keep of a hedge the words that hedge and the participle they bear on ("believed linked")."""
    return None if said is None else re.sub(r"\s+(?:to|with|by|of)$", "", said)


def _before(text: str, end: int, names: list[Name]) -> Span | None:
    """Give the body whose apposition or relative clause ends at `end`; a person's group when a person stands there."""
    near = [name for name in names if name.span.end <= end]
    for name in reversed(near):
        gap = text[name.span.end : end]
        if name.label == Label.COUNTRY and not _LINK.fullmatch(gap):
            continue
        if _LINK.fullmatch(gap) or _apposed(gap):
            return name.span if name.label != Label.COUNTRY else _with_noun(text, name.span, end)
    return None


def _apposed(gap: str) -> bool:
    """Say whether only generic words stand between a name and the cue ("X, an armed group ... part of")."""
    plain = gap.strip()
    return bool(
        re.fullmatch(
            r"(?:[”\"’]?\s*,?\s*)?(?:(?:an?|the|which|who|that|is|are|was|were|one of|another|also|itself|both|all|"
            r"long|closely|has been|have been)\s+)*"
            r"(?:[\w’'-]+\s+){0,4}?(?:group|groups|militias?|movement|party|factions?|rebels|forces|fighters|army|"
            r"organi[sz]ation|alliance|paramilitary|"
            r"brigade|outfit|network|militants|units?)?(?:\s*,)?(?:\s*(?:which|who|that))?(?:\s*(?:is|are|was|"
            r"were))?(?:\s*(?:itself|also|long|closely))?",
            plain,
            re.I,
        )
    ) and not re.search(r"\b(?:said|told|in|on|at|and|but|by|from)\b", plain)


def _with_noun(text: str, name: Span, end: int) -> Span:
    phrase = noun_phrase(text, name.start, limit=end)
    return cut(text, *phrase) if phrase else name


def _after(text: str, start: int, names: list[Name]) -> Span | None:
    phrase = noun_phrase(text, start)
    if phrase is None:
        return None
    inside = [name for name in names if phrase[0] <= name.span.start < phrase[1]]
    if not inside and not _GENERIC.search(text, *phrase) and not _IT.fullmatch(text, *phrase):
        return None
    if inside and inside[0].span.start - phrase[0] > 40:
        return None
    return cut(text, phrase[0], max(phrase[1], inside[0].span.end) if inside else phrase[1])


_HYPHEN = re.compile(
    r"(?P<who>(?!(?:The|An?|This|Another|"
    r"Some)\s)[A-Z][\w.’']*(?:\s+[A-Z][\w.’']*)?(?:\s+government)?|government|state|"
    r"foreign)[- –](?P<how>[a-z]+)\b"
)


def _backed(sentence: Sentence, names: list[Name]) -> Iterator[Stated]:
    """Read "the Iranian-backed X", "Iraqi government-backed forces of X" and "X, another Iran-backed group"."""
    text = sentence.tagged.text
    for found in _HYPHEN.finditer(text):
        rel = next((rel for rel, words in table(FILE)["backed"].items() if found["how"] in words), None)
        if rel is None:
            continue
        actor = _modified(text, found, names)
        if actor is not None:
            start = _owner(text, found, names)
            yield Stated(
                actor=actor,
                rel=rel,
                of=cut(text, start, found.end("who")),
                hedge=None,
                quote=cut(text, min(actor.start, start), max(actor.end, found.end())),
            )


def _owner(text: str, found: re.Match[str], names: list[Name]) -> int:
    """Begin "government" at its country ("Iraqi government-backed")."""
    if not found["who"].islower():
        return found.start("who")
    country = next(
        (name for name in names if name.label == Label.COUNTRY and text[name.span.end : found.start()].strip() == ""),
        None,
    )
    return country.span.start if country else found.start("who")


def _modified(text: str, found: re.Match[str], names: list[Name]) -> Span | None:
    """Give the body that "Y-backed" describes: named after it in its phrase, else before its apposition."""
    after = re.match(
        r"(?:\s+[\w’'-]+){0,5}?\s+(?:of\s+|called\s+|"
        r"known as\s+)?(?:the\s+)?[“\"]?",
        text[found.end() :],
    )
    for name in names:
        gap = text[found.end() : name.span.start]
        if name.label in _BODIES - {Label.COUNTRY} and name.span.start >= found.end() and after and _modifier_gap(gap):
            return name.span
    lead = text[: found.start()].rstrip()
    if not re.search(r",\s*(?:another|an?|the|one of the|also an?)(?:\s+[\w-]+){0,2}$", lead):
        return None
    comma = lead.rfind(",")
    before = [name for name in names if name.span.end <= comma and name.label in _BODIES - {Label.COUNTRY}]
    if before and len(text[before[-1].span.end : comma].split()) <= 3:
        return before[-1].span
    return None


def _modifier_gap(gap: str) -> bool:
    return len(gap.split()) <= 5 and not re.search(
        r"[,;.]|\b(?:in|on|at|and|by|from|against|have|has|had|who|which|that|said|to|with|attacked|fired)\b", gap
    )


def _leads(sentence: Sentence, names: list[Name]) -> Iterator[Stated]:
    """Read "N, leader of X", "the leader of X, N" and "X leader N"."""
    text = sentence.tagged.text
    persons = [name for name in names if name.label == Label.PERSON]
    for office in any_of(table(FILE)["leads"]["of"]).finditer(text):
        yield from _leader_of(text, office, persons, names)
        yield from _leader_named(text, office, persons, names)


def _led_by(sentence: Sentence, names: list[Name]) -> Iterator[Stated]:
    """Read "X, a group led by N"."""
    text = sentence.tagged.text
    for word in _LED.finditer(text):
        person = next(
            (
                name
                for name in names
                if name.label == Label.PERSON
                and name.span.start >= word.end()
                and len(text[word.end() : name.span.start].split()) <= 4
            ),
            None,
        )
        body = _before(text, word.start(), [name for name in names if name.label in _BODIES])
        if person is not None and body is not None:
            yield Stated(
                actor=person.span, rel="leads", of=body, hedge=None, quote=cut(text, body.start, person.span.end)
            )


def _leader_of(text: str, office: re.Match[str], persons: list[Name], names: list[Name]) -> Iterator[Stated]:
    of = re.match(r"\s+(?:of|for)\s+", text[office.end() :])
    if of is None:
        return
    start = office.end() + of.end()
    body = _body_at(text, start, names)
    if body is None:
        return
    for person in (*persons, *_unnamed(text, office)):
        before = person.span.end <= office.start() and re.fullmatch(
            r"\s*(?:,\s*|\(\s*|,?\s+who is\s+|,?\s+is\s+)?(?:the\s+|an?\s+|"
            r"its\s+)?(?:[\w-]+\s+){0,2}",
            text[person.span.end : office.start()],
        )
        after = person.span.start >= body.end and re.fullmatch(
            r"\s*(?:,\s*|[”\"]\s*)?", text[body.end : person.span.start]
        )
        if before or after:
            low, high = min(person.span.start, office.start()), max(person.span.end, body.end)
            yield Stated(actor=person.span, rel="leads", of=body, hedge=None, quote=cut(text, low, high))


def _unnamed(text: str, office: re.Match[str]) -> list[Name]:
    """Read a person's name that the tagger left open: capitalised words before ", leader of"."""
    found = _PERSON.search(text[: office.start()])
    return [Name(span=cut(text, found.start(1), found.end(1)), label=Label.PERSON)] if found else []


def _body_at(text: str, start: int, names: list[Name]) -> Span | None:
    phrase = noun_phrase(text, start)
    if phrase is None:
        return None
    inside = [name for name in names if phrase[0] <= name.span.start < phrase[1] and name.label in _BODIES]
    return cut(text, phrase[0], max(phrase[1], inside[0].span.end)) if inside else None


def _leader_named(text: str, office: re.Match[str], persons: list[Name], names: list[Name]) -> Iterator[Stated]:
    person = next(
        (
            name
            for name in persons
            if re.fullmatch(r"\s*,?\s*(?:[A-Z][\w.]*\s+){0,2}", text[office.end() : name.span.start])
            and name.span.start >= office.end()
        ),
        None,
    )
    body = next(
        (
            name
            for name in names
            if name.label in _BODIES
            and name.span.end <= office.start()
            and re.fullmatch(r"(?:['’]s?)?\s*(?:[\w-]+\s+){0,1}", text[name.span.end : office.start()])
        ),
        None,
    )
    plain = _UNNAMED.search(text[: office.start()])
    of = body.span if body else cut(text, plain.start(), plain.end() - 1) if plain else None
    if person is not None and of is not None:
        yield Stated(actor=person.span, rel="leads", of=of, hedge=None, quote=cut(text, of.start, person.span.end))


def _affiliation(stated: Stated, sentence: Sentence, document: Document, *, registry: Registry) -> Affiliation | None:
    actor = _party(sentence.in_body(stated.actor), sentence, document, registry=registry)
    of = _party(sentence.in_body(stated.of), sentence, document, registry=registry)
    if actor is None or of is None or (actor.actor_id is not None and actor.actor_id == of.actor_id):
        return None
    quote = sentence.in_body(stated.quote)
    return Affiliation(
        affiliation_id=content_id("f", document.report.id, quote.start, quote.end, stated.rel),
        report_id=document.report.id,
        actor=actor,
        rel=stated.rel,
        of=of,
        status="claimed" if stated.hedge else "actual",
        hedge=stated.hedge,
        quote=quote,
    )


def _party(span: Span, sentence: Sentence, document: Document, *, registry: Registry) -> Party | None:
    start, end = strip(document.report.text, (span.start, span.end))
    found = parties(cut(document.report.text, start, end), sentence, document, registry=registry)
    return found[0] if found else None
