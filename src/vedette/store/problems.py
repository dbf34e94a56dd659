"""Database errors told in one line: what is wrong with which case, and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from vedette.model import CaseError

_SAID = (
    ("lock timeout", "another process is writing to it; wait until that has ended and try again"),
    ("locked", "another process is writing to it; wait until that has ended and try again"),
    ("busy", "another process is writing to it; wait until that has ended and try again"),
    ("no space left", "the disk is full; nothing of this step was kept; free some space and run it again"),
    ("disk is full", "the disk is full; nothing of this step was kept; free some space and run it again"),
    ("readonly", "it is read-only; copy it to a place where you may write"),
    ("read-only", "it is read-only; copy it to a place where you may write"),
    ("not a database", "it is not a case (not an SQLite database); give the path of a case"),
    ("malformed", "it is damaged; restore it from a copy"),
    ("disk i/o", "the disk gave an error; check it, then run the command again"),
    ("unable to open", "it cannot be opened; check the path and your rights"),
    ("no such table", "it is not a whole case; give the path of a case, or a new path"),
    ("password", "the server does not let you in; check the user and the password of the address"),
    ("permission denied", "you have no right to do that there; ask who keeps the database"),
    ("does not exist", "there is no such database, or it is not a whole case; check the address"),
    ("connection", "the database server cannot be reached; check the address"),
)


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what the database raises into a CaseError of one line that begins with the name of the case."""
    try:
        yield
    except SQLAlchemyError as error:
        raise CaseError(f"{name}: {_problem(error)}") from error


def _problem(error: SQLAlchemyError) -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    text = " ".join(str(cause).split())
    return next((said for sign, said in _SAID if sign in text.casefold()), f"the database says: {text[:200]}")
