"""What is told when an address cannot be answered: one form for all."""

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException

from vedette.model import CaseError, SourceError, UsageError, VedetteError


class Problem(HTTPException):
    """Why a request is refused: HTTP status, a code for programs, and for people what, where and what to do."""

    def __init__(
        self,
        *,
        status: int,
        code: str,
        what: str,
        where: str = "",
        todo: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, detail=what, headers=headers)
        self.code, self.what, self.where, self.todo = code, what, where, todo

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
    return Problem(
        status=_status(error), code=_code(error), what=what or todo, where=_bare(where), todo=todo if what else ""
    )


def _bare(where: str) -> str:
    """Give a file without its folders: where it lies is nobody's business."""
    return where.rpartition("/")[2] if where.startswith(("/", ".")) else where


def _status(error: VedetteError) -> int:
    if isinstance(error, UsageError):
        return 400
    if isinstance(error, SourceError):
        return 422
    if isinstance(error, CaseError):
        return 503 if "writing to it" in str(error) else 409
    return 500


def _code(error: VedetteError) -> str:
    return type(error).__name__.removesuffix("Error").lower()
