"""Times told by an earlier incident: "shortly after the attack near the embassy"."""

import re
from collections.abc import Callable

from vedette.coding.document import Document, Sentence
from vedette.model import Mark, Role, Span, When
from vedette.phrases.clock import Clock, Stretch
from vedette.phrases.times import beside, read_time

_REFERENCE = re.compile(r"^(?P<gap>.*?)\b(?P<way>after|following|before|since|during)\s+(?P<event>(?:the|that|those|these|this|its|their|his|an?)\s+.+)$", re.I)
_STOP = frozenset("the a an of in on at near by to for and its their his her that this those these after with from into against".split())
_KIN = {"attack": "ASSAULT", "strike": "ASSAULT", "raid": "ASSAULT", "bombing": "ASSAULT", "airstrike": "ASSAULT", "killing": "ASSAULT",
        "assassination": "ASSAULT", "shelling": "ASSAULT", "explosion": "ASSAULT", "blast": "ASSAULT", "massacre": "ASSAULT",
        "shooting": "ASSAULT", "assault": "ASSAULT", "ambush": "ASSAULT", "bombardment": "ASSAULT", "clash": "ASSAULT",
        "meeting": "CONSULT", "talks": "CONSULT", "visit": "CONSULT", "protest": "PROTEST", "coup": "COERCE", "arrest": "COERCE",
        "ceasefire": "AGREE", "truce": "AGREE", "deal": "AGREE", "agreement": "AGREE", "withdrawal": "RETREAT"}
Dating = Callable[[Mark, Sentence, Document], When]


def recalled(span: Span, mark: Mark, sentence: Sentence, document: Document, dating: Dating) -> Stretch | None:
    """Date a phrase by the earlier incident it names, or None when it names none that the text dates."""
    found = _REFERENCE.match(span.text)
    if not found or (direct := read_time(span.text, Clock(published=document.report.published))) and direct.known:
        return None
    earlier = _earlier(found["event"], mark, sentence, document)
    if earlier is None:
        return None
    when = dating(*earlier, document)
    if not when.known or when.to is None:
        return None
    return _beside(when, found, earlier[0], document)


def _beside(when: When, found: re.Match[str], earlier: Mark, document: Document) -> Stretch:
    read = Stretch(from_=when.from_, to=when.to, value="", basis=when.basis)
    gap, way = found["gap"].strip().lower(), found["way"].lower()
    clock = Clock(published=document.report.published)
    if way == "during" or read.from_ is None:
        return Stretch(from_=read.from_, to=read.to, value="", basis=f"{way} the {earlier.trigger.text} ({read.to})")
    read = beside(read, gap, -1 if way == "before" else 1, clock)
    return Stretch(from_=read.from_, to=read.to, value="",
                   basis=f"{gap} {way} the {earlier.trigger.text} of {when.from_}".strip())


def _earlier(event: str, mark: Mark, sentence: Sentence, document: Document) -> tuple[Mark, Sentence] | None:
    """Give the earlier mark that an event phrase means: same kind of act, most shared words, the nearest of equals."""
    words = _words(event)
    best: tuple[float, Mark, Sentence] | None = None
    for distance, one in enumerate(document.before(sentence)):
        for other in one.tagged.marks:
            score = _likeness(words, event, other, one) - 0.01 * distance
            if other.status == "actual" and score >= 1 and (best is None or score > best[0]):
                best = (score, other, one)
    return (best[1], best[2]) if best else None


def _likeness(words: frozenset[str], event: str, other: Mark, one: Sentence) -> float:
    kind = next((kin for word, kin in _KIN.items() if re.search(rf"\b{word}s?\b", event, re.I)), None)
    if kind is not None and other.type != kind:
        return 0.0
    roles = [role.span.text for role in other.roles if role.role not in (Role.SOURCE, Role.CAUSE)]
    own = _words(" ".join([other.trigger.text, *roles]))
    shared = len(words & own) + 0.4 * len(words & _words(one.tagged.text) - own)
    return shared + (0.6 if kind else 0.0)


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:-1] if word.endswith("s") and len(word) > 3 else word
                     for word in re.findall(r"[a-z][\w-]+", text.lower()) if word not in _STOP)
