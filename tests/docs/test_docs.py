"""The documents say what the code does: pages made from it are fresh, and every file they name is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from vedette.cli.exits import Exit
from vedette.cli.main import INTERRUPTED

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]


@pytest.mark.parametrize("call", [["docs/pages.py", "--check"], ["-m", "benchmarks.figures", "--check"]], ids=" ".join)
def test_pages_and_figures_are_fresh(call: list[str]) -> None:
    done = subprocess.run([sys.executable, *call], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_command_of_the_readme_exists() -> None:
    used = set(re.findall(r"^vedette (\w+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    known = set(re.findall(r"^## `vedette (\w+)`", (ROOT / "docs/commands.md").read_text("utf-8"), re.MULTILINE))
    assert used <= known


def test_every_call_in_the_documents_uses_options_that_there_are() -> None:
    pages = re.split(r"^## `vedette ", (ROOT / "docs/commands.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
    options = {page.split("`")[0].split()[0]: page for page in pages}
    calls = [
        (document.name, line)
        for document in DOCUMENTS
        for line in re.findall(r"^ *(?:\$ )?vedette (\w.*?)(?: {2,}#.*)?$", document.read_text("utf-8"), re.MULTILINE)
    ]
    assert len(calls) > 40
    for document, line in calls:
        page = options[line.split()[0]]
        assert [one for one in re.findall(r" (--[\w-]+)", line) if one not in page] == [], (document, line)


def test_scenarios_and_rules_in_the_documents_can_be_read(tmp_path: Path) -> None:
    from vedette.measuring.alerts_rules import parse_rules
    from vedette.simulating.bargain import read_bargain
    from vedette.simulating.scenario import scenario_of

    told = re.findall(r"```toml\n(.*?)```", (ROOT / "docs/simulating.md").read_text("utf-8"), re.DOTALL)
    assert [scenario_of(text, source="docs").title for text in told if text.startswith("title")] != []
    for text in (text for text in told if text.startswith("[brinkmanship]")):
        (tmp_path / "crisis.toml").write_text(text, "utf-8")
        assert read_bargain(tmp_path / "crisis.toml").game
    rules = re.findall(r"```toml\n(.*?)```", (ROOT / "docs/measuring.md").read_text("utf-8"), re.DOTALL)
    assert [parse_rules(text, "docs") for text in rules] != []


def test_every_data_file_that_can_be_mended_is_named() -> None:
    page = (ROOT / "docs/mending.md").read_text("utf-8")
    data = [path for end in ("toml", "tsv") for path in (ROOT / "src").rglob(f"*.{end}")]
    named = {name.partition("/*")[0] for name in re.findall(r"`([\w/.*]+)`", page)}
    missing = [path for path in data if not {path.name, path.relative_to(ROOT).as_posix()} & named]
    rooms = {"src/vedette/coding", "src/vedette/registry/actors", "src/vedette/registry/offices"}
    rooms.add("src/vedette/simulating/scenarios")
    assert [path.name for path in missing if path.parent.relative_to(ROOT).as_posix() not in rooms] == []


def test_every_setting_and_exit_code_is_told() -> None:
    page = (ROOT / "docs/settings.md").read_text("utf-8") + (ROOT / "docs/llm.md").read_text("utf-8")
    source = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    settings = {name for name in re.findall(r"\bVEDETTE_[A-Z]+(?:_[A-Z]+)*\b", source) if name != "VEDETTE_LLM"}
    codes = [str(int(code)) for code in (*Exit, INTERRUPTED)]
    assert [name for name in settings if f"`{name}`" not in page] == []
    assert [code for code in codes if f"| {code} |" not in page] == []
