"""Reports on their way into the case."""

from vedette.web.jobs.desk import Jobs
from vedette.web.jobs.job import Given, Job, State

__all__ = ["Given", "Job", "Jobs", "State"]
