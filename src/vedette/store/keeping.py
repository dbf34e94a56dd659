"""Reports coded and kept, a transaction each; then the case linked anew."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count

from sqlalchemy import Connection, Engine, select

from vedette.linking.kin import Actors
from vedette.model import Coding, Report, UsageError, VedetteError
from vedette.model.ids import content_id
from vedette.store import atonce, revisions, rows, snapshot, tables
from vedette.store.add import Added, Coder, Problem, Progress
from vedette.store.engine import writing
from vedette.store.problems import told


def keep_all(
    engine: Engine, reports: Iterable[Report | Problem], *, name: str, coder: Coder | None, progress: Progress | None
) -> Added:
    """Keep each report that is new; give what was new and what failed."""
    if isinstance(reports, Report):
        raise UsageError("add takes many reports, not one by itself: put it into a list")
    with told(name):
        run_id = _begin_run(engine)
    added = Added()
    for item, coding in _coded(engine, reports, name=name, coder=coder):
        added = _one(engine, item, coding, added, name=name)
        if progress and isinstance(item, Report):
            progress(item)
    with told(name):
        _end_run(engine, run_id, added)
    return added


def relink(engine: Engine, registry: Actors) -> revisions.Changed:
    """Link what the case says, outside any transaction, and write it, until nobody has said more in the meantime.

    What was linked is written also where more was said: who goes on deciding must not keep it away for ever.
    """
    changed = revisions.Changed()
    while True:
        with engine.begin() as connection:
            said = rows.version(connection, "said")
            if said == rows.version(connection, "linked"):
                return changed
            taken = snapshot.take(connection)
        linked = taken.linked(registry)
        with writing(engine).begin() as connection:
            if rows.version(connection, "linked") < said:  # another process may have linked it, and more
                changed = changed.then(revisions.write(connection, linked))
                rows.set_version(connection, "linked", said)
                held = {one.decision_id for one in taken.decisions}
                later = [one for one in rows.load_decisions(connection) if one.decision_id not in held]
                atonce.apply(connection, later, taken.decisions, registry)


def failures(connection: Connection) -> list[str]:
    """Give what failed in all runs, the latest run last."""
    table = tables.failures
    ordered = select(table, tables.runs.c.started).join(tables.runs).order_by(tables.runs.c.started, table.c.place)
    return [f"{row.source}: {row.problem}" for row in connection.execute(ordered)]


def unfinished(connection: Connection) -> bool:
    """Say whether the run that began last has not ended."""
    last = connection.execute(select(tables.runs.c.ended).order_by(tables.runs.c.started.desc()).limit(1)).first()
    return last is not None and last.ended is None


def _coded(
    engine: Engine, items: Iterable[Report | Problem], *, name: str, coder: Coder | None
) -> Iterator[tuple[Report | Problem, Callable[[], Coding] | None]]:
    """Give each item with a call that codes it, None where the case has it already or it could not be read."""

    def fresh(item: Report | Problem) -> Report | None:
        if not isinstance(item, Report):
            return None
        with told(name), engine.begin() as connection:
            return None if rows.known(connection, item.id) else item

    if coder is None:
        from vedette.coding.ahead import coded_ahead  # here: it brings the tagger with it

        return coded_ahead(items, wanted=fresh)
    return ((item, partial(coder, report) if (report := fresh(item)) else None) for item in items)


def _one(
    engine: Engine, item: Report | Problem, coded: Callable[[], Coding] | None, added: Added, *, name: str
) -> Added:
    if not isinstance(item, Report):
        return replace(added, failures=(*added.failures, f"{item.source}: {item.problem}"))
    if coded is None:
        return replace(added, known_reports=added.known_reports + 1)
    try:
        coding = coded()
    except UsageError:  # what no report could be coded with ends the run; what was kept stays
        raise
    except VedetteError as error:
        return replace(added, failures=(*added.failures, f"{item.url}: {_line(error, item.url)}"))
    with told(name):
        return _keep(engine, item, coding, added)


def _keep(engine: Engine, report: Report, coding: Coding, added: Added) -> Added:
    with writing(engine).begin() as connection:
        if rows.known(connection, report.id):  # another process may have kept it while we coded
            return replace(added, known_reports=added.known_reports + 1)
        rows.keep(connection, report, coding)
        rows.set_version(connection, "said", rows.version(connection, "said") + 1)
    claims = len({one.claim_id for one in coding.claims})
    return replace(added, new_reports=added.new_reports + 1, new_claims=added.new_claims + claims)


def _line(error: VedetteError, url: str) -> str:
    return str(error).removeprefix(f"{url}: ")


def _begin_run(engine: Engine) -> str:
    started = rows.now()
    with writing(engine).begin() as connection:
        taken = {row.run_id for row in connection.execute(select(tables.runs.c.run_id))}
        run_id = next(one for one in _run_ids(started) if one not in taken)
        connection.execute(
            tables.runs.insert(),
            {"run_id": run_id, "started": started, "ended": None, "new_reports": 0, "known_reports": 0},
        )
    return run_id


def _run_ids(started: str) -> Iterator[str]:
    return (content_id("run", started, number) for number in count())


def _end_run(engine: Engine, run_id: str, added: Added) -> None:
    lines = [line.partition(": ") for line in added.failures]
    with writing(engine).begin() as connection:
        connection.execute(
            tables.runs.update()
            .where(tables.runs.c.run_id == run_id)
            .values(ended=rows.now(), new_reports=added.new_reports, known_reports=added.known_reports)
        )
        if lines:
            connection.execute(
                tables.failures.insert(),
                [
                    {"run_id": run_id, "place": place, "source": source, "problem": problem}
                    for place, (source, _, problem) in enumerate(lines)
                ],
            )
