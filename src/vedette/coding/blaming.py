"""Who is blamed and who is threatened: "blamed the raid on X", "would strike if X did not withdraw"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from vedette.coding.clauses import noun_phrase, quoted, strip, subject_of
from vedette.coding.document import Sentence
from vedette.coding.statements import names_body
from vedette.model import Mark, Role, RoleMark, Span, cut

_NEAR = 30  # characters from "called" to the act that it calls names
_DEEDS = frozenset(("ASSAULT", "COERCE", "AID", "MOBILIZE"))
_ON = re.compile(r"(?P<what>\s+[^;.“”\"]{2,90}?)?\s+(?:squarely\s+|partly\s+|largely\s+)?on\s+(?=[\w“\"])", re.I)
_FOR = re.compile(r"\b(?:for|who|that|and|saying)\b", re.I)
_DAY = re.compile(
    r"(?:the\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
    r"\b|\d|social|state)"
)
_PROPER = re.compile(r"[“\"]?(?:the\s+)?(?:\d+(?:st|nd|rd|th)\s+)?[A-Z]\w")  # "Manila": a capital for its state
_NEXT_VERB = re.compile(
    r"\band\s+(?:also\s+|then\s+)?(?:asked|urged|demanded|called\s+(?:on|for)|appealed|told|warned|vowed|promised|thanked|"
    r"requested|summoned|recalled|expelled)\b",
    re.I,
)
_FOES = re.compile(
    r"\b(?:state|country|side|enem(?:y|ies)|neighbou?rs?|rivals?|groups?|gangs?|gunmen|gunman|bandits|extremists|terrorists|"
    r"jihadists|insurgents|separatists|guerrillas|attackers|assailants|cartels?|pirates|herders|loyalists|remnants)$",
    re.I,
)
_ASIDE = re.compile(r",\s+(?:which|who|whom)\s+[^,;.“”\"]{4,90},\s")
_WHOM = re.compile(
    r"(?P<whom>(?:the\s+)?(?:[\w’'-]+\s+){0,5}?[\w’'-]+),\s+(?:which|whom?)\s+(?P<who>(?:the\s+)?(?:[\w.’'-]+\s+){1,4}?)"
    r"(?:has\s+|have\s+|had\s+)?(?:\w+ly\s+|often\s+|also\s+)?(?P<cue>accus(?:es|ed|e))\s+of\b"
)
_UNLESS = re.compile(r"\b(?:if|unless|until)\s+", re.I)
_OWN = re.compile(
    r"(?:his|her|its|their|our)\s+(?:[\w-]+\s+)?(?:forces|troops|army|fighters|men|soldiers|military)\b", re.I
)
_TO_HARM = re.compile(
    r"\s+(?:that\s+\w+\s+(?:would|will)\s+)?(?:to\s+)?(?:kill|attack|strike|bomb|target|hunt\s+down|hunt|execute|punish|invade|"
    r"destroy|hit|crush|eliminate|shell|burn|retaliate\s+against|strike\s+back\s+at|shoot\s+down|shoot|arrest|expel|blockade)\s+"
)


def with_blamed(sentence: Sentence) -> Sentence:
    """Set who is blamed, who accuses in a clause about the accused, and whom a threat is meant for."""
    types = {mark.type for mark in sentence.tagged.marks}
    if "ACCUSE" in types:
        sentence = _not_by_accuser(_blamed_on(_accused_aside(_past_aside(sentence))))
        sentence = sentence.marked(tuple(_within_clause(mark, sentence) for mark in sentence.tagged.marks))
    return _threatened(sentence) if "THREATEN" in types else sentence


def _blamed_on(sentence: Sentence) -> Sentence:
    text = sentence.tagged.text
    for mark in sentence.tagged.marks:
        found = blame_in(mark, text)
        if found is None:
            continue
        what, whom = found
        named = names_body(sentence, whom) or _PROPER.match(whom.text) or _FOES.search(whom.text)
        target = (whom,) if named else ()
        done = (_done(one, what, target) if one.type in _DEEDS else one for one in sentence.tagged.marks)
        marks = (_with(one, Role.TARGET, target) if one.trigger == mark.trigger else one for one in done)
        sentence = sentence.marked(tuple(marks))
    return sentence


def _within_clause(mark: Mark, sentence: Sentence) -> Mark:
    """Leave out whom only the next verb addresses: "called the raid a crime and asked the council to meet"."""
    if mark.type != "ACCUSE":
        return mark
    text = sentence.tagged.text
    roles = tuple(
        role
        for role in mark.roles
        if role.role != Role.TARGET or not _NEXT_VERB.search(text, mark.trigger.end, role.span.start)
    )
    return mark if len(roles) == len(mark.roles) else replace(mark, roles=roles)


def _not_by_accuser(sentence: Sentence) -> Sentence:
    """Leave the act that somebody calls a crime without an actor where that one was taken for it."""
    marks = list(sentence.tagged.marks)
    for one in (mark for mark in marks if mark.type == "ACCUSE"):
        by, near = one.of(Role.ACTOR), range(one.trigger.end, one.trigger.end + _NEAR)
        for number, act in enumerate(marks):
            if act.type in _DEEDS and act.trigger.start in near and _all_before(act.of(Role.ACTOR), by, one):
                marks[number] = _with(act, Role.ACTOR, ())
    return sentence.marked(tuple(marks))


def _all_before(doers: tuple[Span, ...], accusers: tuple[Span, ...], accusation: Mark) -> bool:
    return bool(doers) and all(
        span.end <= accusation.trigger.start and any(span.overlaps(one) for one in accusers) for span in doers
    )


def blame_in(mark: Mark, text: str) -> tuple[Span | None, Span] | None:
    """Give what is blamed on whom ("blamed the raid on the rebels"), or None."""
    if mark.type != "ACCUSE" or not mark.trigger.text.lower().startswith("blam"):
        return None
    found = _ON.match(text, mark.trigger.end)
    if found is None or _DAY.match(text, found.end()) or _FOR.search(found["what"] or ""):
        return None
    phrase = noun_phrase(text, found.end())
    if phrase is None:
        return None
    if found["what"]:
        return cut(text, *strip(text, found.span("what"))), cut(text, *phrase)
    told = subject_of(text, mark.trigger.start)
    passive = re.search(r"\b(?:was|were|been|is|are)\s+(?:\w+ly\s+)?$", text[: mark.trigger.start])
    return cut(text, *told) if told and passive else None, cut(text, *phrase)


def _done(mark: Mark, what: Span | None, whom: tuple[Span, ...]) -> Mark:
    """Give an act that is blamed on somebody to that one; what the blaming says is claimed, a toll is not."""
    if what is None or not whom or not what.holds(mark.trigger):
        return mark
    kept = (role for role in mark.roles if role.role != Role.ACTOR and not role.span.overlaps(whom[0]))
    status = "claimed" if mark.status == "actual" and not mark.of(Role.KILLED) and not mark.of(Role.INJURED) else None
    roles = (RoleMark(role=Role.ACTOR, span=whom[0]), *kept)
    return replace(mark, roles=roles, status=status or mark.status)


def _past_aside(sentence: Sentence) -> Sentence:
    """Leave out as actor who acts only in a clause about the subject ("X, which Y accuses of ..., said")."""
    text = sentence.tagged.text
    marks = sentence.tagged.marks
    for aside in _ASIDE.finditer(text):
        marks = tuple(_without_inner(mark, aside) if mark.trigger.start >= aside.end() else mark for mark in marks)
    return sentence.marked(marks)


def _without_inner(mark: Mark, aside: re.Match[str]) -> Mark:
    actors = mark.of(Role.ACTOR)
    inner = {span for span in actors if aside.start() < span.start < aside.end()}
    if not inner or not any(span.end <= aside.start() for span in actors):
        return mark
    return replace(mark, roles=tuple(r for r in mark.roles if r.role != Role.ACTOR or r.span not in inner))


def _accused_aside(sentence: Sentence) -> Sentence:
    """Read "X, which Y accuses of ...": Y accuses, X is accused."""
    text = sentence.tagged.text
    for found in _WHOM.finditer(text) if "accus" in text else ():
        who = cut(text, *strip(text, found.span("who")))
        head = subject_of(text, found.end("whom")) or found.span("whom")
        whom = cut(text, *head)
        sentence = sentence.marked(
            tuple(
                _with(_with(mark, Role.TARGET, (whom,)), Role.ACTOR, (who,))
                if mark.type == "ACCUSE" and mark.trigger.start == found.start("cue")
                else mark
                for mark in sentence.tagged.marks
            )
        )
    return sentence


def _threatened(sentence: Sentence) -> Sentence:
    marks = (_aimed(mark, sentence) if mark.type == "THREATEN" else mark for mark in sentence.tagged.marks)
    return sentence.marked(tuple(marks))


def _aimed(mark: Mark, sentence: Sentence) -> Mark:
    """Give a threat whom its act is to hit, else who must do something for it to be dropped."""
    text, told = sentence.tagged.text, mark.of(Role.TARGET)
    kept = [span for span in told if not _OWN.fullmatch(span.text)]
    victim = _victim(mark, sentence)
    if victim is not None and (not kept or re.search(r"\band\b", text[victim.end : kept[0].start])):
        return _with(mark, Role.TARGET, (victim,))
    if kept:
        return mark if len(kept) == len(told) else _with(mark, Role.TARGET, tuple(kept))
    obliged = next(_obliged(mark, sentence), None)
    return _with(mark, Role.TARGET, (obliged,) if obliged else ()) if obliged or told else mark


def _victim(mark: Mark, sentence: Sentence) -> Span | None:
    text = sentence.tagged.text
    found = _TO_HARM.match(text, mark.trigger.end)
    phrase = noun_phrase(text, found.end()) if found else None
    return cut(text, *phrase) if phrase and len(text[slice(*phrase)]) > 2 else None


def _obliged(mark: Mark, sentence: Sentence) -> Iterator[Span]:
    """Give who is named in the condition of a threat: "... if Marland does not withdraw"."""
    text = sentence.tagged.text
    for found in _UNLESS.finditer(text):
        if quoted(text, found.start()) or re.search(r"[;.]\s", text[mark.trigger.end : found.start()]):
            continue
        phrase = noun_phrase(text, found.end())
        if phrase is None:
            continue
        who = cut(text, *phrase)
        if names_body(sentence, who) and not any(who.text in span.text for span in mark.of(Role.ACTOR)):
            yield who


def _with(mark: Mark, role: Role, spans: tuple[Span, ...]) -> Mark:
    """Give a mark other fillers of one role."""
    kept = tuple(one for one in mark.roles if one.role != role)
    return replace(mark, roles=(*kept, *(RoleMark(role=role, span=span) for span in spans)))
