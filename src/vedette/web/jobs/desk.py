"""The desk at which jobs are done, one after the other, in a thread of its own."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from queue import SimpleQueue

from vedette.model import Report, SourceError, VedetteError
from vedette.reading import Failure, read
from vedette.reading.opening import open_file
from vedette.reading.origin import Origin
from vedette.reading.stream import read_stream
from vedette.store import Case, Coder
from vedette.web.jobs.folder import Folder
from vedette.web.jobs.job import Found, Given, Job, State

_TRIES = 3  # times that a job is begun: one that stops the server each time must not do so for ever


class Jobs:
    """Takes jobs, does them in turn, and knows how far each is. `done` is called when one has changed the case."""

    def __init__(
        self, folder: Folder, case: Case, *, coder: Coder | None = None, done: Callable[[], None] = lambda: None
    ) -> None:
        self.folder, self._case, self._coder, self._done = folder, case, coder, done
        self._jobs: dict[str, Job] = {}
        self._waiting: SimpleQueue[str | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Take up what was left, and begin."""
        for job in self.folder.jobs():
            self._jobs[job.job_id] = job
            if not job.over:
                self._waiting.put(job.job_id)
        self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Begin no more; what is at work is taken up again at the next start."""
        self._waiting.put(None)

    def take(self, job: Job) -> None:
        """Take a job whose files are in its folder."""
        self.folder.accept(job)
        self._jobs[job.job_id] = job
        self._waiting.put(job.job_id)

    def job(self, job_id: str) -> Job | None:
        """Give a job as it stands."""
        return self._jobs.get(job_id)

    def jobs(self) -> list[Job]:
        """Give all jobs, the latest first."""
        return sorted(self._jobs.values(), key=lambda one: (one.made, one.job_id), reverse=True)

    def _work(self) -> None:
        while (job_id := self._waiting.get()) is not None:
            self._do(self._jobs[job_id])

    def _do(self, job: Job) -> None:
        if job.tries >= _TRIES:
            self._keep(job.failed(f"was begun {job.tries} times and never ended: give it in smaller parts"))
            return
        job = self._keep(replace(job, state=State.RUNNING, tries=job.tries + 1))
        try:
            self._add(job)
        except VedetteError as error:
            self._keep(self._jobs[job.job_id].failed(str(error)))
        except Exception as error:  # the boundary of the thread: the server lives on, and the job tells of it
            self._keep(self._jobs[job.job_id].failed(f"a fault of vedette's own: {type(error).__name__}: {error}"))
        self._done()

    def _add(self, job: Job) -> None:
        def kept(report: Report) -> None:
            now = self._jobs[job.job_id]
            found = Found(report_id=report.id, title=report.title, outlet=report.outlet)
            self._jobs[job.job_id] = replace(now, reports=(*now.reports, found))

        added = self._case.add(self._noted(job), coder=self._coder, progress=kept)
        self._keep(
            replace(
                self._jobs[job.job_id],
                state=State.DONE if added.new_reports or added.known_reports else State.FAILED,
                known_reports=added.known_reports,
                new_claims=added.new_claims,
                new_incidents=added.new_incidents,
                changed_incidents=added.changed_incidents,
                failures=added.failures,
                ended=datetime.now(UTC),
            )
        )

    def _noted(self, job: Job) -> Iterator[Report | Failure]:
        """Read what was given; what fails is told while the job runs."""
        for item in (item for given in job.given for item in self._read(job, given)):
            if isinstance(item, Failure):
                now = self._jobs[job.job_id]
                self._jobs[job.job_id] = replace(now, failures=(*now.failures, f"{item.source}: {item.problem}"))
            yield item

    def _read(self, job: Job, given: Given) -> Iterator[Report | Failure]:
        if given.file is None:
            yield from read(given.name, published=job.published, outlet=job.outlet, public_only=True)
            return
        origin = Origin(
            source=given.name,
            url=job.url or f"file:{given.name}",
            outlet=job.outlet,
            published=job.published,
            public_only=True,
        )
        try:
            with open_file(self.folder.place(job.job_id) / given.file) as stream:
                yield from read_stream(stream, origin)
        except SourceError as error:
            yield Failure(source=error.source, problem=error.problem)

    def _keep(self, job: Job) -> Job:
        self.folder.save(job)
        self._jobs[job.job_id] = job
        return job
