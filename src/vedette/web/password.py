"""Passwords, kept as argon2id hashes."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from vedette.model import UsageError

SHORTEST, LONGEST = 10, 200
_HASHER = PasswordHasher(time_cost=2, memory_cost=32 * 1024, parallelism=1)  # over what OWASP names as least


def hashed(password: str) -> str:
    """Give the hash of a password; raises UsageError for one that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"a password has {SHORTEST} to {LONGEST} characters; take a longer one, such as four words")
    return _HASHER.hash(password)


def holds(hash_: str | None, password: str) -> bool:
    """Say whether a password is the one of a hash; without a hash the same work is done for nothing."""
    try:
        return _HASHER.verify(hash_ or _nobody(), password[:LONGEST]) and hash_ is not None
    except (VerificationError, InvalidHashError):
        return False


def wants_rehash(hash_: str) -> bool:
    """Say whether a hash was made with weaker settings than today's."""
    return _HASHER.check_needs_rehash(hash_)


@cache
def _nobody() -> str:
    return _HASHER.hash("a password that nobody has")
