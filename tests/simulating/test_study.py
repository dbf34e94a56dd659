"""From a record to an outcome: sides, fit, changes, comparison, and what is said where the record does not tell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from tests.simulating.conftest import BASE, BRANCHING
from vedette.model.errors import UsageError
from vedette.simulating.assumptions import assumptions, warnings
from vedette.simulating.binding import settled
from vedette.simulating.drawing import svg
from vedette.simulating.fan import fans, weekly
from vedette.simulating.fitted import fitted
from vedette.simulating.form import outcome_form
from vedette.simulating.record import Record
from vedette.simulating.scenario import Scenario, scenario_of
from vedette.simulating.sensitivity import sensitivity
from vedette.simulating.shipped import shipped
from vedette.simulating.sides import bind, two_busiest
from vedette.simulating.sketch import sketch
from vedette.simulating.study import Outcome, prepare, run

SIDES = {"challenger": ("Arvand",), "defender": ("Belisar",)}
SMALL = "[run]\nruns = 400\ndays = 28\n"
RESTRAINT = '[[change]]\nknob = "restraint"\nside = "defender"\nby = 0.8\n'


def stranger(name: str) -> bool:
    return name == "Known Elsewhere"


def scenario(content: str) -> Scenario:
    return scenario_of(f"{content}\n{SMALL}", source="f.toml")


def outcome(record: Record, content: str) -> Outcome:
    quick = '[reaction]\nsource = "assume"\n'
    return run(prepare(record, scenario(content + quick), SIDES, known=stranger))


def short(record: Record, days: int) -> Record:
    last = record.first + timedelta(days=days)
    return replace(record, acts=tuple(act for act in record.acts if act.last <= last), last=last)


def test_a_long_record_gives_back_who_reacts_to_whom(record: Record) -> None:
    found = fitted(bind(record, SIDES, known=stranger))
    assert (found.source, found.trusted) == ("fitted", True)
    assert (np.abs(found.branching - BRANCHING) < 3 * found.branching_error).all()
    assert found.level == pytest.approx(np.linalg.solve(np.eye(2) - BRANCHING, BASE), rel=0.3)


@pytest.mark.parametrize(("days", "source"), [(20, "assumed"), (45, "blended")])
def test_a_thin_record_is_never_trusted(record: Record, days: int, source: str) -> None:
    study = prepare(short(record, days), scenario(""), SIDES, known=stranger)
    assert (study.reactions.source, study.reactions.trusted) == (source, False)
    assert warnings(study)[0].startswith("reactions are not established")


def test_a_record_of_some_days_is_refused_and_one_of_weeks_flagged(record: Record) -> None:
    with pytest.raises(UsageError, match="the record watches 1 day; at least 14 are needed"):
        prepare(short(record, 0), scenario(""), SIDES, known=stranger)
    said = warnings(prepare(short(record, 20), scenario(""), SIDES, known=stranger))
    assert any(one.startswith("the record is of 21 days only") for one in said)


def test_a_record_without_any_dead_foresees_no_peace(record: Record) -> None:
    bloodless = replace(record, acts=tuple(replace(act, killed=None) for act in record.acts))
    quick = scenario('[reaction]\nsource = "assume"\n')
    said = [warnings(prepare(one, quick, SIDES, known=stranger))[-1] for one in (record, bloodless)]
    assert ["no forecast of peace" in one for one in said] == [False, True]


def test_reactions_may_be_given_and_are_flagged(record: Record) -> None:
    answer = '[[reaction.answer]]\nside = "defender"\nto = "challenger"\nacts = 0.6\n'
    study = prepare(record, scenario(answer), SIDES, known=stranger)
    assert study.reactions.branching.tolist() == [[0, 0], [0.6, 0]]
    assert "GIVEN by the scenario" in warnings(study)[0]
    with pytest.raises(UsageError, match="feed each other for ever"):
        prepare(record, scenario(answer.replace("defender", "challenger").replace("0.6", "1.5")), SIDES, known=stranger)


def test_restraint_lowers_and_harshness_raises(record: Record) -> None:
    less = outcome(record, RESTRAINT)
    more = outcome(record, RESTRAINT.replace("restraint", "harshness").replace("by = 0.8", "factor = 1.3"))
    assert less.changed.acts.sum() < 0.8 * less.still.acts.sum()
    assert more.changed.acts.sum() > 1.1 * more.still.acts.sum()
    assert (less.still.acts == more.still.acts).all()


def test_a_withdrawn_target_is_hit_no_more(record: Record) -> None:
    made = outcome(record, '[[change]]\nknob = "withdrawal"\ntarget = "defender"\n')
    assert made.changed.acts[:, :, 1].sum() == 0
    assert made.changed.acts[:, :, 0].sum() < 0.05 * made.still.acts[:, :, 0].sum()


def test_a_third_party_stays_out_until_it_enters(record: Record) -> None:
    entry = '[[change]]\nknob = "entry"\nside = "third"\nlike = "defender"\nagainst = "challenger"\nfrom = 14\n'
    made = outcome(record, entry + '[[threshold]]\nmeasure = "entry"\n')
    assert made.still.acts[:, :, 2].sum() == made.changed.acts[:, :14, 2].sum() == 0
    assert made.changed.acts[:, 14:, 2].mean() > 0.1
    assert (made.crossings[0].still.p, made.crossings[0].changed.p) == (0.0, 1.0)


@pytest.mark.parametrize(
    "content",
    [
        '[[change]]\nknob = "war_next_door"\nfactor = 0.5\n',
        '[[change]]\nknob = "pressure"\nclients = ["challenger"]\nfactor = 0.5\n',
        '[[change]]\nknob = "provocation"\nside = "challenger"\nfactor = 0.3\n',
        '[[change]]\nknob = "baseline"\nside = "defender"\nfactor = 0.3\n',
    ],
)
def test_other_knobs_turned_down_lower_the_acts(record: Record, content: str) -> None:
    made = outcome(record, content)
    assert made.changed.acts.sum() < 0.95 * made.still.acts.sum()


def test_reach_and_toll_change_what_acts_are_not_how_many(record: Record) -> None:
    made = outcome(
        record,
        '[[change]]\nknob = "reach"\nside = "challenger"\nfactor = 3\n'
        '[[change]]\nknob = "toll"\nside = "defender"\nfactor = 2\n'
        '[[threshold]]\nmeasure = "abroad"\ncountry = "CC"\nby = "challenger"\n',
    )
    assert (made.changed.acts == made.still.acts).all()
    assert made.changed.abroad.sum() > 2 * made.still.abroad.sum()
    assert made.changed.deaths[:, :, 1].sum() > 1.8 * made.still.deaths[:, :, 1].sum()


def test_brinkmanship_feeds_the_reactions(record: Record) -> None:
    crisis = "[brinkmanship]\nresolve = { challenger = [0.05, 0.45], defender = [0.05, 0.5] }\nfirst_risk = 0.1\n"
    made = outcome(record, crisis + "step = 0.2\nescalation = 1.4\nyielding = 1.0\n")
    study = made.study
    shares = [effect.start.share for effect in study.changed.effects]
    began = made.changed.began < study.scenario.days
    assert began.sum(axis=0).max() == 1
    assert began.mean(axis=1) == pytest.approx([high - low for low, high in shares], abs=0.07)


def test_uncertain_parameters_differ_and_keep_to_what_is_possible(record: Record) -> None:
    study = prepare(short(record, 150), scenario("[reaction]\nsource = 'blend'"), SIDES, known=stranger)
    drawn = study.world.drawn
    assert drawn.branching.std(axis=0).min() > 0.02
    assert np.abs(np.linalg.eigvals(drawn.branching)).max() < 1
    assert drawn.baseline.min() >= 0
    level = np.linalg.solve(np.eye(2) - drawn.branching, drawn.baseline[..., None])[..., 0]
    assert level.mean(axis=0) == pytest.approx(study.reactions.level, rel=0.1)
    told = scenario_of(f"{SMALL}uncertain = false\n[reaction]\nsource = 'assume'", source="f.toml")
    alike = prepare(record, told, SIDES, known=stranger)
    assert alike.world.drawn.branching.std(axis=0).max() < 1e-12


def test_sensitivity_turns_each_change_by_itself(record: Record) -> None:
    turns = sensitivity(outcome(record, RESTRAINT).study, runs=200)
    assert [(turn.change, turn.dose) for turn in turns] == [
        ("restraint defender", "without"), ("restraint defender", "half"), ("restraint defender", "double"),
    ]  # fmt: skip
    deaths = [turn.deaths_difference for turn in turns]
    assert deaths[0] > deaths[1] > 0 > deaths[2]


def test_everything_that_is_shown_is_there(record: Record) -> None:
    made = outcome(record, RESTRAINT)
    told = outcome_form(made, ())
    assert (told["runs"], told["seed"], len(told["thresholds"])) == (400, 1, 5)
    assert len(told["fans"]["deaths"]["scenario"]["p50"]) == 4
    assert any("500 days" in line or "days); the runs begin" in line for line in assumptions(made))
    drawn = svg(made)
    assert drawn.startswith("<svg")
    assert drawn.count("<polygon") == 8
    assert "no change" in drawn
    lines = sketch(fans(made)[0], width=80)
    assert len(lines) == 6
    assert all(len(line) <= 80 for line in lines)


def test_more_runs_than_memory_holds_are_refused(record: Record) -> None:
    told = scenario_of("", source="f.toml", runs=200_000, days=730)
    with pytest.raises(UsageError, match="200,000 runs of 730 days are too many; take 13,698"):
        prepare(record, replace(told, reaction=replace(told.reaction, source="assume")), SIDES, known=stranger)


def test_weeks_are_whole() -> None:
    daily = np.ones((1, 16), dtype=np.int64)
    assert weekly(daily).tolist() == [[7, 7]]
    assert weekly(daily[:, :3]).tolist() == [[3]]


@pytest.mark.parametrize("name", shipped())
def test_shipped_scenarios_run_on_any_record(record: Record, name: str) -> None:
    told = scenario_of(shipped()[name].read_text("utf-8"), source=name, runs=100, days=35)
    chosen, sides = settled(told, record)
    assert any("CHOSEN BY THE RECORD" in one for one in chosen.assumptions)
    made = run(prepare(short(record, 25), chosen, sides))
    assert len(made.crossings) == len(told.thresholds)
    assert told.asked_by


def test_who_is_bound_where(record: Record) -> None:
    assert two_busiest(record) == {"challenger": ("Arvand Front",), "defender": ("Army of Belisar",)}
    told = scenario("")
    assert settled(told, record, bound=["challenger=Arvand", "defender=Belisar,?"])[1]["defender"] == ("Belisar", "?")
    with pytest.raises(UsageError, match="nobody plays challenger"):
        settled(told, record, bound=["defender=Belisar"])
    with pytest.raises(UsageError, match="write it as ROLE=NAME"):
        settled(told, record, bound=["Belisar"])


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        (("Arvnd Frnt",), "no actor 'Arvnd Frnt' in simulated; nearest: Arvand Front"),
        (("Known Elsewhere",), "no act of Known Elsewhere in simulated"),
    ],
)
def test_refuses_actors_that_nobody_knows(record: Record, members: tuple[str, ...], problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        bind(record, {**SIDES, "challenger": members}, known=stranger)


def test_doers_not_told_go_to_the_side_that_takes_them(record: Record) -> None:
    hidden = replace(record, acts=tuple(replace(act, actors=()) for act in record.acts if "Arvand Front" in act.actors))
    kept = replace(hidden, acts=(*hidden.acts, *(act for act in record.acts if "Army of Belisar" in act.actors)))
    found: Callable[..., object] = bind
    acts = found(kept, {"challenger": ("Arvand", "?"), "defender": ("Belisar",)}, known=stranger)
    assert [len(own) for own in acts.own] == [len(hidden.acts), len(kept.acts) - len(hidden.acts)]  # type: ignore[attr-defined]
