"""What a case says at one moment, kept ready to be served."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from threading import RLock
from typing import Any, TypeVar, cast

from vedette.formats.jsonl import compact
from vedette.linking.kinds import verbal
from vedette.linking.ledger import in_force
from vedette.model import Claim, Decision, Incident, Reaction, Report, Verdict, from_json, to_json
from vedette.store import Case
from vedette.store.coverage import Reading
from vedette.web.address import shown
from vedette.web.library import Library
from vedette.web.pressing import Piece, piece

T = TypeVar("T")
Form = dict[str, Any]
_LAST = "9999-12-31"


class Snapshot:
    """The case as known at the end of a day (None: now), in one version; what has not changed since the version
    `before` is taken from there. `present` says that nothing the case holds is left out: it shows what is kept of now.
    Threads may share it: nothing changes but what has been worked out already."""

    def __init__(
        self,
        case: Case,
        *,
        version: int,
        library: Library,
        as_of: date | None = None,
        before: "Snapshot | None" = None,
    ) -> None:
        self.case, self.version, self.as_of, self.library = case, version, as_of, library
        self._kept, self._locks = dict[str, Any](), dict[str, RLock]()
        self.present = as_of is None or case.leaves_nothing_out(as_of)
        self.decisions: list[Decision] = [one for one in case.decisions() if as_of is None or one.at.date() <= as_of]
        self.counts = case.counts()
        then = None if self.present else case.known_at(as_of)
        forms = [to_json(one) for one in then.incidents] if then else self._forms(before)
        self._then, looked = then, self._looked_at()
        self.forms: list[Form] = sorted((served(one, looked) for one in forms), key=_by_time)
        self.at: dict[str, int] = {form["incident_id"]: number for number, form in enumerate(self.forms)}
        self._rows = self._carried(before)
        self._objects: dict[str, Incident] = dict(before._objects) if before else {}

    @cached_property
    def reactions(self) -> Sequence[Reaction]:
        """The links of action and reaction."""
        return self._then.reactions if self._then else self.case.reactions()

    def __len__(self) -> int:
        """Count the incidents."""
        return len(self.forms)

    def once(self, name: str, make: Callable[["Snapshot"], T]) -> T:
        """Give what `make` gives of this snapshot, made the first time only."""
        if name not in self._kept:
            with self._locks.setdefault(name, RLock()):
                if name not in self._kept:
                    self._kept[name] = make(self)
        return cast(T, self._kept[name])

    def row(self, number: int) -> Piece:
        """Give an incident as JSON text, plain and compressed."""
        made = self._rows[number]
        if made is None:
            made = self._rows[number] = piece(compact(self.forms[number]))
        return made

    def form(self, incident_id: str) -> Form | None:
        """Give the form of an incident, None for one that is not known."""
        number = self.at.get(incident_id)
        return None if number is None else self.forms[number]

    @cached_property
    def incidents(self) -> list[Incident]:
        """The incidents themselves, in the order of the forms."""
        return [self.incident(number) for number in range(len(self.forms))]

    @cached_property
    def reading(self) -> Reading:
        """What had been read by then."""
        return self.case.reading(self.as_of, incidents=self.incidents)

    def incident(self, number: int) -> Incident:
        """Give an incident by its row."""
        form = self.forms[number]
        known = self._objects.get(form["incident_id"])
        if known is None or known.revision != form["revision"] or not self.present:
            known = self._objects[form["incident_id"]] = from_json(Incident, form)
        return known

    def claims_of(self, ids: Iterable[str]) -> list[Claim]:
        """Give claims by their ids, in that order; those that are not there are left out."""
        return self.library.claims(ids)

    def report(self, report_id: str) -> Report | None:
        """Give a report, None for one that is not there."""
        return self.library.reports([report_id]).get(report_id)

    def _forms(self, before: "Snapshot | None") -> list[Form]:
        """Give the forms of now; those whose revision is known are not read again."""
        held = {form["incident_id"]: form for form in before.forms} if before else {}
        present, fresh = self.case.forms({id_: form["revision"] for id_, form in held.items()})
        read = {form["incident_id"]: form for form in fresh}
        return [read.get(id_) or held[id_] for id_ in present]

    def _carried(self, before: "Snapshot | None") -> list[Piece | None]:
        """Take over the rows whose forms are the very same."""
        if before is None:
            return [None] * len(self.forms)
        held = {id(form): row for form, row in zip(before.forms, before._rows, strict=True)}
        return [held.get(id(form)) for form in self.forms]

    def _looked_at(self) -> set[str]:
        """Give the claims on which a person has decided."""
        settled = (one for one in in_force(self.decisions) if one.verdict is not Verdict.UNSURE)
        return {subject for one in settled for subject in one.subjects}


def served(form: Form, looked: set[str]) -> Form:
    """Give the form of an incident as it is served; the very same where it is that already."""
    reviewed = not looked.isdisjoint(form["claims"])
    if form.get("reviewed") is reviewed:
        return form
    return {
        **form,
        "reports": [{**ref, "url": shown(ref["url"])} for ref in form["reports"]],
        "statement": verbal(form["type"]),
        "reviewed": reviewed,
    }


def _by_time(form: Form) -> tuple[str, str, str]:
    return form["from"] or form["to"] or _LAST, form["to"] or _LAST, form["incident_id"]
