"""Adding from the page: pasted, dropped, refused; what was found is told and can be opened."""

from pathlib import Path
from typing import Any

TEXT = "On 2024-04-02 Western forces shelled a dam in Belen, killing 7."


def test_a_pasted_text_is_read_and_what_it_told_is_opened(page: Any, written: str) -> None:
    page.goto(f"{written}/add")
    page.locator("textarea[name=text]").fill(TEXT)
    page.locator("input[name=outlet]").fill("Dam Gazette")
    page.locator("input[name=published]").fill("2024-04-03")
    page.locator("form .button.main").click()
    page.locator(".add-jobs a", has_text="1 new incident").click()
    page.wait_for_selector(".table-row >> text=a dam")
    page.goto(f"{written}/sources")
    page.wait_for_selector("table.plain >> text=Dam Gazette")


def test_a_file_is_read_and_one_that_is_none_is_told(page: Any, written: str, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(TEXT, "utf-8")
    bad.write_bytes(b"\x00\x01\x02")
    page.goto(f"{written}/add")
    page.locator("input[type=file]").set_input_files([str(good), str(bad)])
    page.locator("form .button.main").click()
    page.wait_for_selector(".add-jobs >> text=1 new report")
    page.wait_for_selector(".add-jobs .error-line")


def test_nothing_and_an_address_within_are_refused_in_words(page: Any, written: str) -> None:
    page.goto(f"{written}/add")
    page.locator("form .button.main").click()
    page.wait_for_selector(".error-line >> text=nothing to add")
    page.locator("input[name=url]").fill("http://127.0.0.1:1/feed")
    page.locator("form .button.main").click()
    page.wait_for_selector(".add-jobs .error-line")
