"""Times told by an earlier incident: "shortly after the attack near the embassy"."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from vedette.codebook.acts import act_noun, act_pattern
from vedette.coding.document import Document, Sentence
from vedette.coding.heads import is_plural
from vedette.model import Mark, Role, Span, When
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.times import beside, read_time

_REFERENCE = re.compile(
    r"^(?P<gap>.*?)\b(?P<way>after|following|before|since|during)\s+(?P<event>(?:the|that|those|these|this|its|their|"
    r"his|an?)\s+.+)$",
    re.I,
)
_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "near",
        "by",
        "to",
        "for",
        "and",
        "its",
        "their",
        "his",
        "her",
        "that",
        "this",
        "those",
        "these",
        "after",
        "with",
        "from",
        "into",
        "against",
    ]
)
_OPENING = re.compile(
    r"\W*(?P<phrase>(?:[\w-]+\s+){0,3}(?:after|following|before)\s+(?:the|that|those|these|this|its|"
    r"their)\s+[^,]{3,80}),",
    re.I,
)
Dating = Callable[[Mark, Sentence, Document], When]


def recalled(span: Span, mark: Mark, sentence: Sentence, document: Document, dating: Dating) -> Stretch | None:
    """Date a phrase by the earlier incident it names, or None when it names none that the text dates."""
    found = _REFERENCE.match(span.text)
    if not found or ((direct := read_time(span.text, Clock(published=document.report.published))) and direct.known):
        return None
    earlier = _earlier(found["event"], sentence, document)
    when = dating(*earlier, document) if earlier else None
    if earlier is None or when is None or when.to is None or not when.stated:
        return None
    return _beside(when, found, earlier[0], document)


def opening(mark: Mark, sentence: Sentence) -> Span | None:
    """Give the phrase that dates the sentence by another incident at its head ("Shortly after the attack, ...")."""
    found = _OPENING.match(sentence.tagged.text)
    if not found or found.end("phrase") > mark.trigger.start:
        return None
    return Span(text=found["phrase"], start=found.start("phrase"), end=found.end("phrase"))


def told_before(mark: Mark, sentence: Sentence, document: Document, dating: Dating) -> When | None:
    """Date "the attack near the embassy" as the incident that the text told before, if it told and dated one."""
    text = sentence.tagged.text
    found = re.search(r"\b(?:the|that|those|this|these)\s+(?:[\w.'’-]+\s+){0,3}$", text[: mark.trigger.start], re.I)
    if not found or mark.of(Role.TIME):
        return None
    rest = re.match(r"(?:\s+(?:near|on|at|in|against|of|by)\s+[^,.;]{3,60})?", text[mark.trigger.end :])
    end = mark.trigger.end + (rest.end() if rest else 0)
    earlier = _earlier(text[found.start() : end], sentence, document, least=1.5)
    if (
        earlier is None
        or earlier[0].type != mark.type
        or is_plural(mark.trigger.text) > is_plural(earlier[0].trigger.text)
    ):
        return None
    when = dating(*earlier, document)
    if not when.stated or when.from_ is None:
        return None
    basis = f'the "{earlier[0].trigger.text}" told before ({when.from_.isoformat()})'
    return replace(when, basis=basis, inherited=True)


def _beside(when: When, found: re.Match[str], earlier: Mark, document: Document) -> Stretch:
    read = Stretch(from_=when.from_, to=when.to, value="", basis=when.basis)
    gap, way = found["gap"].strip().lower(), found["way"].lower()
    clock = Clock(published=document.report.published)
    if way == "during" or read.from_ is None:
        return Stretch(from_=read.from_, to=read.to, value="", basis=f'{way} the "{earlier.trigger.text}" ({read.to})')
    read = beside(read, gap, -1 if way == "before" else 1, clock)
    return Stretch(
        from_=read.from_,
        to=read.to,
        value="",
        basis=f'{gap} {way} the "{earlier.trigger.text}" of {when.from_}'.strip(),
    )


def _earlier(event: str, sentence: Sentence, document: Document, *, least: float = 1.0) -> tuple[Mark, Sentence] | None:
    """Give the earlier mark that an event phrase means: same kind of act, most shared words, the nearest of equals."""
    best: tuple[float, Mark, Sentence] | None = None
    said = _said_of(event)
    for distance in range(sentence.index):
        if said.most - 0.01 * distance < max(least, best[0] if best else 0.0):
            break  # nothing further back can be as like
        one = document.sentences[sentence.index - 1 - distance]
        for other in one.tagged.marks if not one.caption else ():
            score = _likeness(said, other, one) - 0.01 * distance if other.status == "actual" else 0.0
            if score >= least and (best is None or score > best[0]):
                best = (score, other, one)
    return (best[1], best[2]) if best else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """What the words of an event phrase say: the type of act, who or with what (before its noun), where (after it)."""

    type: str | None
    noun: bool
    before: frozenset[str]
    after: frozenset[str]

    @property
    def most(self) -> float:
        """Give the score that no mark can pass."""
        return len(self.before) + len(self.after) + 0.3 * len(self.after) + (0.6 if self.noun else 0.0)


def _said_of(event: str) -> _Event:
    noun = act_pattern().search(event)
    called = act_noun(noun["noun"]) if noun else None
    before, after = (event[: noun.start()], event[noun.end() :]) if noun else ("", event)
    return _Event(
        type=called.type if called else None, noun=noun is not None, before=_words(before), after=_words(after)
    )


def _likeness(event: _Event, other: Mark, one: Sentence) -> float:
    """Score how well an event phrase fits a mark: words before its noun mean who or with what, words after it where."""
    if event.type and other.type != event.type:
        return 0.0
    doers = _words(" ".join(role.span.text for role in other.roles if role.role in (Role.ACTOR, Role.WEAPON)))
    scene = _words(" ".join(role.span.text for role in other.roles if role.role in (Role.TARGET, Role.PLACE)))
    own = _words(other.trigger.text)
    told = _words(one.tagged.text)
    score = (
        len(event.before & (doers | own)) + len(event.after & (scene | own)) + 0.3 * len(event.after & (told - scene))
    )
    return score + (0.6 if event.noun else 0.0)


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    plain = re.sub(r"\b([a-z])\.([a-z])\.", r"\1\2", text.lower())
    return frozenset(
        word[:-1] if word.endswith("s") and len(word) > 3 else word
        for word in re.findall(r"[a-z][\w-]+", plain)
        if word not in _STOP
    )
