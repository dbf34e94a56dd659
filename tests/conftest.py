"""What several tests share."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and public test data beside the project; skips where it is not there."""
    path = ROOT.parent / "shared"
    if not (path / "DESIGN.md").exists():
        pytest.skip("needs the data folder ../shared, which is not part of the project")
    return path
