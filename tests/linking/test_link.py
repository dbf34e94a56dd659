"""Which claims become one incident, and which must not."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.linking import Linked, link
from vedette.model import Place

Told = tuple[Any, Any]


def linked(*told: Told, registry: Any, **more: Any) -> Linked:
    return link(
        chain.from_iterable(claims for _, claims in told),
        reports=[report for report, _ in told],
        registry=registry,
        **more,
    )


AMBUSH = {
    "trigger": "attacked",
    "mode": "firearms",
    "actor": "JNIM",
    "target": "the army",
    "place": "Marou",
    "on": "2024-05-06",
    "killed": ("seven soldiers", 7),
}
SAID = "JNIM attacked a post of the army in Marou on Monday, killing seven soldiers."


def test_two_outlets_on_one_attack_make_one_incident(news: Any, line: Any, registry: Any) -> None:
    told = linked(
        news("Gao Post", "2024-05-06", line(SAID, **AMBUSH)),
        news(
            "Sahel Desk",
            "2024-05-07",
            line(
                "The army lost seven soldiers when gunmen stormed Marou on May 6.",
                "stormed",
                mode="firearms",
                actor="gunmen",
                target="the army",
                place="Marou",
                on="2024-05-06",
                killed=("seven soldiers", 7),
            ),
        ),
        registry=registry,
    )
    assert [(one.independent_origins, one.killed.best) for one in told.incidents if one.killed] == [(2, 7)]
    assert [party.actor_id for party in told.incidents[0].actors] == ["grp:jnim"]


OTHER = {
    "another day": {"on": "2024-05-09"},
    "another town": {"place": "Tessit"},
    "another target and toll": {"target": "villagers", "killed": ("thirty people", 30)},
    "the answer of the other side": {"actor": "the army", "target": "JNIM", "mode": "aerial", "killed": None},
    "a run of attacks": {"aggregate": True, "killed": None},
    "an arrest": {"type": "COERCE", "mode": "arrest", "killed": None, "target": "villagers"},
}


@pytest.mark.parametrize("differs", OTHER.values(), ids=OTHER)
def test_keeps_apart_what_only_looks_alike(differs: dict[str, Any], news: Any, line: Any, registry: Any) -> None:
    text = "JNIM attacked and the army and villagers in Marou and Tessit mourned thirty people or seven soldiers."
    other = {key: value for key, value in {**AMBUSH, **differs}.items() if value is not None}
    told = linked(
        news("Gao Post", "2024-05-10", line(SAID, **AMBUSH)),
        news("Sahel Desk", "2024-05-10", line(text, **other)),
        registry=registry,
    )
    assert len(told.incidents) == 2


def test_a_night_told_with_two_dates_is_one_night(news: Any, line: Any, registry: Any) -> None:
    late = {**AMBUSH, "time": "late Monday"}
    early = {**AMBUSH, "on": "2024-05-07", "time": "early Tuesday"}
    told = linked(
        news(
            "Gao Post",
            "2024-05-07",
            line("JNIM attacked the army in Marou late Monday and killed seven soldiers.", **late),
        ),
        news(
            "Sahel Desk",
            "2024-05-07",
            line("JNIM attacked the army in Marou early Tuesday; seven soldiers died.", **early),
        ),
        registry=registry,
    )
    assert [(str(one.from_), str(one.to), one.date_precision) for one in told.incidents] == [
        ("2024-05-06", "2024-05-07", 2)
    ]


def test_the_attack_points_back_to_the_attack_before(news: Any, line: Any, registry: Any) -> None:
    told = linked(
        news(
            "Gao Post",
            "2024-05-06",
            line(SAID, **AMBUSH),
            line("Nobody else was hurt in the attack.", "attack", target=()),
        ),
        registry=registry,
    )
    assert [len(one.claims) for one in told.incidents] == [2]


def test_what_only_points_back_to_nothing_founds_no_incident(news: Any, line: Any, registry: Any) -> None:
    told = linked(news("Gao Post", "2024-05-06", line("Such attacks must end, he said.", "attacks")), registry=registry)
    assert told.incidents == ()


@pytest.mark.parametrize("status", ["planned", "hypothetical", "denied"])
def test_what_is_not_said_to_have_happened_founds_no_incident(status: str, news: Any, line: Any, registry: Any) -> None:
    told = linked(news("Gao Post", "2024-05-06", line(SAID, **AMBUSH, status=status)), registry=registry)
    assert told.incidents == ()


def test_a_denial_is_laid_beside_what_it_denies(news: Any, line: Any, registry: Any) -> None:
    told = linked(
        news("Gao Post", "2024-05-06", line(SAID, **AMBUSH)),
        news(
            "Sahel Desk",
            "2024-05-07",
            line(
                "JNIM said it had not attacked the army in Marou.",
                "attacked",
                actor="JNIM",
                target="the army",
                place="Marou",
                on="2024-05-06",
                status="denied",
                mode="firearms",
                source="JNIM",
            ),
        ),
        registry=registry,
    )
    (one,) = told.incidents
    assert (one.grade, len(one.claims), one.independent_origins) == ("Contested", 2, 1)


def test_copies_of_one_agency_text_are_one_origin(news: Any, line: Any, registry: Any) -> None:
    text = SAID + " The post guards the road to the river and had been reinforced in April after two earlier raids."
    told = linked(
        *(
            news(outlet, "2024-05-06", line(text, **AMBUSH), agency="Desk Wire")
            for outlet in ("Gao Post", "Sahel Desk", "Niamey Now")
        ),
        registry=registry,
    )
    assert [(one.independent_origins, len(one.reports), one.grade) for one in told.incidents] == [(1, 3, "Weak")]


def test_an_incident_keeps_its_id_when_later_reports_join(news: Any, line: Any, registry: Any) -> None:
    first = news("Gao Post", "2024-05-06", line(SAID, **AMBUSH))
    later = news(
        "Sahel Desk", "2024-05-08", line("Seven soldiers of the army died when JNIM attacked Marou.", **AMBUSH)
    )
    alone, both = linked(first, registry=registry), linked(first, later, registry=registry)
    assert [one.incident_id for one in alone.incidents] == [one.incident_id for one in both.incidents]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_order_of_claims_and_reports_does_not_matter(
    data: st.DataObject, news: Any, line: Any, registry: Any
) -> None:
    days, towns, outlets = (
        ("2024-05-05", "2024-05-06", "2024-05-07"),
        ("Marou", "Tessit", "Mali"),
        ("A", "B", "C", None),
    )
    told = [
        news(
            data.draw(st.sampled_from(outlets)),
            "2024-05-08",
            *(
                line(
                    f"JNIM attacked the army near Marou, Tessit, Mali; {number}.{i} and seven soldiers fell.",
                    "attacked",
                    actor="JNIM",
                    target="the army",
                    place=data.draw(st.sampled_from(towns)),
                    on=data.draw(st.sampled_from(days)),
                    killed=("seven soldiers", data.draw(st.integers(0, 9))),
                    mode=data.draw(st.sampled_from(["drone", "firearms"])),
                )
                for i in range(data.draw(st.integers(1, 3)))
            ),
        )
        for number in range(5)
    ]
    claims = list(chain.from_iterable(ones for _, ones in told))
    reports = [report for report, _ in told]
    expected = link(claims, reports=reports, registry=registry)
    assert (
        link(data.draw(st.permutations(claims)), reports=data.draw(st.permutations(reports)), registry=registry)
        == expected
    )


def test_every_founding_claim_is_in_exactly_one_incident(news: Any, line: Any, registry: Any) -> None:
    told = [
        news(f"Outlet {i}", "2024-05-08", line(SAID, **{**AMBUSH, "on": f"2024-05-0{1 + i % 5}"})) for i in range(12)
    ]
    claims = [claim for one in linked(*told, registry=registry).incidents for claim in one.claims]
    assert sorted(claims) == sorted(one.claim_id for _, ones in told for one in ones)


def test_links_near_linearly(news: Callable[..., Told], line: Any, registry: Any) -> None:
    from vedette.linking.candidates import pairs
    from vedette.linking.facts import facts_of

    def count(days: int) -> int:
        told = [
            news(
                f"O{i}",
                f"2024-{1 + i // 28:02d}-{1 + i % 28:02d}",
                line(f"{SAID} {i}", **{**AMBUSH, "on": f"2024-{1 + i // 28:02d}-{1 + i % 28:02d}"}),
            )
            for i in range(days)
        ]
        facts = facts_of([one for _, ones in told for one in ones], reports={r.id: r for r, _ in told}, origin={})
        return len(pairs(facts))

    assert count(280) < 2.6 * count(140)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("JNIM has shelled the army almost every night in Marou.", 0),
        ("It is the third time that JNIM has shelled the army in Marou.", 0),
        ("JNIM has shelled the army in Marou.", 1),
    ],
)
def test_what_keeps_happening_is_no_act(text: str, acts: int, news: Any, line: Any, registry: Any) -> None:
    told = news(
        "Gao Post",
        "2024-05-07",
        line(text, "shelled", mode="heavy-weapons", actor="JNIM", target="the army", place="Marou"),
    )
    assert len(link(told[1], reports=[told[0]], registry=registry).incidents) == acts


def _lost(place: str) -> Any:
    return Place(text=f"near {place}", start=0, end=5, basis=f"{place} is not in the gazetteer")


def test_a_name_that_no_gazetteer_has_tells_where_two_acts_were(news: Any, line: Any, registry: Any) -> None:
    shared = {"mode": "firearms", "on": "2024-05-06", "actor": "gunmen"}
    one = news(
        "Gao Post",
        "2024-05-07",
        line("Fifteen guards were killed by gunmen near Hombara on May 6.", "killed", **shared),
    )
    two = news(
        "Mali Wire", "2024-05-07", line("A group of gunmen hit a convoy close to Hombara on May 6.", "hit", **shared)
    )
    claims = [replace(told[1][0], place=_lost("Hombara")) for told in (one, two)]
    assert len(link(claims, reports=[one[0], two[0]], registry=registry).incidents) == 1
    apart = [claims[0], replace(claims[1], place=_lost("Dirbakou"))]
    assert len(link(apart, reports=[one[0], two[0]], registry=registry).incidents) == 2


def test_two_towns_of_one_name_are_taken_for_one(news: Any, line: Any, registry: Any) -> None:
    shared = {"mode": "explosives", "on": "2024-05-06", "place": "Marou", "target": "the army"}
    one = news("Gao Post", "2024-05-07", line("A mine hit the army near Marou on May 6.", "hit", **shared))
    two = news("Mali Wire", "2024-05-07", line("A mine on May 6 hit the army at Marou.", "hit", **shared))
    namesake = replace(two[1][0].place, name="Marou City", lat=12.0, lon=-9.0)
    claims = [one[1][0], replace(two[1][0], place=namesake)]
    assert len(link(claims, reports=[one[0], two[0]], registry=registry).incidents) == 1


def test_what_one_doer_did_in_a_row_is_one_act(news: Any, line: Any, registry: Any) -> None:
    text = "On May 6 gunmen stormed a jail of the army in Marou, killed two guards and left."
    shared = {"mode": "firearms", "actor": "gunmen", "on": "2024-05-06", "place": "Marou"}
    told = news("Gao Post", "2024-05-07", line(text, "stormed", target="the army", **shared))
    other = news("Gao Post", "2024-05-07", line(text, "killed", killed=("two guards", 2), **shared))
    result = link((*told[1], *other[1]), reports=[told[0]], registry=registry)
    assert len(result.incidents) == 1


def test_acts_told_one_after_the_other_in_a_sentence_are_two(news: Any, line: Any, registry: Any) -> None:
    text = "A missile hit Marou on Monday, and minutes later France bombed men near Marou."
    then = line(text, "bombed", mode="aerial", actor="France", place="Marou", on="2024-05-06", time="Monday")
    hit = line(
        text,
        "hit",
        mode="heavy-weapons",
        weapon=("missile",),
        place="Marou",
        on="2024-05-06",
        time="Monday",
        more=[then],
    )
    assert len(linked(news("Gao Post", "2024-05-07", hit), registry=registry).incidents) == 2


CLAIMED = "Shells were fired at the army in Marou on Monday, JNIM claims the attack."
COLON = "The army in Marou was hit before: on Monday, JNIM fired rockets at it."
TOLL = "Jets bombed the army in Marou on Monday and the mayor said nine people had been killed."


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (CLAIMED, "fired", {"trigger": "attack", "status": "claimed", "actor": "JNIM"}),
        (COLON, "hit", {"trigger": "fired", "actor": "JNIM", "target": "it", "on": "2024-05-06", "time": "Monday"}),
        (TOLL, "bombed", {"trigger": "killed", "killed": ("nine people", 9)}),
    ],
)
def test_words_of_one_sentence_that_tell_one_act(
    *, text: str, first: str, second: dict[str, Any], news: Any, line: Any, registry: Any
) -> None:
    more = line(text, **{"mode": "heavy-weapons", **second})
    where = {"target": "the army", "place": "Marou", "on": "2024-05-06", "time": "Monday"}
    act = line(text, first, mode="heavy-weapons", more=[more], **where)
    assert len(linked(news("Gao Post", "2024-05-07", act), registry=registry).incidents) == 1


def test_a_sentence_that_begins_with_its_noun_goes_on_about_the_act(news: Any, line: Any, registry: Any) -> None:
    raids = {"mode": "other", "target": "militants", "place": "Marou", "on": "2024-05-06", "time": "Monday"}
    told = news(
        "Gao Post",
        "2024-05-07",
        line("Air strikes by France killed 16 people.", "strikes", mode="aerial", actor="France", killed=("16", 16)),
        line("The raids began on Monday and struck militants in Marou.", "raids", **raids),
    )
    found = linked(told, registry=registry).incidents
    assert [(one.place.name, one.killed.best) for one in found if one.killed] == [("Marou", 16)]
