"""The built page in Chromium, on a case of a few reports; skips, and says why, where either is not there."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from vedette.store import Coder
from vedette.web import Settings, make_app

STATIC = Path(__file__).parents[3] / "src" / "vedette" / "web" / "static"
AXE = Path(__file__).parents[3] / "src" / "vedette" / "web" / "ui" / "node_modules" / "axe-core" / "axe.min.js"
# Software drawing: the tests run where there is no graphics card, as many readers do.
FLAGS = ("--no-sandbox", "--enable-unsafe-swiftshader", "--use-angle=swiftshader", "--ignore-gpu-blocklist")


def chromium() -> str:
    """Find a Chromium of the system; skips where there is none."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("needs a Chromium: apt-get install chromium, or name it in CHROMIUM")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium without a window."""
    if not (STATIC / "index.html").exists():
        pytest.skip("the page is not built: make ui (needs Node)")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install -e '.[dev]'")
    path = chromium()
    with playwright.sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield made
        made.close()


@pytest.fixture(scope="session")
def start(coder: Coder) -> Iterator[Callable[[Settings], str]]:
    """Serve a case by a real server, since a browser needs one; gives its address."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def begin(settings: Settings) -> str:
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        app = make_app(replace(settings, cookie=f"vedette_{port}"), coder=coder)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        running.append((server, thread))
        while not server.started:
            time.sleep(0.01)
        return f"http://127.0.0.1:{port}"

    yield begin
    for server, thread in running:
        server.should_exit = True
        thread.join(timeout=5)


@pytest.fixture(scope="session")
def address(
    browser: Any, filled: Path, start: Callable[[Settings], str], tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The address of a case that is only read; `browser` first, so that nothing is served where it is not there."""
    return start(Settings(case=str(filled), person="Tess", beside=tmp_path_factory.mktemp("beside")))


@pytest.fixture
def written(browser: Any, filled: Path, start: Callable[[Settings], str], tmp_path: Path) -> str:
    """The address of a copy of the case that a test may change."""
    path = tmp_path / "written.case"
    path.write_bytes(filled.read_bytes())
    return start(Settings(case=str(path), person="Tess", beside=tmp_path / "jobs"))


@dataclass(slots=True)
class Seen:
    """What went on while a page was open that should not."""

    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


@pytest.fixture
def seen() -> Seen:
    """What the pages of this test did wrong."""
    return Seen()


@pytest.fixture
def page(browser: Any, seen: Seen) -> Iterator[Any]:
    """A page of its own; its errors and requests to other places are noted, and there must be none at the end."""
    context = browser.new_context(viewport={"width": 1360, "height": 850}, reduced_motion="reduce")
    made = context.new_page()
    watch(made, seen)
    yield made
    context.close()
    assert seen.errors == []
    assert seen.outside == []


def watch(page: Any, seen: Seen) -> None:
    """Note errors, what the policy refused, and requests to anywhere but this machine."""
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("console", lambda line: seen.errors.append(line.text) if line.type == "error" else None)
    page.on("request", lambda asked: seen.outside.append(asked.url) if not ours(asked.url) else None)


def ours(url: str) -> bool:
    """Say whether an address is on this machine."""
    return url.startswith(("http://127.0.0.1:", "data:", "blob:"))


@pytest.fixture
def grave() -> Callable[..., list[str]]:
    """The function that lists the serious and critical findings of axe on a page, of one rule or of all."""
    if not AXE.exists():
        pytest.skip("needs axe-core, which make ui installs")
    source = AXE.read_text(encoding="utf-8")

    def check(page: Any, *, only: str | None = None) -> list[str]:
        page.evaluate(source)
        asked = {"resultTypes": ["violations"], **({"runOnly": [only]} if only else {})}
        found = page.evaluate("asked => axe.run(document, asked)", asked)
        return [
            f"{one['id']}: {one['nodes'][0]['target']} {one['nodes'][0]['html'][:160]}"
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
        ]

    return check
