"""Which claims can be about the same kind of happening, and which can found an incident."""

from vedette.model import Claim

VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
FOUNDING = frozenset({"actual", "claimed", "thwarted"})

# Force and repression are told in each other's words ("raid", "seized"), so they are compared with each other.
_FAMILY = {"ASSAULT": "force", "COERCE": "force"}

# Modes that reports mix up for one happening: what flew and what it dropped, who shot and who was aimed at.
_NEAR = (
    frozenset({"aerial", "drone", "heavy-weapons"}),
    frozenset({"firearms", "targeted", "explosives"}),
    frozenset({"explosives", "suicide", "drone", "destroy"}),
    frozenset({"aerial", "drone", "targeted"}),
    frozenset({"firearms", "abduct", "beat", "crowd-control"}),
    frozenset({"demand", "appeal"}),
    frozenset({"condemn", "allege"}),
    frozenset({"seize", "arrest", "restrict"}),
)


def family(type_: str) -> str:
    """Give the family of a type: claims of two families are never one incident."""
    return _FAMILY.get(type_, type_)


def verbal(type_: str) -> bool:
    """Say whether an incident of this type is a statement."""
    return type_ in VERBAL


def founds(claim: Claim) -> bool:
    """Say whether a claim holds that something happened: planned, hypothetical and denied ones do not."""
    return claim.status in FOUNDING


def near_modes(mode: str) -> tuple[tuple[str, ...], ...]:
    """Give the groups of modes that reports mix up and that hold this one; itself where there is none."""
    return tuple(tuple(sorted(group)) for group in _NEAR if mode in group) or ((mode,),)


def modes_mix(mode: str, other: str) -> bool:
    """Say whether reports of one happening are known to give these two modes."""
    return any(mode in group and other in group for group in _NEAR)
