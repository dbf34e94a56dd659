"""Quotes highlighted in their sentence."""

from datetime import date

from vedette.cli.highlight import STYLES, highlighted, legend, quotes, starred
from vedette.model import Claim, Party, Place, Span, Toll, When, cut

BODY = "Before. Gunmen shelled\nArlen on Monday, killing two. After."
SENTENCE = cut(BODY, 8, 52)


def span(words: str) -> Span:
    start = BODY.index(words)
    return cut(BODY, start, start + len(words))


def claim() -> Claim:
    who, where, when, dead = (span(words) for words in ("Gunmen", "Arlen", "Monday", "two"))
    return Claim(
        claim_id="c-1",
        report_id="r-1",
        url="file:x",
        outlet=None,
        published=date(2031, 3, 4),
        sentence=SENTENCE,
        trigger=span("shelled"),
        type="ASSAULT",
        mode="heavy-weapons",
        status="actual",
        probability=0.9,
        actor=(Party(text=who.text, start=who.start, end=who.end),),
        place=Place(text=where.text, start=where.start, end=where.end),
        when=When(text=when.text, start=when.start, end=when.end),
        killed=Toll(low=2, best=2, high=2, text=dead.text, start=dead.start, end=dead.end),
        cause=span("Before."),
    )


def test_each_quote_has_its_colour() -> None:
    text = highlighted(claim())
    marked = {text.plain[mark.start : mark.end]: mark.style for mark in text.spans}
    assert marked == {
        "Gunmen": STYLES["who"],
        "shelled": STYLES["trigger"],
        "Arlen": STYLES["where"],
        "Monday": STYLES["when"],
        "two": STYLES["toll"],
    }


def test_the_sentence_comes_out_on_one_line() -> None:
    assert highlighted(claim()).plain == "Gunmen shelled Arlen on Monday, killing two."


def test_without_colours_the_trigger_stands_between_stars() -> None:
    assert starred(claim()) == "Gunmen *shelled* Arlen on Monday, killing two."


def test_every_role_is_in_the_legend() -> None:
    assert {role for role, _, _ in quotes(claim())} <= set(STYLES)
    assert legend().plain.split() == list(STYLES)
