from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.model import (
    Affiliation,
    Claim,
    DatePrecision,
    Incident,
    Mark,
    Outlook,
    Party,
    Published,
    Report,
    Role,
    RoleMark,
    Tally,
    Toll,
    When,
    cut,
    from_json,
    to_json,
)

st.register_type_strategy(float, st.floats(allow_nan=False))
st.register_type_strategy(str, st.text(max_size=5))
NOUNS = [Affiliation, Claim, Incident, Mark, Outlook, Published, Report, Tally, Toll, When]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_noun_comes_back_from_its_json_form(noun: type, data: st.DataObject) -> None:
    form = to_json(data.draw(st.from_type(noun)))
    assert to_json(from_json(noun, form)) == form


def test_a_trailing_underscore_is_left_out() -> None:
    form = to_json(When(from_=date(2023, 12, 8), to=date(2023, 12, 8), precision=DatePrecision.DAY))
    assert (form["from"], form["to"], form["precision"]) == ("2023-12-08", "2023-12-08", 1)


def test_roles_keep_their_order() -> None:
    text = "Gunmen killed two guards"
    roles = (RoleMark(role=Role.ACTOR, span=cut(text, 0, 6)), RoleMark(role=Role.KILLED, span=cut(text, 14, 24)))
    mark = Mark(trigger=cut(text, 7, 13), type="ASSAULT", mode="firearms", status="actual", roles=roles)
    assert [span.text for span in from_json(Mark, to_json(mark)).of(Role.KILLED)] == ["two guards"]


def test_a_field_that_is_missing_takes_its_default() -> None:
    assert from_json(Party, {"text": "gunmen", "start": 0, "end": 6}).actor_id is None
