"""A team's accounts: who may do what, and what does not let anybody in."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from vedette.model import UsageError
from vedette.store import open_case
from vedette.web.accounts import Accounts
from vedette.web.limiter import Limiter
from vedette.web.roles import Role

Csrf = Callable[[TestClient], dict[str, str]]
Enter = Callable[..., Any]
PASSWORD = "four plain words here"
GETS = (
    "/overview.json",
    "/incidents.json",
    "/incidents.csv",
    "/queue.json",
    "/api/jobs",
    "/sources.json",
    "/situation",
)


def session_of(client: TestClient) -> str:
    return str(client.cookies.get("vedette"))


@pytest.mark.parametrize("address", GETS)
def test_nobody_reads_without_an_account(team: TestClient, address: str) -> None:
    answer = team.get(address)
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "login")


def test_the_page_itself_and_who_is_there_are_open(team: TestClient) -> None:
    form = team.get("/api/me").json()
    assert (form["person"], form["role"], form["team"]) == (None, None, True)


def test_a_member_reads_after_login_and_not_after_logout(team: TestClient, csrf: Csrf, enter: Enter) -> None:
    assert enter(team, "Rita").json()["role"] == "reader"
    assert team.get("/overview.json").status_code == 200
    assert team.delete("/api/session", headers=csrf(team)).status_code == 200
    assert team.get("/overview.json").status_code == 401


@pytest.mark.parametrize(("name", "password"), [("Rita", "wrong words entirely"), ("Nobody", "four plain words here")])
def test_a_wrong_password_and_a_wrong_name_are_told_alike(
    team: TestClient, enter: Enter, name: str, password: str
) -> None:
    answer = enter(team, name, password)
    assert (answer.status_code, answer.json()["error"]["what"]) == (401, "no account has this name and password")
    assert team.get("/overview.json").status_code == 401


def test_a_login_gives_a_session_that_nobody_knew_before(team: TestClient, enter: Enter) -> None:
    team.get("/api/me")
    before = session_of(team)
    enter(team, "Cora")
    after = session_of(team)
    assert before != after
    team.cookies.clear()
    assert team.get("/overview.json", headers={"cookie": f"vedette={before}"}).status_code == 401
    assert team.get("/overview.json", headers={"cookie": f"vedette={after}"}).status_code == 200


@pytest.mark.parametrize("planted", ["planted", "planted.planted", "a" * 500, "';--", ""])
def test_a_session_key_of_somebody_s_own_making_is_never_taken(team: TestClient, enter: Enter, planted: str) -> None:
    cookie = {"cookie": f"vedette={planted}"}
    told = team.get("/api/me", headers=cookie)
    assert told.cookies["vedette"] != planted
    form = {"name": "Cora", "password": "four plain words here"}
    team.cookies.clear()
    answer = team.post("/api/session", json=form, headers={**cookie, "x-vedette-csrf": told.json()["csrf"]})
    assert answer.json()["error"]["code"] == "csrf"
    enter(team, "Cora")
    team.cookies.clear()
    assert team.get("/overview.json", headers=cookie).status_code == 401


def test_a_second_login_ends_the_session_before(team: TestClient, enter: Enter) -> None:
    enter(team, "Cora")
    first = session_of(team)
    enter(team, "Rita")
    team.cookies.clear()
    assert team.get("/overview.json", headers={"cookie": f"vedette={first}"}).status_code == 401


def test_a_login_from_another_page_is_refused(team: TestClient) -> None:
    answer = team.post("/api/session", json={"name": "Cora", "password": "four plain words here"})
    assert answer.json()["error"]["code"] == "csrf"


@pytest.mark.parametrize(
    ("name", "codes"),
    [("Rita", (403, 403, 403)), ("Cora", (400, 403, 403)), ("Ed", (400, 400, 403)), ("Ada", (400, 400, 200))],
)
def test_each_role_may_do_its_own(
    team: TestClient, csrf: Csrf, enter: Enter, name: str, codes: tuple[int, int, int]
) -> None:
    enter(team, name)
    headers = csrf(team)
    decided = team.post("/api/decisions", json={"kind": "accept", "ids": ["x"]}, headers=headers).status_code
    added = team.post("/api/add", json={}, headers=headers).status_code
    assert (decided, added, team.get("/api/users").status_code) == codes


def test_the_ledger_names_the_member_whatever_he_says(
    team: TestClient, csrf: Csrf, enter: Enter, case_path: Path
) -> None:
    enter(team, "Cora")
    chosen = team.get("/incidents.json").json()["items"][0]["incident_id"]
    form = {"kind": "accept", "ids": [chosen], "person": "Ada", "reason": "checked"}
    assert team.post("/api/decisions", json=form, headers=csrf(team)).status_code == 200
    with open_case(case_path) as case:
        assert [one.person for one in case.decisions()] == ["Cora"]


def test_a_coder_takes_back_own_decisions_alone(team: TestClient, csrf: Csrf, enter: Enter) -> None:
    def post(**form: Any) -> Any:
        return team.post("/api/decisions", json=form, headers=csrf(team))

    enter(team, "Ed")
    chosen = team.get("/incidents.json").json()["items"][0]["incident_id"]
    eds = post(kind="accept", ids=[chosen]).json()["decision_id"]
    enter(team, "Cora")
    own = post(kind="unsure", ids=[chosen]).json()["decision_id"]
    assert post(kind="undo", ids=[eds]).status_code == 403
    assert post(kind="undo", ids=[own]).status_code == 200
    enter(team, "Ed")
    assert post(kind="undo", ids=[eds]).status_code == 200


def test_guessing_is_stopped(team: TestClient, enter: Enter) -> None:
    codes = [enter(team, "Ada", f"wrong words {number}").status_code for number in range(5)]
    last = enter(team, "Ada")
    assert codes == [401] * 5
    assert (last.status_code, last.json()["error"]["code"]) == (429, "often")
    assert int(last.headers["retry-after"]) > 0
    assert enter(team, "Cora").status_code == 200  # others are not shut out


def test_tries_are_forgotten_after_a_while() -> None:
    now = [0.0]
    limiter = Limiter(2, 60, clock=lambda: now[0])
    limiter.note("a")
    limiter.note("a")
    assert limiter.wait("a") == 60
    now[0] = 61
    assert limiter.wait("a") == 0


def test_sessions_outlive_the_server_and_end_with_the_password(
    serve: Callable[..., TestClient], team: TestClient, enter: Enter, tmp_path: Path
) -> None:
    enter(team, "Cora")
    again = serve(accounts=tmp_path / "accounts")
    cookie = {"cookie": f"vedette={session_of(team)}"}
    assert again.get("/overview.json", headers=cookie).status_code == 200
    Accounts(tmp_path / "accounts").set_password("Cora", "other plain words here")
    assert again.get("/overview.json", headers=cookie).status_code == 401


def test_the_file_of_accounts_gives_away_neither_password_nor_session(
    team: TestClient, enter: Enter, tmp_path: Path
) -> None:
    enter(team, "Cora")
    path = tmp_path / "accounts"
    held = path.read_bytes()
    assert b"four plain words" not in held
    assert session_of(team).encode() not in held
    assert b"$argon2id$" in held
    assert path.stat().st_mode & 0o077 == 0


def test_sessions_end_when_they_are_old(team: TestClient, enter: Enter, tmp_path: Path) -> None:
    enter(team, "Cora")
    with sqlite3.connect(tmp_path / "accounts") as base:
        base.execute("update sessions set seen = '2001-01-01T00:00:00+00:00'")
    assert team.get("/overview.json").status_code == 401


@pytest.mark.parametrize(("name", "password"), [("", PASSWORD), ("a\nb\x07", PASSWORD), ("x", "short")])
def test_accounts_that_cannot_be_are_refused(tmp_path: Path, name: str, password: str) -> None:
    with pytest.raises(UsageError):
        Accounts(tmp_path / "a").add(name, password, Role.READER)


def test_a_name_is_taken_once(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "a")
    accounts.add("Ann", "four plain words", Role.READER)
    with pytest.raises(UsageError, match="has an account already"):
        accounts.add(" Ann ", "four plain words", Role.ADMIN)
