"""Sentences that were written for this project, marked up in place (the file says how)."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from training.corpus import Event, Example, Stretch
from vedette.tagging.labels import MODES, ROLES, STATUSES, TYPES

FOLDER = Path(__file__).with_name("sentences")
_TOKEN = re.compile(r"\[|\{|\|[^\]}|]*[\]}]|[^\[\]{}|]+")
_ROLES = dict(zip("atpdwkincs", (role.value for role in ROLES), strict=True))


class MarkupError(ValueError):
    """A line whose markup cannot be read; says which and why."""


@dataclass(slots=True)
class Reading:
    """What has been read of one line."""

    text: str = ""
    open: list[int] = field(default_factory=list)
    triggers: list[tuple[Stretch, str, str | None, str]] = field(default_factory=list)
    roles: list[tuple[int, str, Stretch]] = field(default_factory=list)

    def close(self, label: str) -> None:
        """End the innermost open stretch, which has this label (its bracket included)."""
        at = (self.open.pop(), len(self.text))
        if label.endswith("}"):
            type_, mode, status = [*label[1:-1].split("/"), "", ""][:3]
            self.triggers.append((at, type_, mode or None, status or STATUSES[0]))
        else:
            self.roles += [(int(mark[1:]), _ROLES[mark[0]], at) for mark in label[1:-1].split()]


def own_examples(folder: Path = FOLDER) -> list[Example]:
    """Read the project's own sentences: every file of the folder."""
    return [example for path in sorted(folder.glob("*.txt")) for example in _file(path)]


def _file(path: Path) -> list[Example]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        parse_line(line, number, path.stem)
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]


def parse_line(line: str, number: int, table: str = "own") -> Example:
    """Read one marked-up sentence of a table; raises MarkupError."""
    reading = Reading()
    try:
        for token in _TOKEN.findall(line):
            if token in "[{":
                reading.open.append(len(reading.text))
            elif token.startswith("|"):
                reading.close(token)
            else:
                reading.text += token
        return _example(reading, f"own-{table}-{number}")
    except (IndexError, KeyError, ValueError) as problem:
        raise MarkupError(f"{table}, line {number}: {problem!r} in {line!r}") from problem


def _example(reading: Reading, id_: str) -> Example:
    triggers = sorted(reading.triggers)
    if reading.open or max((event for event, _, _ in reading.roles), default=0) > len(triggers):
        raise ValueError("an open bracket, or a role of a happening that is not there")
    events = [
        Event(
            trigger=at,
            type=TYPES[TYPES.index(type_)],
            mode=mode if mode is None or (type_, mode) in MODES else MODES[MODES.index((type_, mode))][1],
            status=STATUSES[STATUSES.index(status)],
            roles=tuple((role, span) for event, role, span in reading.roles if event == order),
        )
        for order, (at, type_, mode, status) in enumerate(triggers, 1)
    ]
    return Example(id=id_, doc=id_, set="own", text=reading.text, events=tuple(events))
