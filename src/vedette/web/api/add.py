"""Adding reports: text pasted, files dropped, an address or feed to fetch."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Annotated, Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from vedette.model import to_json
from vedette.reading.fetch import is_address
from vedette.reading.given import day_of_publication
from vedette.web.api.session import ADD
from vedette.web.forms import doing
from vedette.web.jobs import Given, Job, Jobs
from vedette.web.problem import missing, wrong

router = APIRouter(tags=["add"])
_FILES, _CHUNK, _NAME = 200, 1_000_000, 120
_LOOK, _BEAT = 0.2, 60  # seconds between looks at a job; looks after which a silent line says that we are here


class Sent(BaseModel):
    """What is to be added beside files: a text (with its address, if it has one), or an address to fetch."""

    text: Annotated[str, Field(max_length=5_000_000)] | None = None
    url: Annotated[str, Field(max_length=2000)] | None = None
    outlet: Annotated[str, Field(max_length=200)] | None = None
    published: Annotated[str, Field(max_length=10)] | None = None


@router.post("/api/add", status_code=202, dependencies=[ADD], response_model=doing.Accepted)
async def add(request: Request) -> JSONResponse:
    """Take reports, as JSON {text or url, outlet, published} or as a form with `files`; give the job's id."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind == "multipart/form-data":
        async with request.form(max_files=_FILES, max_fields=10, max_part_size=_CHUNK * 5) as form:
            files = [one for one in form.getlist("files") if isinstance(one, UploadFile)]
            job = await _taken(request, _sent(_fields(form)), files)
    else:
        job = await _taken(request, _sent(await _json(request)), [])
    return JSONResponse({"id": job.job_id, "state": job.state.value}, status_code=202)


@router.get("/api/jobs", response_model=doing.Jobs)
async def jobs(request: Request) -> dict[str, Any]:
    """Give all jobs, the latest first."""
    return {"items": [shown(one) for one in _jobs(request).jobs()]}


@router.get("/api/jobs/{job_id}", response_model=doing.Job)
async def job(request: Request, job_id: str) -> dict[str, Any]:
    """Give a job as it stands."""
    return shown(_found(request, job_id))


@router.get("/api/jobs/{job_id}/events")
async def events(request: Request, job_id: str) -> StreamingResponse:
    """Tell how a job comes along (server-sent events named "progress", the last one "end"), each with the whole job."""
    _found(request, job_id)
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_told(request, job_id), media_type="text/event-stream", headers=headers)


def shown(job: Job) -> dict[str, Any]:
    """Give a job as the page gets it."""
    form: dict[str, Any] = to_json(job)
    return {**form, "id": job.job_id, "given": [one.name for one in job.given], "new_reports": len(job.reports)}


async def _told(request: Request, job_id: str) -> AsyncIterator[str]:
    last, silent = None, 0
    while not await request.is_disconnected():
        now = _found(request, job_id)
        if now != last:
            last, silent = now, 0
            yield f"event: {'end' if now.over else 'progress'}\ndata: {json.dumps(shown(now), default=str)}\n\n"
        if now.over:
            return
        silent += 1
        if silent % _BEAT == 0:
            yield ": still here\n\n"
        await asyncio.sleep(_LOOK)


async def _taken(request: Request, sent: Sent, files: list[UploadFile]) -> Job:
    day = day_of_publication(sent.published or None)
    if not (files or sent.text or sent.url):
        raise wrong("nothing was given", "text, url, files", "give a text, an address or files")
    if sent.url and not is_address(sent.url):
        raise wrong("that is no address", "url", "give one that begins with http or https")
    folder = _jobs(request).folder
    job_id = await run_in_threadpool(folder.new)
    try:
        given = [await _written(folder.file(job_id, at), one) for at, one in enumerate(files)]
        if sent.text:
            folder.file(job_id, len(files)).write_text(sent.text, "utf-8")
            given.append(Given(name="pasted text", file=folder.file(job_id, len(files)).name))
        elif sent.url:
            given.append(Given(name=sent.url))
        made = Job(
            job_id=job_id,
            person=request.state.person,
            made=datetime.now(UTC),
            given=tuple(given),
            outlet=sent.outlet or None,
            published=day,
            url=sent.url if sent.text and not files else None,
        )
        await run_in_threadpool(_jobs(request).take, made)
    except BaseException:
        folder.drop(job_id)
        raise
    return made


async def _written(path: Path, file: UploadFile) -> Given:
    """Write a file that was sent; its name is shown and nothing more."""
    with path.open("wb") as target:
        while chunk := await file.read(_CHUNK):
            await run_in_threadpool(target.write, chunk)
    return Given(name=_bare(file.filename or "file"), file=path.name)


def _bare(name: str) -> str:
    bare = PureWindowsPath(PurePosixPath(name).name).name
    kept = "".join(letter for letter in bare if letter.isprintable()).strip()
    return kept[-_NAME:] or "file"


def _fields(form: FormData) -> dict[str, Any]:
    return {name: value for name, value in form.items() if isinstance(value, str)}


async def _json(request: Request) -> Any:
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise wrong("the body is neither a form nor JSON", "body", "send JSON, or a form with files") from error


def _sent(given: Any) -> Sent:
    try:
        return Sent.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        raise wrong(str(first["msg"]), ".".join(map(str, first["loc"])), "mend that value") from error


def _jobs(request: Request) -> Jobs:
    found: Jobs = request.app.state.jobs
    return found


def _found(request: Request, job_id: str) -> Job:
    found = _jobs(request).job(job_id)
    if found is None:
        raise missing(f"there is no job {job_id[:60]}", "job")
    return found
