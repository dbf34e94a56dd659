"""`vedette code --coder llm` and `vedette add --coder llm`."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
EVENT = {
    "sentence": 1, "trigger": "shelled", "type": "ASSAULT", "mode": "heavy-weapons", "status": "actual",
    "actor": ["Russian artillery"], "target": ["three trains"], "place": ["Izium"], "time": ["on Monday"],
}  # fmt: skip
VARIABLES = ("VEDETTE_LLM_URL", "VEDETTE_LLM_KEY", "VEDETTE_LLM_MODEL")


@pytest.fixture
def file(tmp_path: Path, report: Any) -> Path:
    path = tmp_path / "izium.txt"
    path.write_text(f"Market shelled\n\n{report.text}\n")
    return path


@dataclass(frozen=True, slots=True)
class Desk:
    """A service that answers well, how to make it answer otherwise, and the variables that point to it."""

    service: Any
    talk: Any
    environment: pytest.MonkeyPatch


@pytest.fixture
def desk(service: Any, talk: Any, environment: pytest.MonkeyPatch, tmp_path: Path) -> Desk:
    service.replies = [talk.events(EVENT)]
    environment.chdir(tmp_path)
    return Desk(service, talk, environment)


def test_codes_and_says_what_it_took(run: Run, file: Path, desk: Desk) -> None:
    desk.environment.setenv("VEDETTE_LLM_PRICE_IN", "1")
    desk.environment.setenv("VEDETTE_LLM_PRICE_OUT", "4")
    ran = run("code", file, "--coder", "llm", "--published", "2022-03-10", "--format", "jsonl")
    claims = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [(one["type"], one["when"]["from"], one["place"]["country"]) for one in claims] == [
        ("ASSAULT", "2022-03-07", "UA")
    ]
    took, dropped = ran.err.splitlines()
    assert took.startswith("vedette: test-model: 1 answer, 1,000 tokens read, 200 written, cost 0.0018, ")
    assert dropped == "vedette: dropped 1 field (1 quote not in the text)"


def test_the_readable_form_and_all_records_work_as_ever(run: Run, file: Path, desk: Desk) -> None:
    assert "*shelled*" in run("code", file, "--coder", "llm").out
    forms = run("code", file, "--coder", "llm", "--format", "jsonl", "--records", "all").out.splitlines()
    assert {json.loads(form)["record"] for form in forms} >= {"claim"}


def test_adds_to_a_case_once(run: Run, file: Path, desk: Desk) -> None:
    ran = run("add", "a.case", file, "--coder", "llm")
    assert (ran.code, "claims     1 new" in ran.out, ran.err.count("\n")) == (0, True, 2)
    again = run("add", "a.case", file, "--coder", "llm")
    assert (again.code, again.err, len(desk.service.asked)) == (0, "", 1)
    assert run("verify", "a.case").code == 0


@pytest.mark.parametrize("name", VARIABLES)
@pytest.mark.parametrize("command", [["code"], ["add", "a.case"]], ids=lambda command: command[0])
def test_a_missing_variable_is_wrong_use(run: Run, file: Path, desk: Desk, name: str, command: list[str]) -> None:
    desk.environment.delenv(name)
    ran = run(*command, file, "--coder", "llm")
    assert (ran.code, ran.out, ran.err.count("\n"), name in ran.err) == (2, "", 1, True)
    assert (desk.service.asked, Path("a.case").exists()) == ([], False)


@pytest.mark.parametrize("refused", [(401, "VEDETTE_LLM_KEY"), (404, "VEDETTE_LLM_URL")])
@pytest.mark.parametrize("command", [["code"], ["add", "a.case"]], ids=lambda command: command[0])
def test_what_the_service_refuses_is_wrong_use(
    run: Run, file: Path, desk: Desk, refused: tuple[int, str], command: list[str]
) -> None:
    status, named = refused
    desk.service.replies = [desk.talk.failure(status, f"wrong: {os.environ['VEDETTE_LLM_KEY']}")]
    ran = run(*command, file, "--coder", "llm")
    assert (ran.code, ran.out, ran.err.count("\n"), named in ran.err) == (2, "", 1, True)
    assert os.environ["VEDETTE_LLM_KEY"] not in ran.err


@pytest.mark.parametrize(
    "says",
    [
        lambda talk: talk.completion("{"),
        lambda talk: talk.completion(""),
        lambda talk: talk.failure(500),
        lambda talk: talk.failure(429, Retry_After="1"),
        lambda talk: talk.Says(body=b"<html>"),
        lambda talk: talk.Says(body=b"{}", late=0.3),
    ],
    ids=["json", "empty", "500", "429", "html", "late"],
)
def test_a_report_that_the_model_fails_is_left_out_with_a_line(
    run: Run, file: Path, desk: Desk, says: Callable[[Any], Any]
) -> None:
    desk.environment.setenv("VEDETTE_LLM_TIMEOUT", "0.1")
    desk.service.replies = [says(desk.talk)]
    for command in (["code"], ["add", "a.case"]):
        ran = run(*command, file, "--coder", "llm")
        told = [line for line in ran.err.splitlines() if line.startswith(f"vedette: file:{file}")]
        assert (ran.code, len(told)) == (1, 1)
        assert os.environ["VEDETTE_LLM_KEY"] not in ran.out + ran.err


def test_the_other_reports_are_kept(run: Run, file: Path, desk: Desk) -> None:
    other = file.with_name("other.txt")
    other.write_text(file.read_text().replace("Izium", "Sumy"))
    desk.service.replies = [
        desk.talk.completion("{"),
        desk.talk.completion("{"),
        desk.talk.events({**EVENT, "place": ["Sumy"]}),
    ]
    ran = run("code", file, other, "--coder", "llm", "--format", "jsonl")
    assert (ran.code, len(ran.out.splitlines())) == (1, 1)


def test_nobody_at_the_address_is_one_line(run: Run, file: Path, desk: Desk) -> None:
    desk.environment.setenv("VEDETTE_LLM_URL", "http://127.0.0.1:9/v1")
    ran = run("code", file, "--coder", "llm")
    assert (ran.code, ran.out, ran.err.count("\n"), "refuses the connection" in ran.err) == (1, "", 1, True)


def test_an_unknown_coder_is_wrong_use(run: Run, file: Path) -> None:
    ran = run("code", file, "--coder", "oracle")
    assert (ran.code, ran.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("command", [["code"], ["add", "a.case"]], ids=lambda command: command[0])
def test_nothing_of_it_is_there_unless_asked_for(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in sys.modules if name.startswith("vedette.llm")]:
        monkeypatch.delitem(sys.modules, name)
    assert run(*command, file).code == 0
    assert [name for name in sys.modules if name.startswith("vedette.llm")] == []
