"""What is sent from elsewhere, is too large, too slow, or asks for files that are not the page's, is refused."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.testclient import TestClient

from vedette.web.guard import Limited, name_of
from vedette.web.problem import Problem

Csrf = Callable[[TestClient], dict[str, str]]
BODY = {"kind": "accept", "ids": ["inc-none"]}


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "localhost.evil.example", "127.0.0.1.evil"])
def test_a_name_that_another_points_here_is_refused(reading: TestClient, host: str) -> None:
    answer = reading.get("/overview.json", headers={"host": host})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "foreign")


@pytest.mark.parametrize("host", ["localhost", "localhost:80", "127.0.0.1:99", "[::1]:8765", "LOCALHOST", "localhost."])
def test_the_names_of_this_machine_are_let_in(reading: TestClient, host: str) -> None:
    assert reading.get("/api/me", headers={"host": host}).status_code == 200


def test_the_port_is_cut_off_a_host() -> None:
    assert [name_of(one) for one in ("a:1", "[::1]:2", "[::1]", "A", "a.")] == ["a", "::1", "::1", "a", "a"]


def test_a_change_without_the_page_s_token_is_refused(client: TestClient, csrf: Csrf) -> None:
    right = csrf(client)["x-vedette-csrf"]
    for headers in ({}, {"x-vedette-csrf": ""}, {"x-vedette-csrf": "0" * 40}, {"x-vedette-csrf": right[:-1]}):
        answer = client.post("/api/decisions", json=BODY, headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "csrf")


def test_the_token_of_another_session_is_refused(client: TestClient, csrf: Csrf) -> None:
    others = csrf(client)
    client.cookies.clear()
    client.get("/api/me")
    assert client.post("/api/decisions", json=BODY, headers=others).json()["error"]["code"] == "csrf"


def test_a_token_without_its_cookie_is_refused(client: TestClient, csrf: Csrf) -> None:
    headers = csrf(client)
    client.cookies.clear()
    assert client.post("/api/decisions", json=BODY, headers=headers).json()["error"]["code"] == "csrf"


@pytest.mark.parametrize(
    "extra",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:3000"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_change_from_another_page_is_refused_even_with_the_token(
    client: TestClient, csrf: Csrf, extra: dict[str, str]
) -> None:
    answer = client.post("/api/decisions", json=BODY, headers={**csrf(client), **extra})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "foreign")


def test_a_change_from_our_own_page_is_let_through(client: TestClient, csrf: Csrf) -> None:
    extra = {"origin": "http://localhost", "sec-fetch-site": "same-origin"}
    answer = client.post("/api/decisions", json=BODY, headers={**csrf(client), **extra})
    assert answer.json()["error"]["code"] == "usage"  # the incident is none: the request itself got through


@pytest.mark.parametrize("address", ["/overview.json", "/api/me", "/nothing", "/", "/incidents.json?sort=x"])
def test_every_answer_tells_the_browser_what_it_must_not_do(reading: TestClient, address: str) -> None:
    headers = reading.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_a_session_s_cookie_is_not_for_scripts_nor_for_other_sites(client: TestClient) -> None:
    session, _ = client.get("/api/me").headers.get_list("set-cookie")
    assert "HttpOnly" in session
    assert "SameSite=strict" in session


def test_a_body_that_says_it_is_too_large_is_refused_unread(client: TestClient, csrf: Csrf) -> None:
    headers = {**csrf(client), "content-type": "application/json"}
    answer = client.post("/api/decisions", content=b"x" * 1_000_001, headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "large")


def test_a_body_that_grows_too_large_is_cut_off(serve: Callable[..., TestClient], csrf: Csrf, tmp_path: Path) -> None:
    client = serve(largest_upload=200_000)

    def pieces() -> Any:
        yield from [b"x" * 50_000] * 20

    headers = {**csrf(client), "content-type": "multipart/form-data; boundary=b"}
    assert client.post("/api/add", content=pieces(), headers=headers).status_code == 413
    assert not list((tmp_path / "jobs").glob("*"))


def test_a_body_that_comes_too_slowly_is_cut_off() -> None:
    async def never() -> Any:
        await asyncio.sleep(5)

    limited = Limited(never, largest=100, slowest=0.02)
    with start_blocking_portal() as portal, pytest.raises(Problem) as told:
        portal.call(limited)
    assert (told.value.status_code, told.value.code) == (408, "slow")


def test_a_trickle_is_timed_as_a_whole() -> None:
    async def trickle() -> Any:
        await asyncio.sleep(0.02)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def read() -> None:
        limited = Limited(trickle, largest=100, slowest=0.1)
        for _ in range(100):
            await limited()

    with start_blocking_portal() as portal, pytest.raises(Problem) as told:
        portal.call(read)
    assert told.value.code == "slow"


@pytest.fixture
def built(serve: Callable[..., TestClient], tmp_path: Path) -> TestClient:
    """The case served with a page that is built, and a secret beside it."""
    static = tmp_path / "static"
    (static / "assets").mkdir(parents=True)
    (static / "index.html").write_text("<!doctype html><title>Vedette</title>")
    (static / "assets" / "main-1a2b.js").write_text("console.log(1)" * 100)
    (tmp_path / "secret.txt").write_text("secret")
    (static / "out.txt").symlink_to(tmp_path / "secret.txt")
    return serve(static=static)


def test_what_stands_at_an_address_can_be_asked_without_its_body(reading: TestClient) -> None:
    answer = reading.head("/incidents.json")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"] == reading.get("/incidents.json").headers["etag"]


@pytest.mark.parametrize(
    "address", ["/", "/incidents", "/incidents/inc-1", "/queue", "/actors/grp:a", "/reports/r-1", "/add", "/login"]
)
def test_each_view_s_address_gives_the_page(built: TestClient, address: str) -> None:
    answer = built.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "<title>Vedette" in answer.text


def test_built_files_are_kept_for_ever_and_the_page_is_asked_for_again(built: TestClient) -> None:
    script, page = built.get("/assets/main-1a2b.js"), built.get("/")
    assert "immutable" in script.headers["cache-control"]
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert page.headers["cache-control"] == "no-cache"
    assert built.get("/", headers={"if-none-match": page.headers["etag"]}).status_code == 304


@pytest.mark.parametrize(
    "address",
    [
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/..%2fsecret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/..%5csecret.txt",
        "/%2fetc/passwd",
        "//etc/passwd",
        "/out.txt",
        "/index.html%00.js",
        "/reports/..%2f..%2fsecret.txt.json",
        "/incidents/..%2fsecret.txt.json",
    ],
)
def test_no_address_leads_out_of_the_page_s_folder(built: TestClient, address: str) -> None:
    answer = built.get(address)
    assert answer.status_code == 404
    assert "secret" not in answer.text.replace("secret.txt", "")


def test_a_page_that_is_not_built_says_how_to_build_it(client: TestClient) -> None:
    answer = client.get("/queue")
    assert (answer.status_code, answer.headers["content-type"]) == (503, "text/plain; charset=utf-8")
    assert "make ui" in answer.text
