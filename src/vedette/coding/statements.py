"""Acts in words: what cue words add to the tagger's marks, and who speaks to whom."""

import re
from collections.abc import Iterator
from dataclasses import replace

from vedette.coding.apposition import with_name
from vedette.coding.clauses import Stretch, main_subject, noun_phrase, quoted, strip, subject_of
from vedette.coding.cues import pattern
from vedette.coding.document import Sentence
from vedette.coding.speech import Speech, speech_at
from vedette.coding.statement_cues import Cue, cues
from vedette.model import Label, Mark, Role, RoleMark, Span, cut
from vedette.phrases.find import find_times
from vedette.phrases.needed import sought
from vedette.registry.phrase import kind_of

ADDED = 0.6  # the probability of a mark that only a cue word speaks for
SPEAKING = frozenset(("REQUEST", "THREATEN", "ACCUSE", "REJECT", "AGREE", "SUPPORT", "CONSULT"))
_ACTORS = frozenset((Label.COUNTRY, Label.GROUP, Label.ORG, Label.PERSON))
_NOT_ADDRESSED = re.compile(
    r"\b(?:in|from|across|near|at|inside|outside|into|throughout|within|"
    r"over)\s+(?:the\s+)?$",
    re.I,
)
_BODY = re.compile(
    r"\b(?:government|army|military|generals|rebels|militias?|militants|junta|forces|troops|authorities|"
    r"both sides|all sides|parties|fighters|regime|"
    r"mercenaries|settlers|soldiers|occupiers|leaders|group|movement)$",
    re.I,
)
_OFFICE = re.compile(r"\s+(?:(?:the|his|her|its|an?)\s+)?(?:[\w’'.-]+\s+){0,5}")
_CALLED = re.compile(r"\s*,\s+(?P<name>[^,]{3,60}),\s+(?:has\s+|have\s+|had\s+|also\s+|then\s+|later\s+)*")
_CALL = re.compile(r"\b(?:tele)?phone calls?$", re.I)
_NEAR = 40  # characters between "of" and the word of what somebody is accused of
_OF_WHAT = sought(
    r"\baccus(?:ed?|es|ing)\s+(?P<whom>(?:the\s+|its\s+|his\s+|their\s+)?(?:[\w’'.-]+\s+){0,4}?[\w’'.-]+?)"
    r"(?:\s+(?:late\s+|early\s+)?on\s+\w+day)?\s+of\s+",
    re.I,
)
_IS_ACCUSED = sought(r"\b(?:was|were|is|are|been|being|stands?)\s+(?:\w+ly\s+|also\s+)?accused(?=\s+(?:of|by)\b)", re.I)
_MUST = frozenset("must needs need has have ought should".split())
_OBLIGED = sought(
    r"\b(?:must|needs? to|has to|have to|ought to|should)\s+(?:immediately\s+|now\s+|first\s+|also\s+)?"
    r"(?:get out|leave|withdraw|stop|end|halt|cease|pull out|pull back|quit|release|free|return|hand over|lift|"
    r"go home|lay down|"
    r"give up|respect|disarm|surrender|allow|refrain|back down|come to the table|negotiate|recognise|recognize|"
    r"open|agree)\b",
    re.I,
)


def statements(sentence: Sentence) -> tuple[Mark, ...]:
    """Give the marks that cue words add to a sentence; none where the tagger has a mark on the same words."""
    taken = [mark.trigger for mark in sentence.tagged.marks]
    found: list[Mark] = []
    for mark in (*_cued(sentence), *_obliged(sentence)):
        if not any(mark.trigger.overlaps(span) for span in taken):
            found.append(mark)
            taken.append(mark.trigger)
    return tuple(sorted(found, key=lambda mark: mark.trigger.start))


def as_call(mark: Mark, sentence: Sentence) -> Mark:
    """Give a mark on the words "phone call" the type of talks, whatever was asked in that call."""
    if mark.type == "CONSULT" or not _CALL.search(
        sentence.tagged.text, max(0, mark.trigger.start - 10), mark.trigger.end
    ):
        return mark
    kept = tuple(role for role in mark.roles if role.role == Role.ACTOR)
    return replace(mark, type="CONSULT", mode="phone", roles=kept) if "call" in mark.trigger.text.lower() else mark


def with_speaker(mark: Mark, sentence: Sentence) -> Mark:
    """Fill who speaks to whom, and when, where the tagger left it open in an act in words.

    Where the words are such that saying them is the act ("reserves the right to respond"), the teller performs it.
    """
    if mark.type not in SPEAKING:
        return mark
    roles = [*_teller(mark, sentence), *mark.roles]
    if (
        not any(role.role == Role.ACTOR for role in roles)
        and (who := speaker(mark.trigger.start, sentence)) is not None
    ):
        roles.append(RoleMark(role=Role.ACTOR, span=who))
    if (accused := _accused(mark, sentence)) is not None and not mark.of(Role.TARGET):
        roles.append(RoleMark(role=Role.TARGET, span=accused))
    elif not mark.of(Role.TARGET) and (whom := addressed(mark, sentence)) is not None:
        roles.append(RoleMark(role=Role.TARGET, span=whom))
    return replace(mark, roles=tuple(_apart(roles)))


def _accused(mark: Mark, sentence: Sentence) -> Span | None:
    """Give who is accused in "accused it of"."""
    found = _OF_WHAT.match(sentence.tagged.text, mark.trigger.start) if mark.type == "ACCUSE" else None
    return cut(sentence.tagged.text, *found.span("whom")) if found else None


def with_accused(sentence: Sentence) -> Sentence:
    """Give the act that somebody is accused of to the accused, where it has no actor or the accuser's."""
    text = sentence.tagged.text
    if (charged := _IS_ACCUSED.search(text)) is not None:
        return sentence.marked(tuple(_passive(mark, charged.end()) for mark in sentence.tagged.marks))
    found = _OF_WHAT.search(text)
    if found is None:
        return sentence
    accuser = [span for mark in sentence.tagged.marks if mark.type == "ACCUSE" for span in mark.of(Role.ACTOR)]
    whom = RoleMark(role=Role.ACTOR, span=cut(text, *found.span("whom")))
    marks = tuple(
        _done_by(mark, whom, accuser) if _is_charge(mark, found.end(), text) else mark for mark in sentence.tagged.marks
    )
    return sentence.marked(marks)


def _passive(mark: Mark, end: int) -> Mark:
    """Leave out as accuser who "has been accused"."""
    if mark.type != "ACCUSE" or mark.trigger.end != end:
        return mark
    return replace(
        mark, roles=tuple(r for r in mark.roles if r.role != Role.ACTOR or r.span.start > mark.trigger.start)
    )


def _is_charge(mark: Mark, start: int, text: str) -> bool:
    """Say whether an act is what somebody is accused of: told right after "of", in its clause."""
    return (
        mark.type not in SPEAKING
        and 0 <= mark.trigger.start - start <= _NEAR
        and re.search(r"[,;:]|\b(?:who|which|that|after|because|in)\b", text[start : mark.trigger.start]) is None
    )


def _done_by(mark: Mark, whom: RoleMark, accuser: list[Span]) -> Mark:
    actors = mark.of(Role.ACTOR)
    if actors and not all(any(span.overlaps(one) for one in (whom.span, *accuser)) for span in actors):
        return mark
    kept = tuple(role for role in mark.roles if role.role != Role.ACTOR and not role.span.overlaps(whom.span))
    return replace(mark, roles=(whom, *kept), status="claimed" if mark.status == "actual" else mark.status)


def _teller(mark: Mark, sentence: Sentence) -> Iterator[RoleMark]:
    cue = _cue_of(mark)
    speech = speech_at(sentence, mark.trigger.start)
    if (
        speech is None
        or speech.cue.overlaps(mark.trigger)
        or not (mark.trigger.text.lower() in _MUST or (cue and cue.teller))
    ):
        return
    yield RoleMark(role=Role.ACTOR, span=_in_full(speech, sentence))
    if not mark.of(Role.TIME) and (said := _said_when(speech, sentence)) is not None:
        yield RoleMark(role=Role.TIME, span=said)


def _in_full(speech: Speech, sentence: Sentence) -> Span:
    """Give the phrase of a speaker with the name set in commas after it ("its envoy, Ana Ruiz, said")."""
    text, who = sentence.tagged.text, speech.who
    if who.end < speech.cue.start and (called := _CALLED.fullmatch(text, who.end, speech.cue.start)):
        name = cut(text, *called.span("name"))
        if any(one.label == Label.PERSON and one.span.overlaps(name) for one in sentence.tagged.names):
            return cut(text, who.start, name.end)
    return with_name(who, text, sentence.tagged.names)


def _said_when(speech: Speech, sentence: Sentence) -> Span | None:
    """Give the time phrase right after the word of saying ("said Saturday")."""
    gap = re.compile(r"\s+(?:\w+\s+){0,3}?")
    return next(
        (
            span
            for span in find_times(sentence.tagged.text)
            if gap.fullmatch(sentence.tagged.text[speech.cue.end : span.start] or "x")
        ),
        None,
    )


def _apart(roles: list[RoleMark]) -> Iterator[RoleMark]:
    """Drop a role that lies on one of the same kind before it."""
    kept: list[RoleMark] = []
    for role in roles:
        if not any(other.role == role.role and other.span.overlaps(role.span) for other in kept):
            kept.append(role)
            yield role


def _cue_of(mark: Mark) -> Cue | None:
    return next((cue for cue in cues() if cue.type == mark.type and cue.words.search(mark.trigger.text)), None)


def speaker(position: int, sentence: Sentence) -> Span | None:
    """Give who performs an act in words at `position`: the subject of its verb, else who speaks there."""
    text = sentence.tagged.text
    participle = re.match(r"\w+ing\b", text[position:]) is not None
    own = None if participle else subject_of(text, position)
    if own is not None and not quoted(text, position):
        return cut(text, *own)
    speech = speech_at(sentence, position)
    if speech is not None and not quoted(text, speech.cue.start):
        return _in_full(speech, sentence)
    stretch = main_subject(text, position)
    return cut(text, *stretch) if stretch else None


def addressed(mark: Mark, sentence: Sentence) -> Span | None:
    """Give to whom an act in words is addressed, by the row of its trigger, else by the first actor named after it."""
    cue = _cue_of(mark)
    where = cue.object if cue else "with" if mark.type == "CONSULT" else "next"
    if where == "before":
        return _named_in(sentence, 0, mark.trigger.start, last=True)
    if where == "with":
        return _after_with(sentence, mark.trigger.end)
    return _next(sentence, mark.trigger.end) if where == "next" else None


def _cued(sentence: Sentence) -> Iterator[Mark]:
    text = sentence.tagged.text
    for cue in cues():
        for word in cue.words.finditer(text):
            if cue.then and not cue.then.match(text, word.end()):
                continue
            if cue.before and not cue.before.search(text[: word.start()]):
                continue
            if cue.person and not _person_next(sentence, word.end()):
                continue
            if re.search(r"\b(?:not|never|n['’]t|without)\s+(?:\w+\s+)?$", text[: word.start()], re.I):
                continue
            trigger = cut(text, word.start(), word.end())
            yield Mark(trigger=trigger, type=cue.type, mode=cue.mode, status=cue.status, probability=ADDED)


def _person_next(sentence: Sentence, start: int) -> bool:
    """Say whether a person stands right after a word: by name, or by an office ("his Chadian counterpart")."""
    near = [name for name in sentence.tagged.names if name.label == Label.PERSON and start < name.span.start]
    if any(_OFFICE.fullmatch(sentence.tagged.text, start, name.span.start) for name in near):
        return True
    direct = noun_phrase(sentence.tagged.text, start)
    return direct is not None and kind_of(sentence.tagged.text[slice(*direct)]) == "person"


def _obliged(sentence: Sentence) -> Iterator[Mark]:
    """Find "America needs to get out", said by somebody: a demand on whoever is obliged."""
    text = sentence.tagged.text
    for found in _OBLIGED.finditer(text):
        stretch = subject_of(text, found.start())
        if stretch is None or not _named(sentence, stretch) or speech_at(sentence, found.start()) is None:
            continue
        trigger = cut(text, found.start(), found.start() + len(found.group().split()[0]))
        target = RoleMark(role=Role.TARGET, span=cut(text, *stretch))
        yield Mark(trigger=trigger, type="REQUEST", mode="demand", status="actual", probability=ADDED, roles=(target,))


def _named(sentence: Sentence, stretch: Stretch) -> bool:
    return names_body(sentence, cut(sentence.tagged.text, *stretch))


def names_body(sentence: Sentence, span: Span) -> bool:
    """Say whether a phrase names somebody who can act: a body by its noun, or a name of the sentence."""
    return _BODY.search(span.text) is not None or any(
        name.label in _ACTORS and span.holds(name.span) for name in sentence.tagged.names
    )


def _next(sentence: Sentence, start: int) -> Span | None:
    text = sentence.tagged.text
    direct = noun_phrase(text, start)
    if direct is not None and re.match(r"\s+(?:not\s+)?to\b|\s+(?:of|for|over)\b", text[direct[1] :]):
        return cut(text, *direct)
    return _named_in(sentence, start, len(text))


def _after_with(sentence: Sentence, start: int) -> Span | None:
    text = sentence.tagged.text
    found = re.compile(r"\b(?:with|to|and)\s+|(?<=phoned)\s+").search(text, max(start - 5, 0)) or re.search(
        r"\btold\s+", text[:start]
    )
    stretch = noun_phrase(text, found.end()) if found else None
    return cut(text, *stretch) if stretch else None


def _named_in(sentence: Sentence, start: int, end: int, *, last: bool = False) -> Span | None:
    """Give the first (or last) noun phrase with an actor's name between the two points that is no mere place."""
    text = sentence.tagged.text
    names = [
        name.span
        for name in sentence.tagged.names
        if name.label in _ACTORS
        and start <= name.span.start
        and name.span.end <= end
        and not _NOT_ADDRESSED.search(text[: name.span.start])
    ]
    if not names:
        return None
    name = names[-1] if last else names[0]
    tail = noun_phrase(text, name.start)
    stop = (
        max(name.end, tail[1])
        if tail and not pattern("outlook.toml", "happening").search(text, name.end, tail[1])
        else name.end
    )
    return cut(text, *strip(text, (name.start, min(stop, end))))
