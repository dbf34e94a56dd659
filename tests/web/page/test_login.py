"""A team logs in on the page; what a role may not do is not offered."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vedette.web import Settings
from vedette.web.accounts import Accounts
from vedette.web.roles import Role

PASSWORD = "four plain words here"


@pytest.fixture
def team_address(browser: Any, filled: Path, start: Callable[[Settings], str], tmp_path: Path) -> str:
    """The address of the case served to a team of one reader."""
    accounts = Accounts(tmp_path / "accounts")
    accounts.add("Rita", PASSWORD, Role.READER)
    return start(Settings(case=str(filled), person="Tess", accounts=accounts.path, beside=tmp_path / "jobs"))


def test_a_reader_logs_in_is_led_on_and_may_not_decide(page: Any, team_address: str, seen: Any) -> None:
    page.goto(f"{team_address}/incidents?type=THREATEN")
    page.wait_for_selector("form.login")
    page.locator("input[name=name]").fill("Rita")
    page.locator("input[name=password]").fill("not the words")
    page.locator("form.login .button").click()
    page.wait_for_selector(".error-line")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("form.login .button").click()
    page.wait_for_selector(".table-row")
    assert page.url.endswith("/incidents?type=THREATEN")
    page.locator(".row-link").first.click()
    page.wait_for_selector(".decide >> text=needs the role coder")
    assert page.locator(".decide .button.main").is_disabled()
    page.locator(".who button").click()
    page.wait_for_selector("form.login")
    seen.errors.clear()  # the browser notes each answer that was refused
