import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep

import pytest

from vedette.model import Report, SourceError
from vedette.reading.fetch import AGENT, fetch
from vedette.reading.read import read

SENTENCE = "The army said on Monday that it had retaken the border town after two days of fighting with the rebels. "
PAGE = (
    f"<html><body><article><h1>Army retakes border town</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 2}</p></article>"
    "</body></html>"
)
FEED = """<rss version="2.0"><channel><title>Courier</title><item><title>A</title><link>{root}/page</link>
<description>The army said it had won the town.</description></item><item><title>B</title><link>{root}/gone</link>
<description>The navy said it had lost the boat in the storm of Monday.</description></item></channel></rss>"""


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        root = f"http://{self.headers['Host']}"
        if self.path == "/slow":
            sleep(1.0)
        if self.path in ("/loop", "/out", "/moved"):
            to = {"/loop": "/loop", "/out": "file:///etc/hostname", "/moved": "/page"}
            self._answer(302, "", location=to[self.path])
        elif self.path in ("/gone", "/refused"):
            self._answer({"/gone": 404, "/refused": 403}[self.path], "no")
        else:
            pages = {"/feed": FEED.format(root=root), "/agent": self.headers["User-Agent"]}
            self._answer(200, pages.get(self.path, PAGE))

    def _answer(self, status: int, body: str, location: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_gets_a_page_with_its_charset(site: str) -> None:
    page = fetch(f"{site}/page")
    assert (page.raw.decode(), page.type, page.charset) == (PAGE, "text/html", "utf-8")


def test_says_who_it_is(site: str) -> None:
    assert fetch(f"{site}/agent").raw.decode() == AGENT


def test_follows_a_redirect(site: str) -> None:
    assert fetch(f"{site}/moved").url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/gone", "answers 404"),
        ("/refused", "refuses us"),
        ("/loop", "answers 302|cannot be fetched"),
        ("/out", "no http address|answers 302"),
    ],
)
def test_a_dead_address_is_named_with_its_reason(site: str, path: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        fetch(f"{site}{path}")


def test_a_slow_address_is_given_up(site: str) -> None:
    with pytest.raises(SourceError, match="in time"):
        fetch(f"{site}/slow", timeout=0.2)


def test_a_large_answer_is_given_up(site: str) -> None:
    with pytest.raises(SourceError, match="larger than"):
        fetch(f"{site}/page", largest=100)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1:9/", "cannot be fetched|in time"),
        ("http://[bad/", "cannot be fetched"),
        ("http://", "cannot be fetched"),
    ],
)
def test_an_address_without_a_host_is_named(url: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        fetch(url)


def test_an_address_is_read(site: str) -> None:
    (report,) = read(f"{site}/page")
    assert isinstance(report, Report)
    assert (report.title, report.url) == ("Army retakes border town", f"{site}/page")


def test_short_entries_of_a_fetched_feed_are_fetched_or_keep_their_summary(site: str) -> None:
    page, summary = read(f"{site}/feed")
    assert isinstance(page, Report)
    assert isinstance(summary, Report)
    assert page.text.startswith(SENTENCE.strip())
    assert summary.text == "The navy said it had lost the boat in the storm of Monday."
