import gzip
from io import BytesIO

import pytest

from vedette.model import Report, SourceError
from vedette.reading.origin import Origin
from vedette.reading.warc import read_warc

SENTENCE = "The army said on Monday that it had retaken the border town after two days of fighting with the rebels. "
ORIGIN = Origin(source="a.warc", url="file:a.warc")


def record(url: str, body: str, kind: str = "text/html", status: str = "200 OK") -> bytes:
    answer = (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n"
        f"Content-Length: {len(body.encode())}\r\n\r\n{body}"
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-04T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer.encode())}\r\n\r\n"
    )
    return f"{head}{answer}\r\n\r\n".encode()


PAGE = (
    f"<html><body><article><h1>Army retakes border town</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 2}</p></article>"
    "</body></html>"
)
ARCHIVE = [
    record("https://c.example/1", PAGE),
    record("https://c.example/logo", "x", kind="image/png"),
    record("https://c.example/gone", PAGE, status="404 Not Found"),
    record("https://c.example/empty", "<html></html>"),
    record("https://c.example/2", PAGE),
]


@pytest.mark.parametrize("raw", [b"".join(ARCHIVE), b"".join(map(gzip.compress, ARCHIVE))], ids=["plain", "gzip"])
def test_reads_each_page_and_names_the_bad_one(raw: bytes) -> None:
    found = list(read_warc(BytesIO(raw), ORIGIN))
    assert [item.url for item in found if isinstance(item, Report)] == ["https://c.example/1", "https://c.example/2"]
    assert [item.source for item in found if not isinstance(item, Report)] == ["a.warc: https://c.example/empty"]


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(SourceError, match="without a page"):
        list(read_warc(BytesIO(ARCHIVE[1]), ORIGIN))
