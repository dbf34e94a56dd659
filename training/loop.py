"""The training loop: seeded, logged, checkpointed after every epoch and resumable."""

import json
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR

from training.batches import batch_of, batches
from training.features import Batch, Sample
from training.loss import losses, total
from training.model import SHARED, Tagging
from training.recipe import Recipe

log = logging.getLogger("training")
SampleEpoch = Callable[[int], Sequence[Sample]]


def train(model: Tagging, epoch_samples: SampleEpoch, recipe: Recipe, *, checkpoint: Path | None = None) -> Tagging:
    """Train `model` and give its averaged weights; `epoch_samples(epoch)` gives the samples of an epoch.

    With `checkpoint`, the state is written there after each epoch, and a run that was cut off goes on from it.
    """
    torch.manual_seed(recipe.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model.to(device)
    plan = [epoch_samples(0)]
    steps = recipe.epochs * len(batches(plan[0], tokens=recipe.tokens, seed=recipe.seed, epoch=0))
    optimizer = torch.optim.AdamW(groups(model, recipe), fused=True)
    schedule = LambdaLR(optimizer, lambda step: rate_at(step, steps, recipe.warm_up))
    run = Run(model, optimizer, schedule, Average(model, recipe.average), recipe)
    for epoch in range(run.resume(checkpoint), recipe.epochs):
        _epoch(run, plan[0] if epoch == 0 else epoch_samples(epoch), epoch)
        run.save(checkpoint, epoch + 1)
    run.average.into(model)
    return model.eval()


def groups(model: Tagging, recipe: Recipe) -> list[dict[str, Any]]:
    """Give each layer its rate: heads the highest, lower layers less; word embeddings stay as they are."""
    model.word.weight.requires_grad_(False)
    if recipe.frozen:
        for kept in (model.place, model.norm, *model.shared[: recipe.frozen]):
            kept.requires_grad_(False)
    found: list[dict[str, Any]] = []
    for name, part in model.named_parameters():
        if part.requires_grad:
            decays = part.ndim > 1 and not name.startswith(("marker", "kind", "place"))
            found.append(
                {"params": [part], "lr": _rate(name, recipe), "weight_decay": recipe.weight_decay if decays else 0.0}
            )
    return found


def _rate(name: str, recipe: Recipe) -> float:
    room, _, rest = name.partition(".")
    if room == "shared":
        return recipe.rate * recipe.decay ** (SHARED + 1 - int(rest.split(".")[0]))
    if room in {"trunk", "branch"}:
        return recipe.rate * recipe.decay ** (1 - int(rest.split(".")[0]))
    if room in {"place", "norm"}:
        return recipe.rate * recipe.decay ** (SHARED + 2)
    return recipe.head_rate


def rate_at(step: int, steps: int, warm_up: float) -> float:
    """Give the share of the peak rate at a step: up in a line, then down in a line."""
    rise = max(1, int(steps * warm_up))
    return min((step + 1) / rise, max(0.0, (steps - step) / max(1, steps - rise)))


class Average:
    """The moving average of the weights, which generalises better than the last ones."""

    def __init__(self, model: nn.Module, rate: float) -> None:
        self.rate = rate
        self.steps = 0
        self.held = {name: part.detach().clone() for name, part in self._parts(model)}

    def add(self, model: nn.Module) -> None:
        """Take one step's weights in; the first steps count more, so that the start is forgotten."""
        self.steps += 1
        rate = min(self.rate, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, part in self._parts(model):
                self.held[name].lerp_(part, 1 - rate)

    def into(self, model: nn.Module) -> None:
        """Put the averaged weights into the model."""
        with torch.no_grad():
            for name, part in self._parts(model):
                part.copy_(self.held[name])

    def _parts(self, model: nn.Module) -> Iterator[tuple[str, nn.Parameter]]:
        return ((name, part) for name, part in model.named_parameters() if part.requires_grad)


@dataclass(frozen=True, slots=True)
class Run:
    """All that changes while a network is trained."""

    model: Tagging
    optimizer: torch.optim.Optimizer
    schedule: LambdaLR
    average: Average
    recipe: Recipe

    def step(self, batch: Batch) -> dict[str, float]:
        """Learn from one batch; give the losses."""
        found = losses(self.model, batch, events=self.recipe.events)
        total(found).backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.schedule.step()
        self.average.add(self.model)
        return {head: loss.item() for head, loss in found.items()}

    def save(self, path: Path | None, epoch: int) -> None:
        """Write the state after an epoch, so that a reader never meets half a file."""
        if path is None:
            return
        state = {
            "recipe": json.dumps(asdict(self.recipe)),
            "epoch": epoch,
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "average": self.average.held,
            "steps": self.average.steps,
        }
        fresh = path.with_suffix(".new")
        torch.save(state, fresh)
        fresh.replace(path)

    def resume(self, path: Path | None) -> int:
        """Go on from a written state of the same recipe; give the epochs that are done."""
        if path is None or not path.exists():
            return 0
        state = torch.load(path, map_location=self.model.word.weight.device, weights_only=True)
        if state["recipe"] != json.dumps(asdict(self.recipe)):
            log.warning("%s is of another recipe: starting anew", path)
            return 0
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.average.held, self.average.steps = state["average"], state["steps"]
        log.info("going on after epoch %d", state["epoch"])
        return int(state["epoch"])


def _epoch(run: Run, samples: Sequence[Sample], epoch: int) -> None:
    recipe, device = run.recipe, run.model.word.weight.device
    run.model.train()
    torch.manual_seed(recipe.seed * 1000 + epoch)
    began, sums, pieces = time.monotonic(), dict[str, float](), 0
    plan = batches(samples, tokens=recipe.tokens, seed=recipe.seed, epoch=epoch)
    for number, chosen in enumerate(plan, 1):
        batch = batch_of(samples, chosen).to(device)
        for head, loss in run.step(batch).items():
            sums[head] = sums.get(head, 0.0) + loss
        pieces += int(batch.mask.sum())
        if number % 50 == 0 or number == len(plan):
            means = " ".join(f"{head} {value / number:.3f}" for head, value in sums.items())
            pace = pieces / (time.monotonic() - began)
            log.info("epoch %d step %d/%d: %s (%.0f pieces/s)", epoch + 1, number, len(plan), means, pace)
