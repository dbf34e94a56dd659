"""When an act happened, by its own words."""

from datetime import date

import pytest

from tests.coding.dated import ON_WEDNESDAY, SOMETIME, WEDNESDAY, bounds, day, document, last, mark, one
from vedette.coding.when import resolve
from vedette.model import UNPUBLISHED, Basis, DatePrecision, Published


@pytest.mark.parametrize(
    ("phrase", "first", "final"),
    [
        ("Nov. 21", "2023-11-21", "2023-11-21"),
        ("21 November 2022", "2022-11-21", "2022-11-21"),
        ("2023-11-21", "2023-11-21", "2023-11-21"),
        ("21/11/2023", "2023-11-21", "2023-11-21"),
        ("November 21st, 2021", "2021-11-21", "2021-11-21"),
        ("the 11th", "2023-12-11", "2023-12-11"),
        ("Dec. 20", "2022-12-20", "2022-12-20"),
        ("Saturday", "2023-12-09", "2023-12-09"),
        ("Wednesday", "2023-12-13", "2023-12-13"),
        ("last Wednesday", "2023-12-06", "2023-12-06"),
        ("next Friday", "2023-12-15", "2023-12-15"),
        ("today", "2023-12-13", "2023-12-13"),
        ("yesterday", "2023-12-12", "2023-12-12"),
        ("overnight", "2023-12-12", "2023-12-13"),
        ("earlier on Saturday", "2023-12-09", "2023-12-09"),
        ("late Monday", "2023-12-11", "2023-12-11"),
        ("this week", "2023-12-11", "2023-12-13"),
        ("last month", "2023-11-01", "2023-11-30"),
        ("earlier this year", "2023-01-01", "2023-12-13"),
        ("Wednesday morning last week", "2023-12-06", "2023-12-06"),
        ("since Oct. 17", "2023-10-17", "2023-12-13"),
        ("until Dec. 10", None, "2023-12-10"),
        ("as of Dec. 12", None, "2023-12-12"),
        ("between Nov. 3 and Dec. 5", "2023-11-03", "2023-12-05"),
        ("from 15 to 22 February", "2023-02-15", "2023-02-22"),
        ("6-10 February 2018", "2018-02-06", "2018-02-10"),
        ("in March 2022", "2022-03-01", "2022-03-31"),
        ("in 2011", "2011-01-01", "2011-12-31"),
        ("2015-16", "2015-01-01", "2016-12-31"),
        ("the summer of 2014", "2014-06-01", "2014-08-31"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("after the outbreak of the conflict on Oct. 7", "2023-10-07", "2023-12-13"),
        ("two days before Dec. 8", "2023-12-06", "2023-12-06"),
        ("shortly after Dec. 8", "2023-12-08", "2023-12-10"),
        ("Christmas Day 2016", "2016-12-25", "2016-12-25"),
        ("Palm Sunday 2017", "2017-04-09", "2017-04-09"),
        ("the past 24 hours", "2023-12-12", "2023-12-13"),
        ("late last year", "2022-11-19", "2022-12-31"),
        ("Tuesday, May 16", "2023-05-16", "2023-05-16"),
        ("Wednesday, Jan. 15, 2020", "2020-01-15", "2020-01-15"),
    ],
)
def test_reads_a_time_phrase(phrase: str, first: str | None, final: str | None) -> None:
    assert bounds(resolve(phrase, start=0, published=ON_WEDNESDAY)) == (day(first), day(final))


@pytest.mark.parametrize(
    ("phrase", "first", "final"),
    [
        ("two days later", "2023-12-05", "2023-12-05"),
        ("a day earlier", "2023-12-02", "2023-12-02"),
        ("the same day", "2023-12-03", "2023-12-03"),
        ("hours later", "2023-12-03", "2023-12-04"),
        ("the next morning", "2023-12-04", "2023-12-04"),
        ("the following Tuesday", "2023-12-05", "2023-12-05"),
        ("the previous Sunday", "2023-11-26", "2023-11-26"),
        ("a week later", "2023-12-08", "2023-12-12"),
        ("the 5th", "2023-12-05", "2023-12-05"),
        ("around 9 p.m.", "2023-12-03", "2023-12-03"),
    ],
)
def test_counts_from_the_last_date_of_the_text(phrase: str, first: str, final: str) -> None:
    assert bounds(resolve(phrase, start=0, published=ON_WEDNESDAY, anchor=date(2023, 12, 3))) == (
        day(first),
        day(final),
    )


@pytest.mark.parametrize(
    ("phrase", "final"), [("Friday", "2023-12-15"), ("Jan. 5", "2024-01-05"), ("Wednesday", "2023-12-13")]
)
def test_looks_ahead_in_the_future_tense(phrase: str, final: str) -> None:
    assert resolve(phrase, start=0, published=ON_WEDNESDAY, tense="future").from_ == day(final)


@pytest.mark.parametrize("phrase", ["three days", "for years", "the war", "hours later"])
def test_dates_nothing_by_a_phrase_without_a_date(phrase: str) -> None:
    assert not resolve(phrase, start=0, published=ON_WEDNESDAY).known


def test_leaves_a_yearless_date_open_without_a_publication_date() -> None:
    when = resolve("Dec. 3", start=0, published=UNPUBLISHED)
    assert not when.known
    assert when.basis == "year unknown"


def test_gives_a_yearless_date_the_year_of_its_history() -> None:
    assert resolve("Feb. 3", start=0, published=ON_WEDNESDAY, anchor=date(2014, 11, 10)).from_ == date(2015, 2, 3)
    assert resolve("Aug. 3", start=0, published=ON_WEDNESDAY, anchor=date(2014, 6, 10)).from_ == date(2014, 8, 3)


def test_widens_another_clock_s_evening() -> None:
    when = resolve("Tuesday evening Washington time", start=0, published=ON_WEDNESDAY)
    assert bounds(when) == (date(2023, 12, 12), date(2023, 12, 13))
    assert "washington time" in when.basis


def test_says_that_a_year_is_not_certain() -> None:
    published = Published(start=date(2021, 3, 1), end=date(2023, 3, 1), precision="interval", basis=Basis.INFERRED)
    when = resolve("Nov. 5", start=0, published=published)
    assert bounds(when) == (date(2020, 11, 5), date(2022, 11, 5))
    assert when.precision == DatePrecision.YEAR


def test_a_weekday_of_an_inferred_interval_is_not_later_than_what_the_text_knows() -> None:
    assert resolve("Saturday", start=0, published=SOMETIME).from_ == date(2023, 12, 9)


def test_quotes_the_phrase_in_the_body() -> None:
    text = "On Nov. 22, jets bombed the depot."
    when = last(document([("Smoke rose over the town.", ())], [(text, (mark(text, "bombed", time="Nov. 22"),))]))
    assert when.text == "Nov. 22"
    assert (when.from_, when.precision) == (date(2023, 11, 22), DatePrecision.DAY)


def test_takes_in_a_preposition_that_bounds() -> None:
    when = one("Convoys have been hit since Oct. 17.", "hit", time="Oct. 17")
    assert (when.text, bounds(when)) == ("since Oct. 17", (date(2023, 10, 17), WEDNESDAY))


def test_takes_the_time_of_the_clause() -> None:
    assert one("On Monday, drones struck a barracks near the port.", "struck").from_ == date(2023, 12, 11)


def test_does_not_take_the_time_of_saying() -> None:
    when = one("The army shelled the village, the mayor said on Monday.", "shelled")
    assert when.from_ is None
    assert when.basis == "not stated; no later than the report"


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("On Monday rebels claimed responsibility for the bombing of a bus.", "bombing", "On Monday"),
        ("The police on Sunday confirmed the killing of a mayor.", "killing", "Sunday"),
        ("The rebels claimed that attack on Tuesday.", "attack", "Tuesday"),
        ("The army struck back after the raids on its posts, including the one on Arlen on Sunday.", "raids", "Sunday"),
    ],
)
def test_the_day_on_which_an_act_was_spoken_of_is_not_its_own(text: str, trigger: str, time: str) -> None:
    assert one(text, trigger, time=time).from_ is None


def test_an_act_was_no_later_than_the_care_of_those_it_hurt() -> None:
    when = one("Troops were being treated on Sunday after rebels fired rockets.", "fired", time="Sunday")
    assert (when.from_, when.to) == (None, date(2023, 12, 10))


def test_a_foreign_clock_after_the_phrase_counts() -> None:
    text = "Jets struck the depot on Tuesday evening Washington time."
    when = one(text, "struck", time="Tuesday evening")
    assert (when.text, bounds(when)) == ("Tuesday evening Washington time", (date(2023, 12, 12), date(2023, 12, 13)))
    assert when.precision == DatePrecision.FEW_DAYS


@pytest.mark.parametrize(
    ("phrase", "precision"),
    [("Dec. 5", 1), ("from Dec. 3 to Dec. 5", 2), ("last week", 3), ("in March 2022", 4), ("in 2011", 5)],
)
def test_says_how_exact_a_date_is(phrase: str, precision: int) -> None:
    assert resolve(phrase, start=0, published=ON_WEDNESDAY).precision == precision


def test_a_text_without_a_date_of_its_own_takes_years_from_its_whole_story() -> None:
    back = "On May 9 they left the port."
    told = document(
        [("On May 3, 1921, rebels took the port.", ()), ("In 1812 others had failed.", ())],
        [(back, (mark(back, "left", time="May 9"),))],
        published=UNPUBLISHED,
    )
    assert bounds(last(told)) == (date(1921, 5, 9), date(1921, 5, 9))
    assert last(told).basis == "year by the dates told around it"


@pytest.mark.parametrize(
    ("text", "trigger", "time", "first"),
    [
        ("Survivors of Sunday's air raid said on Tuesday that nine had died.", "raid", "Tuesday", "2023-12-10"),
        ("The town mourned on Tuesday after Sunday's raid.", "raid", "Tuesday", "2023-12-10"),
        ("Police said Sunday's calm ended with a raid on Tuesday.", "raid", "Tuesday", "2023-12-12"),
    ],
)
def test_the_day_that_owns_an_act_is_its_day(text: str, trigger: str, time: str, first: str) -> None:
    told = document([(text, (mark(text, trigger, time=time),))])
    assert last(told).from_ == day(first)


def test_the_day_of_what_an_act_answers_dates_that() -> None:
    text = "They shelled the depot on Monday over the arrests of 3 December."
    told = document([(text, (mark(text, "shelled", time="3 December", cause="the arrests of 3 December"),))])
    assert last(told).from_ == date(2023, 12, 11)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("On Monday the ferry, which a mine had damaged on Dec. 4, sank.", "2023-12-04"),
        ("On Monday the ferry was damaged.", "2023-12-11"),
        ("On Monday the ferry, which sails daily, was damaged.", "2023-12-11"),
    ],
)
def test_what_is_told_aside_is_older_than_the_sentence(text: str, first: str) -> None:
    time = "Dec. 4" if "Dec. 4" in text else "Monday"
    told = document([(text, (mark(text, "damaged", time=time),))])
    assert last(told).from_ == day(first)


def test_the_day_of_the_sentence_is_not_that_of_what_is_told_aside() -> None:
    text = "On Monday the ferry, which a mine had damaged, sank."
    assert last(document([(text, (mark(text, "damaged", time="Monday"),))])).from_ is None


def test_the_day_of_a_death_is_not_that_of_what_hurt() -> None:
    text = "A baker who was wounded when shells hit the market died in hospital on Monday."
    assert last(document([(text, (mark(text, "hit", time="Monday"),))])).from_ is None
    fresh = "A baker died when shells hit the market on Monday."
    assert last(document([(fresh, (mark(fresh, "hit", time="Monday"),))])).from_ == date(2023, 12, 11)
