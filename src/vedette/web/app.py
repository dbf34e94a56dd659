"""The application: addresses put together, and what is done around each of them."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

import vedette
from vedette.store import open_case
from vedette.web import handlers
from vedette.web.answer import Answers
from vedette.web.api import ROUTERS
from vedette.web.settings import Settings
from vedette.web.shelf import Shelf


def make_app(settings: Settings) -> FastAPI:
    """Make the application that serves a case; raises CaseError where it cannot be opened."""
    case = open_case(settings.case)

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        yield
        case.close()

    app = FastAPI(title="Vedette", version=vedette.__version__, docs_url=None, redoc_url=None, lifespan=living)
    app.state.settings, app.state.case, app.state.shelf = settings, case, Shelf(case)
    app.state.answers, app.state.started = Answers(), secrets.token_hex(4)
    for router in ROUTERS:
        app.include_router(router)
    handlers.add(app)
    return app
