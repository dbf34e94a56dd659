"""Marks made ready for coding."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.coding.document import Sentence
from vedette.coding.implied import with_implied
from vedette.coding.phrasing import phrased
from vedette.coding.toll_events import joined
from vedette.coding.victims import with_victims
from vedette.model import Mark, Role, RoleMark, Tagged, cut

STRIKE = (
    "A jet bombed Hill Army positions in Nyala, killing eight members of the Hill Army and wounding several others."
)


def test_a_killing_beside_the_strike_is_its_toll(mark: Callable[..., Mark]) -> None:
    marks = (
        mark(STRIKE, "bombed", "ASSAULT", actor="A jet"),
        mark(STRIKE, "killing", "ASSAULT", killed="eight members of the Hill Army"),
    )
    (one,) = joined(marks, STRIKE)
    assert (one.trigger.text, one.of(Role.KILLED)[0].text) == ("bombed", "eight members of the Hill Army")


def test_what_landed_is_what_was_fired(mark: Callable[..., Mark]) -> None:
    text = "Rebels fired rockets on May 8, which landed near the fort."
    (one,) = joined((mark(text, "fired", "ASSAULT"), mark(text, "landed", "ASSAULT", target="the fort")), text)
    assert (one.trigger.text, one.of(Role.TARGET)[0].text) == ("fired", "the fort")


def test_two_attacks_on_two_days_stay_two(mark: Callable[..., Mark]) -> None:
    text = "Rebels shelled the port on Monday and killed a guard on Friday."
    marks = (mark(text, "shelled", "ASSAULT", time="Monday"), mark(text, "killed", "ASSAULT", time="Friday"))
    assert len(joined(marks, text)) == 2


def test_victims_are_read_from_participles(sentence: Callable[..., Sentence], mark: Callable[..., Mark]) -> None:
    one = sentence(STRIKE, mark(STRIKE, "bombed", "ASSAULT"))
    found = with_victims(one.tagged.marks[0], one.tagged)
    assert [span.text for span in found.of(Role.KILLED)] == ["eight members of the Hill Army"]
    assert [span.text for span in found.of(Role.INJURED)] == ["several others"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Gunmen fired rockets, which landed near the airport in Goma.", "the airport"),
        ("Gunmen fired rockets at night.", None),
    ],
)
def test_where_rockets_land_is_their_target(
    text: str, target: str | None, sentence: Callable[..., Sentence], mark: Callable[..., Mark]
) -> None:
    fired = mark(text, "fired", "ASSAULT")
    found = with_implied(fired, sentence(text, fired)).of(Role.TARGET)
    assert [span.text for span in found] == ([target] if target else [])


def test_a_cut_name_is_made_whole(sentence: Callable[..., Sentence], mark: Callable[..., Mark]) -> None:
    text = "The Hill Army shelled the U.S. camp."
    one = sentence(
        text,
        mark(text, "shelled", "ASSAULT", actor="Hill", target="S."),
        names={"Hill Army": "GROUP", "U.S.": "COUNTRY"},
    )
    found = phrased(one.tagged.marks[0], one.tagged)
    assert [span.text for span in found.of(Role.ACTOR)] == ["Hill Army"]
    assert found.of(Role.TARGET)[0].text.startswith("U.S.")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab .,'’“”-U.S\nkilling wounded", min_size=12, max_size=80), st.data())
def test_every_phrase_stays_a_quote(text: str, data: st.DataObject) -> None:
    points = st.integers(0, len(text) - 2)
    spans = [
        cut(text, start, data.draw(st.integers(start + 1, len(text))))
        for start in data.draw(st.lists(points, min_size=3, max_size=6))
    ]
    roles = tuple(RoleMark(role=role, span=span) for role, span in zip(Role, spans[1:], strict=False))
    one = Mark(trigger=spans[0], type="ASSAULT", mode=None, status="actual", roles=roles)
    tagged = Tagged(text=text, marks=(one,))
    for made in (phrased(one, tagged), with_victims(one, tagged), *joined((one,), text)):
        assert all(role.span.stands_in(text) for role in made.roles)


def test_one_mark_given_twice_is_one(mark: Callable[..., Mark]) -> None:
    text = "A blast killed two guards."
    assert joined((mark(text, "blast", "ASSAULT"), mark(text, "blast", "ASSAULT")), text)[0].trigger.text == "blast"
