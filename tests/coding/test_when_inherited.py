"""When an act happened that its own words do not date: the story, the paragraph, the acts beside it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.coding.dated import ON_WEDNESDAY, SOMETIME, WEDNESDAY, bounds, day, document, last, mark, one
from vedette.coding.when import resolve, when_of
from vedette.model import UNPUBLISHED, When


def test_follows_the_story_of_the_paragraph() -> None:
    first, second = "On Dec. 3 rebels took the bridge.", "The army answered with artillery two days later."
    told = document(
        [(first, (mark(first, "took", time="Dec. 3"),)), (second, (mark(second, "answered", time="two days later"),))]
    )
    assert last(told).from_ == date(2023, 12, 5)


def test_inherits_the_last_date_of_the_paragraph() -> None:
    first, second = "On Dec. 3 rebels took the bridge.", "They killed four guards."
    told = document([(first, ()), (second, (mark(second, "killed"),))])
    assert last(told).from_ == date(2023, 12, 3)
    assert "paragraph" in last(told).basis


def test_does_not_inherit_from_another_paragraph() -> None:
    first, second = "On Dec. 3 rebels took the bridge.", "Gunmen killed four guards at a mine."
    told = document([(first, ())], [(second, (mark(second, "killed"),))])
    assert bounds(last(told)) == (None, WEDNESDAY)


def test_a_history_paragraph_keeps_its_own_year() -> None:
    first, second = "In June 2014, militants overran the city.", "In August they besieged the mountain."
    told = document([(first, ()), (second, (mark(second, "besieged", time="August"),))])
    assert bounds(last(told)) == (date(2014, 8, 1), date(2014, 8, 31))


def test_news_after_a_history_paragraph_has_the_report_s_year() -> None:
    first, second = "In June 2014, militants overran the city.", "On Nov. 30, a mortar round hit the market."
    told = document([(first, ())], [(second, (mark(second, "hit", time="Nov. 30"),))])
    assert last(told).from_ == date(2023, 11, 30)


def test_an_act_that_is_answered_came_before_the_answer() -> None:
    text = (
        "Jets on Nov. 21 carried out a strike against gunmen responsible for launching a rocket attack on the airfield."
    )
    outer = mark(text, "strike", time="Nov. 21", target="gunmen")
    inner = mark(text, "attack", target="the airfield")
    told = document([(text, (outer, inner))])
    assert bounds(when_of(inner, told.sentences[0], told)) == (None, date(2023, 11, 21))
    assert bounds(when_of(outer, told.sentences[0], told)) == (date(2023, 11, 21), date(2023, 11, 21))


def test_an_act_in_the_cause_came_before_its_reaction() -> None:
    text = "The army shelled the hills on Monday in retaliation for the ambush of a patrol."
    outer = mark(text, "shelled", time="Monday", cause="the ambush of a patrol")
    inner = mark(text, "ambush")
    told = document([(text, (outer, inner))])
    assert bounds(when_of(inner, told.sentences[0], told)) == (None, date(2023, 12, 11))


def test_recalls_the_incident_that_a_phrase_names() -> None:
    first = "Rockets were fired on Dec. 8 at the consulate in Basra."
    second = "On Dec. 10, a bomb went off in a market."
    third = "Shortly after the attack near the consulate, the two ministers spoke by phone."
    told = document(
        [(first, (mark(first, "fired", time="Dec. 8", target="the consulate"),))],
        [(second, (mark(second, "went off", time="Dec. 10"),))],
        [(third, (mark(third, "spoke", type_="CONSULT", time="Shortly after the attack near the consulate"),))],
    )
    assert bounds(last(told)) == (date(2023, 12, 8), date(2023, 12, 10))
    assert "2023-12-08" in last(told).basis


def test_a_caption_dates_its_picture() -> None:
    text = "Photo taken on March 13, 2022 shows houses damaged in the missile attack on Zakho."
    told = document([(text, (mark(text, "attack"),))], published=SOMETIME, caption=True)
    assert bounds(last(told)) == (date(2022, 3, 13), date(2022, 3, 13))
    assert last(told).basis.startswith("date of the picture")


def test_dates_nothing_that_is_only_planned_or_feared() -> None:
    assert not one("The militia vowed to wage a war on the garrison.", "war", status="planned").known


def test_dates_no_background_by_the_report() -> None:
    assert not one("For decades the two clans had fought over the wells.", "fought").known


def test_bounds_nothing_in_an_undated_report() -> None:
    assert not one("Gunmen killed four guards at a mine.", "killed", published=UNPUBLISHED).known


INHERITED: dict[str, tuple[list[tuple[str, str, dict[str, str]]], str]] = {
    "the date that the paragraph set": (
        [("On Dec. 3 rebels took the bridge.", "took", {}), ("They killed four guards.", "killed", {})],
        "Dec. 3",
    ),
    "the last of two": (
        [
            ("On Dec. 3 rebels took the bridge.", "took", {}),
            ("Two days later, on Dec. 5, the army shelled them.", "shelled", {"time": "Dec. 5"}),
            ("It killed a teacher.", "killed", {}),
        ],
        "Dec. 5",
    ),
    "the act told before": (
        [
            ("A car bomb attack on Dec. 2 hit the market of Tarn.", "attack", {"time": "Dec. 2", "place": "Tarn"}),
            ("Nobody has claimed the attack on the market.", "attack", {"target": "the market"}),
        ],
        "Dec. 2",
    ),
}


@pytest.mark.parametrize(("said", "phrase"), INHERITED.values(), ids=INHERITED)
def test_an_inherited_date_quotes_the_phrase_that_it_was_taken_from(
    said: list[tuple[str, str, dict[str, str]]], phrase: str
) -> None:
    told = document([(text, (mark(text, trigger, **roles),)) for text, trigger, roles in said])
    when = last(told)
    assert (when.inherited, when.stated) == (True, False)
    assert when.text is not None
    assert phrase in when.text
    assert when.text == told.report.text[when.start : when.end]


def test_the_answer_that_bounds_an_act_quotes_its_own_date() -> None:
    text = "The army shelled the hills on Monday in retaliation for the ambush of a patrol."
    outer, inner = mark(text, "shelled", time="Monday", cause="the ambush of a patrol"), mark(text, "ambush")
    told = document([(text, (outer, inner))])
    stated, taken = (when_of(one, told.sentences[0], told) for one in (outer, inner))
    assert (stated.inherited, taken.inherited) == (False, True)
    assert (taken.text, taken.start, taken.end) == (stated.text, stated.start, stated.end)


def test_what_no_phrase_dates_quotes_none() -> None:
    text = "Gunmen killed four guards at a mine."
    when = last(document([(text, (mark(text, "killed"),))]))
    assert (when.text, when.start, when.inherited) == (None, None, False)


def test_every_quote_stands_in_the_body() -> None:
    text = "Earlier on Saturday, gunmen ambushed a patrol; three days before, they had burned a school."
    marks = (mark(text, "ambushed", time="Earlier on Saturday"), mark(text, "burned", time="three days before"))
    told = document([(text, marks)])
    for found in marks:
        when = when_of(found, told.sentences[0], told)
        assert when.start is not None
        assert when.text == told.report.text[when.start : when.end]


def test_reads_the_same_twice() -> None:
    text = "On Monday, drones struck a barracks."
    told = document([(text, (mark(text, "struck"),))])
    assert last(told) == last(replace(told))


def test_counts_a_phrase_from_what_stands_before_it_and_not_from_itself() -> None:
    first = "A mine killed a farmer on Dec. 2."
    then = "Two days later, in answer to the blast, troops shelled the hill."
    told = document(
        [(first, (mark(first, "killed", time="Dec. 2"),)), (then, (mark(then, "shelled", time="Two days later"),))]
    )
    when = when_of(told.sentences[1].tagged.marks[0], told.sentences[1], told)
    assert (when.from_, when.to) == (day("2023-12-04"), day("2023-12-04"))


def test_a_glance_back_does_not_move_the_story() -> None:
    first = "On Dec. 5 the centre of Arden was shelled."
    back = "It answered the bombardment of the day before."
    then = "That evening missiles struck the harbour."
    told = document(
        [(first, (mark(first, "shelled", time="Dec. 5"),)), (back, ())],
        [(then, (mark(then, "struck", time="That evening"),))],
    )
    when = when_of(told.sentences[2].tagged.marks[0], told.sentences[2], told)
    assert when.from_ == when.to == day("2023-12-05")


def test_reads_the_first_year_that_fits_where_only_the_first_day_of_publication_is_known() -> None:
    text = "On Nov. 4 the militia burned the bridge."
    told = document(
        [(text, (mark(text, "burned", time="Nov. 4"),))], published=replace(SOMETIME, start=day("2023-12-01"), end=None)
    )
    when = when_of(told.sentences[0].tagged.marks[0], told.sentences[0], told)
    assert when.from_ == when.to == day("2023-11-04")


def test_dates_the_act_that_another_time_counts_from() -> None:
    text = "Two weeks after gunmen stormed the port, the town has a new mayor."
    told = document([(text, (mark(text, "stormed", time="Two weeks after"),))])
    when = when_of(told.sentences[0].tagged.marks[0], told.sentences[0], told)
    assert when.from_ is not None
    assert when.to is not None
    assert when.from_ <= date(2023, 11, 29) <= when.to


def told(*paragraphs: list[tuple[str, str, dict[str, str]]], status: str = "actual") -> When:
    """The date of the last act of paragraphs of (text, trigger, roles); an empty trigger is a sentence without acts."""
    laid = [
        [
            (
                text,
                (mark(text, trigger, status=status if one is paragraphs[-1][-1] else "actual", **roles),)
                if trigger
                else (),
            )
            for one in paragraph
            for text, trigger, roles in (one,)
        ]
        for paragraph in paragraphs
    ]
    return last(document(*laid))


RAID = ("On Dec. 5 gunmen raided a clinic.", "raided", {"time": "Dec. 5"})


@pytest.mark.parametrize(
    ("second", "trigger", "first", "final"),
    [
        ("The raid lasted an hour.", "raid", "2023-12-05", "2023-12-05"),
        ("Two nurses were killed, the mayor said on Saturday.", "killed", "2023-12-05", "2023-12-05"),
        ("Soon afterwards, police shot a man.", "shot", "2023-12-05", "2023-12-06"),
        ("Since then, police have shot three men.", "shot", "2023-12-05", "2023-12-13"),
    ],
)
def test_a_new_paragraph_goes_on_with_the_act_before(second: str, trigger: str, first: str, final: str) -> None:
    assert bounds(told([RAID], [(second, trigger, {})])) == (day(first), day(final))


@pytest.mark.parametrize(
    ("second", "final"),
    [
        ("Police shot a man during the raid.", "2023-12-05"),
        ("Police shot a man hours after the raid.", "2023-12-06"),
    ],
)
def test_an_act_told_beside_an_earlier_one_takes_its_day(second: str, final: str) -> None:
    first = (RAID[0], (mark(RAID[0], "raided", time="Dec. 5"),))
    laid = document([first], [(second, (mark(second, "raid"), mark(second, "shot")))])
    assert bounds(last(laid)) == (day("2023-12-05"), day(final))


@pytest.mark.parametrize(
    "second",
    [
        "The army said that the rebels had been shelled from the hills.",
        "The governor admitted that his house had been shelled.",
    ],
)
def test_what_is_reported_as_done_before_is_no_older_history(second: str) -> None:
    assert bounds(told([RAID, (second, "shelled", {})])) == (day("2023-12-05"), day("2023-12-05"))


def test_what_had_been_done_without_a_reporter_is_older() -> None:
    assert not told([RAID, ("The clinic had been shelled twice.", "shelled", {})]).known


def test_the_day_of_saying_dates_no_later_act() -> None:
    first = ("Nine were killed in the raid, the mayor said on Saturday.", "", {})
    assert told([first, ("Gunmen burned two houses.", "burned", {})]).from_ is None


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("On Monday the colonel vowed to attack the port.", "attack", {}),
        ("The leader threatened on Monday to attack the port.", "attack", {"time": "Monday"}),
        ("A withdrawal was announced on Monday by the ministry.", "withdrawal", {"time": "Monday"}),
    ],
)
def test_the_day_of_a_vow_is_not_that_of_what_is_vowed(text: str, trigger: str, roles: dict[str, str]) -> None:
    assert not told([(text, trigger, roles)], status="planned").known


def test_a_promised_day_is_that_of_what_is_promised() -> None:
    text = "On Monday the colonel promised to withdraw from the port next Friday."
    assert bounds(told([(text, "withdraw", {"time": "next Friday"})], status="planned")) == (day("2023-12-15"),) * 2


def test_a_length_of_time_is_no_date() -> None:
    text = "In March, gunmen held a hotel for more than 13 hours."
    when = told([(text, "held", {"time": "for more than 13 hours"})])
    assert bounds(when) == (day("2023-03-01"), day("2023-03-31"))


@pytest.mark.parametrize(
    "text",
    [
        "That attack, on the night of Oct. 9, was condemned by the envoy.",
        "The attack on Oct. 9 was condemned by the envoy.",
        "The Oct. 9 attack was condemned by the envoy.",
    ],
)
def test_a_date_that_hangs_on_a_noun_is_its_own(text: str) -> None:
    assert bounds(one(text, "attack")) == (day("2023-10-09"), day("2023-10-09"))


def test_a_month_sets_a_month_and_no_first_day() -> None:
    when = told(
        [("In August the army took a hill.", "took", {"time": "August"}), ("Rebels shelled it.", "shelled", {})]
    )
    assert bounds(when) == (day("2023-08-01"), day("2023-08-31"))
    later = [
        ("In August the army took a hill.", "", {}),
        ("The next day rebels fled.", "fled", {"time": "The next day"}),
    ]
    assert bounds(told(later)) == (day("2023-08-01"), day("2023-08-31"))


def test_history_ends_with_its_paragraph() -> None:
    old = [("The dam was bombed on Oct. 27, 2020.", "bombed", {"time": "Oct. 27, 2020"})]
    new = [("On Dec. 5 the road was mined.", "", {}), ("Soon afterwards, a truck was hit.", "hit", {})]
    assert told(old, new).from_ == day("2023-12-05")


@pytest.mark.parametrize(
    ("phrase", "first", "final"),
    [
        ("2 November last year", "2022-11-02", "2022-11-02"),
        ("in March last year", "2022-03-01", "2022-03-31"),
        ("since May this year", "2023-05-01", "2023-12-13"),
        ("Jan. 9 next year", "2024-01-09", "2024-01-09"),
    ],
)
def test_a_month_of_another_year_takes_that_year(phrase: str, first: str, final: str) -> None:
    assert bounds(resolve(phrase, start=0, published=ON_WEDNESDAY)) == (day(first), day(final))


def test_hours_after_dates_no_act_from_the_report() -> None:
    text = "Gunmen burned a mill on Monday night, hours after the governor freed two men."
    burned, freed = mark(text, "burned", time="Monday night"), mark(text, "freed", type_="CONCEDE", time="hours after")
    told = document([(text, (burned, freed))])
    when = when_of(freed, told.sentences[0], told)
    assert when.to is None or when.to <= date(2023, 12, 11)


@pytest.mark.parametrize("history", ["In 1988 the army razed the village.", "In May 2011 the army razed the village."])
def test_a_weekday_after_a_year_or_month_of_history_is_of_the_present(history: str) -> None:
    text = "On Monday soldiers detained two lawmakers."
    told = document([(history, ()), (text, (mark(text, "detained", time="Monday"),))])
    assert bounds(last(told)) == (day("2023-12-11"), day("2023-12-11"))


def test_a_weekday_after_a_day_of_history_goes_on_with_it() -> None:
    text = "On Monday soldiers detained two lawmakers."
    told = document([("On May 5, 2011 the army razed it.", ()), (text, (mark(text, "detained", time="Monday"),))])
    assert bounds(last(told)) == (day("2011-05-09"), day("2011-05-09"))


def test_a_date_of_the_charge_dates_no_accusation() -> None:
    text = "The league accused troops of killing nine people in March."
    accused = mark(text, "accused", type_="ACCUSE", time="March")
    told = document([(text, (accused, mark(text, "killing", time="March")))])
    assert bounds(when_of(accused, told.sentences[0], told)) == (None, WEDNESDAY)


def test_what_has_been_denied_has_no_day_of_the_story() -> None:
    first, text = "In March troops killed nine people.", "The junta has denied it."
    told = document([(first, (mark(first, "killed", time="March"),)), (text, (mark(text, "denied", type_="REJECT"),))])
    assert bounds(last(told)) == (None, WEDNESDAY)


def test_since_then_counts_from_the_since_before_it() -> None:
    text = "The town has been under siege since Nov. 2, and since then rebels have carried out raids on its camps."
    told = document([(text, (mark(text, "siege", type_="COERCE", time="since Nov. 2"), mark(text, "raids")))])
    assert last(told).from_ == day("2023-11-02")


def test_a_month_that_was_told_does_not_date_what_is_said() -> None:
    text = "In August, rebels killed ten men."
    after = "Ruria condemned the bombing."
    told = document(
        [(text, (mark(text, "killed", time="August"),)), (after, (mark(after, "condemned", type_="ACCUSE"),))]
    )
    assert bounds(last(told)) == (None, ON_WEDNESDAY.end)


def test_the_next_sentence_may_tell_the_day() -> None:
    text = "Six men were beheaded near Arlen."
    after = "The attack happened on Tuesday afternoon in a village."
    told = document([(text, (mark(text, "beheaded"),)), (after, (mark(after, "attack", time="Tuesday afternoon"),))])
    first = told.sentences[0]
    assert bounds(when_of(first.tagged.marks[0], first, told)) == (day("2023-12-12"), day("2023-12-12"))


def test_what_is_condemned_now_is_no_act_of_an_earlier_year() -> None:
    text, after = "In 2017, rebels began an assault on Arlen.", "Ruria condemned the attack."
    condemned, attack = mark(after, "condemned", type_="ACCUSE"), mark(after, "attack")
    told = document([(text, (mark(text, "assault", time="2017"),))], [(after, (condemned, attack))])
    assert last(told).from_ is None


def test_the_day_of_a_paper_is_not_that_of_the_act_it_tells() -> None:
    first, text = "On Dec. 4 rebels raided Arlen.", "In a communique of Dec. 6 it said its men had killed nine guards."
    told = document([(first, (mark(first, "raided", time="Dec. 4"),)), (text, (mark(text, "killed", time="Dec. 6"),))])
    assert bounds(last(told)) == (day("2023-12-04"), day("2023-12-04"))
