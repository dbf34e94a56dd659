"""The built page: one shell for every address of a view, and its files."""

import gzip
import mimetypes
from hashlib import sha256
from pathlib import Path

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from vedette.web.problem import missing
from vedette.web.settings import Settings

router = APIRouter(include_in_schema=False)
VIEWS = (
    *("/", "/incidents", "/incidents/{id_}", "/queue", "/same", "/actors", "/actors/{id_}", "/chains", "/statements"),
    *("/outlooks", "/tallies", "/sources", "/reports/{id_}", "/add", "/escalation", "/reactions", "/login"),
)
_PRESSED = frozenset({".js", ".css", ".html", ".svg", ".json", ".geojson", ".map", ".webmanifest", ".txt"})
_FOR_EVER = "public, max-age=31536000, immutable"  # the names of built files change with what is in them
NOT_BUILT = (
    "The page is not built. Run `make ui` in the repository (it needs Node), or install vedette from its wheel, then "
    "reload. The data is here meanwhile: /overview.json, /incidents.json, /openapi.json.\n"
)


async def view(request: Request) -> Response:
    """Give the shell of the page; what to show it finds in the address."""
    settings: Settings = request.app.state.settings
    if not (settings.static / "index.html").is_file():
        return Response(NOT_BUILT, status_code=503, media_type="text/plain; charset=utf-8")
    return await file(request, "index.html")


for _path in VIEWS:
    router.add_api_route(_path, view, methods=["GET"])


@router.get("/{path:path}")
async def file(request: Request, path: str) -> Response:
    """Give a file of the built page."""
    static = request.app.state.settings.static
    found = _within(static, path)
    if found is None and _read_by_a_person(request, path) and (static / "index.html").is_file():
        shell = await file(request, "index.html")
        return Response(shell.body, 404, {**_framed(shell), "cache-control": "no-store"})
    if found is None:
        raise missing("there is nothing at this address", "address")
    pressed = "gzip" in request.headers.get("accept-encoding", "") and found.suffix in _PRESSED
    body, tag = await run_in_threadpool(_read, request, found, pressed)
    headers = {"etag": tag, "vary": "accept-encoding"}
    headers["cache-control"] = _FOR_EVER if path.startswith("assets/") else "no-cache"
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if pressed:
        headers["content-encoding"] = "gzip"
    return Response(body, media_type=_type(found), headers=headers)


def _read_by_a_person(request: Request, path: str) -> bool:
    """Say whether an address that leads nowhere was typed or followed: the page tells it better than JSON."""
    return "text/html" in request.headers.get("accept", "") and "." not in path.rpartition("/")[2]


def _framed(shell: Response) -> dict[str, str]:
    return {
        name: value for name, value in shell.headers.items() if name in ("content-type", "content-encoding", "vary")
    }


def _within(static: Path, path: str) -> Path | None:
    """Give the file that a path names within the folder of the page; None for one that leads out of it."""
    if "\x00" in path or "\\" in path:
        return None
    found = (static / path).resolve()
    return found if found.is_relative_to(static.resolve()) and found.is_file() else None


def _read(request: Request, found: Path, pressed: bool) -> tuple[bytes, str]:
    kept, stamp = request.app.state.files, found.stat().st_mtime_ns
    key = (found, stamp, pressed)
    if key not in kept:
        body = found.read_bytes()
        tag = f'W/"{sha256(body).hexdigest()[:24]}"'
        kept[key] = (gzip.compress(body, mtime=0) if pressed else body, tag)
    made: tuple[bytes, str] = kept[key]
    return made


def _type(found: Path) -> str:
    if found.suffix == ".js":
        return "text/javascript; charset=utf-8"
    kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
