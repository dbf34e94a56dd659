import pytest

from vedette.reading.furniture import reasons_of

NEWS = "The army said on Monday that it had retaken the border town after two days of fighting with the rebels."
ABOUT = [
    ("Highland Press", "Founded in 1962, Highland Press is the oldest news agency here, with 240 journalists."),
    ("About The Delta Courier", "The Delta Courier is an independent newspaper that covers news of the delta."),
    ("About Us", "Lake News is a non-profit newsroom headquartered in Entebbe. It publishes daily news."),
    ("Radio Steppe", "Radio Steppe is a broadcaster established in 2003. Its bureaus deliver news to audiences."),
    ("About the author", "Jane Roe is a reporter for Example News who covers the Sahel."),
]


@pytest.mark.parametrize(("heading", "note"), ABOUT)
def test_a_note_at_the_end_is_cut_with_its_heading(heading: str, note: str) -> None:
    assert [bool(reason) for reason in reasons_of([NEWS, NEWS, heading, note])] == [False, False, True, True]


@pytest.mark.parametrize(("heading", "note"), ABOUT[:4])
def test_a_note_is_found_above_a_comment_form(heading: str, note: str) -> None:
    assert reasons_of([NEWS, heading, note, "Leave a Reply", "Your email address will not be published."])[2]


def test_a_note_without_a_heading_needs_more_cues() -> None:
    note = "Delta Wire is an independent news agency founded in 1999, with correspondents in nine countries."
    assert reasons_of([NEWS, NEWS, note])[2] == "about the agency or outlet"


@pytest.mark.parametrize(
    "note",
    [
        "The Delta Review has reported on the delta since 1981. Contact the author: desk@delta.example",
        "Lake Dispatch is an online newspaper published in Entebbe. It covers mining and farming in three countries.",
        "The Steppe Monitor is a nonprofit newsroom. It is funded by its readers.",
        "Delta Wire, founded in 1998, is an independent news agency with reporters in six towns.",
    ],
)
def test_an_outlet_that_says_what_it_is_needs_no_heading(note: str) -> None:
    assert reasons_of([NEWS, NEWS, note])[2] == "about the agency or outlet"


@pytest.mark.parametrize(
    "text",
    [
        "The Delta Courier is a newspaper whose editor was arrested on Friday after it wrote of the killings.",
        "The militia is one of the largest in the province, with over 10,000 fighters and offices in four towns.",
        "Radio Steppe is a broadcaster that covers mining and farming, and its editor said it would go on.",
        "The hospital, founded in 1931, is one of the largest in the region, with over 1,000 employees.",
        "The United Nations agency is one of the main sources of food for the camp, which was set up in 2015.",
    ],
)
def test_background_at_the_end_is_kept(text: str) -> None:
    assert reasons_of([NEWS, NEWS, text])[2] is None


def test_a_crosshead_above_background_on_a_group_is_kept() -> None:
    background = "Founded in 1982, the Badr Brigade is one of the largest armed groups, based in Baghdad."
    texts = [NEWS, "Badr Brigade", background, NEWS]
    assert not any(reasons_of(texts))
    assert not any(reasons_of(texts[:3]))
