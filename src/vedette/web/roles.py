"""What a member of a team may do."""

from enum import IntEnum

from vedette.model import UsageError


class Role(IntEnum):
    """Each may do what those before it may: read; decide, and take back own decisions; add reports, and take back any
    decision; see the accounts."""

    READER = 1
    CODER = 2
    EDITOR = 3
    ADMIN = 4


def role_of(given: str) -> Role:
    """Read a role; raises UsageError."""
    try:
        return Role[given.strip().upper()]
    except KeyError as error:
        raise UsageError(
            f"there is no role {given!r}; choose one of {', '.join(one.name.lower() for one in Role)}"
        ) from error
