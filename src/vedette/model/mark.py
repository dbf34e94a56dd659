"""What the tagger says of a sentence. All offsets count from the start of that sentence."""

from dataclasses import dataclass
from enum import StrEnum

from vedette.model.span import Span


class Role(StrEnum):
    """The part a phrase plays in a happening."""

    ACTOR = "actor"
    TARGET = "target"
    PLACE = "place"
    TIME = "time"
    WEAPON = "weapon"
    KILLED = "killed"
    INJURED = "injured"
    COUNT = "count"
    CAUSE = "cause"
    SOURCE = "source"


class Label(StrEnum):
    """The kind of a named thing."""

    PERSON = "PERSON"
    GROUP = "GROUP"
    ORG = "ORG"
    COUNTRY = "COUNTRY"
    PLACE = "PLACE"
    WEAPON = "WEAPON"


class Part(StrEnum):
    """The part of a span in an attribution: who says, by which words, what."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A named thing in the sentence."""

    span: Span
    label: Label
    probability: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMark:
    """A phrase that plays a role in one happening."""

    role: Role
    span: Span
    probability: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A source, cue or content span of reported speech."""

    part: Part
    span: Span
    probability: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One happening that a sentence mentions: its trigger, type, mode, status and roles."""

    trigger: Span
    type: str
    mode: str | None
    status: str
    probability: float = 1.0
    status_probability: float = 1.0
    mode_probability: float = 1.0
    roles: tuple[RoleMark, ...] = ()

    def of(self, role: Role) -> tuple[Span, ...]:
        """Give the phrases that play `role`, in the order of the sentence."""
        return tuple(mark.span for mark in self.roles if mark.role == role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """All marks of one sentence."""

    text: str
    marks: tuple[Mark, ...] = ()
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
