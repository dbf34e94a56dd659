"""Who did what is counted, and to whom, as the clause of the count says."""

import re
from collections.abc import Iterator

from vedette.coding.clauses import noun_phrase, subject_of
from vedette.coding.tally_counts import TIMES, Counted
from vedette.coding.tally_verbs import aim_of
from vedette.model import Role, Span, cut

_ON = re.compile(r"\s+(?:\w+\s+){0,2}?(?:against|on|at|upon|targeting|aimed at|directed at)\s+", re.I)
_BY = re.compile(r"\s+(?:\w+\s+){0,2}?by\s+", re.I)
_TELLS = re.compile(
    r".*\b(?:says?|said|adds?|added|claims?|claimed|believes?|believed|estimates?)\s+(?:that\s+)?", re.I | re.S
)
_MORE = re.compile(
    r"\s+(?:(?:more|less|fewer|at|nearly|over|about|some|almost|around|up)(?:\s+(?:than|least|to))?)$", re.I
)
_ARMS = re.compile(
    r"(?:the\s+)?(?:[\w-]+\s+)?(?:drones?|rockets?|missiles?|shells?|mortars?|bombs?|gunfire|artillery)", re.I
)
_HARMS = re.compile(
    r"\b(?:wars?|conflicts?|fighting|violence|insurgency|clashes|attacks?|strikes?|raids?|drones?|offensive|campaign|unrest|"
    r"shelling|bombardments?|rebellion|uprising|crackdown|crisis)\b",
    re.I,
)  # kill, but are nobody


def _told_fillers(text: str, counted: Counted) -> Iterator[tuple[Role, Span]]:
    """Give who did it and to whom, where a verb tells the count: "rebels have overrun | nine posts"."""
    if (aim := aim_of(text, counted.quantity)) is not None:
        if (thing := noun_phrase(text, aim)) is not None:
            yield Role.TARGET, cut(text, *thing)
    elif (thing := noun_phrase(text, counted.quantity.end)) is not None:
        yield Role.TARGET, cut(text, counted.quantity.start, thing[1])
    who = subject_of(text, counted.word.start) if counted.quantity.start > counted.word.start else None
    if who is not None and not _HARMS.search(text, *who):
        said = _TELLS.match(text, *who)
        yield Role.ACTOR, cut(text, said.end() if said else who[0], who[1])


def fillers(text: str, counted: Counted) -> Iterator[tuple[Role, Span]]:
    """Give the roles that the words of the clause fill, each with its phrase."""
    if counted.by_noun:
        return
    if counted.told:
        yield from _told_fillers(text, counted)
        return
    passive = (
        re.search(
            r"\b(?:been|were|was|come under|"
            r"came under)\s+(?:\w+\s+)?$",
            text[: counted.word.start],
        )
        is not None
    )
    passive |= counted.word.text.lower().startswith(("come under", "came under"))
    if counted.quote.start == counted.word.start or TIMES.match(text, counted.quantity.end):
        subject = subject_of(text, counted.word.start)
        if subject is not None:
            said = _TELLS.match(text, *subject)
            who = cut(text, said.end() if said else subject[0], subject[1])
            if passive or not _ARMS.fullmatch(who.text):  # "drones have struck": who sent them is not told
                yield (Role.TARGET if passive else Role.ACTOR), who
        after_count = counted.quantity.start > counted.word.end
        limit = counted.quantity.start if after_count else None
        if not passive and (thing := noun_phrase(text, counted.word.end, limit=limit)) is not None:
            less = _MORE.search(text[: thing[1]])
            yield Role.TARGET, cut(text, thing[0], max(thing[0] + 1, less.start()) if less else thing[1])
    for role, lead in ((Role.TARGET, _ON), (Role.ACTOR, _BY)):
        found = lead.match(text, counted.quote.end)
        phrase = noun_phrase(text, found.end()) if found else None
        if phrase is not None:
            yield role, cut(text, *phrase)
