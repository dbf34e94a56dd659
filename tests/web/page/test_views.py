"""Each view: it stands, asks nobody else, has no grave finding of axe, and fits a narrow window, dark and light."""

from collections.abc import Callable
from typing import Any

import pytest

# Address -> what must be seen there.
VIEWS = {"/": ".opening-figure", "/incidents": ".table-row", "/incidents/ID": ".fact"}
WIDTHS = (1360, 390, 320)  # 320: a window of 1280 at 400 % zoom


def opened(page: Any, address: str, view: str) -> Any:
    """Open a view and wait until it stands; ID is the incident with the most claims."""
    path = view
    if "ID" in view:
        items = page.request.get(f"{address}/incidents.json?limit=100").json()["items"]
        path = view.replace("ID", max(items, key=lambda one: len(one["claims"]))["incident_id"])
    page.goto(address + path)
    page.wait_for_selector(VIEWS[view])
    return page


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_grave_finding(page: Any, address: str, grave: Callable[[Any], list[str]], view: str, theme: str) -> None:
    page.emulate_media(color_scheme=theme)
    opened(page, address, view)
    assert grave(page) == []


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_is_wider_than_its_window(page: Any, address: str, view: str) -> None:
    opened(page, address, view)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_case_without_reports_says_what_to_do(page: Any, start: Any, tmp_path: Any) -> None:
    import vedette
    from vedette.web import Settings

    path = tmp_path / "empty.case"
    vedette.open(str(path), create=True).close()
    address = start(Settings(case=str(path), person="Tess", beside=tmp_path / "jobs"))
    for view in ("/", "/incidents"):
        page.goto(address + view)
        page.wait_for_selector(".empty a[href^='/add']")


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
