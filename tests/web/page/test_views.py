"""Each view: it stands, asks nobody else, has no grave finding of axe, and fits a narrow window, dark and light."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import vedette
from vedette.web import Settings

# Address -> what must be seen there. ID is the incident with the most claims, REPORT its first report.
VIEWS = {
    "/": ".opening-figure",
    "/incidents": ".table-row",
    "/incidents/ID": ".fact",
    "/queue": ".desk-list button",
    "/same": ".pair-row.differs",
    "/actors": ".network canvas",
    "/actors/group:kataib-hezbollah": ".actor-columns",
    "/chains": ".chains-box circle",
    "/statements": ".ladder circle",
    "/outlooks": ".told-list mark",
    "/tallies": ".told-list .tally",
    "/escalation": ".chart svg",
    "/reactions": ".measure-notes",
    "/sources": ".months-row",
    "/reports/REPORT": ".report-claims",
    "/add": "form textarea",
}
WIDTHS = (1360, 390, 320)  # 320: a window of 1280 at 400 % zoom
EMPTY = {
    "/": "a[href^='/add']",
    "/incidents": "a[href^='/add']",
    "/sources": "a[href^='/add']",
    "/queue": "text=Nothing waits",
    "/same": "text=No pair is in doubt",
    "/actors": "text=No actors yet",
    "/chains": "text=No reaction is told",
    "/statements": "text=Nothing was said",
    "/outlooks": "text=Nothing is foreseen",
    "/tallies": "text=Nobody counts",
    "/escalation": "text=Too little to measure",
    "/reactions": "text=Too little to tell",
}


def opened(page: Any, address: str, view: str) -> Any:
    """Open a view and wait until it stands."""
    path = view
    if "ID" in view or "REPORT" in view:
        items = page.request.get(f"{address}/incidents.json?limit=100").json()["items"]
        most = max(items, key=lambda one: len(one["claims"]))
        path = view.replace("ID", most["incident_id"]).replace("REPORT", most["reports"][0]["report_id"])
    page.goto(address + path)
    page.wait_for_selector(VIEWS[view])
    return page


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_no_grave_finding_and_fits_its_window(
    page: Any, address: str, grave: Callable[..., list[str]], view: str
) -> None:
    page.emulate_media(color_scheme="light")
    opened(page, address, view)
    assert grave(page) == []
    page.emulate_media(color_scheme="dark")
    assert grave(page, only="color-contrast") == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert grave(page) == []


def test_an_address_that_leads_nowhere_says_so(page: Any, address: str, seen: Any) -> None:
    assert page.goto(f"{address}/nowhere").status == 404
    page.wait_for_selector(".empty >> text=Nothing at this address")
    page.goto(f"{address}/reports/r-none")
    page.wait_for_selector(".error-line >> text=no report")
    seen.errors.clear()  # the browser notes each 404


@pytest.fixture
def bare(browser: Any, start: Callable[[Settings], str], tmp_path: Path) -> str:
    """The address of a case without reports."""
    path = tmp_path / "empty.case"
    vedette.open(str(path), create=True).close()
    return start(Settings(case=str(path), person="Tess", beside=tmp_path / "jobs"))


def test_a_case_without_reports_says_so_in_every_view(page: Any, bare: str) -> None:
    for view, said in EMPTY.items():
        page.goto(bare + view)
        page.wait_for_selector(f".empty >> {said}")


def test_a_view_is_drawn_alike_whatever_was_seen_before(page: Any, address: str) -> None:
    """Styles of views that were left stay in the page; they must not reach into others."""

    def shape() -> list[float]:
        page.wait_for_selector(VIEWS["/same"])
        boxes = (page.locator(one).first.bounding_box() for one in (".desk-list", ".desk-bar", ".pair-grid"))
        return [round(box[name]) for box in boxes for name in ("x", "y", "width")]

    page.goto(f"{address}/same")
    fresh = shape()
    for view in ("/incidents", "/add", "/statements"):
        opened(page, address, view) if view == "/incidents" else page.locator(f".frame-nav a[href='{view}']").click()
        page.wait_for_selector(VIEWS[view])
    page.locator(".frame-nav a[href='/same']").click()
    assert shape() == fresh


def test_the_first_view_sends_less_than_700_kb_of_script(page: Any, address: str) -> None:
    sizes: list[int] = []
    page.on(
        "requestfinished",
        lambda asked: sizes.append(asked.sizes()["responseBodySize"]) if asked.url.endswith(".js") else None,
    )
    opened(page, address, "/incidents")
    page.wait_for_selector(".map canvas")
    assert 0 < sum(sizes) < 700_000


def test_hostile_words_stay_words(page: Any, address: str, evil: str) -> None:
    page.goto(f"{address}/incidents?text=Evil")
    page.wait_for_selector(".table-row")
    page.locator(".row-link").first.click()
    page.wait_for_selector(".fact")
    assert evil[:20] in page.locator("main").inner_text()
    assert page.locator("main script, main img").count() == 0


def test_words_after_a_letter_of_two_units_are_marked_where_they_stand(page: Any, address: str) -> None:
    page.goto(f"{address}/incidents?text=Evil")
    page.locator(".row-link").first.click()
    page.wait_for_selector(".fact")
    words = ["shelled", "Western forces", "a depot", "Dara", "2024-03-09", "4"]
    assert page.locator(".fact-words mark").all_inner_texts() == words
    assert sorted(page.locator(".source-text mark").all_inner_texts()) == sorted(words)
    page.locator(".fact-cited a").first.click()
    page.wait_for_selector(".report")
    assert set(words) <= set(page.locator(".source-text mark").all_inner_texts())
