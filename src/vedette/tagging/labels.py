"""The labels that the tagger tells apart, in the order of its outputs."""

from typing import Final

from vedette.model.mark import Label, Part, Role

TYPES: Final = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES: Final = ("actual", "claimed", "denied", "planned", "hypothetical", "thwarted")
MODES: Final = (
    ("ASSAULT", "aerial"), ("ASSAULT", "drone"), ("ASSAULT", "heavy-weapons"), ("ASSAULT", "firearms"),
    ("ASSAULT", "explosives"), ("ASSAULT", "suicide"), ("ASSAULT", "abduct"), ("ASSAULT", "targeted"),
    ("ASSAULT", "beat"), ("ASSAULT", "destroy"), ("ASSAULT", "crowd-control"), ("ASSAULT", "unconventional"),
    ("ASSAULT", "other"),
    ("COERCE", "arrest"), ("COERCE", "seize"), ("COERCE", "restrict"), ("COERCE", "expel"), ("COERCE", "cyber"),
    ("COERCE", "withhold"), ("COERCE", "other"),
    ("MOBILIZE", "troops"), ("MOBILIZE", "weapons"), ("MOBILIZE", "exercise"), ("MOBILIZE", "police"),
    ("MOBILIZE", "other"),
    ("THREATEN", "violence"), ("THREATEN", "sanction"), ("THREATEN", "territory"), ("THREATEN", "relations"),
    ("THREATEN", "other"),
    ("PROTEST", "demo"), ("PROTEST", "riot"), ("PROTEST", "strike"), ("PROTEST", "other"),
    ("ACCUSE", "condemn"), ("ACCUSE", "allege"), ("ACCUSE", "investigate"),
    ("REQUEST", "demand"), ("REQUEST", "appeal"),
)  # fmt: skip
ROLES: Final = tuple(Role)
NAMES: Final = tuple(Label)
PARTS: Final = tuple(Part)

OUTSIDE: Final = 0


def begin(label: int) -> int:
    """Give the BIO class that begins a span of `label` (0 is outside)."""
    return 1 + 2 * label


def inside(label: int) -> int:
    """Give the BIO class that goes on with a span of `label`."""
    return 2 + 2 * label


def classes(labels: int) -> int:
    """Count the BIO classes of that many labels."""
    return 1 + 2 * labels


def inventory() -> dict[str, list[str]]:
    """Give all labels by output, as they are kept beside the weights."""
    return {
        "types": list(TYPES),
        "statuses": list(STATUSES),
        "modes": ["/".join(mode) for mode in MODES],
        "roles": [role.value for role in ROLES],
        "names": [name.value for name in NAMES],
        "parts": [part.value for part in PARTS],
    }
