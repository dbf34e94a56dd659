"""Sentences in, marks out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from vedette.model.errors import UsageError
from vedette.model.mark import Attribution, Mark, Name, Role, RoleMark, Tagged
from vedette.tagging.backend import Backend, Floats, Ints, open_graphs, threads
from vedette.tagging.decode import Stretch, attributions_of, names_of, quote, roles_of, softmax, triggers_of
from vedette.tagging.labels import MODES, PARTS, ROLES, STATUSES, TYPES, inventory
from vedette.tagging.words import Row, load_tokenizer, rows

NAME_FLOOR = 0.5  # at least this probability of being outside, and a word is in no name and no attribution
BATCH_PIECES = 512  # padding included; larger batches gain no speed, pad more and cost memory
BATCH_COST = 12  # what each batch takes besides its pieces, as pieces that could be read in that time


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What calibration found: a temperature for each head, and the least probabilities of a trigger and each role."""

    temperatures: dict[str, float] = field(default_factory=dict)
    trigger_floor: float = 0.5
    role_floors: dict[str, float] = field(default_factory=dict)

    def probabilities(self, head: str, logits: Floats) -> Floats:
        """Give calibrated probabilities of a head's classes."""
        return softmax(logits, self.temperatures.get(head, 1.0))


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger in a row of a batch."""

    row: int
    stretch: Stretch
    type: str


@dataclass(frozen=True, slots=True)
class Heads:
    """What the branch says of one happening: probabilities of roles (words x roles x 3), logits of status and mode."""

    roles: Floats
    status: Floats
    mode: Floats


class Tagger:
    """Tags sentences; holds the graphs and is used for many calls."""

    def __init__(self, backend: Backend, tokenizer: Tokenizer, settings: Settings) -> None:
        self.backend = backend
        self.tokenizer = tokenizer
        self.settings = settings

    def tag(self, sentences: Sequence[str]) -> list[Tagged]:
        """Give the marks of each sentence, offsets in code points of that sentence."""
        groups = list(batches(rows(sentences, self.tokenizer)))
        found: list[list[Tagged]] = [[] for _ in sentences]
        tagged = _workers().map(lambda batch: list(self._batch(batch, sentences)), groups)
        for row, one in zip(chain.from_iterable(groups), chain.from_iterable(tagged), strict=True):
            found[row.sentence].append(one)
        return [_joined(text, parts) for text, parts in zip(sentences, found, strict=True)]

    def mark(self, sentences: Sequence[str], triggers: Sequence[Sequence[tuple[int, int, str]]]) -> list[Tagged]:
        """Give the roles and status of triggers that are known already: (start, end, type) for each sentence."""
        found: list[list[Tagged]] = [[] for _ in sentences]
        for batch in batches(rows(sentences, self.tokenizer)):
            known = [given for number, row in enumerate(batch) for given in _given(number, row, triggers[row.sentence])]
            for row, tagged in zip(batch, self._batch(batch, sentences, known), strict=True):
                found[row.sentence].append(tagged)
        return [_joined(text, parts) for text, parts in zip(sentences, found, strict=True)]

    def _batch(
        self, batch: Sequence[Row], sentences: Sequence[str], known: Sequence[Found] | None = None
    ) -> Iterator[Tagged]:
        ids, mask = padded(batch)
        states, trigger, name, part = self.backend.words(ids, mask)
        triggers = known if known is not None else self.triggers(batch, trigger)
        marks = self._marks(batch, sentences, states, mask, triggers)
        named = self.settings.probabilities("names", name)
        parts = self.settings.probabilities("parts", part.reshape(*mask.shape, len(PARTS), 3))
        has_name = np.any(named[..., 0] < NAME_FLOOR, axis=1).tolist()
        has_part = np.any(parts[..., 0] < NAME_FLOOR, axis=(1, 2)).tolist()
        for number, row in enumerate(batch):
            text = sentences[row.sentence]
            yield Tagged(
                text=text,
                marks=tuple(marks[number]),
                names=tuple(names_of(text, row, named[number][row.first])) if has_name[number] else (),
                attributions=tuple(attributions_of(text, row, parts[number][row.first])) if has_part[number] else (),
            )

    def triggers(self, batch: Sequence[Row], logits: Floats) -> list[Found]:
        """Find the triggers of a batch in the logits of their head."""
        chances = self.settings.probabilities("trigger", logits)
        floor = self.settings.trigger_floor
        hits = np.flatnonzero((chances[..., 0] < 1 - floor).any(axis=1)).tolist()
        return [
            Found(number, stretch, type_)
            for number in hits
            for stretch, type_ in triggers_of(chances[number][batch[number].first], floor=floor)
        ]

    def _marks(
        self, batch: Sequence[Row], sentences: Sequence[str], states: object, mask: Ints, found: Sequence[Found]
    ) -> list[list[Mark]]:
        marks: list[list[Mark]] = [[] for _ in batch]
        if not found:
            return marks
        for one, heads in zip(found, self.heads(batch, states, mask, found), strict=True):
            row = batch[one.row]
            if made := self._mark(sentences[row.sentence], row, one, heads):
                marks[one.row].append(made)
        return marks

    def heads(self, batch: Sequence[Row], states: object, mask: Ints, found: Sequence[Found]) -> list[Heads]:
        """Run the branch on triggers of a batch: what it says of each."""
        owner = np.asarray([one.row for one in found], dtype=np.int64)
        kind = np.asarray([TYPES.index(one.type) for one in found], dtype=np.int64)
        trigger = np.zeros((len(found), mask.shape[1]), dtype=np.int64)
        for line, one in zip(trigger, found, strict=True):
            line[batch[one.row].pieces(one.stretch.begin, one.stretch.end)] = 1
        role, status, mode = self.backend.events(states, owner, mask, trigger, kind)
        roles = self.settings.probabilities("roles", role.reshape(*trigger.shape, len(ROLES), 3))
        return [
            Heads(roles[number][batch[one.row].first], status[number], mode[number]) for number, one in enumerate(found)
        ]

    def _mark(self, text: str, row: Row, one: Found, heads: Heads) -> Mark | None:
        span = quote(text, row, one.stretch.begin, one.stretch.end)
        if span is None:
            return None
        chances = self.settings.probabilities("status", heads.status)
        best = int(chances.argmax())
        chosen, sure = self._mode(one.type, heads.mode)
        roles = roles_of(text, row, heads.roles, floors=self.settings.role_floors)
        return Mark(
            trigger=span,
            type=one.type,
            mode=chosen,
            status=STATUSES[best],
            probability=one.stretch.probability,
            status_probability=float(chances[best]),
            mode_probability=sure,
            roles=tuple(_in_order(roles)),
        )

    def _mode(self, type_: str, logits: Floats) -> tuple[str | None, float]:
        allowed = [number for number, (owner, _) in enumerate(MODES) if owner == type_]
        if not allowed:
            return None, 1.0
        chances = self.settings.probabilities("mode", logits[allowed])
        best = int(chances.argmax())
        return MODES[allowed[best]][1], float(chances[best])


@cache
def _workers() -> ThreadPoolExecutor:
    """Give the threads that read batches, whoever asks: more of them than cores would only wait for one another."""
    return ThreadPoolExecutor(threads(), thread_name_prefix="tagging")


@cache
def default_tagger() -> Tagger:
    """Load the tagger that the package brings, once."""
    return load_tagger(home_of_weights())


def home_of_weights() -> Path:
    """Give the folder of the weights that the package brings."""
    return Path(str(files("vedette.tagging") / "weights"))


def load_tagger(folder: Path) -> Tagger:
    """Load a tagger from a folder of weights; raises UsageError when they are missing or of another version."""
    path = folder / "config.json"
    if not path.is_file():
        raise UsageError(f"{folder}: the tagger's weights are missing; install the package anew or run `make train`")
    config = json.loads(path.read_text(encoding="utf-8"))
    if config["labels"] != inventory():
        raise UsageError(f"{path}: weights of another version (their labels differ); run `make train`")
    return Tagger(open_graphs(folder), load_tokenizer(folder / "tokenizer.json"), Settings(**config["settings"]))


def batches(found: Iterable[Row], *, pieces: int = BATCH_PIECES) -> Iterator[list[Row]]:
    """Group rows of like length: a batch ends where the next row would pad it by more than a batch costs.

    Activations are rounded to 8 bits a batch at a time, so the groups must not depend on the machine.
    """
    group: list[Row] = []
    padding = 0
    for row in sorted(found, key=lambda row: len(row.ids)):
        padding += len(group) * (len(row.ids) - len(group[-1].ids)) if group else 0
        if group and (padding > BATCH_COST or (len(group) + 1) * len(row.ids) > pieces):
            yield group
            group, padding = [], 0
        group.append(row)
    if group:
        yield group


def padded(batch: Sequence[Row]) -> tuple[Ints, Ints]:
    """Lay the rows of a batch out: piece ids and mask, both (rows, longest row)."""
    length = max(len(row.ids) for row in batch)
    ids = np.zeros((len(batch), length), dtype=np.int64)
    mask = np.zeros_like(ids)
    for number, row in enumerate(batch):
        ids[number, : len(row.ids)] = row.ids
        mask[number, : len(row.ids)] = 1
    return ids, mask


def _given(number: int, row: Row, triggers: Sequence[tuple[int, int, str]]) -> Iterator[Found]:
    for start, end, type_ in triggers:
        words = np.flatnonzero((row.starts < end) & (row.ends > start)).tolist()
        if words:
            label = TYPES.index(type_)
            yield Found(number, Stretch(label=label, begin=words[0], end=words[-1] + 1, probability=1.0), type_)


def _in_order(roles: Iterable[RoleMark]) -> list[RoleMark]:
    numbers = {role: number for number, role in enumerate(Role)}
    return sorted(roles, key=lambda mark: (numbers[mark.role], mark.span.start))


def _joined(text: str, parts: Sequence[Tagged]) -> Tagged:
    """Put the windows of one sentence together."""
    if len(parts) == 1:
        return parts[0]
    marks: list[Mark] = [mark for part in parts for mark in part.marks]
    names: list[Name] = [name for part in parts for name in part.names]
    attributions: list[Attribution] = [one for part in parts for one in part.attributions]
    return Tagged(
        text=text,
        marks=tuple(sorted(marks, key=lambda mark: mark.trigger.start)),
        names=tuple(sorted(names, key=lambda name: name.span.start)),
        attributions=tuple(sorted(attributions, key=lambda one: one.span.start)),
    )
