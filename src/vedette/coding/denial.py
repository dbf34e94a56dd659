"""Denials of an act that another sentence tells: "Iran denied it", "the army rejected the accusation"."""

import re
from dataclasses import replace

from vedette.coding.apposition import with_name
from vedette.coding.clauses import subject_of
from vedette.coding.document import Document, Sentence
from vedette.coding.statements import ADDED
from vedette.model import Mark, Role, RoleMark, Span, cut
from vedette.phrases.needed import sought

BACK = 3  # sentences in which the act may have been told before
_QUICK = sought(r"\b(?:den(?:y|ie)|reject|dismiss|refut|lie\b)", re.I)
_DENIES = re.compile(
    r"\b(?P<cue>den(?:ied|ies|y|ying)|reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|refut(?:ed|es|ing))\s+"
    r"(?P<what>it|this|that|(?:the|these|those|this|that|such|any|all|both|its|his|their)\s+(?:[\w-]+\s+)?"
    r"(?P<word>accusations?|allegations?|charges?|claims?|report)|"
    r"(?P<part>being\s+(?:involved|responsible|behind\s+(?:it|this|that))|(?:any\s+|all\s+|having\s+(?:had\s+)?any\s+|direct\s+)*(?:responsibility|involvement|role|part|hand|link|complicity)))"
    r"(?P<of>\s+(?:in|for|to|with)\b)?(?!\s+(?:that|of|by|to|was|were)\b)",
    re.I,
)
_ITSELF = re.compile(r"\s*(?:[.,;:”\"]|$|(?:on|in|and|but|as|saying|while|last|late|early|from)\b|[A-Z])")
_DEEDS = frozenset(("ASSAULT", "COERCE", "AID", "MOBILIZE"))
_IS_IT = re.compile(r"(?:it|this|that)", re.I)


def with_deniers(sentence: Sentence) -> Sentence:
    """Give an act of which somebody denies a part ("denied any role in the attack") that party as the one meant."""
    text = sentence.tagged.text
    if not _QUICK.search(text):
        return sentence
    marks = sentence.tagged.marks
    for found in _DENIES.finditer(text):
        who = _denier(found, text) if found["part"] and found["of"] else None
        act = next((m for m in marks if m.type in _DEEDS and 0 <= m.trigger.start - found.end() <= 40), None)
        if who is not None and act is not None:
            marks = tuple(_not_by(mark, who) if mark is act else mark for mark in marks)
    return (
        sentence if marks is sentence.tagged.marks else replace(sentence, tagged=replace(sentence.tagged, marks=marks))
    )


def _not_by(act: Mark, who: Span) -> Mark:
    roles = [role for role in act.roles if role.role not in (Role.ACTOR, Role.SOURCE)]
    added = (RoleMark(role=Role.ACTOR, span=who), RoleMark(role=Role.SOURCE, span=who))
    return replace(act, status="denied", status_probability=1.0, roles=(*added, *roles))


def _denier(found: re.Match[str], text: str) -> Span | None:
    stretch = subject_of(text, found.start())
    return cut(text, *stretch) if stretch else None


def with_denials(document: Document) -> Document:
    """Add the denials of acts that were told before, each a mark of its own that points to its act."""
    for index in range(len(document.sentences)):
        text = document.sentences[index].tagged.text
        for found in _DENIES.finditer(text) if _QUICK.search(text) else ():
            document = _with_denial(document, document.sentences[index], found)
    return document


def _with_denial(document: Document, sentence: Sentence, found: re.Match[str]) -> Document:
    text = sentence.tagged.text
    who, trigger = _denier(found, text), cut(text, *found.span("what"))
    if who is not None:
        who = with_name(who, text, sentence.tagged.names)
    if who is None or found["of"] or not _ITSELF.match(text, found.end()):
        return document
    if any(mark.trigger.overlaps(trigger) and mark.type in _DEEDS for mark in sentence.tagged.marks):
        return document
    act = _denied(document, sentence, found, who)
    if act is None:
        return document
    roles = [RoleMark(role=Role.SOURCE, span=who)]
    if found["part"] or not act[0].of(Role.ACTOR):
        roles.insert(0, RoleMark(role=Role.ACTOR, span=who))
    mark = replace(
        act[0], trigger=trigger, status="denied", status_probability=1.0, probability=ADDED, roles=tuple(roles)
    )
    return document.with_pointer(mark, sentence, act)


def _denied(document: Document, sentence: Sentence, found: re.Match[str], who: Span) -> tuple[Mark, Sentence] | None:
    """Give the act that is denied: one that somebody alleged, else the last one told; none where another did it."""
    here = [(mark, sentence) for mark in sentence.tagged.marks if mark.trigger.end <= found.start()]
    earlier = (one for one in document.before(sentence, BACK) if not one.caption)
    before = [(mark, one) for one in earlier for mark in reversed(one.tagged.marks)]
    acts = [
        (mark, one)
        for mark, one in (*here[::-1], *before)
        if mark.type in _DEEDS and mark.trigger.text.lower() not in _WIDE
    ]
    alleged = [(mark, one) for mark, one in acts if mark.status == "claimed" and not _says(mark, who)]
    if alleged or found["word"]:
        return next(iter(alleged), None)
    told = [(mark, one) for mark, one in acts if mark.status == "actual"]
    last = next(iter(told), None)
    if last is None or sentence.index - last[1].index > 1:
        return None
    return last if found["part"] or not last[0].of(Role.ACTOR) or _names(last[0].of(Role.ACTOR), who) else None


def _says(mark: Mark, who: Span) -> bool:
    """Say whether the one who denies is the one who said it."""
    return _names(mark.of(Role.SOURCE), who)


def _names(spans: tuple[Span, ...], who: Span) -> bool:
    """Say whether one of the phrases means the one who denies: by a word of the name, or both being of the state."""
    words = _words(who)
    return any(_words(span) & words or (_STATE & _words(span) and _STATE & words) for span in spans)


_STATE = frozenset(
    "army military government ministry police forces junta regime authorities troops soldiers defence defense "
    "president spokesman officials state".split()
)
_WIDE = frozenset("war wars conflict fighting violence hostilities campaign offensive".split())


def _words(span: Span) -> set[str]:
    """Give the words of a phrase, an adjective of a country as like its name as five letters make it."""
    found = re.findall(r"[\w-]{3,}", span.text.lower().replace("’s", ""))
    return {word if word in _STATE else word[:5] for word in found} - {"the", "its", "his", "their"}
