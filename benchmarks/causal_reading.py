"""Cause, effect and signal of a sentence: from the marks, else from the words that join clauses."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vedette.model.mark import Mark, Role, Tagged

TABLE = Path(__file__).with_name("connectives.toml")
END = re.compile(r"[\s.,;:'\"”’!?]*$")
TELLING = re.compile(
    r"^.{0,80}?\b(?:said|says|told|reported|stated|added|according to \S+)(?: that)? |^.{0,160}(?-i:[A-Z]{3,}) : |"
    r"^(?:but|and|however) ,? ?",
    re.I,
)
TOLD = re.compile(r" , (?:\S+ ){0,6}(?:said|says|told|reported|added|stated)\b.*$")
LEAD = re.compile(r"[\s,;:\"“]*")
CLOSE = 15  # characters between where a mark and a connective see a cause begin
NEAR = 60  # characters between an act and its cause that may hold what joins them
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Where the cause, the effect and the words that signal it stand in a sentence."""

    cause: Stretch
    effect: Stretch
    signal: Stretch | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Connective:
    """Words that join, where the cause stands from them, and whether they are a signal."""

    words: re.Pattern[str]
    cause: str
    signal: bool


@cache
def connectives() -> tuple[Connective, ...]:
    """Load the table of connectives, the surest first."""
    rows = tomllib.loads(TABLE.read_text("utf-8"))["connective"]
    return tuple(
        Connective(
            words=re.compile(rf"(?<!\S)(?:{'|'.join(row['words'])})(?!\S)", re.I),
            cause=row["cause"],
            signal=row["signal"],
        )
        for row in rows
    )


def marked_relations(tagged: Tagged) -> list[Relation]:
    """Give a relation for each mark that has a cause: the effect is the clause of its trigger."""
    causes = ((mark, (span.start, span.end)) for mark in tagged.marks for span in mark.of(Role.CAUSE))
    return [relation for mark, cause in causes if (relation := _of_mark(tagged.text, mark, cause))]


def joined_relations(text: str, marks: Sequence[Mark] = ()) -> list[Relation]:
    """Give a relation for each connective, those of surer rows first, and those that join two acts before others."""
    found = [
        (row, not joins(relation, marks), -relation.cause[0], relation)
        for row, connective in enumerate(connectives())
        for at in connective.words.finditer(text)
        if (relation := _relation(text, connective, at.span()))
    ]
    return [relation for *_, relation in sorted(found, key=lambda one: one[:3])]


def relations(tagged: Tagged) -> list[Relation]:
    """Give the relations of a sentence, the surest first: those that marks and connectives tell alike before others."""
    marked = marked_relations(tagged)
    joined = joined_relations(tagged.text, tagged.marks)
    alike = [one for one in joined if any(_same(one, other) for other in marked)]
    alone = [one for one in marked if not any(_same(other, one) for other in alike)]
    return list(dict.fromkeys([*alike, *alone, *joined]))


def _same(joined: Relation, marked: Relation) -> bool:
    """Say whether a connective leads straight to the cause that a mark has."""
    near = abs(joined.cause[0] - marked.cause[0]) < CLOSE
    return near and joined.effect[0] <= marked.effect[1] <= joined.cause[0] + CLOSE


def joins(relation: Relation, marks: Sequence[Mark]) -> bool:
    """Say whether an act is told in the cause and another in the effect."""
    return all(any(at[0] <= mark.trigger.start < at[1] for mark in marks) for at in (relation.cause, relation.effect))


def _of_mark(text: str, mark: Mark, cause: Stretch) -> Relation | None:
    if cause[0] >= mark.trigger.end:
        between = text[mark.trigger.end : cause[0]]
        signal = _signal(between, mark.trigger.end) if len(between) <= NEAR else None
        return _made(text, cause, (0, signal[0] if signal else cause[0]), signal)
    if cause[1] <= mark.trigger.start:
        signal = _signal(text[max(0, cause[0] - 30) : cause[0]], max(0, cause[0] - 30))
        return _made(text, cause, (cause[1], len(text)), signal)
    return None


def _signal(between: str, start: int) -> Stretch | None:
    """Find the connective that stands last before a cause."""
    found = [
        at.span() for connective in connectives() if connective.signal for at in connective.words.finditer(between)
    ]
    last = max(found, key=lambda at: (at[1], -at[0]), default=None)
    return (start + last[0], start + last[1]) if last else None


def _relation(text: str, connective: Connective, at: Stretch) -> Relation | None:
    before, after, whole = (0, at[0]), (at[1], len(text)), (at[0], len(text))
    if not text[: at[0]].strip():  # "After the raid , ..." has its cause first, up to the comma
        comma = text.find(" , ", at[1])
        if comma < 0 or connective.cause not in {"after", "within"}:
            return None
        before, after, whole = (comma, len(text)), (at[1], comma), (at[0], comma)
    signal = at if connective.signal else None
    match connective.cause:
        case "after":
            return _made(text, after, before, signal)
        case "within":
            return _made(text, whole, before, signal)
        case "before":
            return _made(text, before, after, signal)
        case _:
            return _made(text, before, whole, signal)


def _made(text: str, cause: Stretch, effect: Stretch, signal: Stretch | None) -> Relation | None:
    cause, effect = _trimmed(text, cause), _trimmed(text, effect)
    if cause[0] >= cause[1] or effect[0] >= effect[1]:
        return None
    return Relation(cause=cause, effect=effect, signal=signal)


def _trimmed(text: str, at: Stretch) -> Stretch:
    """Cut punctuation and words of telling off both ends."""
    part = text[at[0] : at[1]]
    told = TOLD.search(part)
    part = END.sub("", part[: told.start()] if told else part)
    lead = (TELLING.match(part) or LEAD.match(part)) if at[0] == 0 else LEAD.match(part)
    start = lead.end() if lead else 0
    return at[0] + start, at[0] + len(part)


def written(text: str, relation: Relation) -> str:
    """Write a relation into its sentence with the tags of the corpus, around whole words."""
    opened: dict[int, str] = {}
    closed: dict[int, str] = {}
    for tag, at in (("ARG0", relation.cause), ("ARG1", relation.effect), ("SIG0", relation.signal)):
        held = list(_words(text, at)) if at else []
        if held:
            opened[held[0]] = opened.get(held[0], "") + f"<{tag}>"
            closed[held[-1]] = f"</{tag}>" + closed.get(held[-1], "")
    words = text.split(" ")
    return " ".join(f"{opened.get(n, '')}{word}{closed.get(n, '')}" for n, word in enumerate(words))


def _words(text: str, at: Stretch) -> Iterator[int]:
    start = 0
    for number, word in enumerate(text.split(" ")):
        if word and at[0] < start + len(word) and start < at[1]:
            yield number
        start += len(word) + 1
