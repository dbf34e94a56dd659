from datetime import date

import pytest

from vedette.model import Basis, SourceError
from vedette.reading.html import page_of
from vedette.reading.origin import Origin

BODY = """<p>By Jane Roe</p>
<p>The army said on Monday that it had retaken the border town after two days of fighting with the rebels.</p>
<p>Twenty people were killed, a doctor at the only hospital of the town told reporters by telephone in the evening.</p>
<p>A spokesman for the rebels said that they had left the town on their own account and would be back before long.</p>
<p>Sign up for our newsletter</p>"""
META = '<meta property="article:published_time" content="2024-03-04T22:10:00-05:00">'


def page(*, head: str = META, body: str = BODY) -> bytes:
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Army retakes town | Courier</title>
<meta property="og:site_name" content="Delta Courier">{head}</head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Army retakes border town</h1>{body}</article>
<footer>© 2024 Delta Courier</footer></body></html>""".encode()


def origin(url: str = "https://courier.example/army", published: date | None = None) -> Origin:
    return Origin(source=url, url=url, published=published)


def test_takes_the_main_text_of_a_page() -> None:
    report = page_of(page(), origin())
    assert report.text.startswith("The army said on Monday")
    assert report.text.endswith("before long.")
    assert (report.title, report.outlet, report.language) == ("Army retakes border town", "Delta Courier", "en")


def test_furniture_is_cut_from_a_page_too() -> None:
    cut = {piece.text for piece in page_of(page(), origin()).furniture}
    assert {"By Jane Roe", "Sign up for our newsletter"} <= cut


LINKED = '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-03-05"}]}</script>'


@pytest.mark.parametrize(
    ("head", "url", "day", "basis"),
    [
        (META, "https://c.example/a", date(2024, 3, 4), Basis.METADATA),
        (LINKED, "https://c.example/a", date(2024, 3, 5), Basis.METADATA),
        ("", "https://c.example/2024/03/06/a", date(2024, 3, 6), Basis.ADDRESS),
        ("", "https://c.example/a", None, Basis.UNKNOWN),
    ],
)
def test_the_date_comes_from_metadata_or_address(head: str, url: str, day: date | None, basis: Basis) -> None:
    published = page_of(page(head=head), origin(url)).published
    assert (published.day, published.basis) == (day, basis)


def test_the_users_date_goes_before_the_pages() -> None:
    assert page_of(page(), origin(published=date(2024, 1, 1))).day == date(2024, 1, 1)


@pytest.mark.parametrize(
    "raw",
    [
        b"<!doctype html><html><head><title>x</title></head></html>",
        b"<html><body><div id='app'></div><script>load()</script></body></html>",
    ],
)
def test_a_page_without_a_text_is_refused(raw: bytes) -> None:
    with pytest.raises(SourceError, match="HTML without a"):
        page_of(raw, origin())


def test_the_declared_charset_is_used() -> None:
    body = BODY.replace("border town", "town of Béni")
    raw = page(body=body).replace(b'charset="utf-8"', b'charset="iso-8859-1"').decode().encode("latin-1", "replace")
    assert "Béni" in page_of(raw, origin()).text
