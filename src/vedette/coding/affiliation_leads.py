"""Who leads which body, as a sentence states it: offices, verbs of leading, "led by"."""

import re
from collections.abc import Iterator
from functools import cache

from vedette.coding.affiliation_phrases import GENERIC, after, before, ending, person_after, person_before
from vedette.coding.affiliation_relation import FILE, Stated, whole
from vedette.coding.clauses import noun_phrase
from vedette.coding.cues import any_of, table
from vedette.model import Label, Name, Span, cut
from vedette.phrases.needed import Sought, sought

_LED = sought(r"\b(?:led|headed|commanded|chaired)\s+by\s+", re.I)
_LEADS = sought(
    r"(?P<who>\bwho\s+)?\b(?:now\s+|also\s+|currently\s+)?(?:leads|heads|commands|chairs|rules|has\s+(?:led|headed|"
    r"commanded|chaired|ruled))\s+"
    r"(?=(?:the|its|his|an?)\s|[A-Z])"
)
_GONE = re.compile(
    r"\b(?:former|ex|late|deputy|vice|then|one-time|onetime|past|assistant|a|an|senior|local|regional)[\s-]+(?:[\w-]+\s+)?$",
    re.I,
)
_BODY_NOUN = re.compile(
    r"(?:army|military|police|junta|rebel|militia|party|group|government|movement|coalition|alliance|navy|air\s+force|"
    r"intelligence|paramilitary|armed\s+forces|council|faction|separatist|opposition|de\s+facto|transitional|caretaker|interim|acting|top|overall|exiled|supreme|political|spiritual)",
    re.I,
)
_BODY_ONLY = re.compile(
    r"army|military|police|junta|rebel|militia|party|government|navy|air\s+force|intelligence|"
    r"paramilitary|armed\s+forces|council|opposition|separatists?",
    re.I,
)
_UNNAMED = re.compile(r"(?<![\w-])(?P<body>junta|rebel|militia|opposition|insurgent|separatist)\s+$", re.I)
_NOT_HELD = {Label.PERSON}


def led(text: str, names: list[Name]) -> Iterator[Stated]:
    """Read who leads what."""
    persons = [name for name in names if name.label == Label.PERSON]
    bodies = [name for name in names if name.label not in _NOT_HELD]
    for office in _offices().finditer(text):
        if _GONE.search(text[: office.start()]):
            continue
        yield from _leader_of(text, office, persons, bodies)
        yield from _leader_named(text, office, persons, bodies)
    yield from _presiding(text, persons, bodies)
    yield from _whose(text, persons, bodies)
    yield from _led_by(text, persons, bodies)
    yield from _leading(text, persons, bodies)


@cache
def _offices() -> Sought:
    return any_of(table(FILE)["leads"]["of"])


_PRESIDING = sought(r"\b(?:President|Prime\s+Minister|Chancellor|Premier|King|Emir)\s+")


def _presiding(text: str, persons: list[Name], bodies: list[Name]) -> Iterator[Stated]:
    """Read "President N of X"."""
    for office in _PRESIDING.finditer(text):
        person = person_after(text, office.end(), persons)
        of = re.compile(r"\s+of\s+(?:the\s+)?").match(text, person.end) if person else None
        lands = [name.span for name in bodies if name.label == Label.COUNTRY]
        body = next((land for land in lands if of and land.start == of.end()), None)
        if person is not None and body is not None and not _GONE.search(text[: office.start()]):
            yield Stated(actor=person, rel="leads", of=body, hedge=None, quote=whole(text, person, body))


_WHOSE = sought(r",?\s+whose\s+(?:[\w-]+\s+)?(?=\w)")


def _whose(text: str, persons: list[Name], bodies: list[Name]) -> Iterator[Stated]:
    """Read "X, whose leader is N"."""
    for whose in _WHOSE.finditer(text):
        office = _offices().match(text, whose.end()) or _offices().match(text, text.find("whose", whose.start()) + 6)
        named = re.compile(r"\s*,?\s*(?:is\s+|was\s+)?").match(text, office.end()) if office else None
        person = person_after(text, named.end(), persons) if named else None
        body = before(text, whose.start(), bodies)
        if person is not None and body is not None:
            yield Stated(actor=person, rel="leads", of=body, hedge=None, quote=whole(text, body, person))


def _led_by(text: str, persons: list[Name], bodies: list[Name]) -> Iterator[Stated]:
    """Read "X, a group led by N" and "X is led by N"."""
    for word in _LED.finditer(text):
        lead = re.compile(r"(?:(?:[\w-]+\s+){0,3}?(?:leader|commander|chief|general|colonel|warlord)\s+)?").match(
            text, word.end()
        )
        person = person_after(text, word.end(), persons) or person_after(text, lead.end() if lead else 0, persons)
        body = before(text, word.start(), bodies)
        if person is not None and body is not None and not person.overlaps(body):
            yield Stated(actor=person, rel="leads", of=body, hedge=None, quote=whole(text, body, person))


def _leading(text: str, persons: list[Name], bodies: list[Name]) -> Iterator[Stated]:
    """Read "N, who leads X" and "N, a former judge, heads X"."""
    for word in _LEADS.finditer(text):
        person = _leading_person(text, word, persons)
        body = _body_at(text, word.end(), bodies)
        if person is not None and body is not None and not person.overlaps(body):
            yield Stated(actor=person, rel="leads", of=body, hedge=None, quote=whole(text, person, body))


def _leading_person(text: str, word: re.Match[str], persons: list[Name]) -> Span | None:
    """Give the person before "who leads" or "leads", over an apposition between commas."""
    lead = text[: word.start()].rstrip()
    direct = person_before(text, len(lead), persons)
    if direct is not None and not re.search(r",\s*(?:an?|the)\s[^,]*$", lead.rstrip(",")):
        return direct
    outer = re.search(r",\s*(?:an?|the|once|himself|herself)\s[^,]*,?\s*$", lead)
    return person_before(text, outer.start(), persons) if outer else direct


def _leader_of(text: str, office: re.Match[str], persons: list[Name], bodies: list[Name]) -> Iterator[Stated]:
    """Read "N, leader of X" and "the leader of X, N"."""
    of = re.compile(r"\s+(?:of|for)\s+").match(text, office.end())
    body = _body_at(text, of.end(), bodies) or _realm_at(text, of.end(), office) if of else None
    if of is None or body is None:
        return
    lead = re.search(
        r"(?P<gap>\s*(?:[,(]\s*|,?\s+(?:who\s+)?(?:is|was\s+named)\s+|,?\s+as\s+)?(?:(?:the|its)\s+)?(?:[\w-]+\s+){0,2})$",
        text[: office.start()],
    )
    person = person_before(text, lead.start("gap"), persons) if lead else None
    if person is None:
        comma = re.search(r"[,(]\s*(?:the\s+)?(?:[\w-]+\s+){0,3}$", text[: office.start()])
        person = person_before(text, comma.start(), persons) if comma else None
    if person is None and re.match(r"\s*,?\s*[”\"]?", text[body.end :]):
        near = person_after(text, body.end, persons)
        person = (
            near if near and re.fullmatch(r"\s*(?:,\s*)?(?:[A-Z][\w.]*\s+){0,2}", text[body.end : near.start]) else None
        )
    if person is not None and not person.overlaps(body):
        low, high = min(person.start, office.start()), max(person.end, body.end)
        yield Stated(actor=person, rel="leads", of=body, hedge=None, quote=cut(text, low, high))


def _body_at(text: str, start: int, bodies: list[Name]) -> Span | None:
    phrase = noun_phrase(text, start)
    if phrase is None:
        return None
    inside = [name for name in bodies if phrase[0] <= name.span.start < phrase[1]]
    if inside:
        return cut(text, phrase[0], max(phrase[1], inside[0].span.end))
    found = after(text, start, bodies)
    plain = found is not None and (GENERIC.search(found.text) or re.search(r"[A-Z]\w+\s+[A-Z]", found.text))
    return found if plain else None


_OF_REALM = re.compile(r"(?:head|leader|president|prime minister|king|ruler|emir|premier)", re.I)


def _realm_at(text: str, start: int, office: re.Match[str]) -> Span | None:
    """Give a province or town by name ("the head of Donetsk"), which a ruler may lead."""
    found = after(text, start, [], places=True) if _OF_REALM.fullmatch(office.group()) else None
    return found if found and re.match(r"(?:the\s+)?[A-Z]", found.text) else None


def _leader_named(text: str, office: re.Match[str], persons: list[Name], bodies: list[Name]) -> Iterator[Stated]:
    """Read "X leader N", "X's leader, N", "junta leader N" and "N, the X chief"."""
    of = _body_before(text, office, bodies)
    if of is None or _GONE.search(text[: of.start]):
        return
    person = person_after(text, office.end(), persons)
    if person is None or not re.fullmatch(r"\s*,?\s*(?:[A-Z][\w.]*\s+){0,3}", text[office.end() : person.start]):
        lead = re.search(r",\s*(?:the\s+)?$", text[: of.start])
        person = person_before(text, lead.start(), persons) if lead else None
    if person is not None and not person.overlaps(of):
        yield Stated(actor=person, rel="leads", of=of, hedge=None, quote=whole(text, of, person))


def _body_before(text: str, office: re.Match[str], bodies: list[Name]) -> Span | None:
    lead = text[: office.start()]
    if its := re.search(r"(?<![\w-])(its|their)\s+$", lead, re.I):
        return cut(text, its.start(1), its.end(1))
    if plain := _UNNAMED.search(lead):
        named = ending(text, plain.start(), bodies)
        start = named.start if named is not None and plain.start() == named.end + 1 else plain.start("body")
        return cut(text, start, plain.end("body"))
    between = re.search(r"(?P<own>['’]s?)?\s+(?P<noun>(?:[\w-]+\s+){0,2})$", lead)
    if between is None:
        return None
    for size in range(3):
        words = re.search(rf"(?P<own>['’]s?)?\s+(?P<noun>(?:[\w-]+\s+){{{size}}})$", lead)
        if words is None or (
            words["noun"].strip() and not re.fullmatch(rf"(?:{_BODY_NOUN.pattern}\s*)+", words["noun"].strip(), re.I)
        ):
            continue
        name = next((span for name in bodies if (span := _up_to(text, name.span, words)) is not None), None)
        if name is None:
            continue
        if _commander(office) and not words["own"] and "top" not in words["noun"] and "overall" not in words["noun"]:
            return None
        body = _BODY_ONLY.search(words["noun"])
        return cut(text, name.start, words.start("noun") + body.end()) if body else name
    return None


def _up_to(text: str, name: Span, words: re.Match[str]) -> Span | None:
    """Give a name that ends where the words before an office begin, cut there if it runs on into the office."""
    if name.end in {words.start(), words.start() + len(words["own"] or "")}:
        return name
    return cut(text, name.start, words.start()) if name.start < words.start() < name.end else None


def _commander(office: re.Match[str]) -> bool:
    """Say whether the office is one of many in a body ("RSF commander N")."""
    return office.group().lower() in {"commander", "head", "president", "chair"} and office.group().islower()
