"""What the tests of the store share."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from vedette.store import Case, open_case

DESK = Path(__file__).with_name("desk.py")


@pytest.fixture(scope="session")
def desk() -> ModuleType:
    """The reports and the coder of these tests."""
    spec = importlib.util.spec_from_file_location("vedette_test_desk", DESK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def case(tmp_path: Path, desk: Any) -> Iterator[Case]:
    """An empty case."""
    with open_case(tmp_path / "test.case", create=True, registry=desk.Plain()) as opened:
        yield opened


@pytest.fixture
def full(case: Case, desk: Any) -> Case:
    """A case with eighteen reports on six incidents and their background."""
    case.add(desk.reports(18), coder=desk.code)
    return case
