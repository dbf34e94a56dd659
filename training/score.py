"""How well marks agree with what was annotated.

Triggers agree when the same characters are marked (exact) or any are shared (overlap). Role phrases and names agree
when their shared characters are at least half of the characters that either covers.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from training.corpus import Event, Example, Stretch
from vedette.model.mark import Mark, Tagged
from vedette.model.span import Span


@dataclass(slots=True)
class Tally:
    """Counts of agreements, of annotated and of found things, by kind."""

    hit: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, gold: Sequence[Stretch], found: Sequence[Stretch], least: float) -> None:
        """Count one group of spans, each matched at most once."""
        self.gold[kind] += len(gold)
        self.found[kind] += len(found)
        self.hit[kind] += matches(gold, found, least)

    def f1(self, kind: str | None = None) -> float:
        """Give F1 of a kind, or of all kinds together."""
        hit, gold, found = (c[kind] if kind is not None else c.total() for c in (self.hit, self.gold, self.found))
        return 2 * hit / (gold + found) if gold + found else 0.0


def matches(gold: Sequence[Stretch], found: Sequence[Stretch], least: float) -> int:
    """Count the pairs that agree, taking the best first; no span counts twice."""
    pairs = sorted(((jaccard(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for share, i, j in pairs:
        if share >= least and share > 0 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
    return len(used_gold)


def jaccard(a: Stretch, b: Stretch) -> float:
    """Give the share of the characters of both that both hold."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def score(gold: Sequence[Example], tagged: Sequence[Tagged], given: Sequence[Tagged]) -> dict[str, float]:
    """Score sentences: `tagged` end to end, `given` with the annotated triggers given."""
    exact, overlap, untyped, names = Tally(), Tally(), Tally(), Tally()
    end_to_end, roles = Tally(), Tally()
    statuses = modes = events = moded = 0
    for example, marks, from_gold in zip(gold, tagged, given, strict=True):
        _triggers(example, marks, exact, overlap, untyped)
        _by_kind(
            names,
            [(label, at) for label, at in example.names or ()],
            [(n.label.value, bounds(n.span)) for n in marks.names],
        )
        _end_to_end(example, marks, end_to_end)
        held = {bounds(mark.trigger): mark for mark in from_gold.marks}
        for event in example.events or ():
            mark = held.get(event.trigger) or _nearest(event, from_gold.marks)
            found = [(r.role.value, bounds(r.span)) for r in mark.roles] if mark else []
            _by_kind(roles, event.roles, found)
            events += 1
            statuses += mark is not None and mark.status == event.status
            moded += event.mode is not None
            modes += mark is not None and event.mode is not None and mark.mode == event.mode
    return {
        "trigger_type_f1": exact.f1(),
        "trigger_type_overlap_f1": overlap.f1(),
        "trigger_f1": untyped.f1(),
        "role_f1": roles.f1(),
        "role_end_to_end_f1": end_to_end.f1(),
        "status_accuracy": statuses / events if events else 0.0,
        "mode_accuracy": modes / moded if moded else 0.0,
        "names_f1": names.f1(),
        **{f"role_{kind}_f1": roles.f1(kind) for kind in sorted(roles.gold)},
        **{f"type_{kind}_f1": exact.f1(kind) for kind in sorted(exact.gold)},
    }


def bounds(span: Span) -> Stretch:
    """Give the offsets of a span."""
    return span.start, span.end


def _triggers(example: Example, marks: Tagged, exact: Tally, overlap: Tally, untyped: Tally) -> None:
    gold = [(event.type, event.trigger) for event in example.events or ()]
    found = [(mark.type, bounds(mark.trigger)) for mark in marks.marks]
    _by_kind(exact, gold, found, least=1.0)
    _by_kind(overlap, gold, found, least=0.0)
    untyped.add("trigger", [at for _, at in gold], [at for _, at in found], 1.0)


def _by_kind(
    tally: Tally, gold: Iterable[tuple[str, Stretch]], found: Iterable[tuple[str, Stretch]], least: float = 0.5
) -> None:
    gold, found = list(gold), list(found)
    for kind in sorted({kind for kind, _ in (*gold, *found)}):
        tally.add(kind, [at for k, at in gold if k == kind], [at for k, at in found if k == kind], least)


def _end_to_end(example: Example, marks: Tagged, tally: Tally) -> None:
    """Roles count only when the trigger shares a character with one of the same type."""
    free = list(marks.marks)
    for event in example.events or ():
        mark = next((m for m in free if m.type == event.type and jaccard(bounds(m.trigger), event.trigger) > 0), None)
        if mark is not None:
            free.remove(mark)
        _by_kind(tally, event.roles, [(r.role.value, bounds(r.span)) for r in mark.roles] if mark else [])
    for mark in free:
        _by_kind(tally, [], [(r.role.value, bounds(r.span)) for r in mark.roles])


def _nearest(event: Event, marks: Iterable[Mark]) -> Mark | None:
    return next((m for m in marks if jaccard(bounds(m.trigger), event.trigger) > 0), None)


def calibration_error(chances: Sequence[float], right: Sequence[bool], *, bins: int = 10) -> float:
    """Give the expected calibration error: the mean gap of stated and met probability, bins weighed by their size."""
    groups: dict[Hashable, list[int]] = {}
    for number, chance in enumerate(chances):
        groups.setdefault(min(bins - 1, int(chance * bins)), []).append(number)
    gaps = (abs(sum(chances[n] for n in held) - sum(right[n] for n in held)) for held in groups.values())
    return sum(gaps) / len(chances) if chances else 0.0


def given_triggers(examples: Iterable[Example]) -> list[list[tuple[int, int, str]]]:
    """Give the annotated triggers in the form that a tagger takes them."""
    return [[(*event.trigger, event.type) for event in example.events or ()] for example in examples]
