"""Decisions followed from one to the next."""

from datetime import UTC, datetime, timedelta
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.linking import link
from vedette.linking.bonds import chained
from vedette.linking.editing import EDITABLE
from vedette.linking.ledger import in_force, rulings
from vedette.model import Decision, Verdict
from vedette.model.decision import FIELDS

START = datetime(2024, 1, 1, tzinfo=UTC)


def ledger(*lines: str) -> list[Decision]:
    """Decisions an hour apart from lines such as "same a b", "undo 0"."""
    made = []
    for number, text in enumerate(lines):
        verdict, *subjects = text.split()
        made.append(
            Decision(
                decision_id=str(number),
                verdict=Verdict(verdict),
                subjects=() if verdict == "undo" else tuple(subjects),
                person="Ada",
                at=START + timedelta(hours=number),
                undoes=subjects[0] if verdict == "undo" else None,
            )
        )
    return made


def groups(decisions: list[Decision], keys: str = "abcdefgh") -> set[str]:
    """The groups of letters that the decisions join, of two or more."""
    home = {key: {key} for key in keys}
    for one, other in chained(rulings(decisions).same, keys):
        home[one] |= home[other]
        for key in home[one]:
            home[key] = home[one]
    return {"".join(sorted(group)) for group in home.values() if len(group) > 1}


LEDGERS: dict[str, tuple[list[str], set[str]]] = {
    "same is transitive": (["same a b", "same b c"], {"abc"}),
    "the oldest of three that contradict each other gives way": (["same a b", "different a c", "same b c"], {"bc"}),
    "and holds where it comes last": (["same a b", "same b c", "different a c"], {"bc"}),
    "different blocks a whole group": (["same c d", "different a c", "same a b"], {"cd", "ab"}),
    "an undo takes back": (["same a b", "undo 0"], set()),
    "an undone undo takes nothing back": (["same a b", "undo 0", "undo 1"], {"ab"}),
    "unsure joins nothing": (["unsure a b"], set()),
}


@pytest.mark.parametrize(("lines", "expected"), LEDGERS.values(), ids=LEDGERS)
def test_decisions_in_pairs(lines: list[str], expected: set[str]) -> None:
    assert groups(ledger(*lines)) == expected


def test_a_group_stays_joined_where_the_one_between_is_not_known() -> None:
    assert groups(ledger("same a b", "same b c"), "acd") == {"ac"}


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        (["accept a"], "accepted"),
        (["accept a", "reject a"], "rejected"),
        (["reject a", "unsure a"], "unsure"),
        (["accept a", "reject a", "undo 1"], "accepted"),
    ],
)
def test_the_last_verdict_in_force_holds(lines: list[str], field: str) -> None:
    found = rulings(ledger(*lines))
    assert {name: getattr(found, name) for name in ("accepted", "rejected", "unsure")} == {
        name: frozenset("a" if name == field else "") for name in ("accepted", "rejected", "unsure")
    }


PAIRS = st.tuples(st.sampled_from(["same", "different"]), st.permutations("abcde").map(lambda five: " ".join(five[:2])))


@given(st.lists(PAIRS.map(" ".join), max_size=12))
@settings(max_examples=60, deadline=None)
def test_no_chain_joins_what_is_different_and_the_last_decision_always_holds(lines: list[str]) -> None:
    decisions = ledger(*lines)
    found, joined = rulings(decisions), groups(decisions)
    together = {pair for group in joined for pair in combinations(group, 2)}
    assert not together & found.different
    if decisions:
        last = tuple(sorted(decisions[-1].subjects))
        assert (last in together) == (decisions[-1].verdict is Verdict.SAME)
        assert in_force(decisions) == decisions


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_what_a_person_decided_outlives_new_reports(verdict: str, news: Any, line: Any, registry: Any) -> None:
    """Two raids that the reports of another day tell as one, or one that they tell as two."""
    towns = ("Marou", "Marou") if verdict == "different" else ("Marou", "Tessit")
    days = ("2024-05-06", "2024-05-06" if verdict == "different" else "2024-05-12")
    told = [
        news(
            f"Outlet {i}",
            "2024-05-13",
            line(
                f"JNIM raided {town} and killed {word} soldiers of the army, source {i} said.",
                "raided",
                actor="JNIM",
                target="the army",
                place=town,
                on=day,
                killed=(f"{word} soldiers", figure),
            ),
        )
        for i, (town, day, word, figure) in enumerate(zip(towns, days, ("seven", "nine"), (7, 9), strict=True))
    ]
    bridge = [
        news(
            f"Bridge {i}",
            "2024-05-14",
            line(
                f"JNIM raided Marou, killing eight soldiers of the army, an officer told bridge {i}.",
                "raided",
                actor="JNIM",
                target="the army",
                place="Marou",
                on="2024-05-06",
                killed=("eight soldiers", 8),
            ),
        )
        for i in range(4)
    ]
    claims = [one for _, ones in told for one in ones]
    decisions = ledger(f"{verdict} {claims[0].claim_id} {claims[1].claim_id}")
    for more in ([], bridge[:1], bridge):
        incidents = link(
            [*claims, *chain.from_iterable(ones for _, ones in more)],
            reports=[report for report, _ in (*told, *more)],
            decisions=decisions,
            registry=registry,
        ).incidents
        homes = [{one.incident_id for one in incidents if claim.claim_id in one.claims} for claim in claims]
        assert (homes[0] == homes[1]) == (verdict == "same")
        assert all(len(home) == 1 for home in homes)


def test_what_may_be_edited_is_what_the_command_names() -> None:
    assert tuple(EDITABLE) == FIELDS
