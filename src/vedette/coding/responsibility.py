"""Claims of responsibility: who says that an act is their own, and what they deny of one.

In one sentence with its act ("claimed responsibility for the bombing") the act is claimed, the claimant its actor and
source. Where the act was told before ("Nine died in a bombing. X claimed responsibility"), the claim is a mark of its
own that points to it.
"""

import re
from dataclasses import replace

from vedette.codebook.acts import act_noun
from vedette.coding.clauses import noun_phrase, subject_of
from vedette.coding.document import Document, Sentence
from vedette.coding.statements import ADDED
from vedette.model import Mark, Role, RoleMark, Span, cut
from vedette.phrases.needed import sought

BACK = 4  # sentences in which the act may have been told before
_QUICK = sought(r"responsib|credit|claim|behind|respons", re.I)
_CLAIM = re.compile(
    r"\b(?:(?:claim|accept|admit)(?:ed|s|ing|ting|ted)?|t(?:ook|akes?|aken|aking))\s+(?:(?:full|sole|the|also)\s+)?"
    r"(?P<what>responsibility|credit)\b(?P<for>\s+for\b)?",
    re.I,
)
_ACT = re.compile(
    r"\bclaim(?:ed|s|ing)?\s+(?P<what>(?P<for>))(?=(?:the|this|that|an?|both|several)\s+(?:[\w-]+\s+){0,2}"
    r"(?:attack|bombing|killing|ambush|assault|blast|raid|explosion|murder|shooting|kidnapping|assassination)s?\b)",
    re.I,
)
_TO_HAVE = re.compile(r"\bclaim(?:ed|s)\s+to\s+have\s+(?P<what>(?P<for>))(?=\w)", re.I)
_BEHIND = re.compile(
    r"\b(?:said|says|claim(?:ed|s)|announced|declared|boasted|admitted)\s+(?:that\s+)?(?:it|he|she|they|(?:its|their|his)\s+"
    r"[\w-]+)\s+(?:was|were|had\s+been)\s+(?P<what>behind|responsible\s+for)\b(?P<for>)",
    re.I,
)
_BY = re.compile(r"\b(?:was|were|been|later|subsequently|since|,|act\w*|attack\w*)\s+(?P<cue>claimed\s+by)\s+", re.I)
_NOT = re.compile(
    r"\b(?:not|never|n['’]t|nor|yet to|without|denied|denies|to)\s+(?:(?:yet|immediately|\w+ly)\s+)?$", re.I
)
_OTHER = re.compile(r"\b(?:was|were|is|are|be|been)\s+(?:behind|responsible\s+for)\s+(?:[\w-]+\s+){0,4}$", re.I)
_SELF = re.compile(r"(?:it|he|she|they|which|who|that|nobody|no one|what)", re.I)
_NOBODY = re.compile(r"(?:no\b|nobody|none|neither)", re.I)
_PRONOUN = re.compile(r"\s+(?:it|this|that|them|both|the (?:latter|incident))\b(?!\s+[a-z])", re.I)
_HE = re.compile(r"\b(?P<who>he|she|it|they)\s+(?:(?:has|had|have|later|also|then|publicly)\s+)*$", re.I)
_WHICH = re.compile(r"\bfor\s+which\b", re.I)
_DEEDS = frozenset(("ASSAULT", "COERCE"))


def with_claimants(sentence: Sentence) -> Sentence:
    """Give an act the claimant that its sentence names, and no source where it says that nobody claimed it."""
    text = sentence.tagged.text
    if not _QUICK.search(text):
        return sentence
    marks = tuple(_blamed(_by(mark, text), text) for mark in sentence.tagged.marks)
    for found in (*_CLAIM.finditer(text), *_ACT.finditer(text), *_TO_HAVE.finditer(text), *_BEHIND.finditer(text)):
        marks = _claimed(found, marks, text)
    return (
        sentence if marks == sentence.tagged.marks else replace(sentence, tagged=replace(sentence.tagged, marks=marks))
    )


def _by(mark: Mark, text: str) -> Mark:
    """Read "the attack, claimed by X" and "was later claimed by X"."""
    found = _BY.search(text, mark.trigger.start) if mark.type in _DEEDS else None
    if found is None or re.search(r"[.;]|\b(?:said|while|whereas|but)\b", text[mark.trigger.end : found.start()]):
        return mark
    who = noun_phrase(text, found.end())
    return _owned(mark, cut(text, *who)) if who else mark


def _blamed(mark: Mark, text: str) -> Mark:
    """Read "Kyiv was behind the explosion", said by somebody: its actor, and no more than claimed."""
    found = _OTHER.search(text, 0, mark.trigger.start) if mark.type in _DEEDS and not mark.of(Role.ACTOR) else None
    who = subject_of(text, found.start()) if found else None
    if who is None or _SELF.fullmatch(text[slice(*who)]) or mark.status not in _TOLD:
        return mark
    roles = (RoleMark(role=Role.ACTOR, span=cut(text, *who)), *mark.roles)
    return replace(mark, status="claimed", status_probability=1.0, roles=roles)


def _claimed(found: re.Match[str], marks: tuple[Mark, ...], text: str) -> tuple[Mark, ...]:
    who = claimant(found, text)
    act = _act_after(found, marks, text)
    if who is None or act is None or _PRONOUN.match(text, found.end()):
        return marks
    if _NOBODY.match(who.text) or _NOT.search(text[: found.start()]):
        return tuple(_unclaimed(mark, who) if mark is act else mark for mark in marks)
    owned = _owned(act, who)
    others = [mark for mark in marks if mark is not act and not mark.trigger.overlaps(cut(text, *found.span()))]
    return tuple(sorted((*others, owned), key=lambda mark: mark.trigger.start))


def claimant(found: re.Match[str], text: str) -> Span | None:
    """Give who claims: the subject of the words that do."""
    pronoun = _HE.search(text[: found.start()])
    stretch = pronoun.span("who") if pronoun else subject_of(text, found.start())
    if stretch is None:
        return None
    span = cut(text, *stretch)
    return None if re.fullmatch(r"which|that|who", span.text, re.I) else span


def _act_after(found: re.Match[str], marks: tuple[Mark, ...], text: str) -> Mark | None:
    """Give the act that is claimed: the first mark of a deed after the words, else one that its noun calls."""
    phrase = re.match(r"[^,;.]*", text[found.end() :])
    end = found.end() + (phrase.end() if phrase else 0)
    if found["for"] is None:
        return None
    deeds = (mark for mark in marks if mark.type in _DEEDS and found.end() <= mark.trigger.start < end)
    if (known := next(deeds, None)) is not None:
        return known
    stretch = noun_phrase(text, found.end())
    head = re.search(r"(?P<noun>[\w-]+)$", text[slice(*stretch)].split(" of ", maxsplit=1)[0]) if stretch else None
    called = act_noun(head["noun"]) if head else None
    if stretch is None or head is None or called is None or called.type not in _DEEDS:
        return None
    trigger = cut(text, stretch[0] + head.start(), stretch[0] + head.end())
    return Mark(trigger=trigger, type=called.type, mode=None, status="claimed", probability=ADDED, mode_probability=0.0)


def _owned(act: Mark, who: Span) -> Mark:
    kept = tuple(role for role in act.roles if role.role not in (Role.ACTOR, Role.SOURCE))
    added = (RoleMark(role=Role.ACTOR, span=who), RoleMark(role=Role.SOURCE, span=who))
    return replace(act, status="claimed", status_probability=1.0, roles=(*added, *kept))


def _unclaimed(act: Mark, who: Span) -> Mark:
    kept = tuple(role for role in act.roles if not role.span.overlaps(who))
    return replace(act, status="actual" if act.status in ("claimed", "denied") else act.status, roles=kept)


def with_claims_of_acts(document: Document) -> Document:
    """Add the claims of responsibility for acts that were told before, each a mark that points to its act."""
    for index in range(len(document.sentences)):
        sentence = document.sentences[index]
        for found in _CLAIM.finditer(sentence.tagged.text) if _QUICK.search(sentence.tagged.text) else ():
            document = _with_claim(document, document.sentences[index], found)
    return document


def _with_claim(document: Document, sentence: Sentence, found: re.Match[str]) -> Document:
    text = sentence.tagged.text
    who = claimant(found, text)
    free = not found["for"] or _PRONOUN.match(text, found.end()) or _WHICH.search(text[: found.start()])
    if who is None or not free or _NOBODY.match(who.text) or _NOT.search(text[: found.start()]):
        return document
    act = _told_before(document, sentence, found.start())
    trigger = cut(text, *found.span("what"))
    if act is None or any(mark.trigger.overlaps(trigger) for mark in sentence.tagged.marks):
        return document
    roles = (RoleMark(role=Role.ACTOR, span=who), RoleMark(role=Role.SOURCE, span=who))
    mark = replace(act[0], trigger=trigger, status="claimed", status_probability=1.0, probability=ADDED, roles=roles)
    return document.with_pointer(mark, sentence, act)


def _told_before(document: Document, sentence: Sentence, position: int) -> tuple[Mark, Sentence] | None:
    here = [(mark, sentence) for mark in sentence.tagged.marks if mark.trigger.end <= position]
    before = [(mark, one) for one in document.before(sentence, BACK) if not one.caption for mark in one.tagged.marks]
    acts = [(mark, one) for mark, one in (*here[::-1], *before) if mark.type in _DEEDS and mark.status in _TOLD]
    return next(iter(acts), None)


_TOLD = frozenset(("actual", "claimed", "thwarted"))
