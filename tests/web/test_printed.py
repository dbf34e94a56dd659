"""Printed pages hold what the case says, cite it, and run nothing."""

import re
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from vedette.web.printing import map as maps
from vedette.web.printing.chart import OTHERS, directions
from vedette.web.printing.shapes import outlines
from vedette.web.printing.words import days, figure


class Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        self.attributes += attrs


def hostile(client: TestClient) -> str:
    (found,) = client.get("/incidents.json?actor=western").json()["items"]
    return str(found["incident_id"])


@pytest.mark.parametrize("address", ["/situation?from=2024-02-20&to=2024-03-31", "/incidents/{}/print"])
def test_hostile_words_are_printed_and_nothing_of_them_runs(reading: TestClient, address: str) -> None:
    page = reading.get(address.format(hostile(reading)))
    tags = Tags(page.text)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "&lt;script&gt;" in page.text
    assert not {"script", "img", "iframe", "style"} & set(tags.tags)
    assert [name for name, _ in tags.attributes if name.startswith("on") or name == "style"] == []
    links = [value or "" for name, value in tags.attributes if name in ("href", "src")]
    assert [one for one in links if not re.match(r"(https?://|/|#note-)", one)] == []


def test_the_situation_sums_draws_and_cites(reading: TestClient) -> None:
    text = reading.get("/situation?from=2024-03-01&to=2024-03-10").text
    tags = Tags(text)
    assert tags.tags.count("svg") == 2
    cited = set(re.findall(r'href="#note-(\d+)"', text))
    noted = set(re.findall(r'id="note-(\d+)"', text))
    assert cited
    assert cited == noted


def test_a_window_is_picked_on_the_page_itself(reading: TestClient) -> None:
    tags = Tags(reading.get("/situation?from=2024-03-01&to=2024-03-10").text)
    assert {("name", "from"), ("value", "2024-03-01"), ("name", "to"), ("value", "2024-03-10")} <= set(tags.attributes)


@pytest.mark.parametrize(
    "address", ["/situation?from=2024-03-09&to=2024-03-01", "/situation?to=<b>", "/incidents/x/print"]
)
def test_what_cannot_be_printed_is_told_to_a_person_in_words(reading: TestClient, address: str) -> None:
    told = reading.get(address, headers={"accept": "text/html"})
    assert 400 <= told.status_code < 500
    assert "This cannot be printed" in told.text
    assert "<b>" not in told.text
    assert reading.get(address).json()["error"]["what"]


def test_a_situation_without_incidents_says_so(reading: TestClient) -> None:
    text = reading.get("/situation?from=1999-01-01&to=1999-01-31").text
    assert "Silence is not peace" in text
    assert "<svg" not in text


def test_days_that_cannot_be_are_refused(reading: TestClient) -> None:
    assert reading.get("/situation?from=2024-03-02&to=2024-03-01").status_code == 400


def test_an_incident_on_paper_shows_who_says_what(reading: TestClient) -> None:
    one = reading.get("/incidents.json?sort=-origins&limit=1").json()["items"][0]
    text = reading.get(f"/incidents/{one['incident_id']}/print").text
    tags = Tags(text)
    rows = text.partition("<tbody>")[2].partition("</tbody>")[0].count("<tr>")
    assert rows == len(one["claims"])
    assert tags.tags.count("mark") >= len(one["claims"])


def test_the_style_of_printed_pages_is_served(reading: TestClient) -> None:
    assert reading.get("/print.css").headers["content-type"].startswith("text/css")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (None, ""),
        ({"low": 8, "best": 8, "high": 8}, "8"),
        ({"low": 12, "best": 12, "high": None}, "12+"),
        ({"low": 3, "best": 5, "high": 8}, "5 (3–8)"),
    ],
)
def test_a_toll_is_written_with_its_range(form: dict[str, int | None] | None, said: str) -> None:
    assert figure(form) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2024-03-01", "2024-03-01", "1 Mar 2024"),
        ("2024-03-01", "2024-03-03", "1 Mar 2024 – 3 Mar 2024"),
        (None, "2024-03-03", "by 3 Mar 2024"),
        ("2024-03-01", None, "from 1 Mar 2024 on"),
        (None, None, "unknown"),
    ],
)
def test_days_are_written_with_what_they_leave_open(first: str | None, last: str | None, said: str) -> None:
    assert days({"from": first, "to": last}) == said


def spot(name: str, lat: float, lon: float, count: int = 1) -> maps.Spot:
    return maps.Spot(name=name, lat=lat, lon=lon, precision=1, count=count, killed=0)


def test_a_far_place_does_not_make_the_map_small() -> None:
    near = [spot(f"Town {number}", 34 + number / 10, 36 + number / 10, 3) for number in range(5)]
    drawn, beyond = maps.near([*near, spot("Far away", -30, -60)])
    assert [one.name for one in beyond] == ["Far away"]
    assert drawn == near


def test_a_map_draws_the_countries_it_shows_and_no_others() -> None:
    drawn = str(maps.svg([spot("Kaya", 13.1, -1.1)]))
    assert "<title>Burkina Faso</title>" in drawn
    assert "<title>Mongolia</title>" not in drawn


def test_outlines_do_not_jump_round_the_globe() -> None:
    leaps = [abs(b[0] - a[0]) for one in outlines() for a, b in zip(one.ring, one.ring[1:], strict=False)]
    assert max(leaps) < 180


def test_a_map_reaches_over_the_date_line() -> None:
    assert "<title>Russia</title>" in str(maps.svg([spot("West", 66, 178), spot("East", 66, -178)]))


def test_seldom_directions_are_drawn_together() -> None:
    strip = [{"date": "2024-01-01", "direction": f"A → {number}", "n": 9 - number, "killed": 0} for number in range(7)]
    assert directions(strip) == [*(f"A → {number}" for number in range(5)), OTHERS]
