"""The application: addresses put together, and what is done around each of them."""

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI

import vedette
from vedette.store import Coder, open_case
from vedette.web import handlers, shell
from vedette.web.accounts import Accounts
from vedette.web.answer import Answers
from vedette.web.api import ROUTERS, chains, incidents, measures, overview, queue, session, sources
from vedette.web.forms.error import Error
from vedette.web.guard import Guard
from vedette.web.jobs import Jobs
from vedette.web.jobs.folder import Folder
from vedette.web.limiter import Limiter
from vedette.web.origins import origin_of
from vedette.web.sessions import Doorkeeper
from vedette.web.settings import Settings
from vedette.web.shelf import Shelf
from vedette.web.warming import Warmer

_QUARTER = 900.0  # seconds
_FIRST = (incidents.all_columns, overview.whole)
_LATER = (queue.compare, chains.reactions, sources.listed, measures.acts, origin_of, overview.whole)  # meanwhile


def make_app(settings: Settings, *, coder: Coder | None = None, begun: Callable[[], None] = lambda: None) -> FastAPI:
    """Make the application that serves a case; raises CaseError where it cannot be opened. `coder` codes what is added:
    vedette's own unless given. `begun` is called when what is asked for first is at hand."""
    case = open_case(settings.case)

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        warmer = Warmer(state.shelf, _FIRST, _LATER, begun=begun)
        warmer.start()
        state.jobs.start()
        yield
        state.jobs.stop()
        warmer.stop()
        case.close()

    app = FastAPI(title="Vedette", version=vedette.__version__, docs_url=None, redoc_url=None, lifespan=living)
    state = app.state
    state.settings, state.case, state.shelf = settings, case, Shelf(case)
    state.answers, state.started, state.files = Answers(), secrets.token_hex(4), {}
    state.jobs = Jobs(Folder(settings.beside), case, coder=coder, done=state.shelf.look)
    state.limits = (Limiter(5, _QUARTER), Limiter(30, _QUARTER))
    state.doorkeeper = Doorkeeper(settings, Accounts(settings.accounts) if settings.accounts else None)
    told: dict[int | str, dict[str, Any]] = {"4XX": {"model": Error}}
    app.include_router(session.router, responses=told)
    for router in ROUTERS:
        app.include_router(router, dependencies=[session.READ], responses=told)
    app.include_router(shell.router)
    handlers.add(app)
    app.add_middleware(Guard, settings=settings, doorkeeper=state.doorkeeper)
    return app
