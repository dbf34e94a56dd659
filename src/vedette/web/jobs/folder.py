"""Jobs on disk: a folder each, there before a job is taken for accepted, and still there after a crash."""

import json
import os
import re
import secrets
import shutil
from pathlib import Path

from vedette.model import from_json, to_json
from vedette.web.jobs.job import Job

_FORM = "job.json"
_ID = re.compile(r"job-[0-9a-f]{16}")
KEPT = 50  # jobs that are over


class Folder:
    """The folder of all jobs."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def new(self) -> str:
        """Make the place of a new job, not yet one of them; give its id."""
        job_id = f"job-{secrets.token_hex(8)}"
        self._coming(job_id).mkdir(parents=True, mode=0o700)
        return job_id

    def file(self, job_id: str, number: int) -> Path:
        """Give where a file of a new job is to be written: by number, whatever its name was."""
        return self._coming(job_id) / f"{number:04d}"

    def accept(self, job: Job) -> None:
        """Make a job one of them, at once and whole."""
        _write(self._coming(job.job_id) / _FORM, job)
        os.replace(self._coming(job.job_id), self.path / job.job_id)

    def drop(self, job_id: str) -> None:
        """Forget a job that was not accepted."""
        shutil.rmtree(self._coming(job_id), ignore_errors=True)

    def place(self, job_id: str) -> Path:
        """Give the folder of a job."""
        return self.path / job_id

    def save(self, job: Job) -> None:
        """Write how far a job has come; of one that is over nothing but that is kept."""
        _write(self.place(job.job_id) / _FORM, job)
        if job.over:
            for file in self.place(job.job_id).iterdir():
                if file.name != _FORM:
                    file.unlink(missing_ok=True)

    def jobs(self) -> list[Job]:
        """Give all jobs, the oldest first; what was not accepted is swept away."""
        if not self.path.is_dir():
            return []
        for left in self.path.glob(".job-*"):
            shutil.rmtree(left, ignore_errors=True)
        forms = [place / _FORM for place in self.path.iterdir() if _ID.fullmatch(place.name)]
        found = [from_json(Job, json.loads(form.read_text("utf-8"))) for form in forms if form.is_file()]
        found.sort(key=lambda one: (one.made, one.job_id))
        over = [one for one in found if one.over]
        for one in over[:-KEPT]:
            shutil.rmtree(self.place(one.job_id), ignore_errors=True)
        return [one for one in found if one not in over[:-KEPT]]

    def _coming(self, job_id: str) -> Path:
        return self.path / f".{job_id}"


def _write(path: Path, job: Job) -> None:
    """Write whole or not at all."""
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as file:
        json.dump(to_json(job), file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
