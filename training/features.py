"""Examples as the numbers that the model learns from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from training.corpus import Event, Example, Stretch
from vedette.tagging.labels import MODES, NAMES, PARTS, ROLES, STATUSES, TYPES, begin, inside
from vedette.tagging.words import Row, rows

MASK = 103  # the piece [MASK]
SKIP = -100  # a class that no loss counts
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One row with its classes a piece (SKIP on all but the first piece of a word), and its events."""

    ids: Ints
    triggers: Ints
    names: Ints
    parts: Ints  # pieces x parts
    events: tuple["EventSample", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSample:
    """One happening of a row: which pieces are its trigger, and what is to be learnt of it."""

    trigger: NDArray[np.bool_]
    type: int
    mode: int
    status: int
    roles: Ints  # pieces x roles


def samples(examples: Sequence[Example], tokenizer: Tokenizer, *, longest: int = 192) -> list[Sample]:
    """Turn examples into samples; a sentence longer than `longest` pieces gives several."""
    made = rows([example.text for example in examples], tokenizer, longest=longest)
    return [_sample(row, examples[row.sentence]) for row in made]


def _sample(row: Row, example: Example) -> Sample:
    events = example.events or ()
    wanted = {name: number for number, name in enumerate(NAMES)}
    return Sample(
        ids=row.ids,
        triggers=_track(row, [(e.trigger, TYPES.index(e.type)) for e in events], known=example.events is not None),
        names=_track(row, [(at, wanted[label]) for label, at in example.names or ()], known=example.names is not None),  # type: ignore[index]
        parts=_tracks(row, [part.value for part in PARTS], example.parts),
        events=tuple(sample for event in events if (sample := _event(row, event, roles=example.roles)) is not None),
    )


def _event(row: Row, event: Event, *, roles: bool) -> EventSample | None:
    words = words_of(row, event.trigger)
    if not len(words):
        return None
    trigger = np.zeros(len(row.ids), dtype=np.bool_)
    trigger[row.pieces(int(words[0]), int(words[-1]) + 1)] = True
    mode = (event.type, event.mode)
    return EventSample(
        trigger=trigger,
        type=TYPES.index(event.type),
        mode=MODES.index(mode) if mode in MODES else SKIP,  # type: ignore[arg-type]
        status=STATUSES.index(event.status),
        roles=_tracks(row, [role.value for role in ROLES], event.roles if roles else None),
    )


def words_of(row: Row, at: Stretch) -> Ints:
    """Number the words of a row that share a code point with a stretch."""
    return np.flatnonzero((row.starts < at[1]) & (row.ends > at[0]))


def _track(row: Row, spans: Sequence[tuple[Stretch, int]], *, known: bool) -> Ints:
    track = np.full(len(row.ids), SKIP, dtype=np.int64)
    if not known:
        return track
    track[row.first] = 0
    for at, label in spans:
        words = words_of(row, at)
        if len(words):
            track[row.first[words]] = inside(label)
            if at[0] < row.ends[words[0]] and at[0] >= row.starts[0]:
                track[row.first[words[0]]] = begin(label)
    return track


def _tracks(row: Row, labels: Sequence[str], spans: Sequence[tuple[str, Stretch]] | None) -> Ints:
    """Give one BIO track for each label, so that spans of different labels may overlap."""
    by = [[(at, 0) for label, at in spans or () if label == wanted] for wanted in labels]
    return np.stack([_track(row, found, known=spans is not None) for found in by], axis=1)


def hide(sample: Sample, *, share: float, seed: int) -> Sample:
    """Put the mask in place of a share of the pieces, so that the words around them must do."""
    hidden = np.random.default_rng(seed).random(len(sample.ids)) < share
    hidden[[0, -1]] = False
    return replace(sample, ids=np.where(hidden, MASK, sample.ids))


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Samples of like length side by side (padded), and all their events."""

    ids: Tensor
    mask: Tensor
    triggers: Tensor
    names: Tensor
    parts: Tensor
    owner: Tensor  # of each event: its row
    event_trigger: Tensor
    event_type: Tensor
    mode: Tensor
    status: Tensor
    roles: Tensor

    def to(self, device: torch.device) -> "Batch":
        """Move the batch to a device."""
        return Batch(**{name: getattr(self, name).to(device) for name in self.__dataclass_fields__})


def collate(group: Sequence[Sample]) -> Batch:
    """Pad samples to the longest of them and stack them."""
    length = max(len(sample.ids) for sample in group)
    events = [(number, event) for number, sample in enumerate(group) for event in sample.events]
    return Batch(
        ids=_stack([s.ids for s in group], length, 0),
        mask=_stack([np.ones_like(s.ids) for s in group], length, 0),
        triggers=_stack([s.triggers for s in group], length, SKIP),
        names=_stack([s.names for s in group], length, SKIP),
        parts=_stack([s.parts for s in group], length, SKIP),
        owner=torch.tensor([number for number, _ in events], dtype=torch.long),
        event_trigger=_stack([e.trigger.astype(np.int64) for _, e in events], length, 0),
        event_type=torch.tensor([e.type for _, e in events], dtype=torch.long),
        mode=torch.tensor([e.mode for _, e in events], dtype=torch.long),
        status=torch.tensor([e.status for _, e in events], dtype=torch.long),
        roles=_stack([e.roles for _, e in events], length, SKIP),
    )


def _stack(arrays: Sequence[Ints], length: int, fill: int) -> Tensor:
    if not arrays:
        return torch.zeros((0, length), dtype=torch.long)
    stacked = np.full((len(arrays), length, *arrays[0].shape[1:]), fill, dtype=np.int64)
    for row, array in zip(stacked, arrays, strict=True):
        row[: len(array)] = array
    return torch.from_numpy(stacked)
