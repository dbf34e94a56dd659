"""Who is at the page: logging in and out."""

import math
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Request, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

import vedette
from vedette.formats.jsonl import compact
from vedette.web.accounts import Accounts, User
from vedette.web.api.asking import shelf_of
from vedette.web.forms.session import Me
from vedette.web.problem import Problem, missing
from vedette.web.roles import Role
from vedette.web.sessions import Doorkeeper, Visit, forbidden, nobody

router = APIRouter(tags=["session"])


class Credentials(BaseModel):
    """A name and its password."""

    name: Annotated[str, Field(max_length=200)]
    password: Annotated[str, Field(max_length=1000)]


class Needs:
    """A dependency: only who has a role, or a higher one, goes on."""

    def __init__(self, role: Role) -> None:
        self.role = role

    async def __call__(self, request: Request) -> None:
        """Let through, or raise the problem."""
        visit: Visit = request.state.visit
        if visit.role is None:
            raise nobody()
        if visit.role < self.role:
            raise forbidden(self.role)


READ, DECIDE, ADD, KEEP = (Depends(Needs(role)) for role in Role)


@router.get("/api/me", response_model=Me)
async def me(request: Request) -> Response:
    """Say who is at the page, what he may do, and the token that his changes need."""
    return _told(request, request.state.visit)


@router.post("/api/session", response_model=Me)
async def login(request: Request, given: Annotated[Credentials, Body()]) -> Response:
    """Log in; the session gets a new key, so that nobody can have known it before."""
    user = await run_in_threadpool(_login, request, given)
    keeper, accounts = _keeper(request), _accounts(request)
    accounts.end(request.state.visit.key)
    visit = Visit(key=keeper.new(), known=True, person=user.name, role=user.role)
    accounts.begin(visit.key, user)
    return _told(request, visit)


@router.delete("/api/session", response_model=Me)
async def logout(request: Request) -> Response:
    """Log out."""
    _accounts(request).end(request.state.visit.key)
    return _told(request, Visit(key=_keeper(request).new(), known=True))


@router.get("/api/users", dependencies=[KEEP])
async def users(request: Request) -> dict[str, Any]:
    """Give the members of the team."""
    return {"items": [{"name": one.name, "role": one.role.name.lower()} for one in _accounts(request).users()]}


def _login(request: Request, given: Credentials) -> User:
    by_name, by_address = request.app.state.limits
    name, address = " ".join(given.name.split()), request.state.visit.address
    wait = max(by_name.wait(name), by_address.wait(address))
    if wait:
        raise Problem(
            status=429,
            code="often",
            what="too many failed logins",
            where="session",
            todo=f"try again in {math.ceil(wait / 60)} min",
            headers={"retry-after": str(math.ceil(wait))},
        )
    by_name.note(name)  # before the work: many at once are as many tries
    by_address.note(address)
    user = _accounts(request).login(name, given.password)
    if user is None:
        what = "no account has this name and password"
        raise Problem(status=401, code="password", what=what, where="session", todo="try again, or ask an admin")
    by_name.forget(name)
    return user


def _told(request: Request, visit: Visit) -> Response:
    settings, keeper = request.app.state.settings, _keeper(request)
    case = shelf_of(request).case
    form = {
        "person": visit.person,
        "role": visit.role.name.lower() if visit.role else None,
        "csrf": keeper.token(visit),
        "case": case.title,
        "read_only": case.read_only,
        "team": settings.team,
        "version": vedette.__version__,
    }
    found = Response(compact(form), media_type="application/json", headers={"cache-control": "no-store"})
    cookie: dict[str, Any] = {"path": "/", "samesite": "strict", "secure": settings.secure}
    found.set_cookie(settings.cookie, visit.key, httponly=True, **cookie)
    found.set_cookie(f"{settings.cookie}_csrf", keeper.token(visit), **cookie)
    return found


def _keeper(request: Request) -> Doorkeeper:
    found: Doorkeeper = request.app.state.doorkeeper
    return found


def _accounts(request: Request) -> Accounts:
    found = _keeper(request).accounts
    if found is None:
        raise missing("this server has no accounts", "session")
    return found
