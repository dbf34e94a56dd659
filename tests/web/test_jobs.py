"""Reports added through the page."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from vedette.reading import reach
from vedette.store import open_case
from vedette.web.jobs import Given, Job, Jobs, State
from vedette.web.jobs.folder import Folder

Csrf = Callable[[TestClient], dict[str, str]]
TEXT = "On 2024-04-02 Eastern forces shelled a school in Arda, killing 6, the council of the town said on that day."


def ended(client: TestClient, job_id: str) -> dict[str, Any]:
    for _ in range(400):
        form: dict[str, Any] = client.get(f"/api/jobs/{job_id}").json()
        if form["state"] in ("done", "failed"):
            return form
        time.sleep(0.02)
    raise AssertionError(form)


def test_pasted_text_becomes_an_incident(client: TestClient, csrf: Csrf) -> None:
    answer = client.post(
        "/api/add", json={"text": TEXT, "outlet": "Paper", "published": "2024-04-03"}, headers=csrf(client)
    )
    assert answer.status_code == 202
    done = ended(client, answer.json()["id"])
    assert (done["state"], done["new_reports"], done["person"], done["failures"]) == ("done", 1, "Tess", [])
    (found,) = client.get("/incidents.json?outlet=Paper").json()["items"]
    assert done["new_incidents"] == [found["incident_id"]]


def test_files_are_added_and_what_fails_is_told(client: TestClient, csrf: Csrf) -> None:
    files = [("files", ("a.txt", TEXT)), ("files", ("b.bin", b"\x00\x01\x02\x03" * 50)), ("files", ("c.txt", b""))]
    answer = client.post("/api/add", files=files, data={"outlet": "Paper"}, headers=csrf(client))
    done = ended(client, answer.json()["id"])
    assert (done["state"], done["new_reports"], len(done["failures"])) == ("done", 1, 2)
    assert done["given"] == ["a.txt", "b.bin", "c.txt"]


@pytest.mark.parametrize("name", ["../../evil.txt", "..\\..\\evil.txt", "/etc/evil.txt", "C:\\evil.txt", "evil\x00"])
def test_a_file_s_name_leads_nowhere(client: TestClient, csrf: Csrf, tmp_path: Path, name: str) -> None:
    files = [("files", (name, TEXT.encode()))]
    done = ended(client, client.post("/api/add", files=files, headers=csrf(client)).json()["id"])
    assert not {"/", "\\", "\x00"} & set(done["given"][0])
    assert [one for one in tmp_path.rglob("*") if "evil" in one.name] == []


def test_the_same_text_again_changes_nothing(client: TestClient, csrf: Csrf) -> None:
    for known in (0, 1):
        job_id = client.post("/api/add", json={"text": TEXT}, headers=csrf(client)).json()["id"]
        assert ended(client, job_id)["known_reports"] == known


def test_progress_is_told_until_the_end(client: TestClient, csrf: Csrf) -> None:
    job_id = client.post("/api/add", json={"text": TEXT}, headers=csrf(client)).json()["id"]
    told = client.get(f"/api/jobs/{job_id}/events")
    assert told.headers["content-type"].startswith("text/event-stream")
    assert told.text.rstrip().rpartition("event: ")[2].startswith("end\ndata: {")
    assert '"state": "done"' in told.text


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"text": ""},
        {"url": "file:///etc/passwd"},
        {"url": "ftp://example.org/a"},
        {"url": "/etc/passwd"},
        {"text": "x", "published": "soon"},
        {"text": "x", "published": "2999-01-01"},
        {"text": ["x"]},
        [1],
    ],
)
def test_what_cannot_be_added_is_refused(client: TestClient, csrf: Csrf, tmp_path: Path, form: Any) -> None:
    answer = client.post("/api/add", json=form, headers=csrf(client))
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "usage")
    assert list((tmp_path / "jobs").glob("*")) == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:8765/api/me",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://10.0.0.8/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "http://user:word@127.0.0.1/",
    ],
)
def test_an_address_within_is_not_fetched(client: TestClient, csrf: Csrf, url: str) -> None:
    job_id = client.post("/api/add", json={"url": url}, headers=csrf(client)).json()["id"]
    done = ended(client, job_id)
    assert (done["state"], done["new_reports"]) == ("failed", 0)
    assert done["failures"]


def test_a_feed_from_outside_leads_nowhere_within(
    client: TestClient, csrf: Csrf, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(reach, "_connected", lambda found, port, timeout: asked.append(found[0]) or 1 / 0)
    feed = (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Feed</title><item><title>A short title</title>"
        f"<link>http://127.0.0.1/secret</link><description>{TEXT}</description></item></channel></rss>"
    )
    job_id = client.post("/api/add", files=[("files", ("f.xml", feed))], headers=csrf(client)).json()["id"]
    assert ended(client, job_id)["state"] == "done"
    assert asked == []


def test_a_job_that_a_crash_cut_off_is_done_at_the_next_start(case_path: Path, desk: Any, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    folder = Folder(tmp_path / "left")
    job_id = folder.new()
    folder.file(job_id, 0).write_text(TEXT)
    cut = Job(
        job_id=job_id,
        person="Tess",
        made=datetime.now(UTC),
        given=(Given(name="a.txt", file="0000"),),
        state=State.RUNNING,
        tries=1,
    )
    folder.accept(cut)
    (folder.path / ".job-0123456789abcdef").mkdir()  # one that was never accepted
    with open_case(case_path) as case:
        jobs = Jobs(folder, case, coder=desk.code)
        jobs.start()
        for _ in range(400):
            if (now := jobs.job(job_id)) and now.over:
                break
            time.sleep(0.02)
        jobs.stop()
        assert now is not None
        assert (now.state, now.tries, len(now.reports)) == (State.DONE, 2, 1)
    assert [one.name for one in folder.place(job_id).iterdir()] == ["job.json"]
    assert [one.name for one in folder.path.iterdir()] == [job_id]


def test_a_job_that_stops_the_server_each_time_is_given_up(case_path: Path, desk: Any, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    folder = Folder(tmp_path / "left")
    job_id = folder.new()
    given = (Given(name="a.txt", file="0000"),)
    folder.accept(Job(job_id=job_id, person="T", made=datetime.now(UTC), given=given, state=State.RUNNING, tries=3))
    with open_case(case_path) as case:
        jobs = Jobs(folder, case, coder=desk.code)
        jobs.start()
        time.sleep(0.2)
        jobs.stop()
        now = jobs.job(job_id)
    assert now is not None
    assert now.state is State.FAILED
