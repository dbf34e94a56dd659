"""A slimmer network learns to read as the whole one does, from the states of every layer and from every head."""

import logging
import random
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

import torch
from torch import Tensor
from torch.nn import functional
from torch.optim.lr_scheduler import LambdaLR

from training.batches import batch_of, batches
from training.corpus import Example, normalised
from training.features import Batch, Sample
from training.leaks import FEWEST
from training.loop import Average, rate_at
from training.model import Tagging
from training.sources import READERS, texts_of
from vedette.tagging.sentences import split

log = logging.getLogger("training")
RATE, WARM_UP, TOKENS, AVERAGE = 1e-4, 0.05, 512, 0.995
LONGEST = 600  # letters; longer stretches are tables and lists
WEIGHTS = {"states": 10.0, "trigger": 3.0, "name": 1.0, "part": 1.0, "role": 1.0, "status": 1.0, "mode": 0.5}


def unlabelled(bench: Path, banned: set[str], *, seed: int, most: int) -> list[Example]:
    """Draw sentences of the public texts, of each once, without what is coded of them."""
    found: dict[str, Example] = {}
    for source, (kind, _) in READERS.items():
        for doc, text in texts_of(source, bench).items():
            for start, end in split(text):
                form = normalised(sentence := text[start:end])
                if len(form) >= FEWEST and end - start <= LONGEST and form not in banned:
                    found.setdefault(form, Example(id=f"{source}-{doc}-{start}", doc=doc, set=kind, text=sentence))
    drawn = list(found.values())
    random.Random(seed).shuffle(drawn)
    return drawn[:most]


def distil(small: Tagging, whole: Tagging, samples: Sequence[Sample], *, epochs: int, seed: int) -> Tagging:
    """Train `small` to give what `whole` gives; gives its averaged weights. Words' embeddings stay as they are."""
    torch.manual_seed(seed)
    whole.eval()
    small.word.weight.requires_grad_(False)
    plans = [batches(samples, tokens=TOKENS, seed=seed, epoch=epoch) for epoch in range(epochs)]
    steps = sum(map(len, plans))
    optimizer = torch.optim.AdamW(
        [part for part in small.parameters() if part.requires_grad], lr=RATE, weight_decay=0.0, fused=True
    )
    schedule = LambdaLR(optimizer, lambda step: rate_at(step, steps, WARM_UP))
    average = Average(small, AVERAGE)
    began, done, sums = time.monotonic(), 0, dict[str, list[float]]()
    for number, chosen in enumerate((chosen for plan in plans for chosen in plan), 1):
        found = losses(small, whole, batch_of(samples, chosen))
        torch.stack(list(found.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(small.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        average.add(small)
        done += sum(len(samples[one].ids) for one in chosen)
        for name, loss in found.items():
            sums.setdefault(name, []).append(loss.item())
        if number % 100 == 0 or number == steps:
            said = " ".join(f"{name} {fmean(sums.pop(name)):.4f}" for name in WEIGHTS if name in sums)
            log.info("distilling %d/%d: %s (%.0f pieces/s)", number, steps, said, done / (time.monotonic() - began))
    average.into(small)
    return small.eval()


def losses(small: Tagging, whole: Tagging, batch: Batch) -> dict[str, Tensor]:
    """Compare all layers' states (mean squares over real pieces) and all heads (divergences) on a batch."""
    real = batch.mask.bool()
    with torch.no_grad():
        layers, heads = read(whole, batch)
    own_layers, own_heads = read(small, batch)
    found = {
        "states": WEIGHTS["states"]
        * torch.stack(
            [functional.mse_loss(own[real], given[real]) for own, given in zip(own_layers, layers, strict=True)]
        ).mean()
    }
    for name, own, given in zip(("trigger", "name", "part"), own_heads, heads, strict=True):
        tracks = 3 if name == "part" else own.shape[-1]
        found[name] = WEIGHTS[name] * divergence(own[real], given[real], tracks)
    if len(batch.owner):
        found |= _events(small, whole, batch, own_layers[-1], layers[-1])
    return found


def read(model: Tagging, batch: Batch) -> tuple[list[Tensor], tuple[Tensor, Tensor, Tensor]]:
    """Give the states after every layer, those for `events` last, and the heads of the words."""
    layers = model.layers(batch.ids, batch.mask)
    states, trigger, name, part = model.read(layers)
    return [*layers, states], (trigger, name, part)


def _events(small: Tagging, whole: Tagging, batch: Batch, own: Tensor, given: Tensor) -> dict[str, Tensor]:
    mask, rest = batch.mask[batch.owner], (batch.event_trigger, batch.event_type)
    with torch.no_grad():
        wanted = whole.events(given[batch.owner], mask, *rest)
    heads = small.events(own[batch.owner], mask, *rest)
    real = mask.bool()
    role = divergence(heads[0][real], wanted[0][real], 3)
    others = zip(("status", "mode"), heads[1:], wanted[1:], strict=True)
    return {"role": WEIGHTS["role"] * role} | {
        name: WEIGHTS[name] * divergence(own, given, own.shape[-1]) for name, own, given in others
    }


def divergence(own: Tensor, given: Tensor, classes: int) -> Tensor:
    """Give the mean Kullback-Leibler divergence of heads of `classes` classes each, added over a row's heads."""
    rows = len(own)
    own = functional.log_softmax(own.reshape(-1, classes), dim=-1)
    given = functional.log_softmax(given.reshape(-1, classes), dim=-1)
    return functional.kl_div(own, given, reduction="sum", log_target=True) / rows
