"""What the network is to make small: the sum of the heads' losses."""

from torch import Tensor
from torch.nn import functional

from training.features import SKIP, Batch
from training.model import Tagging
from vedette.tagging.labels import PARTS, ROLES

WEIGHTS = {"trigger": 3.0, "names": 0.5, "parts": 0.3, "roles": 1.0, "status": 0.2, "mode": 0.15}
SMOOTHING = 0.05


def losses(model: Tagging, batch: Batch, *, events: bool = True) -> dict[str, Tensor]:
    """Give the loss of each head on a batch (not yet weighted); heads without a class to learn are left out."""
    states, trigger, name, part = model.words(batch.ids, batch.mask)
    found = {
        "trigger": _tokens(trigger, batch.triggers),
        "names": _tokens(name, batch.names),
        "parts": _tracks(part, batch.parts, len(PARTS)),
    }
    if events and len(batch.owner):
        found |= _events(model, batch, states)
    return {head: loss for head, loss in found.items() if loss is not None}


def total(found: dict[str, Tensor]) -> Tensor:
    """Weigh and add the losses of the heads."""
    return sum((WEIGHTS[head] * loss for head, loss in found.items()), start=next(iter(found.values())) * 0)


def _events(model: Tagging, batch: Batch, states: Tensor) -> dict[str, Tensor | None]:
    role, status, mode = model.events(
        states[batch.owner], batch.mask[batch.owner], batch.event_trigger, batch.event_type
    )
    return {
        "roles": _tracks(role, batch.roles, len(ROLES)),
        "status": functional.cross_entropy(status, batch.status, label_smoothing=SMOOTHING),
        "mode": functional.cross_entropy(mode, batch.mode, ignore_index=SKIP, label_smoothing=SMOOTHING)
        if (batch.mode != SKIP).any()
        else None,
    }


def _tokens(logits: Tensor, classes: Tensor) -> Tensor | None:
    known = classes != SKIP
    return functional.cross_entropy(logits[known], classes[known]) if known.any() else None


def _tracks(logits: Tensor, classes: Tensor, count: int) -> Tensor | None:
    """Give the loss of `count` BIO tracks, added over the tracks and averaged over the words."""
    known = classes[..., 0] != SKIP
    if not known.any():
        return None
    kept = logits[known].view(-1, count, 3)
    return functional.cross_entropy(kept.reshape(-1, 3), classes[known].reshape(-1)) * count
