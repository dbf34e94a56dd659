"""The score of MUC-4 templates, as the public script of GTT counts it (github.com/xinyadu/gtt, eval.py).

Each report's templates are matched one to one with the gold ones so that micro-F1 over the six slots of that report
is highest; only templates of the same incident type can match ("attack" matches "bombing / attack"). The type counts
as a slot. An entity is right when all its mentions, normalised, are mentions of one gold entity; a gold entity is
found when such an entity stands in the matched template. What is not matched is spurious or missing, slot by slot.
"""

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

SLOTS = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
ALL = ("incident_type", *SLOTS)
Entity = tuple[str, ...]  # the mentions that are the same thing
PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """An incident: its type and the entities of each slot."""

    incident_type: str
    slots: dict[str, tuple[Entity, ...]]

    def entities(self, slot: str) -> tuple[Entity, ...]:
        """Give the entities of a slot."""
        return self.slots.get(slot, ())


@dataclass(slots=True)
class Counts:
    """Right and all of what was predicted (precision) and of what is gold (recall), by slot."""

    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ALL, 0))
    predicted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ALL, 0))
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ALL, 0))
    gold: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ALL, 0))

    def add(self, other: "Counts") -> None:
        """Count another report in."""
        for mine, more in zip(self._tables(), other._tables(), strict=True):
            for slot in ALL:
                mine[slot] += more[slot]

    def _tables(self) -> tuple[dict[str, int], ...]:
        return self.right, self.predicted, self.found, self.gold

    def precision(self, slots: Iterable[str] = ALL) -> float:
        """Give the share of predicted entities that are right."""
        return _share(self.right, self.predicted, slots)

    def recall(self, slots: Iterable[str] = ALL) -> float:
        """Give the share of gold entities that are found."""
        return _share(self.found, self.gold, slots)

    def f1(self, slots: Iterable[str] = ALL) -> float:
        """Give F1 over some slots together."""
        slots = tuple(slots)
        precision, recall = self.precision(slots), self.recall(slots)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(predicted: Sequence[Sequence[Template]], gold: Sequence[Sequence[Template]]) -> Counts:
    """Count all reports, each with its best matching of templates."""
    total = Counts()
    for mine, theirs in zip(predicted, gold, strict=True):
        total.add(_best([_normal(one) for one in mine], [_normal(one) for one in theirs]))
    return total


def normal(mention: str) -> str:
    """Fold a mention as the script does: lower case, no punctuation, no articles, single blanks."""
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", mention.lower().translate(PUNCTUATION)).split())


def _normal(template: Template) -> Template:
    slots = {slot: tuple(tuple(map(normal, entity)) for entity in held) for slot, held in template.slots.items()}
    return Template(incident_type=template.incident_type, slots=slots)


def _best(predicted: list[Template], gold: list[Template]) -> Counts:
    """Count one report in the matching with the highest F1, the first among equals."""
    best, highest = Counts(), -1.0
    for matching in _matchings(predicted, gold):
        counts = _counted(predicted, gold, matching)
        if counts.f1() > highest:
            best, highest = counts, counts.f1()
    return best


def _matchings(predicted: list[Template], gold: list[Template], first: int = 0) -> Iterator[dict[int, int]]:
    """Give every way to match predicted templates, from `first` on, with gold ones of their type, each used once."""
    if first == len(predicted):
        yield {}
        return
    rest = list(_matchings(predicted, gold, first + 1))
    for number, one in enumerate(gold):
        if predicted[first].incident_type in one.incident_type:
            yield from ({first: number} | more for more in rest if number not in more.values())
    yield from rest


def _counted(predicted: list[Template], gold: list[Template], matching: dict[int, int]) -> Counts:
    counts = Counts()
    for number, one in enumerate(predicted):
        other = gold[matching[number]] if number in matching else None
        _tell(counts.right, counts.predicted, one, other, by_gold=False)
    turned = {theirs: mine for mine, theirs in matching.items()}
    for number, one in enumerate(gold):
        other = predicted[turned[number]] if number in turned else None
        _tell(counts.found, counts.gold, one, other, by_gold=True)
    return counts


def _tell(right: dict[str, int], all_: dict[str, int], one: Template, other: Template | None, *, by_gold: bool) -> None:
    all_["incident_type"] += 1
    right["incident_type"] += other is not None
    for slot in SLOTS:
        all_[slot] += len(one.entities(slot))
        for entity in one.entities(slot) if other else ():
            pairs = ((entity, their) if by_gold else (their, entity) for their in other.entities(slot) if other)
            right[slot] += any(set(mine) <= set(known) for known, mine in pairs)


def _share(right: dict[str, int], all_: dict[str, int], slots: Iterable[str]) -> float:
    slots = tuple(slots)
    whole = sum(all_[slot] for slot in slots)
    return sum(right[slot] for slot in slots) / whole if whole else 0.0
