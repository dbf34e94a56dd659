"""The case: what is kept of one crisis, and how it is read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from types import TracebackType
from typing import Any, TypeVar, Unpack

import polars as pl
from sqlalchemy import Connection, Engine, Table

from vedette.linking.ids import whereabouts
from vedette.linking.kin import Actors, Kinship
from vedette.linking.origins import origins
from vedette.model import Affiliation, CaseError, Claim, Decision, Incident, Outlook, Reaction, Report, Tally, Verdict
from vedette.model.opinion import Opinion
from vedette.store import (
    atonce,
    decide,
    keeping,
    known,
    overview,
    revisions,
    rows,
    runs,
    second,
    snapshot,
    some,
    tables,
    verify,
)
from vedette.store.add import Added, Coder, Problem, Progress
from vedette.store.compared import tally_forms
from vedette.store.coverage import Reading
from vedette.store.engine import title, writing
from vedette.store.filters import Asked, Filter, day
from vedette.store.frames import frame
from vedette.store.history import Step, published, recorded
from vedette.store.problems import told
from vedette.store.snapshot import Moment
from vedette.store.watch import Watch

T = TypeVar("T")
Day = date | str | None


class Case:
    """One crisis. Use as a context manager, or close it. Reads raise CaseError when the database cannot be read.

    Reads with `as_of` give what was known at the end of that day: the reports published until then, linked alone.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        name: str,
        address: str | None = None,
        read_only: bool = False,
        registry: Actors | None = None,
    ) -> None:
        self.name, self.address, self.read_only = name, address or name, read_only
        self._engine, self._registry, self._watch = engine, registry, Watch(engine)

    @property
    def title(self) -> str:
        """What the case is called where there is little room."""
        return title(self.address)

    def __enter__(self) -> "Case":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._watch.close()
        self._engine.dispose()

    @cached_property
    def registry(self) -> Actors:
        """The registry that linking asks who belongs to whom."""
        if self._registry is not None:
            return self._registry
        from vedette.registry import load

        return load()

    def add(
        self, reports: Iterable[Report | Problem], *, coder: Coder | None = None, progress: Progress | None = None
    ) -> Added:
        """Code and keep reports, then link the case anew.

        A report that the case holds is passed over, so the same call again changes nothing. Each report is kept whole
        in a transaction of its own: what was kept when a run is cut off stays, and the next call goes on from there.
        A source that could not be read, or coded, is noted and the rest is kept. `coder` is `vedette.coding.code`
        unless given; `progress` is called after each report. Raises CaseError, and UsageError where the coder cannot
        work at all.
        """
        self._must_write()
        kept = keeping.keep_all(self._engine, reports, name=self.name, coder=coder, progress=progress)
        changed = self.link()
        return replace(kept, new_incidents=changed.new, changed_incidents=changed.changed, gone_incidents=changed.gone)

    def link(self) -> revisions.Changed:
        """Derive incidents and reactions anew if anything was said since the last time; give what differs."""
        with told(self.name):
            return keeping.relink(self._engine, self.registry)

    def decide(
        self,
        verdict: Verdict | str,
        subjects: Sequence[str],
        *,
        person: str,
        reason: str = "",
        field: str | None = None,
        value: str | None = None,
        undoes: str | None = None,
        link: bool = True,
    ) -> Decision:
        """Write a person's decision into the ledger and link anew, unless `link` is false: then with the next read.
        Verdicts on whole incidents need no linking; what they come to is written with them.

        `subjects` are claim or incident ids; an incident stands for the claim that founded it in "different", for all
        its claims otherwise; an id that it had before stands for the incident that holds its claims now. Raises
        UsageError when the decision is not whole or names what the case does not hold.
        """
        self._must_write()
        decision = Decision(
            decision_id="",
            verdict=decide.verdict(verdict),
            subjects=tuple(subjects),
            person=person,
            at=datetime.now(UTC),
            reason=reason,
            field=field,
            value=value,
            undoes=undoes,
        )
        whole = decide.whole(decision, *self._about(decision, link), self.decisions())
        registry = self.registry
        with told(self.name), writing(self._engine).begin() as connection:
            before = rows.load_decisions(connection)
            decide.keep(connection, whole)
            atonce.apply(connection, [whole], before, registry)
        if link:
            self.link()
        return whole

    def incidents(self, as_of: Day = None, *, recorded_by: Day = None, **filters: Unpack[Asked]) -> pl.DataFrame:
        """Give the incidents as a frame, a row each, columns as in `vedette.store.frames.COLUMNS`."""
        return frame(self.incident_list(as_of, recorded_by=recorded_by, **filters))

    def incident_list(self, as_of: Day = None, *, recorded_by: Day = None, **filters: Unpack[Asked]) -> list[Incident]:
        """Give the incidents that a `Filter` with these fields keeps, in order of time.

        `as_of` leaves out what was published later than that day, `recorded_by` what the case got later; with both,
        the answer is the same for ever. An incident may have had another id then: `whereabouts` leads on.
        """
        chosen = Filter(**filters)
        return sorted((one for one in self._known(as_of, recorded_by).incidents if chosen.keeps(one)), key=_by_time)

    def known_at(self, as_of: Day = None, *, recorded_by: Day = None) -> known.Known:
        """Give the incidents and reactions that were known, linked once for both."""
        return self._known(as_of, recorded_by)

    def whereabouts(self) -> dict[str, str | None]:
        """Give for each id that an incident has, had, or can have had on an earlier day the id of the incident that
        holds its claims now; None where none does."""
        ever = dict.fromkeys(self._derived(revisions.first_known))
        return {**ever, **whereabouts(self._derived(revisions.current_incidents))}

    def holding(self, claim_ids: Iterable[str]) -> list[Incident]:
        """Give the incidents that hold any of these claims, in order of time."""
        wanted = set(claim_ids)
        return [one for one in self.incident_list() if wanted.intersection(one.claims)]

    def history(self, incident_id: str) -> list[Incident]:
        """Give all states that an incident has had in this case, the first one first."""
        return self._derived(lambda connection: revisions.past_incidents(connection, incident_id))

    def changed_since(self, moment: datetime) -> revisions.Changed:
        """Give the ids of the incidents that are new, changed or gone since a moment (one with a time zone)."""
        text = moment.astimezone(UTC).isoformat(timespec="microseconds")
        return self._derived(lambda connection: revisions.changed_since(connection, text))

    def recorded_steps(self, incident_id: str) -> list[Step]:
        """Tell which states the case has held of a present incident, and why; `steps` tells more, and takes longer."""
        return self._read(lambda connection: recorded(connection, incident_id, {}))

    def steps(self, incident_id: str) -> list[Step]:
        """Tell how an incident came to be what it is: by the days on which it could be known, then by the moments from
        which the case held it. An id that it had before tells of that one."""
        now = self.whereabouts()
        held = {one.incident_id: one for one in self.incident_list()}.get(now.get(incident_id) or "")
        told = self._read(lambda connection: published(connection, held, self.registry)) if held else []
        return [*told, *self._read(lambda connection: recorded(connection, incident_id, now))]

    def reactions(self, as_of: Day = None, *, recorded_by: Day = None) -> list[Reaction]:
        """Give the stated reactions."""
        if as_of is None and recorded_by is None:
            return self._derived(revisions.current_reactions)
        return list(self._known(as_of, recorded_by).reactions)

    def tallies(
        self, as_of: Day = None, *, recorded_by: Day = None, incidents: Callable[[], Sequence[Incident]] | None = None
    ) -> list[dict[str, Any]]:
        """Give the tallies in JSON form, with how many such incidents the record holds, and what of their time and
        places it has read nothing about (`vedette.store.compared.tally_forms` says which keys). `incidents` gives those
        of that moment where they are at hand."""
        found = self._said(tables.tallies, Tally, as_of, recorded_by)
        if not found:
            return []
        held = incidents() if incidents else self.incident_list(as_of, recorded_by=recorded_by)
        read = self.reading(as_of, recorded_by=recorded_by, incidents=held)
        return tally_forms(found, held, Kinship(self.registry), read)

    def coverage(
        self,
        as_of: Day = None,
        *,
        recorded_by: Day = None,
        from_: Day = None,
        to: Day = None,
        countries: Sequence[str] = (),
        incidents: Sequence[Incident] | None = None,
    ) -> list[dict[str, Any]]:
        """Give each month from one day to another, of the first and the last report unless given, with how much was
        read: month, country, reports, outlets, incidents, longest_gap, level; a row for each country that is asked."""
        read = self.reading(as_of, recorded_by=recorded_by, incidents=incidents)
        asked = Filter(country=countries, from_=from_, to=to)
        return read.rows(day(from_), day(to), countries=asked.country or ())

    def reading(
        self, as_of: Day = None, *, recorded_by: Day = None, incidents: Sequence[Incident] | None = None
    ) -> Reading:
        """Give what had been read, of which `coverage` tells; `incidents` are those of that moment where at hand."""
        held = self.incident_list(as_of, recorded_by=recorded_by) if incidents is None else incidents
        moment = Moment(published=day(as_of), recorded=day(recorded_by))
        return self._read(lambda connection: known.read(connection, moment, held))

    def outlooks(self, as_of: Day = None, *, recorded_by: Day = None) -> list[Outlook]:
        """Give what somebody foresees."""
        return self._said(tables.outlooks, Outlook, as_of, recorded_by)

    def affiliations(self, as_of: Day = None, *, recorded_by: Day = None) -> list[Affiliation]:
        """Give the relations between actors that reports state."""
        return self._said(tables.affiliations, Affiliation, as_of, recorded_by)

    def actors(self, as_of: Day = None, *, recorded_by: Day = None) -> list[dict[str, Any]]:
        """Give the registry entries met: actor_id, name, kind, country, as_actor, as_target, first, last."""
        return overview.actor_rows(self.incident_list(as_of, recorded_by=recorded_by))

    def sources(self, as_of: Day = None, *, recorded_by: Day = None) -> list[dict[str, Any]]:
        """Give the outlets: outlet, reports, origins, copies, agencies, claims, incidents, confirmed."""
        ids = self.known_reports(as_of, recorded_by=recorded_by)
        reports = [one for one in self.reports() if one.id in ids]
        told = [[ref.report_id for ref in one.reports] for one in self.incident_list(as_of, recorded_by=recorded_by)]
        return overview.source_rows(reports, said=self.claims_by_report(), told=told, origin=origins(reports))

    def claims(self, ids: Iterable[str] | None = None, *, report_id: str | None = None) -> list[Claim]:
        """Give all claims by id, as they were coded; with `ids` those alone, with `report_id` those of one report."""
        if report_id is not None:
            return self._read(lambda connection: some.claims_of_report(connection, report_id))
        return self._read(rows.load_claims if ids is None else lambda connection: some.claims(connection, ids))

    def reports(self, ids: Iterable[str] | None = None) -> list[Report]:
        """Give all reports in the order in which they came; with `ids` those alone."""
        return self._read(rows.load_reports if ids is None else lambda connection: some.reports(connection, ids))

    def counts(self) -> dict[str, int]:
        """Give how many reports, claims and decisions the case holds."""
        return self._read(some.counts)

    def known_reports(self, as_of: Day = None, *, recorded_by: Day = None) -> frozenset[str]:
        """Give the ids of the reports that were known."""
        moment = Moment(published=day(as_of), recorded=day(recorded_by))
        return self._read(lambda connection: known.report_ids(connection, moment))

    def leaves_nothing_out(self, as_of: Day) -> bool:
        """Say whether all that the case holds was known at the end of a day: then its present state is the answer."""
        moment = Moment(published=day(as_of))
        return moment.now or self._derived(lambda connection: snapshot.leaves_nothing_out(connection, moment))

    def claims_by_report(self) -> dict[str, int]:
        """Give for each report that makes any how many claims it makes."""
        return self._read(some.claims_by_report)

    def forms(self, known: Mapping[str, int] | None = None) -> tuple[dict[str, int], list[dict[str, Any]]]:
        """Give the present revision of each incident, and the JSON forms of those that are not `known` in it."""
        return self._derived(lambda connection: some.forms(connection, known or {}))

    def report(self, report_id: str) -> Report:
        """Give one report; raises CaseError when the case does not hold it."""
        found = self.reports([report_id])
        if not found:
            raise CaseError(f"{self.name}: holds no report {report_id}")
        return found[0]

    def decisions(self) -> list[Decision]:
        """Give the ledger, oldest first."""
        return self._read(rows.load_decisions)

    def sample(self, number: int, *, seed: int = 0) -> Iterator[list[str]]:
        """Give the rows of a sheet of claims drawn for a second coder, the heading first; UsageError for none."""
        by_id = {one.id: one for one in self.reports()}
        return second.sheet(second.drawn(self.claims(), number, seed=seed), by_id)

    def add_opinions(self, text: str, *, coder: str, name: str = "sheet") -> list[Opinion]:
        """Keep what a second coder filled in on a sheet (CSV); raises UsageError, and keeps nothing, when it does not
        fit."""
        self._must_write()
        known = [one.claim_id for one in self.claims()]
        found = second.read_sheet(text, name=name, coder=coder, at=datetime.now(UTC), known=known)
        with told(self.name), writing(self._engine).begin() as connection:
            second.keep(connection, found)
        return found

    def opinions(self) -> list[Opinion]:
        """Give what second coders said, oldest first."""
        return self._read(second.load)

    def failures(self) -> list[str]:
        """Give what could not be kept in any run, as "source: problem" lines."""
        return self._read(keeping.failures)

    def runs(self) -> list[runs.Run]:
        """Give the runs that added reports, the latest first, with what each could not keep."""
        return self._read(runs.runs)

    def versions(self) -> tuple[int, int, int]:
        """Give three counters: one grows with every report and decision, the second follows it when the case is linked;
        the last counts decisions."""
        return self._read(some.versions)

    def mark(self) -> int | None:
        """Give a number that is another one once anybody has written to the case; None where that is not known at once
        (on a server, and where it can only be read)."""
        return None if self.read_only else self._watch.mark()

    def reader(self) -> "Case":
        """Give the same case for reading alone: what is linked, without ever linking anew."""
        return Case(self._engine, name=self.name, address=self.address, read_only=True, registry=self._registry)

    def unfinished(self) -> bool:
        """Say whether the last run that added reports has not ended: it was cut off, or is still at work."""
        return self._read(keeping.unfinished)

    def verify(self) -> list[str]:
        """Recompute every quote and every derived row; give a line for each that is wrong, none when all is well."""
        return self._read(lambda connection: list(verify.problems(connection, self.registry)))

    def _known(self, as_of: Day, recorded_by: Day) -> known.Known:
        moment = Moment(published=day(as_of), recorded=day(recorded_by))
        return self._derived(lambda connection: known.known(connection, moment, self.registry))

    def _about(self, decision: Decision, link: bool) -> tuple[list[Incident], list[Claim]]:
        """Give the incidents and claims that a decision names; all of them where it names one by an id of before."""
        if decision.verdict is Verdict.UNDO:
            return [], []
        if link:
            self.link()
        incidents = self._read(lambda connection: some.incidents(connection, decision.subjects))
        held = {one.incident_id for one in incidents}.union(*(one.claims for one in incidents))
        claims = self.claims([*decision.subjects, *held])
        known = held | {one.claim_id for one in claims}
        if all(subject in known for subject in decision.subjects):
            return incidents, claims
        return (self if link else self.reader()).incident_list(), self.claims()

    def _said(self, table: Table, kind: type[T], as_of: Day, recorded_by: Day) -> list[T]:
        moment = Moment(published=day(as_of), recorded=day(recorded_by))
        return self._read(lambda connection: known.said(connection, moment, table, kind))

    def _derived(self, read: Callable[[Connection], T]) -> T:
        """Read derived rows, after linking what a run that was cut off left unlinked."""
        if not self.read_only:
            self.link()
        return self._read(read)

    def _read(self, read: Callable[[Connection], T]) -> T:
        with told(self.name), self._connection() as connection:
            return read(connection)

    def _connection(self) -> AbstractContextManager[Connection]:
        return self._engine.begin()

    def _must_write(self) -> None:
        if self.read_only:
            raise CaseError(f"{self.name}: it is read-only; copy it to a place where you may write")


def _by_time(one: Incident) -> tuple[date, date, str]:
    return one.from_ or one.to or date.max, one.to or date.max, one.incident_id
