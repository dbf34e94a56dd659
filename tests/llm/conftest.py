"""What the tests of the language model's coder share: a service on this machine, a report, and a command line."""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from vedette.llm import LlmCoder, Settings, client
from vedette.model import Basis, Published, Report

TEXT = """Russian artillery shelled the market of Izium on Monday, medics said. At least five people were killed.

Ukraine’s foreign ministry condemned the “barbaric attack” the next day. The ministry demanded that Russia withdraw.

Talks between Kyiv and Moscow took place in Istanbul, Turkey's president said."""
KEY = "sk-very-secret-1234"
DAY = date(2022, 3, 10)


@dataclass(slots=True)
class Waits:
    """The waits that were asked for, none of which was waited."""

    seconds: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command line gave."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def talk() -> ModuleType:
    """The module that makes replies and serves them."""
    spec = importlib.util.spec_from_file_location("vedette_test_service", Path(__file__).with_name("service.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def service(talk: ModuleType) -> Iterator[Any]:
    """A running service without a reply yet."""
    with talk.running() as running:
        yield running


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> Waits:
    """Keep waits short: note them instead."""
    noted = Waits()
    monkeypatch.setattr(client, "sleep", noted.seconds.append)
    return noted


@pytest.fixture
def settings(service: Any) -> Settings:
    """Settings for that service."""
    return Settings(url=f"{service.url}/chat/completions", key=KEY, model="test-model", timeout=10)


@pytest.fixture
def coder(settings: Settings) -> LlmCoder:
    """A coder that asks that service."""
    return LlmCoder(settings)


@pytest.fixture
def report() -> Report:
    """A report written here."""
    return report_of(TEXT)


@pytest.fixture
def reporting() -> Callable[..., Report]:
    """The maker of reports."""
    return report_of


def report_of(text: str, *, url: str = "https://post.example/1") -> Report:
    """A report with this body, published on 2022-03-10."""
    return Report(
        id=f"r-{len(text)}",
        sha256="0" * 64,
        url=url,
        outlet="Arlen Post",
        agency=None,
        title="Market shelled",
        text=text,
        language="en",
        published=Published(start=DAY, end=DAY, precision="day", basis=Basis.GIVEN),
    )


@pytest.fixture
def environment(service: Any, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The variables that point to that service."""
    for name, value in (("URL", service.url), ("KEY", KEY), ("MODEL", "test-model")):
        monkeypatch.setenv(f"VEDETTE_LLM_{name}", value)
    return monkeypatch


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Give a function that runs `vedette ARGUMENTS` in this process."""
    from vedette.cli.main import main

    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return call
