"""The incidents: filters, brush, selection and as-of live in the address; decisions are made and taken back."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit


def query(page: Any) -> dict[str, list[str]]:
    """Give the query of the address."""
    return parse_qs(urlsplit(page.url).query)


def total(page: Any) -> int:
    """Give the number of incidents that are chosen."""
    return int(page.locator(".toolbar h1 .num").inner_text().replace(",", ""))


def ready(page: Any, url: str) -> None:
    page.goto(url)
    page.wait_for_selector(".table-row")


def test_a_facet_filters_table_and_address_and_is_found_again_in_a_shared_link(page: Any, address: str) -> None:
    ready(page, f"{address}/incidents")
    button = page.locator(".facet", has_text="Type").locator("li button").first
    count = int(button.locator(".n").inner_text())
    button.click()
    assert total(page) == count
    assert len(query(page)["type"]) == 1
    data = page.request.get(page.url.replace("/incidents?", "/incidents.json?")).json()
    assert data["total"] == count
    again = page.context.new_page()
    ready(again, page.url)
    assert total(again) == count
    again.close()


def test_days_drawn_on_the_timeline_are_days_of_the_address(page: Any, address: str) -> None:
    ready(page, f"{address}/incidents")
    box = page.locator(".timeline canvas").bounding_box()
    page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.6 * box["width"], box["y"] + 8, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile("from=.*to="))
    found = query(page)
    assert found["from"][0] < found["to"][0]
    data = page.request.get(page.url.replace("/incidents?", "/incidents.json?")).json()
    assert data["total"] == total(page)


def test_an_incident_is_opened_by_keys_alone(page: Any, address: str) -> None:
    page.goto(f"{address}/")
    page.wait_for_selector(".opening-figure")
    page.keyboard.press("g")
    page.keyboard.press("i")
    page.wait_for_selector(".table-row")
    page.locator(".table").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.wait_for_url(re.compile("select="))
    chosen = query(page)["select"][0]
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"/incidents/{chosen}"))
    page.wait_for_selector(".fact")


def test_what_was_known_on_a_day_is_told_as_such(page: Any, address: str) -> None:
    ready(page, f"{address}/incidents")
    now = total(page)
    day = page.request.get(f"{address}/incidents.json?limit=1").json()["items"][0]["reports"][0]["published"]
    ready(page, f"{address}/incidents?as_of={day}")
    assert "As known at the end of" in page.locator(".as-of-line").inner_text()
    assert total(page) < now


def test_an_incident_is_accepted_with_a_reason_and_that_is_taken_back(page: Any, written: str) -> None:
    ready(page, f"{written}/incidents")
    page.locator(".row-link").first.click()
    page.wait_for_selector(".fact")
    page.keyboard.press("a")
    page.locator("dialog textarea").fill("seen on video")
    page.locator("dialog .button.main").click()
    page.wait_for_selector(".decisions >> text=seen on video")
    assert page.locator(".incident-line .tag.solid").inner_text() == "reviewed"
    page.locator(".decisions button").first.click()
    page.wait_for_selector(".decisions >> text=no longer in force")


def test_a_field_is_edited_by_words_selected_in_the_text(page: Any, written: str) -> None:
    ready(page, f"{written}/incidents?killed_min=1")
    page.locator(".row-link").first.click()
    page.wait_for_selector(".source-text")
    page.keyboard.press("e")
    page.locator("dialog select").select_option("killed")
    page.locator("dialog input[name=value]").fill("77")
    page.locator("dialog .button.main").click()
    page.wait_for_selector(".decisions >> text=killed")
    page.wait_for_selector(".fact-value >> text=77")


def test_several_are_held_to_be_one_event(page: Any, written: str) -> None:
    ready(page, f"{written}/incidents?sort=killed")
    before = total(page)
    for at in (0, 1):
        page.locator(".table-row input[type=checkbox]").nth(at).click()
    page.locator(".bulk >> text=Same event").click()
    page.locator("dialog textarea").fill("one strike told twice")
    page.locator("dialog .button.main").click()
    page.wait_for_selector(".toast >> text=held to be one event")
    page.wait_for_selector(f".toolbar h1 .num:not(:text-is('{before}'))")
    assert total(page) == before - 1
