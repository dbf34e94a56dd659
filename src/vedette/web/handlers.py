"""What goes wrong, told in one form."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from vedette.model import VedetteError
from vedette.web.problem import Problem, told, wrong

_SAID = {
    404: ("missing", "there is nothing at this address", "check the address"),
    405: ("method", "this address does not take that method", "see /openapi.json"),
}


def add(app: FastAPI) -> None:
    """Let every error of an application end in the one form."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(VedetteError, _error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


def response(problem: Problem) -> JSONResponse:
    """Give a problem as an answer."""
    headers = {"cache-control": "no-store", **(problem.headers or {})}
    return JSONResponse(problem.form(), status_code=problem.status_code, headers=headers)


async def _problem(_: Request, error: Any) -> JSONResponse:
    return response(error)


async def _error(_: Request, error: Any) -> JSONResponse:
    return response(told(error))


async def _invalid(_: Request, error: Any) -> JSONResponse:
    """Tell of the first thing that does not fit; what was sent is not sent back."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part not in ("query", "body"))
    return response(wrong(str(first["msg"]).removeprefix("Value error, "), where, "mend that value"))


async def _http(_: Request, error: Any) -> JSONResponse:
    code, what, todo = _SAID.get(error.status_code, ("http", str(error.detail), "check the request"))
    return response(Problem(status=error.status_code, code=code, what=what, todo=todo, headers=error.headers))
