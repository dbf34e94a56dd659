"""What is shipped: five scenarios with titles and roles, and sides of the demo's crisis that are known."""

from pathlib import Path

import pytest

from vedette.model.errors import UsageError
from vedette.simulating.binding import known_actor
from vedette.simulating.scenario import read_scenario
from vedette.simulating.shipped import found, read_sides, shipped
from vedette.simulating.sides import UNKNOWN, UNNAMED


@pytest.mark.parametrize("name", shipped())
def test_each_scenario_says_what_it_is(name: str) -> None:
    told = read_scenario(found(name))
    assert told.title
    assert told.about
    assert told.asked_by
    assert told.assumptions
    assert set(told.roles) == {"challenger", "defender"}
    assert told.sides == {}
    assert told.changes
    assert len(told.thresholds) >= 3


def test_there_are_five() -> None:
    assert set(shipped()) == {
        "civil-conflict", "security-vacuum", "regional-spillover", "restraint-holds", "withdrawal",
    }  # fmt: skip


def test_the_sides_of_the_demo_are_known() -> None:
    sides = read_sides("demo")
    assert set(sides) == {"challenger", "defender"}
    names = [name for members in sides.values() for name in members]
    assert [one for one in names if one != UNKNOWN and not one.startswith(UNNAMED) and not known_actor(one)] == []


@pytest.mark.parametrize(
    ("content", "problem"), [("", "no table"), ("[sides]\na = 1", "a list of texts"), ("=", "no TOML")]
)
def test_a_wrong_file_of_sides_is_refused(tmp_path: Path, content: str, problem: str) -> None:
    path = tmp_path / "sides.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(UsageError, match=problem):
        read_sides(str(path))


def test_a_name_that_is_nothing_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="nearest: withdrawal"):
        found("withdrawl")
