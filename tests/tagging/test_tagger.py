"""The trained tagger on sentences written for these tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from vedette.model.errors import UsageError
from vedette.model.mark import Label, Role
from vedette.tagging import load, load_tagger
from vedette.tagging.backend import threads

ROCKETS = "On Sunday, Hamas militants fired three rockets at the port of Ashdod, killing two dockers, police said."
WEATHER = "Light rain is expected in the valley on Thursday, with mild winds."


def test_finds_the_happening_and_its_roles() -> None:
    (mark,) = load().tag([ROCKETS])[0].marks
    assert (mark.trigger.text, mark.type, mark.mode, mark.status) == ("fired", "ASSAULT", "heavy-weapons", "actual")
    assert [span.text for span in mark.of(Role.ACTOR)] == ["Hamas militants"]
    assert [span.text for span in mark.of(Role.KILLED)] == ["two dockers"]
    assert [span.text for span in mark.of(Role.TIME)] == ["Sunday"]


def test_finds_names() -> None:
    names = {(name.span.text, name.label) for name in load().tag([ROCKETS])[0].names}
    assert {("Hamas", Label.GROUP), ("Ashdod", Label.PLACE)} <= names


def test_weather_is_no_happening() -> None:
    assert load().tag([WEATHER])[0].marks == ()


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The minister condemned the killings in Darfur.", "ACCUSE", "actual"),
        ("The army vowed to bomb the rebel camps near Goma.", "THREATEN", "actual"),
        ("Thousands of students protested in Dhaka on Monday.", "PROTEST", "actual"),
        ("police arrested five activists in harare", "COERCE", "actual"),
        ("RUSSIAN DRONES HIT KHARKIV APARTMENT BLOCK", "ASSAULT", "actual"),
    ],
)
def test_tells_types_and_status_apart(text: str, type_: str, status: str) -> None:
    assert (type_, status) in {(mark.type, mark.status) for mark in load().tag([text])[0].marks}


@pytest.mark.parametrize(
    "text",
    [
        ROCKETS,
        "“We’ll strike back,” Kata’ib Hezbollah’s spokesman said — ‘soon’…",
        "🚀 Rockets hit Şırnak; naïve café owners fled to Diyarbakır.",
        "Kyiv said: \"Russia's attack on Odesa's port killed 3.\"",
        "",
        "   ",
        "...",
    ],
)
def test_every_span_is_a_quote_of_its_sentence(text: str) -> None:
    tagged = load().tag([text])[0]
    spans = [mark.trigger for mark in tagged.marks] + [name.span for name in tagged.names]
    spans += [role.span for mark in tagged.marks for role in mark.roles] + [one.span for one in tagged.attributions]
    assert tagged.text == text
    assert all(span.stands_in(text) for span in spans)


def test_probabilities_are_probabilities() -> None:
    for mark in load().tag([ROCKETS])[0].marks:
        chances = [mark.probability, mark.status_probability, mark.mode_probability]
        assert all(0 <= chance <= 1 for chance in [*chances, *(role.probability for role in mark.roles)])


def test_the_order_of_sentences_is_kept() -> None:
    texts = [WEATHER, ROCKETS, "No."] * 40
    assert [tagged.text for tagged in load().tag(texts)] == texts


def test_neighbours_do_not_change_what_is_found() -> None:
    alone = load().tag([ROCKETS])[0]
    among = load().tag([WEATHER, ROCKETS, "Talks failed in Cairo, and both sides left."])[1]
    assert [mark.trigger for mark in among.marks] == [mark.trigger for mark in alone.marks]
    assert [mark.roles[0].span for mark in among.marks] == [mark.roles[0].span for mark in alone.marks]


def test_a_very_long_sentence_is_read_to_its_end() -> None:
    text = "The list of towns is long: " + ", ".join(["Aleppo"] * 400) + ", and rebels shelled Homs on Monday."
    tagged = load().tag([text])[0]
    assert any(mark.trigger.text == "shelled" for mark in tagged.marks)


def test_reads_the_roles_of_a_given_trigger() -> None:
    text = "Turkey bombed a Kurdish village on Friday."
    (mark,) = load().mark([text], [[(7, 13, "ASSAULT")]])[0].marks
    assert (mark.trigger.text, mark.type) == ("bombed", "ASSAULT")
    assert [span.text for span in mark.of(Role.ACTOR)] == ["Turkey"]


def test_nothing_in_nothing_out() -> None:
    assert load().tag([]) == []


def test_missing_weights_are_said_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="weights are missing"):
        load_tagger(tmp_path)


@pytest.mark.parametrize("wrong", ["0", "two", "-1", "1.5"])
def test_a_wrong_number_of_threads_is_refused(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEDETTE_THREADS", wrong)
    with pytest.raises(UsageError, match="VEDETTE_THREADS"):
        threads()


def test_threads_are_as_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEDETTE_THREADS", "3")
    assert threads() == 3


def test_importing_loads_no_runtime() -> None:
    code = "import sys, vedette.tagging; sys.exit(any(name in sys.modules for name in ('onnxruntime', 'torch')))"
    assert subprocess.run([sys.executable, "-c", code], check=False, env=os.environ).returncode == 0
