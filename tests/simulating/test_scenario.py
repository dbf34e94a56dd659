"""A scenario file is checked: each error is one line that names the table, the key, and what it may be."""

from pathlib import Path

import pytest

from vedette.model.errors import UsageError
from vedette.simulating.knobs import KNOBS
from vedette.simulating.plan import Trigger
from vedette.simulating.scenario import read_scenario, scenario_of
from vedette.simulating.threshold import MEASURES

HARSH = '[[change]]\nknob = "harshness"\nside = "defender"\n'


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("title = ", "is no TOML"),
        ("titel = 'x'", "unknown key 'titel'; nearest: title"),
        ("[run]\nruns = 5", "run: runs: 5 is out of range; give 100 to 200000"),
        ("[run]\nruns = 250.5", "must be a whole number"),
        ("[run]\nrnus = 500", "run: unknown key 'rnus'; nearest: runs"),
        ("[run]\nuncertain = 1", "must be true or false"),
        ("[[change]]\nside = 'defender'", "change 1: knob is missing"),
        ("[[change]]\nknob = 'harshnes'\nside = 'defender'", "no knob is called 'harshnes'; nearest: harshness"),
        (HARSH, "change 1 (harshness): factor is missing"),
        (HARSH + "factor = 0.5", "factor: 0.5 is out of range; give 1 to 20"),
        (HARSH + "factor = 'much'", "'much' is no number"),
        (HARSH + "factr = 2", "unknown key 'factr'; nearest: factor"),
        (HARSH.replace("defender", "defendr") + "factor = 2", "no side is called 'defendr'; nearest: defender"),
        (HARSH + "factor = 2\nfrom = 90", "from: 90 is out of range; give 0 to 89"),
        (HARSH + "factor = 2\nchance = 0.1\nwhen = { deaths = 5 }", "not both"),
        (HARSH + "factor = 2\nwhen = { dead = 5 }", "unknown key 'dead'"),
        (HARSH + "factor = 2\nwhen = { acts = 5, deaths = 5 }", "give acts or deaths"),
        ("[[change]]\nknob = 'accident'\nblamed = 'defender'\nwhen = { acts = 5 }", "no when"),
        ("[change]\nknob = 'harshness'", "write it as [[change]]"),
        ("[[threshold]]\nmeasure = 'wars'", "'wars' is none of war"),
        ("[[threshold]]\nmeasure = 'acts'\nby = ['nobody']", "no side is called 'nobody'"),
        ("[[threshold]]\nmeasure = 'acts'\n[[threshold]]\nmeasure = 'acts'", "two thresholds are called"),
        ("[reaction]\nsource = 'given'", "go together"),
        ("[[reaction.answer]]\nside = 'defender'\nto = 'challenger'", "acts is missing"),
        ("[record]\nfrom = 'May'", "'May' is no day"),
        ("[roles]\nrebels = ''", "must be a text that is not empty"),
        ("[roles]\nrebels = 'x'\n[sides]\nrebel = ['y']", "no side is called 'rebel'; nearest: rebels"),
        ("[sides]\nrebels = []", "must be a text or a list of texts"),
        (
            "[run]\ndays = 9\n[brinkmanship]\nfrom = 9\nresolve = { challenger = 0.2, defender = 0.3 }",
            "not among the 9",
        ),
        ("[brinkmanship]\nchallenger = 'defender'", "challenger and defender are both defender"),
    ],
)
def test_says_in_a_line_what_is_wrong_where(content: str, problem: str) -> None:
    with pytest.raises(UsageError) as caught:
        scenario_of(content, source="f.toml")
    said = str(caught.value)
    assert problem in said
    assert said.startswith("f.toml")
    assert "\n" not in said


def test_takes_what_it_is_given() -> None:
    made = scenario_of(
        HARSH + "factor = 2\nover = 5\nwhen = { deaths = 9, days = 7, by = 'challenger' }\n[run]\ndays = 40",
        source="f.toml",
        runs=300,
    )
    (change,) = made.changes
    assert (made.days, made.runs, change.values["factor"], change.start.over) == (40, 300, 2.0, 5)
    assert change.start.trigger == Trigger(measure="deaths", at_least=9, days=7, sides=(0,))


def test_a_new_side_may_be_named_by_other_tables() -> None:
    entry = "[[change]]\nknob = 'entry'\nside = 'third'\nlike = 'defender'\n"
    made = scenario_of(f"{entry}[[threshold]]\nmeasure = 'acts'\nby = 'third'", source="f.toml")
    assert made.thresholds[0].by == ("third",)


def test_the_page_tells_every_knob_field_and_measure(root: Path) -> None:
    page = (root / "docs/simulating.md").read_text("utf-8")
    said = [*KNOBS, *(field for knob in KNOBS.values() for field in knob.fields), *MEASURES]
    assert [name for name in said if f"`{name}`" not in page] == []


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="no text in UTF-8"):
        read_scenario(path)
