"""The overview: what changed since the last visit, days chosen on the strip."""

import re
from typing import Any


def test_what_changed_since_the_last_visit_is_told(page: Any, address: str) -> None:
    name = page.request.get(f"{address}/api/me").json()["case"]
    page.add_init_script(
        f"localStorage.setItem('vedette.visit.{name}', JSON.stringify({{now: 978307200000, before: null}}))"
    )
    page.goto(f"{address}/")
    page.wait_for_selector(".opening-new >> text=Since your last visit")
    total = page.request.get(f"{address}/incidents.json?limit=1").json()["total"]
    assert str(total) in page.locator(".opening-new").inner_text()


def test_days_drawn_on_the_strip_are_days_of_the_address(page: Any, address: str) -> None:
    page.goto(f"{address}/")
    page.wait_for_selector(".strip canvas")
    box = page.locator(".strip canvas").bounding_box()
    page.mouse.move(box["x"] + 0.2 * box["width"], box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.7 * box["width"], box["y"] + 8, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile("from=.*to="))


def test_a_direction_leads_to_just_the_incidents_that_it_counts(page: Any, address: str) -> None:
    page.goto(f"{address}/")
    way = page.locator(".strip-ways li").first
    count = way.locator("b").inner_text()
    way.locator("a").click()
    page.wait_for_selector(".table-row")
    assert page.locator(".toolbar h1 .num").inner_text() == count
    data = page.request.get(page.url.replace("/incidents?", "/incidents.json?")).json()
    assert str(data["total"]) == count
    page.locator(".toolbar button", has_text="→").click()
    assert "direction" not in page.url
