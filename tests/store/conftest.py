"""What the tests of the store share: each runs on SQLite and on PostgreSQL."""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from vedette.store import Case, open_case

BESIDE = Path(__file__).parent
_NUMBERS = count()


def module(name: str) -> ModuleType:
    """Load a module that stands beside this one."""
    spec = importlib.util.spec_from_file_location(f"vedette_test_{name}", BESIDE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="session")
def desk() -> ModuleType:
    """The reports and the coder of these tests."""
    return module("desk")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server; skips where there is none."""
    postgresql = module("server")
    if reason := postgresql.missing():
        pytest.skip(reason)
    with postgresql.served() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Give a function that names a place for a new case: a path, or an address with a schema of its own."""
    if request.param == "sqlite":
        return lambda name: str(tmp_path / f"{name}.case")
    address, number = request.getfixturevalue("server"), next(_NUMBERS)
    return lambda name: f"{address}?schema={name}_{number}"


@pytest.fixture
def case(place: Callable[[str], str], desk: Any) -> Iterator[Case]:
    """An empty case."""
    with open_case(place("test"), create=True, registry=desk.Plain()) as opened:
        yield opened


@pytest.fixture
def full(case: Case, desk: Any) -> Case:
    """A case with eighteen reports on six incidents and their background."""
    case.add(desk.reports(18), coder=desk.code)
    return case
