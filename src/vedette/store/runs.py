"""The runs that added reports to a case."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, select

from vedette.store import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: when it began and ended (ISO 8601, `ended` None: cut off, or still at work), and what failed."""

    run_id: str
    started: str
    ended: str | None
    new_reports: int
    known_reports: int
    failures: tuple[tuple[str, str], ...] = ()


def runs(connection: Connection) -> list[Run]:
    """Give all runs, the latest first; a failure is a pair of source and problem."""
    failed: dict[str, list[tuple[str, str]]] = defaultdict(list)
    lines = tables.failures
    for row in connection.execute(select(lines).order_by(lines.c.run_id, lines.c.place)):
        failed[row.run_id].append((row.source, row.problem))
    ordered = select(tables.runs).order_by(tables.runs.c.started.desc(), tables.runs.c.run_id)
    return [
        Run(
            run_id=row.run_id,
            started=row.started,
            ended=row.ended,
            new_reports=row.new_reports,
            known_reports=row.known_reports,
            failures=tuple(failed[row.run_id]),
        )
        for row in connection.execute(ordered)
    ]
