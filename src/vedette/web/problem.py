"""What is told when an address cannot be answered: one form for all."""

from dataclasses import dataclass
from typing import Any

from vedette.model import CaseError, SourceError, UsageError, VedetteError


@dataclass(kw_only=True, eq=False)
class Problem(Exception):  # noqa: N818 - the word of the API
    """Why a request is refused: HTTP status, a code for programs, and for people what, where and what to do."""

    status: int
    code: str
    what: str
    where: str = ""
    todo: str = ""
    headers: tuple[tuple[str, str], ...] = ()

    def form(self) -> dict[str, Any]:
        """Give the problem in JSON form."""
        return {"error": {"code": self.code, "what": self.what, "where": self.where, "todo": self.todo}}


def missing(what: str, where: str = "") -> Problem:
    """Give the problem of something that is not there."""
    return Problem(status=404, code="missing", what=what, where=where, todo="check the address; the lists link to all")


def wrong(what: str, where: str = "", todo: str = "mend the request") -> Problem:
    """Give the problem of a request that cannot be meant."""
    return Problem(status=400, code="usage", what=what, where=where, todo=todo)


def told(error: VedetteError) -> Problem:
    """Give the problem of an error of the parts below; their line is "where: what; what to do"."""
    where, _, rest = str(error).partition(": ") if ": " in str(error) else ("", "", str(error))
    what, _, todo = rest.rpartition("; ")
    return Problem(status=_status(error), code=_code(error), what=what or todo, where=where, todo=todo if what else "")


def _status(error: VedetteError) -> int:
    if isinstance(error, UsageError):
        return 400
    if isinstance(error, SourceError):
        return 422
    return 503 if isinstance(error, CaseError) and "writing to it" in str(error) else 500


def _code(error: VedetteError) -> str:
    return type(error).__name__.removesuffix("Error").lower()
