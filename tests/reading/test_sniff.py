import pytest

from vedette.reading.sniff import Kind, binary, kind_of


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"<!DOCTYPE html><html><body>", "page.txt", Kind.HTML),
        (b"<div><p>The army said.</p></div>", "page", Kind.HTML),
        (b"The army said.", "page.html", Kind.TEXT),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', "feed.txt", Kind.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "-", Kind.FEED),
        (b'{"url": "x", "text": "y"}', "-", Kind.JSONL),
        (b"[1, 2]", "a.jsonl", Kind.JSONL),
        (b"[File: AP] The army said.", "a.txt", Kind.TEXT),
        (b"WARC/1.0\r\n", "x", Kind.WARC),
        (b"\x1f\x8b\x08", "x.warc.gz", Kind.WARC),
        (b"\x1f\x8b\x08", "x.jsonl.gz", Kind.GZIP),
    ],
)
def test_tells_the_form_by_content(head: bytes, name: str, kind: Kind) -> None:
    assert kind_of(head, name) is kind


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04abc", "zip"),
        (b"\x89PNG\r\n", "image"),
        (b"abc\x00def", "binary"),
        (bytes(range(1, 32)), "binary"),
    ],
)
def test_names_a_binary_file(head: bytes, word: str) -> None:
    assert word in (binary(head) or "")


@pytest.mark.parametrize(
    "head",
    ["The army.".encode("utf-16"), ("The army said. " * 9).encode("utf-16-be"), "Čeští vojáci".encode(), b"plain"],
)
def test_text_is_not_binary(head: bytes) -> None:
    assert binary(head) is None
