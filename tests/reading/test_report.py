from datetime import date

from vedette.model import Basis, Published, Report
from vedette.reading.report import report_of

PAGE = """Home > World
Army says it has retaken border town
By Jane Roe in Goma
Published On 4 Mar 2024

Soldiers stand guard in the square [File: Jane Roe/AFP]

The army said on Monday that it had retaken the
border town from rebels.\u00a0Twenty people were killed.

Advertisement

"We are in control," a general said.

Source: Reuters
Related articles
Rebels kill five
"""
GIVEN = Published(start=date(2024, 3, 5), end=date(2024, 3, 5), precision="day", basis=Basis.GIVEN)


def made(text: str = PAGE, *, title: str | None = None, published: Published | None = GIVEN) -> Report:
    return report_of(text, url="file:a.txt", raw=text.encode(), title=title, published=published)


def test_the_body_has_reporting_and_captions_only() -> None:
    assert made().text.split("\n\n") == [
        "Soldiers stand guard in the square",
        "The army said on Monday that it had retaken the border town from rebels. Twenty people were killed.",
        '"We are in control," a general said.',
    ]


def test_the_headline_is_the_title() -> None:
    assert made().title == "Army says it has retaken border town"


def test_captions_quote_the_body() -> None:
    report = made()
    assert [span.text for span in report.captions] == ["Soldiers stand guard in the square"]
    assert all(span.stands_in(report.text) for span in report.captions)


def test_furniture_quotes_the_raw_text() -> None:
    pieces = made().furniture
    assert all(PAGE[piece.start : piece.end] == piece.text for piece in pieces)
    assert [piece.text.strip() for piece in pieces] == [
        "Home > World",
        "By Jane Roe in Goma",
        "Published On 4 Mar 2024",
        "[File: Jane Roe/AFP]",
        "Advertisement",
        "Source: Reuters",
        "Related articles",
        "Rebels kill five",
    ]


def test_the_date_line_gives_the_day_where_nothing_better_does() -> None:
    published = made(published=None).published
    assert (published.start, published.end, published.basis) == (date(2024, 3, 4), date(2024, 3, 4), Basis.DATELINE)


def test_a_known_day_goes_before_the_date_line() -> None:
    assert made().published == GIVEN


def test_the_agency_of_the_credit_is_kept() -> None:
    assert made().agency == "Reuters"


def test_a_repeated_title_is_cut() -> None:
    report = made("Army retakes town\n\nThe army said on Monday that it had won.", title="Army retakes town")
    assert report.text == "The army said on Monday that it had won."
    assert report.furniture[0].reason == "title repeated"


def test_a_text_of_a_title_alone_is_that_title() -> None:
    report = made("", title="Army retakes town")
    assert (report.title, report.text) == ("Army retakes town", "Army retakes town")


def test_a_header_gives_title_outlet_and_day() -> None:
    header = "Title: Army retakes town\nOutlet: Delta Courier\nDate: 2024-03-04"
    report = made(f"{header}\n\nThe army said it had won.", published=None)
    assert (report.title, report.outlet, report.day) == ("Army retakes town", "Delta Courier", date(2024, 3, 4))
    assert report.text == "The army said it had won."


def test_the_same_text_of_the_same_address_has_the_same_id() -> None:
    assert made().id == made(published=None).id
    assert made().id != made(PAGE.replace("Twenty", "Thirty")).id
    assert len(made().sha256) == 64


def test_an_undated_text_has_no_date_of_today() -> None:
    assert made("The army said that it had won.", published=None).published.basis is Basis.UNKNOWN
