"""Views of what is told: chains, statements, actors, sources, reports, measures; each by its address."""

import re
from typing import Any


def test_a_stated_link_is_solid_and_gives_its_sentence(page: Any, address: str) -> None:
    page.goto(f"{address}/chains")
    line = page.locator("path.chains-link.stated")
    line.wait_for(state="attached")
    assert line.evaluate("node => getComputedStyle(node).strokeDasharray") == "none"
    told = page.locator(".chains-hit title").first.text_content()
    assert told.startswith("Retaliation: On 2024-03-08 Southern forces shelled a convoy")
    page.locator(".chains-hit").first.dispatch_event("click")
    page.wait_for_url(re.compile("link="))
    page.reload()
    page.wait_for_selector(".told-list li.chosen .quote")


def test_a_statement_shows_who_said_what_to_whom_in_which_words(page: Any, address: str) -> None:
    page.goto(f"{address}/statements")
    page.wait_for_selector(".told-list li")
    assert page.locator(".told-list .quote mark").all_inner_texts() == ["threatened"]
    name = page.locator(".told-list bdi", has_text="قوات").first
    assert name.evaluate("node => getComputedStyle(node).direction") == "rtl"
    page.locator(".ladder-dot").dispatch_event("click")
    page.wait_for_url(re.compile("select=inc-"))
    page.wait_for_selector(".told-list li.chosen")
    page.locator(".segments button", has_text="Threaten").click()
    page.wait_for_url(re.compile("type=THREATEN"))


def test_an_actors_incidents_are_found_from_the_table_of_actors(page: Any, address: str) -> None:
    page.goto(f"{address}/actors?from=2024-03-01&to=2024-03-31")
    page.wait_for_selector("table.plain")
    page.get_by_role("searchbox").fill("southern")
    row = page.locator("table.plain").last.locator("tbody tr")
    assert row.count() == 1
    count = row.locator("a[href*='actor=']").inner_text()
    row.locator("a[href*='actor=']").click()
    page.wait_for_selector(".toolbar h1 .num")
    assert page.locator(".toolbar h1 .num").inner_text() == count


def test_an_actor_shows_names_memberships_and_offices(page: Any, address: str) -> None:
    page.goto(f"{address}/actors/group:kataib-hezbollah")
    page.wait_for_selector(".actor-time li")
    assert page.locator("main h1").inner_text()
    assert page.locator(".facts >> text=Also called").count() == 1


def test_a_report_is_reached_from_its_sources_and_a_claim_lights_up_in_its_text(page: Any, address: str) -> None:
    page.goto(f"{address}/sources")
    page.wait_for_selector("table.plain >> text=Outlet 1")
    page.wait_for_selector(".months-row >> text=Syria")
    page.get_by_role("searchbox").fill("Evil")
    page.locator("table.plain a[href^='/reports/']").first.click()
    page.wait_for_selector(".report-claims button")
    page.locator(".report-claims button").first.click()
    page.wait_for_selector(".source-text mark.chosen")
    assert page.locator(".facts a[href^='javascript']").count() == 0
    page.locator(".report-claims a", has_text="its incident").click()
    page.wait_for_selector(".fact")


def test_a_series_is_measured_by_the_days_and_the_step_of_the_address(page: Any, address: str) -> None:
    page.goto(f"{address}/escalation")
    page.wait_for_selector(".chart svg")
    page.locator(".segments button", has_text="Killed").click()
    page.wait_for_url(re.compile("metric=killed"))
    page.locator(".segments button", has_text="by month").click()
    page.wait_for_url(re.compile("every=month"))
    page.wait_for_selector(".segments [aria-pressed=true] >> text=by month")
    assert "to" in (page.locator(".chart svg").first.get_attribute("aria-label") or "")


def test_what_could_not_be_measured_is_told(page: Any, address: str) -> None:
    page.goto(f"{address}/reactions")
    page.wait_for_selector(".measure-notes >> text=10 times or more")
