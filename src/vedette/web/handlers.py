"""What goes wrong, told in one form."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException

from vedette.model import VedetteError
from vedette.web.printing import render
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


def _said(request: Request, problem: Problem) -> HTMLResponse | JSONResponse:
    """Tell a person who reads a page for paper in words, all others in the one form."""
    path = request.url.path
    printed = path == "/situation" or path.endswith("/print")
    if not (printed and "text/html" in request.headers.get("accept", "")):
        return response(problem)
    page = render.page("problem", **problem.form()["error"], address=path)
    headers = {"cache-control": "no-store", **(problem.headers or {})}
    return HTMLResponse(page, status_code=problem.status_code, headers=headers)


async def _problem(request: Request, error: Any) -> HTMLResponse | JSONResponse:
    return _said(request, error)


async def _error(request: Request, error: Any) -> HTMLResponse | JSONResponse:
    return _said(request, told(error))


async def _invalid(request: Request, error: Any) -> HTMLResponse | JSONResponse:
    """Tell of the first thing that does not fit; what was sent is not sent back."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part not in ("query", "body"))
    return _said(request, wrong(str(first["msg"]).removeprefix("Value error, "), where, "mend that value"))


async def _http(_: Request, error: Any) -> JSONResponse:
    code, what, todo = _SAID.get(error.status_code, ("http", str(error.detail), "check the request"))
    return response(Problem(status=error.status_code, code=code, what=what, todo=todo, headers=error.headers))
