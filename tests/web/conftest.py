"""A case served to the tests: eighteen reports on six incidents and their background, a threat, and hostile words."""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from starlette.testclient import TestClient

from vedette.store import Coder, open_case
from vedette.web import Settings, make_app

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"
TEAM = {"Rita": "READER", "Cora": "CODER", "Ed": "EDITOR", "Ada": "ADMIN"}
PASSWORD = "four plain words here"


def module(name: str, folder: str) -> ModuleType:
    """Load a module that stands in a folder of tests."""
    path = Path(__file__).parents[1] / folder / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"vedette_test_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="session")
def desk() -> ModuleType:
    """The reports of the store's tests, and a coder that reads their simple sentences."""
    return module("desk", "store")


@pytest.fixture(scope="session")
def postgresql() -> ModuleType:
    """What starts a PostgreSQL server, or says why it cannot."""
    return module("server", "store")


@pytest.fixture(scope="session")
def told() -> ModuleType:
    """The reports that the tests of the web add to those of the store."""
    return module("told", "web")


@pytest.fixture(scope="session")
def coder(desk: Any, told: ModuleType) -> Coder:
    """Code what the reports of these tests are made of."""

    return told.coder(desk)  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, desk: Any, told: ModuleType, coder: Coder) -> Path:
    """A case on disk; tests that write take a copy."""
    path = tmp_path_factory.mktemp("web") / "made.case"
    with open_case(path, create=True) as case:
        case.add([*desk.reports(18), *told.reports(desk, EVIL)], coder=coder)
    return path


@pytest.fixture
def case_path(filled: Path, tmp_path: Path) -> Path:
    """A copy of the case that a test may change."""
    path = tmp_path / "crisis.case"
    path.write_bytes(filled.read_bytes())
    return path


@pytest.fixture
def serve(case_path: Path, tmp_path: Path, coder: Coder) -> Iterator[Callable[..., TestClient]]:
    """Give a function that serves the case with settings of the test's own."""
    with ExitStack() as open_:

        def start(**given: Any) -> TestClient:
            settings = Settings(
                **{"case": str(case_path), "person": "Tess", "beside": tmp_path / "jobs", "static": tmp_path, **given}
            )
            app = make_app(settings, coder=coder)
            return open_.enter_context(TestClient(app, base_url="http://localhost", follow_redirects=False))

        yield start


@pytest.fixture
def client(serve: Callable[..., TestClient]) -> TestClient:
    """The case served to one person."""
    return serve()


@pytest.fixture(scope="session")
def reading(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The case served once for all tests that only read."""
    beside = tmp_path_factory.mktemp("beside")
    settings = Settings(case=str(filled), person="Tess", beside=beside / "jobs", static=beside)
    with TestClient(make_app(settings), base_url="http://localhost", follow_redirects=False) as opened:
        yield opened


@pytest.fixture
def team(serve: Callable[..., TestClient], tmp_path: Path) -> TestClient:
    """The case served to a team."""
    from vedette.web.accounts import Accounts
    from vedette.web.roles import Role

    accounts = Accounts(tmp_path / "accounts")
    for name, role in TEAM.items():
        accounts.add(name, PASSWORD, Role[role])
    return serve(accounts=accounts.path)


def token(client: TestClient) -> dict[str, str]:
    """Give the header that shows that a request comes from the page."""
    return {"x-vedette-csrf": client.get("/api/me").json()["csrf"]}


def login(client: TestClient, name: str, password: str = PASSWORD) -> Any:
    """Log in."""
    return client.post("/api/session", json={"name": name, "password": password}, headers=token(client))


@pytest.fixture
def csrf() -> Callable[[TestClient], dict[str, str]]:
    """The function that gives the header."""
    return token


@pytest.fixture
def enter() -> Callable[..., Any]:
    """The function that logs in."""
    return login


@pytest.fixture
def evil() -> str:
    """The words that no page may run."""
    return EVIL
