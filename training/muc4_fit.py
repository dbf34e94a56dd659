"""Fit the small models of `training.muc4`."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from torch.nn import functional

from benchmarks.muc4_learnt import TYPES, Floats, Table, word_inputs
from benchmarks.muc4_score import SLOTS
from benchmarks.muc4_words import Words

SMALL = 64  # columns of states made small
HIDDEN = 128
EPOCHS = 6
BATCH = 512
RATE = 3e-3
KEPT, KEPT_EMPTY = 0.3, 0.15  # share of the words of sentences without mentions, in reports with templates and without
EMPTY = 1.5  # weight of those words
Ints = NDArray[np.int64]
Learnable = tuple[Words, Ints, Floats]  # words, BIO classes (words x slots), types of the mention (words x types)


def word_model(reports: Sequence[Learnable], *, seed: int) -> dict[str, Floats]:
    """Fit the model of words; give its arrays."""
    arrays = small_states([words for words, _, _ in reports], seed=seed)
    inputs, slots, types, weights = _laid_out(reports, Table(arrays), seed=seed)
    arrays |= standard("input", inputs[::5].astype(np.float32))
    scaled = torch.from_numpy(((inputs - arrays["input_mean"]) / arrays["input_scale"]).astype(np.float16))
    return arrays | _fitted(scaled, *map(torch.from_numpy, (slots, types, weights)), seed=seed)


def small_states(found: Sequence[Words], *, seed: int) -> dict[str, Floats]:
    """Find the directions in which states differ most."""
    states = np.concatenate([words.states[seed % 7 :: 49] for words in found]).astype(np.float32)
    mean = states.mean(axis=0)
    axes = np.linalg.svd(states - mean, full_matrices=False)[2]
    return {"state_mean": mean, "projection": np.ascontiguousarray(axes[:SMALL].T)}


def standard(name: str, inputs: Floats) -> dict[str, Floats]:
    """Give mean and scale of each column."""
    return {f"{name}_mean": inputs.mean(axis=0), f"{name}_scale": inputs.std(axis=0) + 0.05}


def _laid_out(
    reports: Sequence[Learnable], table: Table, *, seed: int
) -> tuple[NDArray[np.float16], Ints, Floats, Floats]:
    draw = np.random.default_rng(seed)
    inputs, slots, types, weights = [], [], [], []
    for words, slot, type_ in reports:
        told = np.isin(words.sentence, np.unique(words.sentence[(slot > 0).any(axis=1)]))
        kept = told | (draw.random(len(slot)) < (KEPT if told.any() else KEPT_EMPTY))
        inputs.append(word_inputs(words, table)[kept].astype(np.float16))
        slots.append(slot[kept])
        types.append(type_[kept])
        weights.append(np.where(told[kept], 1.0, EMPTY).astype(np.float32))
    return np.concatenate(inputs), np.concatenate(slots), np.concatenate(types), np.concatenate(weights)


def _fitted(
    inputs: torch.Tensor, slots: torch.Tensor, types: torch.Tensor, weights: torch.Tensor, *, seed: int
) -> dict[str, Floats]:
    torch.manual_seed(seed)
    first = torch.nn.Linear(inputs.shape[1], HIDDEN)
    second = torch.nn.Linear(HIDDEN, 3 * len(SLOTS) + len(TYPES))
    network = torch.nn.Sequential(torch.nn.Dropout(0.1), first, torch.nn.ReLU(), torch.nn.Dropout(0.3), second)
    steps = EPOCHS * (len(inputs) // BATCH)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=RATE, total_steps=steps, pct_start=0.1)
    for _ in range(EPOCHS):
        order = torch.randperm(len(inputs))
        for begin in range(0, len(inputs) // BATCH * BATCH, BATCH):
            some = order[begin : begin + BATCH]
            loss = _loss(network(inputs[some].float()), slots[some], types[some], weights[some])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
    layers = {"word_in": first, "word_out": second}
    return {
        name: array
        for lead, layer in layers.items()
        for name, array in (
            (lead, layer.weight.detach().numpy().T.copy()),
            (f"{lead}_bias", layer.bias.detach().numpy().copy()),
        )
    }


def _loss(scores: torch.Tensor, slots: torch.Tensor, types: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    tracks = scores[:, : 3 * len(SLOTS)].reshape(-1, len(SLOTS), 3).transpose(1, 2)
    missed = functional.cross_entropy(tracks, slots, reduction="none").sum(dim=1)
    mistyped = functional.binary_cross_entropy_with_logits(scores[:, 3 * len(SLOTS) :], types, reduction="none").sum(
        dim=1
    )
    return ((missed * weights).sum() + 0.5 * (mistyped * (slots > 0).any(dim=1)).sum()) / len(scores)


def linear(inputs: Floats, rights: Sequence[bool], *, strength: float) -> tuple[Floats, float]:
    """Fit a logistic regression (`strength`: the inverse of its penalty); give weights and bias."""
    if sum(rights) < 8:
        return np.zeros(inputs.shape[1], dtype=np.float32), -6.0  # too few to learn from: never told
    model = LogisticRegression(C=strength, max_iter=200).fit(inputs, rights)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])
