import json
from pathlib import Path

import pytest

from vedette.cli.main import main


def test_prints_whom_a_name_means_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "explain", "Hezbollah", "--context", "Kataib Hezbollah spoke in Baghdad."]) == 0
    told = capsys.readouterr().out
    assert "Hezbollah: Kata'ib Hezbollah (group:kataib-hezbollah)" in told
    assert "decided by  its full name is in the text" in told
    assert "- Hezbollah (group:hezbollah)" in told


def test_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "explain", "the Iraqi premier", "--on", "2019-05-01", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["name"], told["kind"], told["country"]) == ("Adel Abdul-Mahdi", "person", "IQ")


def test_an_empty_name_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "explain", " "]) == 2
    assert "the name is empty" in capsys.readouterr().err


def test_a_bad_registry_file_of_ones_own_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from vedette.registry.registry import load

    (tmp_path / "mine.toml").write_text('actor = [\n{ id = "x", name = "X", kind = "mob" }]', encoding="utf-8")
    monkeypatch.setenv("VEDETTE_REGISTRY", str(tmp_path))
    load.cache_clear()
    try:
        assert main(["actors", "explain", "X"]) == 2
    finally:
        load.cache_clear()
    assert "mine.toml line 2 (x): kind 'mob' is none of" in capsys.readouterr().err


@pytest.mark.parametrize("first", [[], ["list"]])
def test_the_word_list_may_be_left_out(first: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", *first, "no-such.case"]) == 2
    assert "no-such.case: there is no case" in capsys.readouterr().err
