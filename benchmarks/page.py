"""How fast the page is at 20,000 incidents: first view usable, brush to redraw, filter to redraw, script sent.

    python -m benchmarks.page [--data CASE] [--json] [--keep]

Needs the built page (`make ui`), a Chromium and playwright. Without --data a case is made first
(`benchmarks.web_case`). Chromium draws in software, as on a machine without a graphics card. Times in ms, by the page:
from the start of the navigation until the table has rows; from a movement of the pointer, or a click on a facet,
until the next picture is drawn. The server is warm, the browser is not. `load` is what else the machine did;
the figures with `cpu` are what the page's own thread worked, whatever else the machine did.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.report import Result, show
from benchmarks.web_case import make

PORT = 18766
# WebGL in software, all else as Chromium itself decides without a graphics card: forcing its pages through WebGL too
# (`--ignore-gpu-blocklist`), as no such machine does, takes three times as long.
FLAGS = ("--no-sandbox", "--enable-unsafe-swiftshader")
# From an event until the frame that follows it has been drawn: a message sent in a frame arrives after its drawing.
TIMER = """kind => {
  window.spent = [];
  window.addEventListener(kind, event => {
    const begun = event.timeStamp;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.spent.push(performance.now() - begun);
      channel.port2.postMessage(0);
    });
  }, true);
}"""
ROUNDS = 5


def main() -> None:
    """Serve a case, open it, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="a case to serve; one is made unless given")
    parser.add_argument("--incidents", type=int, default=20_000, help="how many incidents to make")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--keep", action="store_true", help="also write it to benchmarks/results")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.data or Path(folder) / "made.case"
        if options.data is None:
            make(path, options.incidents)
        scores = measured(path)
    count = int(scores.pop("incidents"))
    result = Result(benchmark="page", data="made from templates", n=count, scores=scores)
    show(result, as_json=options.json, keep=options.keep)


def measured(path: Path) -> dict[str, float]:
    """Start a server for a case, and give what was measured."""
    command = [sys.executable, "-m", "vedette", "serve", str(path), "--port", str(PORT), "--no-open"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{PORT}"
    try:
        _warm(address)
        return _in_browser(address)
    finally:
        server.terminate()
        server.wait(20)


def _warm(address: str) -> None:
    """Wait for the server, and ask once for what the view asks for."""
    for _ in range(1200):
        try:
            asked = urllib.request.Request(f"{address}/incidents/columns.json", headers={"accept-encoding": "gzip"})
            urllib.request.urlopen(asked, timeout=120).read()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server does not answer")


def _in_browser(address: str) -> dict[str, float]:
    from playwright.sync_api import sync_playwright

    path = shutil.which(os.environ.get("CHROMIUM", "chromium")) or "chromium"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        firsts, cpus, scripts = zip(*(_first(browser, address) for _ in range(ROUNDS)), strict=True)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{address}/incidents")
        page.wait_for_selector(".map canvas")
        page.wait_for_timeout(5000)
        total = int(page.locator(".toolbar h1 .num").inner_text().replace(",", ""))
        (brushed, brush_cpu), (filtered, filter_cpu) = _brush(page), _filter(page)
        browser.close()
    return {
        "incidents": float(total),
        "first_view_ms": round(median(firsts), 0),
        "first_view_cpu_ms": round(median(cpus), 0),
        "brush_ms": round(median(brushed), 1),
        "brush_p95_ms": round(sorted(brushed)[int(0.95 * len(brushed))], 1),
        "brush_cpu_ms": round(brush_cpu, 1),
        "filter_ms": round(median(filtered), 1),
        "filter_cpu_ms": round(filter_cpu, 1),
        "script_kb_gzip": round(max(scripts) / 1000, 1),
        "load": round(os.getloadavg()[0], 2),
    }


def _worked(page: Any) -> Callable[[], float]:
    """Give a function that tells how many ms the page's thread has worked since it was loaded."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def read() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1000 * float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))

    return read


def _first(browser: Any, address: str) -> tuple[float, float, int]:
    """Give the time until the table has rows in a browser that holds nothing yet, by clock and work, and the bytes of
    script sent."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page, sizes = context.new_page(), []
    page.on(
        "requestfinished",
        lambda one: sizes.append(one.sizes()["responseBodySize"]) if one.url.endswith(".js") else None,
    )
    worked = _worked(page)
    page.goto(f"{address}/incidents", wait_until="commit")
    page.wait_for_selector(".table-row")
    spent, cpu = float(page.evaluate("performance.now()")), worked()
    page.wait_for_selector(".map canvas")
    page.wait_for_timeout(1500)
    context.close()
    return spent, cpu, sum(sizes)


def _brush(page: Any) -> tuple[list[float], float]:
    """Draw a window of days and give the time of each step until it is drawn, and the mean work of one."""
    box = page.locator(".timeline canvas").bounding_box()
    page.evaluate(TIMER, "pointermove")
    page.mouse.move(box["x"] + 0.2 * box["width"], box["y"] + 6)
    page.mouse.down()
    worked = _worked(page)
    begun = worked()
    for step in range(40):
        page.mouse.move(box["x"] + (0.25 + 0.012 * step) * box["width"], box["y"] + 6)
        page.wait_for_timeout(60)
    cpu = (worked() - begun) / 40
    page.mouse.up()
    return [float(one) for one in page.evaluate("window.spent")][3:], cpu


def _filter(page: Any) -> tuple[list[float], float]:
    """Take values of facets in and out; give the time of each until it is drawn, and the mean work of one."""
    page.evaluate(TIMER, "click")
    buttons = page.locator(".survey-facets .facet[open] li button")
    many, worked = min(8, buttons.count()), _worked(page)
    begun = worked()
    for at in range(many):
        for _ in range(2):
            buttons.nth(at).click()
            page.wait_for_timeout(250)
    return [float(one) for one in page.evaluate("window.spent")], (worked() - begun) / (2 * many)


if __name__ == "__main__":
    main()
