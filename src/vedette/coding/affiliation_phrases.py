"""The phrases that a statement of a relation joins: what stands before its words and what after them."""

import re

from vedette.coding.clauses import noun_phrase, subject_of
from vedette.model import Label, Name, Span, cut

BODIES = frozenset((Label.COUNTRY, Label.GROUP, Label.ORG))
_WORD = r"[A-Z][\w.’'-]*"
PROPER = re.compile(
    rf"(?:al-[A-Z]\w*|{_WORD})(?:\s+(?:(?:of|for|de|da|du|la|the|and)\s+(?:the\s+)?(?=[A-Z]))?"
    rf"(?:al-\w+|bin|ibn|ag|von|van|de|{_WORD}))*"
)
_CALENDAR = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|But|And|The|In|On|At|He|She|It|"
    r"They|We|I|This|That|His|Her|Its|Their|After|While|When|If|As|For|Meanwhile|However)$"
)
_NOUN = (
    r"(?:group|groups|militias?|movement|party|factions?|rebels|forces|fighters|army|armies|organi[sz]ation|coalition|"
    r"gunmen|insurgents|militants|paramilitar(?:y|ies)|alliance|government|junta|administration|troops|regime|republic|enclave|statelet|bloc|"
    r"military|guerrillas?|separatists|authorities|council|legion|brigades?|units?|network|outfit|gang|gangs|cartel|"
    r"battalion|wing)"
)
GENERIC = re.compile(rf"\b{_NOUN}\b", re.I)
_DEFINITE = re.compile(rf"(?:the|an?|its|another|one of the|some)\s+(?:[\w-]+\s+){{0,3}}?{_NOUN}$", re.I)
_PRONOUN = re.compile(r"(?:it|they|them)$", re.I)
_POSSESSIVE = re.compile(r"['’]s?$")
_APPOSED = re.compile(
    r"(?:an?|the|one\s+of|another|some|once|both|its|two|three|itself|formerly|also|led|headed|which|who|better\s+"
    r"known|known)\b"
)
_LINK = re.compile(
    r"[\s,(”\"’]*(?:\b(?P<rel>(?:and\s+)?which|who|that)\b\s*)?(?:\b(?P<be>is|are|was|were|(?:has|have|"
    r"had)\s+(?:\w+\s+)?been|remains?|became|be)\b\s*)?(?:\b(?:now|also|itself|themselves|long|once|still|closely|widely|all|"
    r"both|already|heavily|openly|loosely|nominally|largely|partly|directly|has|have|had)\b\s*)*$",
    re.I,
)


def before(text: str, end: int, names: list[Name]) -> Span | None:
    """Give whom the words that begin at `end` are said of: the noun that they follow, or their subject."""
    if some := _SOME_OF_THEM.search(text[:end]):
        return _shared(text, some.start(), end, names) or following(text, some.start(), names)
    if joined := re.search(r"\s+(?:and|but)\s*$", text[:end]):
        return _shared(text, joined.start(), end, names)
    link = _LINK.search(text, 0, end)
    at = link.start() if link else end
    verb = link.start("be") if link and link["be"] and not link["rel"] else None
    if verb is None:
        return following(text, at, names) if at else None
    if text[:verb].rstrip().endswith(",") and (named := ending(text, at, names)) is not None:
        near = _owner_of_apposition(text, named, names)
        return near or named
    subject = subject_of(text, verb)
    if subject is None:
        return ending(text, at, names)
    return _telling(text, subject, names)


_SOME_OF_THEM = re.compile(
    r",\s*(?:many|most|some|several|all|both|part|half)\s+of\s+(?:them|whom|which|it|its\s+\w+|whose\s+\w+)\s*"
    r"(?:is\s+|are\s+|were\s+|was\s+)?$",
    re.I,
)
_PARTICIPLE = re.compile(r",\s*(?:\w+ly\s+)?(?:also\s+)?(?:\w+ed|known|led|part|which\s+is|which\s+are|who\s+are)\b")
_APPOSITION = re.compile(
    r",\s*(?:an?|another|one|itself)\s+(?!.*\b(?:is|are|was|were|has|have|had|said|says)\b.*(?:and|but)\b)(?=\w)"
)
_BE = re.compile(r"\b(?:is|are|was|were|(?:has|have|had)\s+been)\s")


def _shared(text: str, end: int, verb: int, names: list[Name]) -> Span | None:
    """Give whom a second participle or verb is said of ("X, known as Y and led by Z", "X is allied to Y and ...")."""
    apposed = [found.start() for found in _APPOSITION.finditer(text, 0, end)]
    if apposed and "," not in text[apposed[-1] + 1 : end]:
        return following(text, apposed[-1], names)
    commas = [found.start() for found in _PARTICIPLE.finditer(text, 0, end)]
    if commas:
        return following(text, commas[-1], names)
    verbs = [found.start() for found in _BE.finditer(text, 0, end)]
    subject = subject_of(text, verbs[-1]) if verbs else None
    return _telling(text, subject, names) if subject else None


def _owner_of_apposition(text: str, named: Span, names: list[Name]) -> Span | None:
    """Give N in "N, who fought with X, is": the name before a comma whose apposition only ends in another name."""
    comma = text.rfind(",", 0, named.start)
    between = text[comma + 1 : named.start].strip() if comma >= 0 else ""
    if comma < 0 or between.lower() in {"", "the"}:
        return None
    return ending(text, comma, names)


def _telling(text: str, subject: tuple[int, int], names: list[Name]) -> Span | None:
    """Keep a subject that names somebody, points back, or has the noun of a body."""
    inside = [name for name in names if subject[0] <= name.span.start < subject[1]]
    said = cut(text, *subject)
    bare = re.sub(r"^(?:the|but|and)\s+", "", said.text, flags=re.I)
    if len(said.text.split()) > 9:
        return None
    if inside or PROPER.match(bare) or _PRONOUN.match(said.text) or GENERIC.search(said.text):
        return said
    return None


def following(text: str, end: int, names: list[Name]) -> Span | None:
    """Give the noun that a relative clause or apposition after `end` belongs to, over an apposition of its own."""
    lead = text[:end].rstrip(' ,(”"“’')
    comma = _boundary(lead)
    own = lead[comma:].lstrip(' ,(“"')
    if comma and _APPOSED.match(own):
        if (named := ending(text, len(lead), names)) is not None and _ends_named(own) and not _is_noun(named, names):
            return named
        if (outer := ending(text, len(lead[: comma - 1].rstrip()), names)) is not None:
            return outer
    if (named := ending(text, len(lead), names)) is not None:
        return named
    found = _DEFINITE.search(own)
    return cut(text, len(lead) - len(found.group()), len(lead)) if found else None


def _ends_named(own: str) -> bool:
    """Say whether an apposition is only a noun and the name itself ("the Lebanese group Amal")."""
    words = own.split()
    return len(words) <= 7 and not re.search(r"\b(?:of|in|from|by|with|at|on|to)\b", own)


def _is_noun(named: Span, names: list[Name]) -> bool:
    """Say whether a phrase is an adjective with a noun ("Lebanese group", "special force"), which names nobody."""
    return named.text.split()[-1].islower() or (
        GENERIC.search(named.text) is not None
        and not any(name.span.overlaps(named) and name.label != Label.COUNTRY for name in names)
    )


def _boundary(lead: str) -> int:
    found = [match.end() for match in re.finditer(r",(?!\d)|[(;:—–]", lead)]
    return found[-1] if found else 0


_SHORT = re.compile(
    r"\s*\([“\"]?[\w-]{2,12}[”\"]?\)$|,\s+(?:or|known\s+as)\s+(?:the\s+)?[“\"]?[A-Z][\w-]{1,11}$"
)  # "(RHF)", ", or RHF"


def ending(text: str, end: int, names: list[Name]) -> Span | None:
    """Give the name that ends at `end`, with no more than a generic noun after it; else a run of capitals there."""
    lead = text[:end].rstrip(' ,”"’')
    if short := _SHORT.search(lead):
        return ending(text, short.start(), names)
    for name in reversed(names):
        rest = text[name.span.end : len(lead)].strip(' ”"')
        if name.span.end > len(lead) + 1 or name.span.start >= len(lead):
            continue
        if rest == "":
            return name.span
        if re.fullmatch(rf"(?:[\w-]+\s+)?{_NOUN}", rest, re.I):
            return name.span if name.label in {Label.GROUP, Label.ORG} else cut(text, name.span.start, len(lead))
        break
    runs = [run for run in PROPER.finditer(lead) if run.end() == len(lead)]
    if runs and not _CALENDAR.match(runs[0].group()):
        return cut(text, runs[0].start(), runs[0].end())
    return None


_OVER = re.compile(r",?\s*(?:but|and|yet|or)\s+(?:\w+\s+){0,3}?\w+\s+(?:from|of|to|by|with),?\s+")
_VERB_AFTER = re.compile(r"\s+(?:and|but|or)\s+[a-z]\w*$")


def after(text: str, start: int, names: list[Name], *, places: bool = False) -> Span | None:
    """Give the body named right after `start`, or meant by a noun of bodies or a pronoun; None where none is.

    `names` are those of actors; with `places` a capital or country by name will do.
    """
    over = _OVER.match(text, start)
    phrase = noun_phrase(text, over.end() if over else start)
    if phrase is None:
        return None
    inside = [name for name in names if phrase[0] <= name.span.start < phrase[1]]
    if inside and inside[0].span.start - phrase[0] <= 40:
        close = phrase[1] - len(found.group() if (found := _VERB_AFTER.search(text[slice(*phrase)])) else "")
        return cut(text, phrase[0], max(close, inside[0].span.end))
    said = cut(text, *phrase)
    bare = re.sub(r"^(?:the|its)\s+", "", said.text, flags=re.I)
    proper = PROPER.match(bare)
    known = proper is not None and not _CALENDAR.match(proper.group()) and (places or len(proper.group().split()) > 1)
    return said if known or GENERIC.search(said.text) or _PRONOUN.match(said.text) else None


def listed(text: str, start: int, names: list[Name]) -> list[Span]:
    """Give the names of a list that begins at `start`: "A, B and C"."""
    found: list[Span] = []
    at = start
    while True:
        lead = re.compile(r"[\s“\"]*(?:the\s+)?").match(text, at)
        begin = lead.end() if lead else at
        named = next((name.span for name in names if name.span.start == begin and name.label in BODIES), None)
        run = PROPER.match(text, begin)
        if named is None and (run is None or _CALENDAR.match(run.group())):
            return found
        found.append(named or cut(text, begin, run.end() if run else begin))
        more = re.compile(r"[”\"]?(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?=[“\"]?(?:the\s+)?(?:[A-Z]|al-))").match(
            text, found[-1].end
        )
        if more is None:
            return found
        at = more.end()


_ALIAS = re.compile(
    r"\s*(?:an?|the)\s+(?:[\w-]+\s+){1,5}?(?:(?:also\s+)?known\s+(?:only\s+|locally\s+)?as|called|named|nicknamed|who\s+"
    r"(?:calls\s+himself|goes\s+by(?:\s+the\s+name\s+of)?))\s+[“\"]?"
)


def person_before(text: str, end: int, persons: list[Name]) -> Span | None:
    """Give the person whose name ends at `end` (commas and an opening bracket aside)."""
    lead = text[:end].rstrip(' ,(“"')
    for name in reversed(persons):
        if name.span.end == len(lead):
            return name.span
    runs = [run for run in PROPER.finditer(lead) if run.end() == len(lead) and len(run.group().split()) > 1]
    return cut(text, runs[0].start(), runs[0].end()) if runs else None


def person_after(text: str, start: int, persons: list[Name]) -> Span | None:
    """Give the person named right at `start`, after a comma, an article or a rank."""
    lead = re.compile(
        r"\s*,?\s*(?:the\s+)?(?:(?:[A-Z][a-z]+\.|General|Colonel|Major|Sheikh|Ayatollah|Marshal|Field|"
        r"Mr|Mrs|Ms|Dr)\s+)*"
    ).match(text, start)
    begin = lead.end() if lead else start
    if alias := _ALIAS.match(text, start):
        run = PROPER.match(text, alias.end())
        return cut(text, run.start(), run.end()) if run else None
    for name in persons:
        if start <= name.span.start <= begin <= name.span.end or name.span.start == begin:
            return name.span
    run = PROPER.match(text, begin)
    return cut(text, run.start(), run.end()) if run and 2 <= len(run.group().split()) <= 5 else None


def without_owner(span: Span) -> Span:
    """Cut the "'s" off a name."""
    found = _POSSESSIVE.search(span.text)
    return Span(text=span.text[: found.start()], start=span.start, end=span.start + found.start()) if found else span
