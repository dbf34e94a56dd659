"""`vedette serve`, `review` and `user` on the command line."""

import io
import json
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from vedette.cli.main import main
from vedette.model import UsageError
from vedette.web.serving import bound, is_loopback, settings_of


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org"])
@pytest.mark.parametrize("command", ["serve", "review"])
def test_nobody_serves_to_others_without_accounts(
    case_path: Path, command: str, host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(case_path), "--host", host, "--no-open"]) == 2
    assert "--team" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("127.9.9.9", True),
        ("0.0.0.0", False),
        ("a.org", False),
    ],
)
def test_loopback_is_this_machine_alone(host: str, own: bool) -> None:
    assert is_loopback(host) is own


def test_a_team_needs_an_account_first(case_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(case_path), "--team", "--no-open"]) == 2
    assert "vedette user add" in capsys.readouterr().err


def test_a_path_without_a_case_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(tmp_path / "none.case"), "--no-open"]) == 2
    assert "there is no case" in capsys.readouterr().err


def test_a_port_in_use_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="cannot be served on"):
        bound("127.0.0.1", taken.getsockname()[1])


def test_accounts_are_made_changed_and_removed(
    case_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def call(*words: str, stdin: str = "") -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        assert main(["user", words[0], str(case_path), *words[1:]]) == 0
        return capsys.readouterr().out

    call("add", "Ada", "--role", "admin", stdin="four plain words here\n")
    call("add", "Bo", stdin="four other words here\n")
    call("role", "Bo", "reader")
    listed = call("list")
    assert "Ada" in listed
    assert "reader" in listed
    call("remove", "Bo")
    assert "Bo" not in call("list")
    assert settings_of(str(case_path), host="0.0.0.0", person="x", team=True).answers_to("10.1.1.1")


@pytest.mark.parametrize("words", [["add", "x", "--role", "king"], ["remove", "nobody"], ["role", "nobody", "coder"]])
def test_accounts_that_cannot_be_are_told(
    case_path: Path, words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("four plain words here\n"))
    assert main(["user", words[0], str(case_path), *words[1:]]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_server_answers_until_it_is_interrupted(case_path: Path) -> None:
    command = [sys.executable, "-m", "vedette", "review", str(case_path), "--port", "0", "--no-open", "--by", "Ann"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        address = server.stdout.readline().partition("served at ")[2].split()[0]
        assert address.endswith("/queue")
        with urllib.request.urlopen(address.replace("/queue", "/api/me"), timeout=30) as answer:
            assert json.load(answer)["person"] == "Ann"
    finally:
        server.send_signal(signal.SIGINT)
        code = server.wait(20)
    assert code == 0
