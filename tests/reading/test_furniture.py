import pytest

from vedette.reading.furniture import furniture, reasons_of
from vedette.reading.layout import paragraphs

NEWS = "The army said on Monday that it had retaken the border town after two days of fighting with the rebels."
# Ordinary paragraphs of reporting, some of which begin or end as furniture does.
REPORTING = [
    "By nightfall, the shelling had stopped and the first families were coming back to the eastern districts.",
    "By Tuesday",
    "Share of the blame for the breakdown lies with both governments, a mediator said.",
    "Follow-up talks are planned for next week in the Omani capital, a diplomat said on condition of anonymity.",
    "Sources in the ministry said the minister had not been told of the raid.",
    "Source after source in the camp told the same story: the men came at dawn and burned the tents.",
    "Read together, the two statements leave little room for a truce.",
    "More from the south is expected by morning, when the fog lifts and the drones can fly again.",
    "Reporting by the ministry's own inspectors shows that the bridge was mined before the strike.",
    "Photographs of the crater, seen by reporters, show the tail of a guided bomb.",
    "The agency, founded in 1949, said six of its workers were killed in the strike on the school.",
    "The news agency was founded in 1990 and has bureaus in six cities; soldiers raided two of them on Friday.",
    "Related: that is how the envoy described the two attacks, though he named no group.",
    "Comments by the foreign minister drew an angry answer from the junta.",
    "Published reports put the toll at 14, but the hospital counted nine.",
    "Updated figures from the health ministry put the toll at 61.",
    "Subscribe or leave was the choice that the militia gave to shopkeepers, one of them said.",
    "Copyright holders were the last thing on his mind, the editor said of the night when the newsroom was shelled.",
    "Tags on the missile's debris point to a factory in the north of the country.",
    "Live fire was used against the crowd, a rights group said.",
    "Next came the navy.",
    "Video of the strike shows two men running from the car.",
    "“We will answer,” he said.",
    "No comment.",
    "Nobody claimed the attack (the group usually does so within a day).",
    "Seven people were killed (five of them soldiers).",
    "He spoke to Reuters by phone from the besieged town.",
    "The Associated Press could not verify the claim.",
    "AFP journalists saw smoke over the port.",
    "“Five minutes later, everything was gone.”",
    "About the prisoners he said nothing.",
    "Two hours ago the bridge was still standing, he said.",
    "Related attacks were reported in three other villages, and a curfew was imposed on the whole district.",
    "John Doe, a correspondent for the state broadcaster, was wounded when the convoy came under fire.",
    "Jane Roe is the editor of the weekly that soldiers raided on Sunday.",
    "Why it matters",
    "What happened on the bridge",
    'The ministry said it would "follow the matter on all channels".',
    "Cookies, rice and blankets were dropped by parachute over the besieged town, the aid agency said.",
    "Menu prices doubled within a week as the blockade cut the only road.",
]
KEPT_BY_CHOICE = ("By Tuesday", "No comment.")


@pytest.mark.parametrize("text", [text for text in REPORTING if text not in KEPT_BY_CHOICE])
@pytest.mark.parametrize("place", [1, 2, 3])
def test_reporting_is_never_cut(text: str, place: int) -> None:
    texts = ["Army retakes border town", NEWS, NEWS]
    texts.insert(place, text)
    assert reasons_of(texts)[place] is None


def test_offsets_count_in_the_raw_text() -> None:
    raw = f"4 mins read\r\n\r\n{NEWS}\r\n\r\nAdvertisement\r\n\r\n{NEWS}\r\n\r\nShare this article"
    found = furniture(raw, paragraphs(raw))
    assert [piece.text for piece in found] == ["4 mins read", "Advertisement", "Share this article"]
    assert all(raw[piece.start : piece.end] == piece.text for piece in found)


def test_a_list_of_other_articles_is_cut_up_to_the_next_prose() -> None:
    texts = [NEWS, "Most read", "Rebels kill five in raid", "Why talks failed", NEWS, "He gave no details."]
    assert [bool(reason) for reason in reasons_of(texts)] == [False, True, True, True, False, False]


def test_readers_comments_go_with_the_form() -> None:
    texts = [
        NEWS,
        NEWS,
        NEWS,
        "2 Comments",
        "Ali says:",
        "March 4, 2024 at 9:10",
        "They all lie to us, every single day of this war.",
        "Reply",
        "Omar says:",
        "So true.",
        "Reply",
        "Leave a Reply",
    ]
    assert [bool(reason) for reason in reasons_of(texts)] == [False] * 3 + [True] * 9


def test_date_headings_of_a_timeline_are_kept() -> None:
    texts = ["Timeline of the siege", "March 4, 2024", NEWS, "March 9, 2024", NEWS]
    assert not any(reasons_of(texts))


def test_a_single_date_above_the_reporting_is_cut() -> None:
    assert reasons_of(["Army retakes town", "March 4, 2024", NEWS, NEWS])[1] == "date line of the page"


def test_a_caption_is_not_furniture() -> None:
    assert not any(reasons_of([NEWS, "FILE - Rebels ride on a pickup truck in the northern town, Feb. 2, 2013.", NEWS]))


def test_long_texts_are_cut_in_time() -> None:
    raw = "\n\n".join([NEWS, "Share this article"] * 500)
    assert len(furniture(raw, paragraphs(raw))) == 500


HEADLINE = "Army retakes border town after two days of fighting"


@pytest.mark.parametrize("label", ["World / Africa", "News | Middle East", "Home › World › Asia", "Analysis"])
def test_a_section_label_above_the_headline_is_cut(label: str) -> None:
    assert reasons_of([label, HEADLINE, NEWS, NEWS])[:2] == ["section label", None]


@pytest.mark.parametrize("label", ["Mali / Niger", "Security"])
def test_such_a_line_within_the_reporting_is_kept(label: str) -> None:
    assert reasons_of([HEADLINE, NEWS, label, NEWS])[2] is None


def test_a_line_of_parts_goes_where_each_part_would() -> None:
    assert reasons_of([HEADLINE, "4 min read | Listen to this article", NEWS])[1]
    assert reasons_of([HEADLINE, "4 min read | The army lies", NEWS])[1] is None


@pytest.mark.parametrize(
    "line", ["Weekly border bulletin | Tuesday, 5 March 2024", "5 March 2024 | 4 min read", "4 min read | 5 March 2024"]
)
def test_a_line_that_names_a_column_and_a_day_dates_the_page(line: str) -> None:
    assert reasons_of([HEADLINE, line, NEWS, NEWS])[1] == "date line of the page"


def test_a_line_of_news_and_a_day_is_kept() -> None:
    assert reasons_of([HEADLINE, "Two soldiers killed | 5 March 2024", NEWS, NEWS])[1] is None


def test_tags_below_the_reporting_are_cut_with_their_heading() -> None:
    assert all(reasons_of([HEADLINE, NEWS, NEWS, "Topics", "Mali", "West Africa", "Reuse this content"])[3:])


def test_a_credit_in_brackets_is_cut_whoever_the_outlet_is() -> None:
    raw = f"{NEWS}\n\nWomen queue for water at the camp on March 3, 2024. (Jane Roe/Delta Courier)\n\n{NEWS}"
    assert [piece.text.strip() for piece in furniture(raw, paragraphs(raw))] == ["(Jane Roe/Delta Courier)"]
