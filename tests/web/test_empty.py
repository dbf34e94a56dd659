"""A case that holds nothing is served like any other."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from vedette.store import open_case
from vedette.web import Settings, make_app

ADDRESSES = (
    *("overview", "incidents", "incidents/columns", "queue", "same", "actors", "network", "chains", "statements"),
    *("outlooks", "tallies", "sources", "coverage", "escalation", "reactions"),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A case without reports, served."""
    folder = tmp_path_factory.mktemp("empty")
    open_case(folder / "empty.case", create=True).close()
    settings = Settings(case=str(folder / "empty.case"), person="Tess", beside=folder / "jobs", static=folder)
    with TestClient(make_app(settings), base_url="http://localhost") as opened:
        yield opened


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_empty_case_has_nothing_to_tell_and_no_fault(empty: TestClient, address: str) -> None:
    answer = empty.get(f"/{address}.json")
    assert answer.status_code == 200
    lists = [value for value in answer.json().values() if isinstance(value, list)]
    assert all(not value for value in lists if value != answer.json().get("notes"))


def test_where_the_case_lies_is_not_told(empty: TestClient, tmp_path_factory: pytest.TempPathFactory) -> None:
    for address in ADDRESSES:
        assert str(tmp_path_factory.getbasetemp()) not in empty.get(f"/{address}.json").text
