from datetime import date

import pytest

from vedette.model import Basis, Report, SourceError
from vedette.reading.failure import Failure
from vedette.reading.feed import read_feed
from vedette.reading.origin import Origin

TEXT = "The army said on Monday that it had retaken the border town after two days of fighting with the rebels."
ITEM = f"""<item><title>Army retakes town</title><link>https://c.example/1</link>
<description>&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;Twenty people were killed.&lt;/p&gt;</description>
<pubDate>Mon, 04 Mar 2024 22:10:00 -0500</pubDate></item>"""
ORIGIN = Origin(source="f.xml", url="file:f.xml")


def read(items: str, *, end: str = "</channel></rss>") -> list[Report | Failure]:
    raw = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Delta Courier</title>{items}{end}'
    return list(read_feed(raw.encode(), ORIGIN))


def test_reads_an_entry() -> None:
    (report,) = read(ITEM)
    assert isinstance(report, Report)
    assert report.text == f"{TEXT}\n\nTwenty people were killed."
    assert (report.url, report.outlet, report.title) == ("https://c.example/1", "Delta Courier", "Army retakes town")


def test_the_day_is_that_of_the_feeds_zone() -> None:
    (report,) = read(ITEM)
    assert isinstance(report, Report)
    assert (report.day, report.published.basis) == (date(2024, 3, 4), Basis.FEED)


def test_an_entry_of_a_title_alone_is_that_title() -> None:
    (report,) = read("<item><title>Army retakes town</title></item>")
    assert isinstance(report, Report)
    assert report.text == "Army retakes town"


def test_reads_atom() -> None:
    raw = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>T</title><link href="https://c.example/2"/>
<updated>2024-03-04T10:00:00Z</updated><content type="text">{TEXT}</content></entry></feed>"""
    (report,) = read_feed(raw.encode(), ORIGIN)
    assert isinstance(report, Report)
    assert (report.text, report.day) == (TEXT, date(2024, 3, 4))


def test_a_broken_feed_gives_what_it_has_and_says_so() -> None:
    report, *failures = read(ITEM, end="<item><title>x & ")
    assert isinstance(report, Report)
    assert "broken feed" in str(failures[-1])
    assert "<unknown>" not in str(failures[-1])


def test_a_feed_that_breaks_off_in_its_first_entry_is_one_error() -> None:
    with pytest.raises(SourceError, match=r"breaks off at line \d+, column \d+"):
        list(read_feed(b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>Gunmen', ORIGIN))


def test_a_feed_without_entries_is_refused() -> None:
    with pytest.raises(SourceError, match="feed without entries"):
        read("")
