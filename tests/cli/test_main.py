"""How a command line ends: exit codes, and one line for every error."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
PATHS = {"PYTHONPATH": str(Path(__file__).resolve().parents[2] / "src")}
COMMANDS = [
    "read",
    "tag",
    "code",
    "coverage",
    "demo",
    "forecast",
    "measure",
    "alerts",
    "gazetteer",
    "add",
    "incidents",
    "incident",
    "reactions",
    "tallies",
    "outlooks",
    "actors",
    "sources",
    "verify",
    "decide",
    "decisions",
    "history",
    "sample",
    "opinions",
    "agreement",
    "review",
    "serve",
    "user",
    "simulate",
]


def one_line(text: str) -> bool:
    return text.startswith("vedette: ") and text.count("\n") == 1 and "Traceback" not in text


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert f"Example: vedette {command}" in " ".join(ran.out.split())


def test_help_lists_every_command(run: Run) -> None:
    listed = [line.split()[1] for line in run("--help").out.splitlines() if line.startswith("│ ") and line[2].islower()]
    assert sorted(listed) == sorted(COMMANDS)


def test_the_version_is_the_package_s(run: Run) -> None:
    import vedette

    assert run("--version").out == f"vedette {vedette.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "x.txt", "--published", "2023-13-40"],
        ["read", "x.txt", "--published", "yesterday"],
        ["read", "x.txt", "--published", "2999-01-01"],
        ["code", "x.txt", "-o", "."],
        ["code", "x.txt", "-o", "/no/such/folder/claims.csv"],
        ["read", "x.txt", "--format", "xml"],
        ["code", "x.txt", "--format", "parquet"],
        ["code", "x.txt", "--records", "some"],
        ["code"],
        ["tag"],
        ["tag", "--sentences", "/no/such/file"],
        ["frobnicate"],
        ["read", "x.txt", "--frobnicate"],
        ["incidents", "/no/such.case"],
        ["incidents", "x.case", "--type", "ASSALT"],
        ["incidents", "x.case", "--status", "perhaps"],
        ["incidents", "x.case", "--from", "2023-02-30"],
        ["verify", "/no/such.case"],
        ["decide", "x.case", "same", "i-1"],
        ["decide", "x.case", "perhaps", "i-1", "--by", "me"],
        ["decide", "x.case", "edit", "i-1", "--by", "me"],
        ["opinions", "x.case", "/no/such/sheet.csv", "--coder", "me"],
        ["forecast", "/no/such.csv"],
        ["gazetteer", "add", "/no/such.zip"],
    ],
)
def test_a_wrong_use_is_one_line_and_2(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert one_line(ran.err), ran.err


def test_a_wrong_day_names_the_option_and_the_day(run: Run) -> None:
    assert "'--published': '2023-13-40' is no day" in run("read", "x", "--published", "2023-13-40").err


def test_an_unknown_format_lists_those_there_are(run: Run) -> None:
    assert "'jsonl'" in run("read", "x", "--format", "xml").err


def test_no_command_prints_the_help(run: Run) -> None:
    ran = run()
    assert ran.code == 2
    assert "Usage: vedette" in ran.out
    assert ran.err == ""


def test_a_case_of_nothing_is_told_to_be_empty(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "new.case"
    added = run("add", case, tmp_path / "none.txt")
    assert (added.code, "see them" in added.out, "holds no report yet" in added.out) == (1, False, True)
    assert "holds no incident yet" in run("incidents", case).out


def test_what_cannot_be_read_is_told_and_the_rest_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Shells fell on Arlen\n\nShells fell on Arlen on Monday, residents said. " * 3)
    (tmp_path / "empty.txt").write_text("")
    ran = run("read", tmp_path / "empty.txt", tmp_path / "good.txt", tmp_path / "none.txt", "--format", "jsonl")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 1
    assert [("empty.txt" in line, "none.txt" in line) for line in ran.err.splitlines()] == [
        (True, False),
        (False, True),
    ]


def test_our_own_fault_is_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import vedette.reading

    def broken(*_: object, **__: object) -> None:
        raise KeyError("boom")

    monkeypatch.setattr(vedette.reading, "read", broken)
    ran = run("read", "x.txt")
    assert ran.code == 1
    assert one_line(ran.err)
    assert "KeyError" in ran.err


def test_an_interrupt_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import vedette.reading

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(vedette.reading, "read", stopped)
    ran = run("read", "x.txt")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_an_interrupt_while_the_commands_load_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("raise KeyboardInterrupt")
    ran = subprocess.run(
        [sys.executable, "-m", "vedette", "--help"], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")


def test_a_file_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Shells fell on Arlen on Monday, residents said. " * 5)
    ran = run("read", tmp_path / "a.txt", "--format", "json", "--output", tmp_path / "none" / "out.json")
    assert ran.code == 2
    assert one_line(ran.err)
    assert "out.json" in ran.err


@pytest.mark.parametrize("format", ["table", "jsonl"])
def test_a_closed_pipe_is_quiet(tmp_path: Path, format: str) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(
            f"Report {number}\n\n" + "Shells fell on Arlen on Monday, residents said. " * 40
        )
    command = f"{sys.executable} -m vedette read {tmp_path} --format {format} | head -1"
    ran = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False)
    assert (ran.stderr, len(ran.stdout.splitlines())) == ("", 1)
    assert ran.returncode == 141


def test_importing_the_package_brings_nothing_heavy() -> None:
    heavy = ("numpy", "polars", "rich", "typer", "sqlalchemy")
    script = f"import sys, vedette; print([m for m in {heavy} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_hardly_anything_is_loaded_before_an_interrupt_is_answered() -> None:
    script = "import sys; before = set(sys.modules); import vedette.cli.main; print(sorted(set(sys.modules) - before))"
    ran = subprocess.run([sys.executable, "-S", "-c", script], capture_output=True, text=True, check=True, env=PATHS)
    assert ran.stdout == "['vedette', 'vedette.cli', 'vedette.cli.main']\n"


def test_the_command_line_brings_nothing_heavy() -> None:
    heavy = ("numpy", "polars", "onnxruntime", "sqlalchemy", "trafilatura", "pydantic")
    script = f"import sys, vedette.cli.app; print([m for m in {heavy} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_help_into_a_closed_pipe_is_quiet_too() -> None:
    command = f"{sys.executable} -m vedette code --help | true"
    ran = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (141, "")
