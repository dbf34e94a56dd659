from datetime import date

import pytest

from vedette.registry import load
from vedette.registry.explaining import explain
from vedette.registry.sorts import acled_kind, ucdp_kind


def test_tells_who_else_was_considered_and_what_decided() -> None:
    told = explain(load(), "Hezbollah", context="Kataib Hezbollah spoke in Baghdad.")
    assert (told.actor_id, told.decided) == (
        "group:kataib-hezbollah",
        "its full name is in the text, the country of Hezbollah (LB) is not",
    )
    assert {one.actor_id: one.against is None for one in told.considered} == {
        "group:hezbollah": False,
        "group:kataib-hezbollah": True,
    }


def test_tells_why_a_bearer_of_the_name_is_not_meant() -> None:
    told = explain(load(), "SLA", context="Villages burned in Sudan.")
    against = {one.actor_id: one.against for one in told.considered}
    assert told.actor_id == "group:slm-aw"
    assert against["group:sla"] == "neither its country (LB) nor its full name is in the text"


def test_tells_that_nothing_decides() -> None:
    told = explain(load(), "SLA", context="Sudan and Lebanon were discussed.")
    assert told.actor_id is None
    assert told.decided == "nothing in the text decides between its bearers: LB 1, SD 1"


def test_tells_of_people_of_that_last_name() -> None:
    told = explain(load(), "al-Sudani", context="A shop was robbed.")
    assert told.actor_id is None
    assert [one.actor_id for one in told.considered][:1] == ["person:mohammed-shia-al-sudani"]


def test_tells_of_a_like_name() -> None:
    told = explain(load(), "Arakhan Armies")
    assert told.actor_id is None
    assert "group:arakan-army" in [one.actor_id for one in told.considered]


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [("Iraqi Shiite militias", "armed group", "IQ"), ("the Iran-backed militia", "armed group", None)],
)
def test_tells_kind_and_country_of_who_is_not_named(name: str, kind: str, country: str | None) -> None:
    told = explain(load(), name, on=date(2024, 1, 1))
    assert (told.actor_id, told.kind, told.country) == (None, kind, country)


@pytest.mark.parametrize(
    ("id_", "acled", "ucdp"),
    [
        ("mil:SD", "State Forces", "Government"),
        ("group:rsf", "Rebel Group", "Formally organized group"),
        ("group:fulani-militia", "Identity Militia", "Informally organized group"),
        ("group:sinaloa", "Political Militia", "Formally organized group"),
        ("mission:unifil", "External/Other Forces", None),
    ],
)
def test_gives_the_kinds_of_acled_and_ucdp(id_: str, acled: str, ucdp: str | None) -> None:
    actor = load().actor(id_)
    assert actor is not None
    assert (acled_kind(actor), ucdp_kind(actor)) == (acled, ucdp)
