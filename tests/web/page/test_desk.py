"""The desks: what waits is judged by keys alone; two incidents are held to be one or two by one key each."""

import re
from typing import Any


def waiting(page: Any) -> int:
    """Give how many things wait."""
    found = re.match(r"[\d,]+", page.locator(".view-head .what").inner_text())
    return int(found[0].replace(",", "")) if found else 0


def gone_to(page: Any, number: int) -> None:
    page.wait_for_function(
        "n => (document.querySelector('.view-head .what')?.innerText ?? '').startsWith(n + ' ')", arg=str(number)
    )


def current(page: Any) -> str:
    """Give the words of the thing that is chosen."""
    return str(page.locator(".desk-list [aria-current=true]").inner_text())


def shown(page: Any) -> None:
    """Wait until what is chosen in the list is what is shown beside it."""
    page.wait_for_function(
        """() => {
            const [line, title] = ['[aria-current=true] .line', '.desk-title']
                .map((one) => document.querySelector(one));
            return title && title.textContent === line.textContent && document.querySelector('.decide button');
        }"""
    )


def test_the_queue_is_worked_by_keys_alone(page: Any, written: str) -> None:
    page.goto(written)
    page.wait_for_selector(".opening-figure")
    page.keyboard.press("g")
    page.keyboard.press("q")
    page.wait_for_selector(".desk .fact")
    before, first = waiting(page), current(page)
    page.keyboard.press("a")
    page.wait_for_selector(".toast >> text=Accepted")
    gone_to(page, before - 1)
    assert current(page) != first
    page.keyboard.press("z")
    gone_to(page, before)
    assert current(page) == first
    page.keyboard.press("j")
    second = current(page)
    assert second != first
    shown(page)
    page.keyboard.press("R")
    page.wait_for_selector("dialog[open] textarea")
    page.keyboard.type("the figures are of another day")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".toast >> text=Rejected")
    page.keyboard.press("k")
    page.wait_for_function("() => !document.querySelector('dialog[open]')")
    assert current(page) == first


def test_words_selected_in_the_text_become_a_fields_value(page: Any, written: str) -> None:
    page.goto(f"{written}/queue")
    page.wait_for_selector(".source-text")
    page.evaluate(
        """() => {
            const box = document.querySelector('.source-text');
            const text = [...document.createNodeIterator(box, NodeFilter.SHOW_TEXT).root.childNodes].pop();
            const range = document.createRange();
            range.selectNodeContents(box.querySelector('mark'));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            box.dispatchEvent(new MouseEvent('mouseup', {bubbles: true}));
        }"""
    )
    words = page.evaluate("getSelection().toString().trim()")
    page.keyboard.press("e")
    page.wait_for_selector("dialog[open] input[name=value]")
    assert page.locator("dialog input[name=value]").input_value() == words
    assert page.locator("dialog mark").inner_text() == words


def test_two_incidents_are_held_to_be_one_and_that_is_taken_back(page: Any, written: str) -> None:
    page.goto(f"{written}/same")
    page.wait_for_selector(".pair-row.differs")
    count = page.request.get(f"{written}/incidents.json?limit=1").json()["total"]
    page.keyboard.press("s")
    page.wait_for_selector(".empty >> text=No pair is in doubt")
    assert page.request.get(f"{written}/incidents.json?limit=1").json()["total"] == count - 1
    page.keyboard.press("z")
    page.wait_for_selector(".pair-row.differs")
    assert page.request.get(f"{written}/incidents.json?limit=1").json()["total"] == count
    page.keyboard.press("d")
    page.wait_for_selector(".empty >> text=No pair is in doubt")
    assert page.request.get(f"{written}/same.json").json()["total"] == 0


def test_what_differs_between_two_is_told_by_more_than_a_colour(page: Any, address: str) -> None:
    page.goto(f"{address}/same")
    page.wait_for_selector(".pair-row.differs")
    for row in page.locator(".pair-row.differs .pair-title").all_inner_texts():
        assert "≠" in row
